"""Who holds an office on the day of an article: a registry with dates, and phrases that name the office alone."""

import pytest

from claimgraph.mentions import cast
from claimgraph.model import Article, Kind
from claimgraph.registry import Entry, Label, Registry, Role
from handmade import doc

ENTRIES = (
    Entry("actor/zorban", Kind.STATE, Label("Zorban"), demonyms=("Zorbani",), territory="place/zorban"),
    Entry("place/zorban", None, Label("Zorban")),
    Entry("place/tarn", None, Label("Tarn"), part_of="place/zorban"),
    Entry("actor/kelvan", Kind.STATE, Label("Kelvan"), demonyms=("Kelvani",), territory="place/kelvan"),
    Entry("place/kelvan", None, Label("Kelvan")),
    Entry("actor/cabinet", Kind.GOVERNMENT_BODY, Label("Zorban Cabinet"), part_of="actor/zorban"),
    Entry("actor/falcons", Kind.ARMED_GROUP, Label("Falcon Brigades"), part_of="actor/zorban"),
    *(Entry(f"actor/{name.lower()}", Kind.PERSON, Label(f"{name} Ost")) for name in ("Amra", "Berd", "Cale", "Dorn")),
)
ROLES = (
    Role("affiliation/amra", "actor/amra", "actor/zorban", "prime minister", "2028-05", "2030-03-10"),
    Role("affiliation/berd", "actor/berd", "actor/zorban", "prime minister", "2030-03-11", "2032"),
    Role("affiliation/cale", "actor/cale", "actor/cabinet", "foreign minister", "2029"),
    Role("affiliation/dorn", "actor/dorn", "actor/falcons", "commander", "2029", "2031"),
)
DAY = "2029-06-01"

PHRASES = {
    "'s": "Zorban_ PROPN {0} nmod:poss NNP\n's PART 1 case POS",
    "demonym": "the DET {0} det DT\nZorbani ADJ {0} amod JJ",
    "name": "the DET {0} det DT\nZorban PROPN {0} compound NNP",
}


def office(words: str, whose: str = "the DET {0} det DT", tag: str = "NN") -> str:
    """ "the Zorbani prime minister spoke."."""
    *before, noun = words.split()
    rows = whose.splitlines()
    at = len(rows) + len(before) + 1
    rows = [row.format(at) for row in rows]
    rows += [f"{w} {'PROPN' if w[0].isupper() else 'ADJ'} {at} amod JJ" for w in before]
    pos = "PROPN" if noun[0].isupper() else "NOUN"
    return "\n".join([*rows, f"{noun} {pos} {at + 1} nsubj {tag}", "spoke VERB 0 root VBD", f". PUNCT {at + 1} punct"])


def told_of(*places: str) -> str:
    """ "They met in Zorban."."""
    return "\n\n".join(
        f"They PRON 2 nsubj PRP\nmet VERB 0 root VBD\nin ADP 4 case IN\n{place} PROPN 2 obl NNP\n. PUNCT 2 punct"
        for place in places
    )


def holder(rows: str, day: str | None = DAY, *roles: Role) -> str | None:
    """Whom the subject of the last sentence is, of those that the registry knows."""
    made = doc(rows)
    known = Registry({e.id: e for e in ENTRIES}, roles or ROLES)
    people = cast(made, Article("t", made.text, issued=day), known)
    found = people.actor(next(t for t in list(made.sents)[-1] if t.dep_ == "nsubj"))
    return found if found in known.entries else None


@pytest.mark.parametrize("whose", list(PHRASES))
def test_whose_office_it_is(whose: str) -> None:
    assert holder(office("prime minister", PHRASES[whose])) == "actor/amra"
    assert holder(office("prime minister", PHRASES[whose].replace("Zorban", "Kelvan"))) is None


def test_the_office_of_a_state_behind_of() -> None:
    rows = """
    the DET 2 det DT
    envoy NOUN 5 nsubj NN
    {} ADP 4 case IN
    Zorban PROPN 2 nmod NNP
    spoke VERB 0 root VBD
    """
    envoy = Role("affiliation/envoy", "actor/dorn", "actor/zorban", "envoy", "2029")
    assert holder(rows.format("of"), DAY, envoy) == "actor/dorn"
    assert holder(rows.format("to"), DAY, envoy) is None


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2028-05-01", "actor/amra"),  # the first month
        ("2030-03-10T22:15:00", "actor/amra"),  # the last day
        ("2030-03-11", "actor/berd"),
        ("2032-12-31", "actor/berd"),  # of a year the whole
        ("2028-04-30", None),
        ("2033-01-01", None),
        ("2030-03", None),  # two held it in that month
        (None, None),
    ],
)
def test_the_office_on_the_day_of_the_article(day: str | None, found: str | None) -> None:
    assert holder(office("prime minister", PHRASES["'s"]), day) == found


@pytest.mark.parametrize("words", ["premier", "Premier", "Prime Minister"])
def test_other_words_for_the_office(words: str) -> None:
    assert holder(office(words, PHRASES["'s"])) == "actor/amra"


@pytest.mark.parametrize(
    "words",
    ["former prime minister", "new prime minister", "deputy prime minister", "acting prime minister", "oil minister"],
)
def test_other_offices(words: str) -> None:
    assert holder(office(words, PHRASES["'s"])) != "actor/amra"


@pytest.mark.parametrize(
    ("whose", "tag"),
    [("a DET {0} det DT\nZorbani ADJ {0} amod JJ", "NN"), (PHRASES["'s"], "NNS")],
)
def test_one_of_several_is_not_the_holder(whose: str, tag: str) -> None:
    assert holder(office("prime minister", whose, tag)) is None


def test_an_office_in_a_body_that_is_a_part_of_the_state() -> None:
    assert holder(office("foreign minister", PHRASES["demonym"])) == "actor/cale"
    assert holder(office("foreign minister", PHRASES["demonym"]), "2028-12-31") is None
    assert holder(office("leader", PHRASES["demonym"])) is None  # a mere head of a part is no head of the state


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (
            Role("affiliation/x", "actor/dorn", "actor/cabinet", "foreign minister", "2030"),
            "actor/dorn",
        ),  # succeeds him
        (Role("affiliation/x", "actor/dorn", "actor/cabinet", "foreign minister", "2029"), None),  # two at a time
        (Role("affiliation/x", "actor/dorn", "actor/cabinet", "foreign minister", "2032"), "actor/cale"),  # not yet
        (Role("affiliation/x", "actor/dorn", "actor/cabinet", "foreign minister", "2030", "2030"), "actor/cale"),
        (Role("affiliation/x", "actor/dorn", "actor/cabinet", "foreign minister"), "actor/cale"),  # nobody knows when
        (Role("affiliation/x", "actor/cale", "actor/cabinet", "foreign minister", "2029", "2032"), "actor/cale"),
    ],
)
def test_two_who_are_known_for_one_office(other: Role, found: str | None) -> None:
    assert holder(office("foreign minister", PHRASES["'s"]), "2031-01-01", *ROLES, other) == found


@pytest.mark.parametrize("title", ["senator", "deputy minister"])
def test_an_office_that_many_hold_has_no_successor(title: str) -> None:
    both = [
        Role(f"affiliation/{n}", f"actor/{n}", "actor/zorban", title, s)
        for n, s in (("amra", "2020"), ("berd", "2025"))
    ]
    assert holder(office(title, PHRASES["'s"]), DAY, *both) is None
    assert holder(office(title, PHRASES["'s"]), DAY, both[0]) == "actor/amra"


@pytest.mark.parametrize("noun", ["commander", "leader", "head", "chief"])
def test_a_body_has_one_head_by_whatever_noun(noun: str) -> None:
    whose = "the DET {0} det DT\nFalcon PROPN 3 compound NNP\nBrigades PROPN {0} compound NNPS"
    assert holder(office(noun, whose)) == "actor/dorn"
    assert holder(office(noun, whose), "2032-01-01") is None
    assert holder(office("spokesman", whose)) is None


@pytest.mark.parametrize(
    ("before", "found"),
    [
        (told_of("Zorban"), "actor/amra"),
        (told_of("Tarn"), "actor/amra"),  # a place of the state
        (told_of("Zorban", "Kelvan"), "actor/amra"),  # of the other nobody is known
        ("Zorban PROPN 2 nsubj NNP\nfell VERB 0 root VBD\n. PUNCT 2 punct", "actor/amra"),  # the state itself
        (told_of("Kelvan"), None),
    ],
)
def test_the_prime_minister_alone(before: str, found: str | None) -> None:
    assert holder(f"{before}\n\n{office('prime minister')}") == found


def test_the_prime_minister_alone_of_two_states() -> None:
    other = Role("affiliation/x", "actor/dorn", "actor/kelvan", "prime minister", "2029")
    rows = "{}\n\n" + office("prime minister")
    assert holder(rows.format(told_of("Zorban", "Kelvan")), DAY, *ROLES, other) is None
    assert holder(rows.format(told_of("Kelvan")), DAY, *ROLES, other) == "actor/dorn"


def test_an_office_of_no_ruler_alone() -> None:
    assert (
        holder(f"{told_of('Zorban')}\n\n{office('prime minister', PHRASES['demonym'].replace('Zorb', 'Kelv'))}") is None
    )
    assert holder(f"{told_of('Zorban')}\n\n{office('commander')}") is None
    assert holder(f"{told_of('Zorban')}\n\n{office('prime minister', 'a DET {0} det DT')}") is None


def mentioned(rows: str) -> set[tuple[str, str, str]]:
    made = doc(rows)
    people = cast(made, Article("t", made.text, issued=DAY), Registry({e.id: e for e in ENTRIES}, ROLES))
    return {(m.span.text, m.of, m.rule) for m in people.mentions()}


def test_the_mention_says_by_which_role_and_capitals_make_a_name_of_it() -> None:
    rows = office("Foreign Minister", PHRASES["name"].replace("the DET", "The DET"))
    by_office = {(of, rule) for text, of, rule in mentioned(rows) if text.endswith("Foreign Minister")}
    assert by_office == {("actor/cale", "reference.office"), ("affiliation/cale", "reference.office")}
    small = office("foreign minister", PHRASES["name"])
    assert not {of for _, of, _ in mentioned(small)} & {"actor/cale", "affiliation/cale"}  # nobody asked


@pytest.mark.parametrize(
    ("words", "tag", "found"),
    [
        ("Foreign Minister", "NN", True),
        ("Foreign Ministers", "NNS", False),
        ("Foreign Ministry", "NN", False),
        ("foreign minister", "NN", False),
    ],
)
def test_which_capitals_make_a_name(words: str, tag: str, found: bool) -> None:
    rows = office(words, "the DET {0} det DT", tag).replace("Foreign PROPN", "Foreign ADJ").replace("PROPN", "NOUN")
    ids = {of for _, of, _ in mentioned(f"{told_of('Zorban')}\n\n{rows}")}
    assert ("actor/cale" in ids) is found


def test_a_title_before_a_name_is_no_name_of_the_holder() -> None:
    rows = """
    the DET 3 det DT
    Foreign ADJ 3 amod NNP
    Minister NOUN 4 compound NN
    Hadi PROPN 6 nsubj NNP
    Latif PROPN 4 flat NNP
    spoke VERB 0 root VBD
    """
    ids = {of for _, of, _ in mentioned(f"{told_of('Zorban')}\n\n{rows}")}
    assert "actor/person/hadi-latif" in ids
    assert "actor/cale" not in ids


@pytest.mark.parametrize(("comma", "found"), [(", PUNCT 7 punct\n", "actor/amra"), ("", None)])
def test_a_clause_that_tells_which_of_several(comma: str, found: str | None) -> None:
    """ "The prime minister, who fled, spoke" is today's; "the prime minister who fled spoke" may be an earlier one."""
    at = 7 if comma else 6
    rows = f"""
    the DET 4 det DT
    Zorbani ADJ 4 amod JJ
    prime ADJ 4 amod JJ
    minister{"_" if comma else ""} NOUN {at + 1} nsubj NN
    {comma}who PRON {at} nsubj WP
    fled VERB 4 acl:relcl VBD
    spoke VERB 0 root VBD
    """
    assert holder(rows) == found
