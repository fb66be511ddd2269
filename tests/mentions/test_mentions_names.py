"""Which words are names, where they end, and whose they are."""

import pytest

from claimgraph.mentions import Cast, cast
from claimgraph.mentions.matcher import matcher
from claimgraph.model import Article, Kind
from claimgraph.registry import Entry, Label, Registry
from handmade import doc


def entry(entry_id: str, kind: Kind | None, *labels: str, **more: object) -> Entry:
    return Entry(entry_id, kind, Label(labels[0]), tuple(map(Label, labels[1:])), **more)  # type: ignore[arg-type]


US = entry(
    "actor/us",
    Kind.STATE,
    "United States",
    "US",
    metonyms=("Washington",),
    demonyms=("American",),
    territory="place/us",
)
ENTRIES = (
    US,
    entry("place/us", None, "United States", "US"),
    entry("actor/us-forces", Kind.MILITARY_FORCE, "US forces"),
    entry("actor/ravens", Kind.ARMED_GROUP, "Ravens of Sha'abi", "al-Ravash", "RAV", "Raven Organisation"),
    entry("actor/amiri", Kind.PERSON, "Hadi al-Amiri", "Amiri"),
)
REGISTRY = Registry({e.id: e for e in ENTRIES})


def read(rows: str, registry: Registry = REGISTRY) -> Cast:
    made = doc(rows)
    return cast(made, Article("t", made.text), registry)


def told(rows: str, registry: Registry = REGISTRY) -> list[tuple[str, str]]:
    return [(m.span.text, m.of) for m in read(rows, registry).mentions()]


def words(text: str, pos: str = "PROPN") -> str:
    """Names joined as the parser joins a compound, before a verb."""
    names = text.split()
    last = len(names)
    rows = [f"{w} {pos} {last} compound" for w in names[:-1]] + [f"{names[-1]} {pos} {last + 1} nsubj"]
    return "\n".join([*rows, "fell VERB 0 root VBD"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ravens of Sha’abi", "actor/ravens"),  # apostrophes
        ("RAVENS OF SHAABI", "actor/ravens"),  # case
        ("Ravash", "actor/ravens"),  # without "al-"
        ("Raven Organization", "actor/ravens"),  # -ise, -ize
        ("Râven Organisation", "actor/ravens"),  # diacritics
        ("RAV", "actor/ravens"),
    ],
)
def test_registry_names_fold(text: str, found: str) -> None:
    assert told(words(text)) == [(text, found)]


@pytest.mark.parametrize(("text", "pos"), [("us", "PRON"), ("rav", "NOUN"), ("ravens", "NOUN")])
def test_lower_case_is_no_name_of_one_word(text: str, pos: str) -> None:
    assert told(words(text, pos)) == []


def test_the_longest_name_wins() -> None:
    registry = Registry(
        {e.id: e for e in (*ENTRIES, entry("actor/house", Kind.ORGANIZATION, "Raven Organisation House"))}
    )
    assert told(words("Raven Organisation House"), registry) == [("Raven Organisation House", "actor/house")]
    assert told(words("Raven Organisation"), registry) == [("Raven Organisation", "actor/ravens")]


def test_another_family_member_is_not_the_registrys() -> None:
    rows = "Jafar PROPN 5 nsubj\nal_ PROPN 1 flat\n-_ PUNCT 4 punct\nAmiri PROPN 1 flat\nfell VERB 0 root"
    assert told(rows) == [("Jafar al-Amiri", "actor/person/jafar-al-amiri")]
    assert told(words("Amiri")) == [("Amiri", "actor/amiri")]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (
            "The DET 2 det\nMinistry PROPN 5 nsubj\nof ADP 4 case\nTrade PROPN 2 nmod\nfell VERB 0 root",
            ["Ministry of Trade"],
        ),
        ("Officials NOUN 4 nsubj\nof ADP 3 case\nTrade PROPN 1 nmod\nfell VERB 0 root", ["Trade"]),
        ("Ana PROPN 4 nsubj\nand CCONJ 3 cc\nOmar PROPN 1 conj\nfell VERB 0 root", ["Ana", "Omar"]),
        ("Ana_ PROPN 3 nmod:poss\n's PART 1 case POS\nOmar PROPN 4 nsubj\nfell VERB 0 root", ["Ana", "Omar"]),
        ("Abd_ PROPN 4 nsubj\n-_ PUNCT 1 punct\nRabbo PROPN 1 flat\nfell VERB 0 root", ["Abd-Rabbo"]),
        ("We PRON 2 nsubj PRP\nmet VERB 0 root\nMonday PROPN 2 obl:tmod", []),
        ("We PRON 2 nsubj PRP\nmet VERB 0 root\nIraqi ADJ 4 amod\nfarmers NOUN 2 obj NNS", []),
    ],
)
def test_runs_of_proper_nouns(rows: str, names: list[str]) -> None:
    assert [m.span.text for m in read(rows).mentions() if m.rule != "description.noun"] == names


def test_titles_are_no_part_of_the_name() -> None:
    rows = "Prime PROPN 2 compound\nMinister PROPN 5 nsubj\nAna PROPN 2 flat\nOmar PROPN 2 flat\nfell VERB 0 root"
    assert told(rows) == [("Ana Omar", "actor/person/ana-omar")]
    assert told(words("General Zorban Council")) == [
        ("General Zorban Council", "actor/government-body/general-zorban-council")
    ]


def test_secretary_of_state_is_a_title() -> None:
    rows = """Secretary PROPN 6 nsubj
    of ADP 3 case
    State PROPN 1 nmod
    Ana PROPN 1 appos
    Omar PROPN 4 flat
    fell VERB 0 root"""
    assert told(rows) == [("Ana Omar", "actor/person/ana-omar")]


def test_headlines_name_only_who_is_known() -> None:
    headline = """Omar PROPN 2 nsubj
    Warns VERB 0 root
    Other ADJ 4 amod
    Nations PROPN 2 obj
    After SCONJ 6 mark
    Talks PROPN 2 obl"""
    body = "Omar PROPN 2 nsubj\nspoke VERB 0 root\n. PUNCT 2 punct"
    assert [n for n, _ in told(f"{headline}\n\n{body}")] == ["Omar", "Omar"]
    assert told(headline) == []


def test_states_bodies_and_peoples() -> None:
    american = "American ADJ 2 amod\ntroops NOUN 3 nsubj NNS\nfell VERB 0 root"
    assert told(american) == [("American troops", "actor/us-forces")]
    embassy = "US PROPN 2 compound\nembassy NOUN 3 nsubj\nfell VERB 0 root"
    assert told(embassy) == [("US embassy", "actor/government-body/united-states-embassy")]
    assert told("Americans PROPN 2 nsubj NNPS\nfell VERB 0 root") == [("Americans", "actor/group/americans")]
    assert told("American ADJ 2 amod\nwheat NOUN 3 nsubj\nfell VERB 0 root") == []


def test_an_acronym_in_brackets_is_its_expansion() -> None:
    rows = """Rafid PROPN 3 compound
    Relief PROPN 3 compound
    Board PROPN 7 nsubj
    (_ PUNCT 5 punct
    RRB_ PROPN 3 appos
    ) PUNCT 5 punct
    fell VERB 0 root"""
    assert {of for _, of in told(rows)} == {"actor/organization/rafid-relief-board"}
    assert len({of for _, of in told(rows.replace("RRB_", "XQZ_"))}) == 1  # letters of its name in another language
    elsewhere = "Z PROPN 2 nsubj\nfell VERB 0 root\nthere ADV 2 advmod\n. PUNCT 2 punct"
    assert len({of for _, of in told(f"{rows}\n\n{elsewhere.replace('Z', 'XQZ')}")}) == 2


def test_short_names() -> None:
    full = "Ana PROPN 3 nsubj\nOmar PROPN 1 flat\nspoke VERB 0 root\n. PUNCT 3 punct"
    later = "Omar PROPN 2 nsubj\nleft VERB 0 root\n. PUNCT 2 punct"
    assert told(f"{full}\n\n{later}")[1] == ("Omar", "actor/person/ana-omar")
    other = "Lea PROPN 3 nsubj\nOmar PROPN 1 flat\nspoke VERB 0 root\n. PUNCT 3 punct"
    assert told(f"{full}\n\n{other}\n\n{later}") == [
        ("Ana Omar", "actor/person/ana-omar"),
        ("Lea Omar", "actor/person/lea-omar"),
        ("Omar", "actor/person/lea-omar"),
    ]


def test_names_across_a_possessive_stay_apart() -> None:
    registry = Registry({"actor/x": entry("actor/x", Kind.MILITARY_FORCE, "Ana Guard")})
    rows = "Ana_ PROPN 3 nmod:poss\n's PART 1 case POS\nGuard PROPN 4 nsubj\nfell VERB 0 root"
    assert ("Ana's Guard", "actor/x") not in told(rows, registry)
    assert told(words("Ana Guard"), registry) == [("Ana Guard", "actor/x")]


def test_every_label_is_verbatim_and_every_mention_says_its_rule() -> None:
    full = "Ana PROPN 3 nsubj\nOmar PROPN 1 flat\nspoke VERB 0 root\n. PUNCT 3 punct"
    made = read(f"{full}\n\nOmar PROPN 2 nsubj\nleft VERB 0 root")
    (actor,) = made.actors()
    assert (actor.kind, actor.label, actor.alt_labels) == (Kind.PERSON, "Ana Omar", ("Omar",))
    assert [m.rule for m in made.mentions()] == ["name.proper-nouns", "name.short"]


def test_the_index_is_built_once_for_a_registry() -> None:
    assert matcher(REGISTRY) is matcher(REGISTRY)
    assert matcher(Registry()) is not matcher(REGISTRY)


def test_a_possessor_keeps_its_own_name() -> None:
    court = entry("actor/court", Kind.GOVERNMENT_BODY, "US's Court")
    registry = Registry({e.id: e for e in (*ENTRIES, court)})
    rows = "US_ PROPN 3 nmod:poss\n's PART 1 case POS\nCourt PROPN 4 nsubj\nfell VERB 0 root"
    assert told(rows, registry) == [("US", "actor/us"), ("US's Court", "actor/court")]
    assert told(words("US Court"), registry) == [("US Court", "actor/court")]
