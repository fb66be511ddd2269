"""A report as SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html: a rule for each shape."""

import json
import re
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claimgraph.commands.reports.outcome import Checked, Found, Outcome, Place
from claimgraph.graphs import STDIN
from claimgraph.validated import Rule, Severity, Violation
from claimgraph.validated.report import short

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_START = Place(1, 1, 2)  # GitHub wants a region: a node that stands nowhere in the file's text is shown at its head


def render(outcome: Outcome) -> str:
    """The log, of one run."""
    rules = {rule.shape: rule for rule in outcome.rules}
    for _, one in outcome.found:
        rules.setdefault(one.violation.shape, _rule_of(one.violation))
    places = {shape: place for place, shape in enumerate(rules)}
    driver = {
        "name": "claimgraph",
        "semanticVersion": version("claimgraph"),
        "informationUri": "https://w3id.org/claimgraph/ontology",
        "rules": [_rule(rule) for rule in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(outcome)],
        "artifacts": [{"location": _artifact(file)} for file in outcome.files],
        "results": [_result(file, one, places, outcome) for file, one in outcome.found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule_of(told: Violation) -> Rule:
    """What a finding tells of a shape that the shapes' files give no IRI, or of the check before them."""
    return Rule(told.shape, told.name, told.message, told.severity, constraint=False)


def _rule(rule: Rule) -> dict[str, Any]:
    description = rule.description or rule.name
    return {
        "id": rule.shape,
        "name": rule.shape.rpartition("#")[2].rpartition("/")[2] or rule.shape,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": description},
        "help": {"text": f"{description}\n\nThe shape is <{rule.shape}>."},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(file: Checked, one: Found, places: dict[str, int], outcome: Outcome) -> dict[str, Any]:
    told = one.violation
    made = {
        "ruleId": told.shape,
        "ruleIndex": places[told.shape],
        "level": _LEVELS[told.severity],
        "message": {"text": _message(told)},
        "locations": [_location(file, one)],
        "partialFingerprints": {  # GitHub reads the first alone
            "primaryLocationLineHash": f"{told.fingerprint}:{one.again}",
            "claimgraph/v1": told.fingerprint,
        },
        "properties": _properties(told),
    }
    return {**made, "baselineState": "unchanged" if one.known else "new"} if outcome.baseline else made


def _message(told: Violation) -> str:
    value = f" Value: {short(told.value)}." if told.value is not None else ""
    sentence = f" In: {short(told.sentence)}" if told.sentence else ""
    return _plain(f"{told.message}{value} Node: {told.shown_node}.{sentence}")


def _plain(text: str) -> str:
    """Without what a reader takes for a link, `[text](address)`, or for a place to fill in, `{0}`."""
    unlinked = re.sub(r"([\\\[\]])", r"\\\1", text) if "](" in text else text
    return re.sub(r"\{(\d+)\}", r"{{\1}}", unlinked)


def _location(file: Checked, one: Found) -> dict[str, Any]:
    place = one.place or _START
    told = one.violation
    logical = [{"fullyQualifiedName": told.node, "kind": "element"}]
    logical += [{"fullyQualifiedName": told.article, "kind": "module"}] if told.article else []
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(file),
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.line,
                "endColumn": place.end,
            },
        },
        "logicalLocations": logical,
    }


def _properties(told: Violation) -> dict[str, str]:
    about = {
        "article": told.article,
        "path": told.path,
        "value": told.value,
        "component": told.component,
        "severity": told.own_severity,
    }
    return {name: value for name, value in about.items() if value is not None}


def _invocation(outcome: Outcome) -> dict[str, Any]:
    """Where a file cannot be read the run has not done its work, whatever it has found in others."""
    told = [_notification(file, file.unreadable) for file in outcome.files if file.unreadable is not None]
    told += [_notification(file, file.contradiction) for file in outcome.files if file.contradiction]
    made: dict[str, Any] = {"executionSuccessful": outcome.code != 2, "exitCode": outcome.code}
    return {**made, "toolExecutionNotifications": told} if told else made


def _notification(file: Checked, text: str) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": _artifact(file)}}
    return {"level": "error", "message": {"text": _plain(text)}, "locations": [location]}


def _artifact(file: Checked) -> dict[str, str]:
    if file.name == STDIN:
        return {"uri": "stdin"}
    return {"uri": file.path.as_uri() if PurePath(file.name).is_absolute() else quote(file.name)}
