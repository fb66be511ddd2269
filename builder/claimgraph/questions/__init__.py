"""The named questions: SPARQL files with a header, each of which also runs as it stands on any SPARQL 1.1 endpoint.

A header line is `# title: …`, `# asks: …` or `# param: name — explanation`; a parameter's default is the term in the
query's `VALUES ?name { … }`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.errors import InputError

FOLDER = Path(__file__).parent
_HEADER = re.compile(r"^# (title|asks|param): (.+)$", re.MULTILINE)
_STRING = r'"(?P<string>(?:[^"\\\n]|\\.)*)"(?:@(?P<language>[A-Za-z]+(?:-[A-Za-z0-9]+)*))?'
_TERM = rf"(?:<(?P<iri>[^<>\s]*)>|{_STRING}|(?P<number>[+-]?\d+(?:\.\d+)?))"
PARAMETER = re.compile(rf"\bVALUES\s*\?(?P<name>\w+)\s*\{{\s*{_TERM}\s*\}}", re.IGNORECASE)


@dataclass(frozen=True)
class Question:
    """A query with what it asks. `params`: the explanation of each parameter that its header names."""

    name: str
    text: str
    title: str = ""
    asks: str = ""
    params: tuple[tuple[str, str], ...] = ()

    @property
    def defaults(self) -> Mapping[str, str]:
        """Each parameter's default as SPARQL writes it, by name, in the query's order."""
        return {m["name"]: m[0].partition("{")[2].strip(" }\n\t") for m in PARAMETER.finditer(self.text)}


def named() -> dict[str, Question]:
    """The shipped questions by name, in alphabetical order."""
    return {path.stem: _parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.rq"))}


def known(name: str) -> Question:
    """The shipped question of that name. Raises InputError where there is none."""
    questions = named()
    if name not in questions:
        names = ", ".join(questions)
        raise InputError(f"no question is called {name!r}: give SPARQL, a file ending in .rq, or one of {names}")
    return questions[name]


def find(asked: str) -> Question:
    """The question that is meant: a shipped question's name, a file ending in .rq or .sparql, or SPARQL itself.

    Raises InputError where it is none of them, or the file cannot be read.
    """
    if asked in named():
        return known(asked)
    if asked.endswith((".rq", ".sparql")) and "{" not in asked:
        try:
            return _parse(asked, Path(asked).read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise InputError(f"{asked}: the question cannot be read: {reason}") from error
    return _parse("the query", asked) if re.search(r"[\s{]", asked) else known(asked)


def _parse(name: str, text: str) -> Question:
    header: dict[str, list[str]] = {"title": [], "asks": [], "param": []}
    for key, value in _HEADER.findall(text):
        header[key].append(value.strip())
    params = (param.partition(" — ") for param in header["param"])
    return Question(
        name, text, " ".join(header["title"]), " ".join(header["asks"]), tuple((k, v) for k, _, v in params)
    )
