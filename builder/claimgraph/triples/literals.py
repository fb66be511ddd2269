"""Literals, each value in the one spelling that stores keep, so that a graph comes back as it was loaded.

rdflib is kept from rewriting it. Oxigraph's store makes every whole number an xsd:integer; it and Virtuoso's write a
decimal without a trailing zero and a time in UTC with Z, and differ on fractions of a second.
"""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

from rdflib import XSD, Literal, URIRef

from claimgraph.errors import InputError

_SHAPES = {4: ("%Y", XSD.gYear), 7: ("%Y-%m", XSD.gYearMonth), 10: ("%Y-%m-%d", XSD.date)}


def text(words: str) -> Literal:
    """Words as they stand, of no stated language."""
    return Literal(words)


def named(words: str, language: str) -> Literal:
    """Words in a language (BCP 47)."""
    return Literal(words, lang=language)


def whole(number: int) -> Literal:
    """A number of characters."""
    return _typed(str(number), XSD.integer)


def count(number: int) -> Literal:
    """How many there are of something, as VoID counts."""
    return _typed(str(number), XSD.integer)


def decimal(number: Decimal) -> Literal:
    """A number in XSD 1.1's canonical form: 8 and 2.75."""
    digits = f"{number:f}"
    return _typed(digits.rstrip("0").rstrip(".") if "." in digits else digits, XSD.decimal)


def boolean(truth: bool) -> Literal:
    """True or false."""
    return _typed("true" if truth else "false", XSD.boolean)


def day(when: str) -> Literal:
    """A year, a month or a day by its shape: YYYY, YYYY-MM or YYYY-MM-DD. Raises InputError on anything else."""
    form, datatype = _SHAPES.get(len(when), ("", XSD.date))
    try:
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", when):
            raise ValueError
        datetime.strptime(when, form)
    except ValueError:
        raise InputError(f"{when!r} is no date: write it as YYYY, YYYY-MM or YYYY-MM-DD") from None
    return _typed(when, datatype)


def issued(when: str) -> Literal:
    """A date, or a date and a time, to the second, in ISO 8601. Raises InputError on anything else."""
    try:
        if "T" not in when and " " not in when:
            return _typed(date.fromisoformat(when).isoformat(), XSD.date)
        told = datetime.fromisoformat(when).isoformat(timespec="seconds")
        return _typed(re.sub(r"\+00:00$", "Z", told), XSD.dateTime)
    except ValueError:
        raise InputError(f"{when!r} is no date of issue: write it as YYYY-MM-DD or YYYY-MM-DDThh:mm:ss") from None


def moment(when: datetime) -> Literal:
    """A date and a time in UTC. `when` knows its time zone."""
    return _typed(when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), XSD.dateTime)


def _typed(lexical: str, datatype: URIRef) -> Literal:
    return Literal(lexical, datatype=datatype, normalize=False)
