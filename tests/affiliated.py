"""A registry of some bodies and states, and what a hand-made tree tells of roles in them."""

from collections.abc import Iterable

from claimgraph.mentions import cast
from claimgraph.model import Affiliation, Article, Claim, Kind
from claimgraph.registry import Entry, Label, Registry
from claimgraph.statements.affiliations import affiliations
from handmade import doc

PARTY, FRONT, HOUSE, ZORBAN, KELVAN, TARN = (
    "actor/river-party",
    "actor/desert-front",
    "actor/parliament",
    "actor/zorban",
    "actor/kelvan",
    "place/tarn",
)
ENTRIES = (
    Entry(PARTY, Kind.POLITICAL_PARTY, Label("River Party")),
    Entry(FRONT, Kind.ARMED_GROUP, Label("Desert Front")),
    Entry(HOUSE, Kind.GOVERNMENT_BODY, Label("Zorban Parliament"), part_of=ZORBAN),
    Entry(ZORBAN, Kind.STATE, Label("Zorban"), demonyms=("Zorbani",), territory="place/zorban"),
    Entry(KELVAN, Kind.STATE, Label("Kelvan"), demonyms=("Kelvani",), territory="place/kelvan"),
    Entry("place/zorban", None, Label("Zorban")),
    Entry("place/kelvan", None, Label("Kelvan")),
    Entry(TARN, None, Label("Tarn")),
)
KNOWN = Registry({e.id: e for e in ENTRIES})
ALI, OMAR = "actor/person/ali-hasan", "actor/person/omar-latif"
Role = tuple[str, str | None, str]  # member, role, organization


def read(rows: str, claims: Iterable[Claim] = ()) -> tuple[Affiliation, ...]:
    """The affiliations of one text, whose claims are given."""
    made = doc(rows)
    return affiliations(made, cast(made, Article("test", made.text), KNOWN), claims)[0]


def told(rows: str, rule: str) -> set[Role]:
    """The roles that a rule finds; those of someone without a name are of ""."""
    found = [a for a in read(rows) if a.rule == f"affiliation.{rule}"]
    return {("" if a.member.startswith("article/") else a.member, a.role, a.organization) for a in found}


def of(words: str, head: int, at: int) -> str:
    """Rows for "of River Party", from the word `at` on, under the word `head`."""
    preposition, *name = words.split()
    last = at + len(name)
    rows = [f"{preposition} ADP {last} case IN", *(f"{w} PROPN {last} compound NNP" for w in name[:-1])]
    return "\n".join([*rows, f"{name[-1]} PROPN {head} nmod NNP"])


X = "Ali PROPN {0} {1} NNP\nHasan PROPN 1 flat NNP"  # the first two words
