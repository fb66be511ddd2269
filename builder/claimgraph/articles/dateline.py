"""Lines that give a page's date, and the datelines that open a report."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from claimgraph.articles import dates

LABEL = re.compile(
    r"^\W*(?:(?:first\s)?(?P<published>published|posted|created|issued|(?:(?:publication|publish|release)\s)?date)"
    r"|(?P<updated>(?:last\s)?(?:updated|modified|edited)(?:\sat)?))\b(?:\s(?:on|at))?\s*[:|–-]?",
    re.IGNORECASE,
)
FURNITURE = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?-i:[A-Z]{2,4}T|BST|IST|MSK|GMT|UTC)|local time|at|on|time"
    r"|(?:first |last )?(?:published|posted|updated|modified|edited|created)|date|o['’]clock"
    r"|[\d.,]+k?\s(?:page )?(?:view count|views?|reads|comments?|shares|likes)"
    r"|(?:view count|views|reads|comments?|shares)(?::?\s*\d+)?"
    r"|\d+\s?-?min(?:ute)?s?(?: read)?|share|print|by(?: [A-Z][\w.'’-]+){1,4})\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(r",|[|•·\t]|\s[-–—―/]+\s|[-–—―/]+\s*$")
SET_OFF = re.compile(r"[,|•·–—―-]\s*\t|\t\s*[|•·–—―-]")  # the date, from what stands beside it
PLACE = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
NAME = r"[^\W_][\w.&’'-]*(?:\s[\w&][\w.&’'-]*){0,3}"
BRACKETED = re.compile(rf"[A-Z][^()\n]{{1,60}}\((?P<name>{NAME})(?:[/,]\s?{NAME})*\)\s*[-–—―:]")
BARE = re.compile(rf"(?:\(?(?P<name>{NAME})\)?)\s*[–—―-]{{1,2}}\s")
DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,}(?:,\s[\w. ]{2,30})*(?:\s*\([^()]{2,40}\))?\s*[-–—―]{1,2}\s")

PLACES = r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}(?:(?:,\s|/)[A-Z][\w.’'-]*(?:\s(?:of\s)?[A-Z][\w.’'-]*){0,3}){0,2}"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?)"
DATED = re.compile(  # a place, a day with its year or without, an outlet on either side of it or none; then a dash
    rf"(?P<places>{PLACES})(?:\s\((?P<before>{NAME})\))?,?\s"
    rf"(?P<date>(?i:(?:{WEEKDAY},?\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s{dates.MONTH}"
    rf"|{dates.MONTH.replace('?P<name>', '?:')}\s\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s(?:19|20)\d\d)?))"
    rf"\s*(?:\((?P<bracketed>{NAME})(?:[/,]\s?{NAME})*\)|[-–—―]{{1,2}}\s(?P<between>{NAME}))?"
    r"(?:\s*[-–—―:]{1,2}\s|(?<=\))\s(?=[A-Z“‘\"]))"  # behind brackets some houses leave out the dash
)
SECTIONS = ("News", "Online")  # end headings of a page's parts as well: "World News"
SMALL = {"of", "the", "and", "for", "&"}  # words of a name that need no capital


@cache
def _outlets() -> Mapping[str, frozenset[str]]:
    with Path(__file__).with_name("outlets.toml").open("rb") as file:
        table: Mapping[str, list[str]] = tomllib.load(file)
    if set(table) != {"names", "words", "not_outlets", "generic"}:
        raise ValueError(f"outlets.toml: names, words, not_outlets and generic are its keys, not {', '.join(table)}")
    return {key: frozenset(values) for key, values in table.items()}


def is_outlet(name: str, *, bracketed: bool = False) -> bool:
    """Whether a name is known, or written, as an outlet's; brackets in a dateline allow any acronym."""
    known = _outlets()
    written = name.rsplit(maxsplit=1)[-1] in known["words"] and " " in name
    acronym = bracketed and re.fullmatch(r"[A-Z]{2,6}", name) is not None and name not in known["not_outlets"]
    domain = re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|news|tv|iq|ir|uk)", name, re.IGNORECASE)
    return name in known["names"] or written or acronym or domain is not None


def is_no_outlet(name: str) -> bool:
    """Whether a 'Source:' line names no one in particular ('Agencies'), or a body that is no outlet."""
    return name.lower() in _outlets()["generic"] or name in _outlets()["not_outlets"]


def opens_with_dateline(text: str) -> bool:
    """Whether a paragraph begins with a place, or an outlet, and a dash."""
    return any(form.match(text) for form in (DATELINE, DATED)) or publisher(text) is not None


def publisher(text: str) -> str | None:
    """The outlet of a paragraph's dateline: 'BAGHDAD (Reuters) - ', '(AP) — ', 'Tasnim – '; a place alone is none.

    Behind a place and a day any name in brackets counts, and any in capitals between dashes.
    """
    match = DATED.match(text)
    if match and (name := match["before"] or match["bracketed"] or match["between"]):
        return name if _names_outlet(name, bracketed=match["between"] is None) else None
    match = BRACKETED.match(text)
    if match and is_outlet(match["name"], bracketed=True):
        return match["name"]
    match = BARE.match(text)
    if match and is_outlet(match["name"], bracketed=text.startswith("(")):
        return match["name"]
    return None


def _names_outlet(name: str, *, bracketed: bool) -> bool:
    words = name.split()
    capitals = all(word[0].isupper() or word[0].isdigit() or word in SMALL for word in words)
    return is_outlet(name, bracketed=bracketed) or (
        capitals and (bracketed or len(words) > 1) and not is_no_outlet(name)
    )


def issued(text: str) -> str | None:
    """The full date of a paragraph's dateline, in ISO 8601: 'BASRA, Iraq, May 13, 2024 (INA) - '."""
    match = DATED.match(text)
    return dates.parse(match["date"]) if match else None


def date_line(text: str) -> tuple[str, str] | None:
    """(ISO date, 'published', 'updated' or 'bare') of a line that tells when the page appeared and hardly more."""
    found = dates.first(text) if len(text) <= 200 else None
    if not found:
        return None
    issued, rest = found
    label = LABEL.match(text)
    while more := dates.first(rest):
        rest = more[1]
    left = " ".join(re.sub(r"[\W_]+", " ", FURNITURE.sub(" ", rest)).split())
    if label and len(left) <= 40 and not re.search(r"[a-z]\.$", text):
        return issued, "updated" if label["updated"] else "published"
    return (issued, "bare") if not left or (SET_OFF.search(rest) and _names(rest)) else None


def masthead(text: str) -> str | None:
    """The outlet that a line names, alone ('Selm Echo', of two words or more) or beside the date."""
    found = dates.first(text)
    alone = " " in text and PLACE.fullmatch(text) and not text.endswith(SECTIONS)
    names = _names(found[1]) if found else [text] if alone else []
    return next((name for name in names if is_outlet(name)), None)


def _names(rest: str) -> list[str]:
    """The names in what a line has beside its date, places or outlets; none where it has other words as well."""
    parts = [" ".join(FURNITURE.sub(" ", part).split()).strip(".,:()") for part in BETWEEN.split(rest)]
    names = [part for part in parts if re.search(r"\w", part)]
    return names if all(PLACE.fullmatch(name) for name in names) else []
