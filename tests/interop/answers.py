"""The named questions with the values they are asked with, and rows that can be compared between engines."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from claimgraph import questions
from claimgraph.questions import PARAMETER, Question

XSD = "http://www.w3.org/2001/XMLSchema#"
NUMERIC = {XSD + name for name in ("decimal", "integer", "nonNegativeInteger", "int")}
Term = tuple[str, ...] | None
Row = tuple[Term, ...]
# Besides each question with its defaults: values that give rows over one of the graphs.
VALUES: Mapping[str, Sequence[Mapping[str, str]]] = {
    "affiliations": [{"organization": "US Central Command"}],
    "claims-by": [{"actor": "Popular Mobilisation Forces"}],
    "events-in": [{"place": "iraq"}],
    "figures-of": [{"actor": "three guards"}, {"actor": "US Armed Forces"}],
    "independent-claims": [{"least": "1"}],
    "life-of-a-claim": [{"about": "Opened FIRE"}, {"about": "https://w3id.org/claimgraph/id/proposition/0a0a0a0a0a03"}],
    "long-chains": [{"least": "2"}],
    "same-events": [{"least": "3"}],
    "timeline": [{"place": "Iraq"}, {"place": 'nowhere "at\\all'}],
    "who-attacked-whom": [{"code": "COERCE"}, {"code": "MOBILIZE"}],
    "who-says-what-about": [{"actor": "ISIS"}],
}


def asked() -> dict[str, tuple[Question, Mapping[str, str], str]]:
    """By a name to call it by: a question, the values given to it, and it written out as SPARQL for any endpoint."""
    made = {}
    for name, question in questions.named().items():
        for values in ({}, *VALUES.get(name, ())):
            label = " ".join([name, *(f"{key}={value}" for key, value in values.items())])
            made[label] = (question, values, _written(question, values))
    return made


def _written(question: Question, values: Mapping[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        if found["name"] not in values:
            return found[0]
        told = values[found["name"]]
        return f"VALUES ?{found['name']} {{ {told if found['number'] else ox.Literal(told)} }}"

    return PARAMETER.sub(value, question.text)


def of_ox(rows: Iterable[Any]) -> list[Row]:
    """The rows of pyoxigraph."""
    return [tuple(_of_term(term) for term in row) for row in rows]


def _of_term(term: object) -> Term:
    if isinstance(term, ox.Literal):
        return _literal(term.value, term.datatype.value, term.language)
    return None if term is None else ("iri", str(getattr(term, "value", term)))


def of_json(rows: Iterable[Iterable[Mapping[str, str] | None]]) -> list[Row]:
    """Rows whose terms are written as in SPARQL's JSON; `typed-literal` is of a draft, and Virtuoso's."""
    return [tuple(_of_json(term) for term in row) for row in rows]


def _of_json(term: Mapping[str, str] | None) -> Term:
    if term is None:
        return None
    if term["type"] in {"literal", "typed-literal"}:
        return _literal(term["value"], term.get("datatype", XSD + "string"), term.get("xml:lang"))
    return ("iri" if term["type"] == "uri" else "blank node", term["value"])


def _literal(value: str, datatype: str, language: str | None) -> Term:
    """A number or a truth value by what it is, whatever way it is written."""
    if language:
        return ("text", value, language.lower())
    if datatype in NUMERIC:
        return ("number", str(Decimal(value).normalize() + 0))
    if datatype == XSD + "boolean":
        return ("truth", str(value in {"true", "1"}))
    return ("literal", value, datatype)


def keys(query: str, names: Sequence[str], rows: Iterable[Row]) -> list[tuple[Term, ...]]:
    """What the rows are sorted by: the columns of ORDER BY up to what is none, or may hold dates of two datatypes."""
    clause = query.rpartition("ORDER BY")[2]
    found = re.findall(r"(?:ASC|DESC)?\(?(\?\w+)\)?|(\S+)", clause.replace("DESC(BOUND", "(("))
    places = []
    for variable, other in found:
        if other or variable == "?issued" or variable[1:] not in names:
            break
        places.append(names.index(variable[1:]))
    return [tuple(row[place] for place in places) for row in rows]


def apart(ours: Iterable[Row], theirs: Iterable[Row]) -> list[str]:
    """What one has and the other has not, as lines; empty where the rows are the same, in any order."""
    one, other = Counter(ours), Counter(theirs)
    missing = [f"- {row}" for row in (one - other).elements()]
    return [*missing, *(f"+ {row}" for row in (other - one).elements())]
