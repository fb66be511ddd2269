"""A report as JUnit XML (https://github.com/jenkinsci/xunit-plugin, junit-10.xsd): a suite for each file, in it a case
for each shape, so that a case has a history and the shapes that are kept show as passed.

A case fails where a finding fails the run; other findings stand in its system-out. Readers look at one failure of a
case only, so it holds all of them.
"""

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable

from claimgraph.commands.reports.outcome import Checked, Found, Outcome
from claimgraph.validated import Rule

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets


def render(outcome: Outcome) -> str:
    """The document; characters that XML cannot hold are U+FFFD."""
    root = ET.Element("testsuites", name="claimgraph validate")
    suites = [_suite(file, outcome.rules) for file in outcome.files]
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, 0)) for suite in suites)))
    root.extend(suites)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}'


def _suite(file: Checked, rules: Iterable[Rule]) -> ET.Element:
    cases = [_unread(file)] if file.unreadable is not None else list(_cases(file, rules))
    suite = ET.Element("testsuite", name=_held(file.name), tests=str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", str(sum(case.find("error") is not None for case in cases)))
    suite.set("file", _held(file.name))
    suite.extend(cases)
    return suite


def _cases(file: Checked, rules: Iterable[Rule]) -> Iterable[ET.Element]:
    found: dict[str, list[Found]] = defaultdict(list)
    for one in file.found:
        found[one.violation.shape].append(one)
    names = {**{shape: ones[0].violation.name for shape, ones in found.items()}, **{r.shape: r.name for r in rules}}
    for shape in sorted(names):
        yield _shape(file, shape, names[shape], found[shape])
    if file.reasoned:
        case = _case(file, "OWL consistency")
        if file.contradiction:
            _add(case, "failure", file.contradiction, file.contradiction, "inconsistent")
        yield case


def _shape(file: Checked, shape: str, name: str, found: Iterable[Found]) -> ET.Element:
    case = _case(file, shape if name == shape else f"{name} <{shape}>")
    failing = [one for one in found if one.fails]
    others = [one for one in found if not one.fails]
    if failing:
        first = failing[0].violation.message
        more = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
        _add(case, "failure", f"{first}{more}", _told(failing), str(failing[0].violation.severity))
    if others:
        ET.SubElement(case, "system-out").text = _held(_told(others))
    return case


def _told(found: Iterable[Found]) -> str:
    return "\n".join(f"{'known: ' if one.known else ''}{_line(one)}{one.violation.render()}" for one in found)


def _line(one: Found) -> str:
    return f"line {one.place.line}: " if one.place else ""


def _unread(file: Checked) -> ET.Element:
    case = _case(file, "is read")
    _add(case, "error", str(file.unreadable), str(file.unreadable), "unreadable")
    return case


def _case(file: Checked, name: str) -> ET.Element:
    """Readers take what is before the last dot of a class for its package, so a file's name has none here."""
    return ET.Element("testcase", classname=_held(file.name.replace(".", "_")), name=_held(name))


def _add(case: ET.Element, tag: str, message: str, text: str, kind: str) -> None:
    ET.SubElement(case, tag, message=_held(message), type=kind).text = _held(text)


def _held(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
