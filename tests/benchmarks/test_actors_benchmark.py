"""The annotated actors are sound, what is found of them is scored as told, and claimgraph does well enough."""

import json
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import typer
from spacy.language import Language

from benchmarks import actors
from benchmarks.actor_annotation import PLACE, ActorCase, Cross, annotation, cross
from benchmarks.actor_scoring import Figure, are_kin, is_role, verdicts
from claimgraph import resources
from claimgraph.model import Actor, Affiliation, Article, Extraction, Factuality, Kind, Measure, Mention, Place, Span
from claimgraph.model import Figure as Number
from claimgraph.registry import Registry
from claimgraph.registry import load as registry_of

CROSS = actors.SHIPPED / "cross.json"
FRESH = actors.SHIPPED.parent / "fresh"
FILES = [path for home in (actors.SHIPPED, FRESH) for path in sorted(home.glob("*.json")) if path.name != CROSS.name]
THING = {"id", "name", "mentions"}
MAY = {"references", "optional_mentions", "optional", "name_in_text"}
ROLE = {"member", "organization", "role", "place", "evidence", "optional"}
ACCEPT = {"role_accept", "organization_accept"}


def data(path: Path) -> dict[str, Any]:
    read = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def text_of(path: Path) -> str:
    beside = path.with_suffix(".txt")
    return (beside if beside.is_file() else path.parents[1] / beside.name).read_bytes().decode("utf-8")


def test_every_article_of_a_set_is_annotated() -> None:
    assert Counter(path.stem.rpartition("-")[0] for path in FILES) == {"fresh": 10, "names": 10, "wire": 16}
    assert {path.stem for path in actors.SHIPPED.glob("*.txt")} <= {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_annotation_of_actors_is_sound(path: Path) -> None:
    text, rows = text_of(path), data(path)
    assert rows.keys() == {"actors", "places", "affiliations", "different", "interchangeable", "no_affiliation"}
    things = [*rows["actors"], *rows["places"]]
    ids = [row["id"] for row in things]
    assert len(set(ids)) == len(ids)
    for row in rows["actors"]:
        assert THING | {"types", "named"} <= row.keys() <= THING | MAY | {"types", "named", "number"}
        assert row["types"]
        assert set(row["types"]) <= set(Kind)
    for row in rows["places"]:
        assert THING <= row.keys() <= THING | MAY
    for row in things:
        spans = [*row["mentions"], *row.get("references", []), *row.get("optional_mentions", [])]
        assert spans
        assert all(is_sound(span, text) for span in spans)
    for row in rows["affiliations"]:
        assert ROLE <= row.keys() <= ROLE | ACCEPT
        assert {row["member"], row["organization"], *row.get("organization_accept", [])} <= set(ids)
        assert row["place"] is None or row["place"] in ids
        assert all(is_sound(span, text) for span in row["evidence"])
    for pair in (*rows["different"], *rows["interchangeable"], *rows["no_affiliation"]):
        assert len(set(pair)) == len(pair) == 2
        assert set(pair) <= set(ids)


def is_sound(span: list[int], text: str) -> bool:
    begin, end = span
    return 0 <= begin < end <= len(text) and text[begin:end] == text[begin:end].strip()


@pytest.mark.parametrize("home", [CROSS, FRESH / CROSS.name], ids=lambda path: path.parent.name)
def test_what_is_one_in_several_articles_is_annotated_in_them(home: Path) -> None:
    ids = {path.stem: set(annotation(path).things) for path in FILES}
    told = cross(home)
    for group in (*told.same, *told.arguable, *told.different):
        assert len(group) > 1
        assert all(thing in ids[article] for article, thing in group)
    counts = Counter(member for group in (*told.same, *told.arguable) for member in group)
    assert set(counts.values()) == {1}


TEXT = (
    "Amal Haddad met Basim Haddad in Narva. Haddad, who leads the Narva Guard, said Narva had lost two drivers. "
    "The Guard denied it. The commander left Toro Bank."
)


def at(words: str, within: str = "") -> list[int]:
    begin = TEXT.index(within or words) + (within or words).index(words)
    return [begin, begin + len(words)]


LONE = at("Haddad", "Haddad, who")
STATE = at("Narva", "said Narva")
ROWS: dict[str, list[Any]] = {
    "actors": [
        {
            "id": "a1",
            "name": "Amal Haddad",
            "types": ["Person"],
            "named": True,
            "mentions": [at("Amal Haddad"), LONE],
            "references": [at("who"), at("The commander")],
        },
        {"id": "a2", "name": "Basim Haddad", "types": ["Person"], "named": True, "mentions": [at("Basim Haddad")]},
        {
            "id": "a3",
            "name": "Narva Guard",
            "types": ["ArmedGroup"],
            "named": True,
            "mentions": [at("Narva Guard"), at("Guard", "The Guard")],
        },
        {"id": "a4", "name": "Narva", "types": ["State"], "named": True, "mentions": [STATE], "references": [at("it")]},
        {
            "id": "a5",
            "name": "drivers",
            "types": ["UnnamedGroup"],
            "named": False,
            "mentions": [at("drivers")],
            "number": 2,
        },
        {"id": "a6", "name": "Toro Bank", "types": ["Organization"], "named": True, "mentions": [at("Toro Bank")]},
    ],
    "places": [
        {
            "id": "p1",
            "name": "Narva",
            "mentions": [at("Narva", "in Narva")],
            "optional_mentions": [at("Narva", "Narva Guard")],
        }
    ],
    "affiliations": [
        {
            "member": "a1",
            "organization": "a3",
            "role": "leader",
            "place": "p1",
            "evidence": [LONE],
            "optional": False,
        },
        {"member": "a2", "organization": "a6", "role": "clerk", "place": None, "evidence": [LONE], "optional": False},
        {"member": "a5", "organization": "a4", "role": "citizen", "place": None, "evidence": [LONE], "optional": True},
    ],
    "different": [["a1", "a2"]],
    "interchangeable": [["a4", "p1"]],
    "no_affiliation": [["a1", "a6"]],
}


def mention(node: str, where: list[int], rule: str = "name.made") -> Mention:
    return Mention(Span.of(TEXT, *where), node, rule)


def affiliation(member: str, organization: str, role: str | None, **more: Any) -> Affiliation:
    return Affiliation(f"{member}-{organization}", member, organization, role, "affiliation.made", **more)


TOLD = Extraction(
    Article("tiny-1", TEXT),
    actors=(
        Actor("amal", Kind.PERSON, "Amal"),
        Actor("basim", Kind.PERSON, "Basim"),
        Actor("guard", Kind.ARMED_GROUP, "Narva Guard"),
        Actor("narva", Kind.STATE, "Narva"),
        Actor("drivers", Kind.UNNAMED_GROUP, "drivers", named=False),
        Actor("lost", Kind.PERSON, "lost"),
    ),
    places=(Place("bank", "Toro Bank"),),
    mentions=(
        mention("amal", at("Amal Haddad")),
        mention("basim", at("Basim Haddad")),
        mention("basim", LONE),  # is Amal
        mention("narva", at("Narva", "in Narva")),  # a place, but the state may stand for it
        mention("amal", at("who"), "reference.pronoun"),
        mention("guard", at("Narva Guard")),  # and "The Guard" is missed
        mention("narva", STATE),
        mention("lost", at("lost")),  # nobody
        mention("drivers", at("two drivers"), "description.noun"),
        mention("amal", at("commander"), "reference.definite"),
        mention("bank", at("Toro Bank")),  # no place
    ),
    affiliations=(
        affiliation("amal", "guard", "Leader of the Guard", place="narva"),
        affiliation("amal", "bank", "critic"),  # only looks like one
        affiliation("drivers", "narva", "citizens"),  # optional
    ),
    figures=(Number("figure", "drivers", Measure.COUNT, "figure.made", value=Decimal(2)),),
)


@pytest.fixture
def tiny(tmp_path: Path) -> ActorCase:
    path = tmp_path / "tiny-1.json"
    path.write_text(json.dumps(ROWS), encoding="utf-8")
    return ActorCase(TOLD, annotation(path))


def four(cases: list[ActorCase], figure: Figure, told: Cross | None = None) -> tuple[int, int, int, int]:
    """Of what is annotated, what is right and what is not; of what is found, likewise."""
    counts = Counter((v.is_wanted, v.is_right) for v in verdicts(cases, told or Cross()) if v.figure == figure)
    return counts[True, True], counts[True, False], counts[False, True], counts[False, False]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure.MENTIONS, (7, 1, 7, 1)),
        (Figure.KINDS, (6, 1, 0, 0)),
        (Figure.WITHIN, (0, 1, 0, 1)),  # a state and its place are one node: neither right nor wrong
        (Figure.ACROSS, (0, 0, 0, 0)),
        (Figure.DIFFERENT, (0, 1, 0, 0)),
        (Figure.REFERENCES, (2, 1, 2, 0)),
        (Figure.UNNAMED, (1, 0, 0, 0)),
        (Figure.NUMBERS, (1, 0, 0, 0)),
        (Figure.AFFILIATIONS, (1, 1, 1, 1)),
        (Figure.ROLES, (1, 0, 0, 0)),
        (Figure.PLACES, (1, 0, 0, 0)),
        (Figure.NEAR, (0, 1, 0, 0)),
    ],
)
def test_figures_of_actors_by_hand(tiny: ActorCase, figure: Figure, expected: tuple[int, ...]) -> None:
    assert four([tiny], figure) == expected


def test_what_is_denied_is_no_affiliation(tiny: ActorCase) -> None:
    denied = affiliation("amal", "bank", "critic", factuality=Factuality.DENIED)
    without = ActorCase(replace(TOLD, affiliations=(denied,)), tiny.wanted)
    assert four([without], Figure.AFFILIATIONS) == (0, 2, 0, 0)
    assert four([without], Figure.NEAR) == (1, 0, 0, 0)


def test_an_affiliation_of_one_without_a_name_counts_only_where_it_is_right(tiny: ActorCase) -> None:
    stray, named = (affiliation(member, "bank", "clerk") for member in ("drivers", "guard"))
    assert four([ActorCase(replace(TOLD, affiliations=(stray,)), tiny.wanted)], Figure.AFFILIATIONS) == (0, 2, 0, 0)
    assert four([ActorCase(replace(TOLD, affiliations=(named,)), tiny.wanted)], Figure.AFFILIATIONS) == (0, 2, 0, 1)


def test_a_node_stands_for_whom_most_of_its_names_mean(tiny: ActorCase) -> None:
    assert tiny.stands_for["amal"] == {"a1"}
    assert tiny.stands_for["basim"] == set()  # one of two
    assert tiny.stands_for["drivers"] == {"a5"}  # by a description
    assert tiny.stands_for["narva"] == {"a4", "p1"}


def test_words_of_two_actors_merge_neither(tiny: ActorCase) -> None:
    things = dict(tiny.wanted.things)
    things["a2"] = replace(things["a2"], mentions=(*things["a2"].mentions, things["a1"].mentions[1]))
    assert four([ActorCase(TOLD, replace(tiny.wanted, things=things))], Figure.DIFFERENT) == (1, 0, 0, 0)


def test_what_is_counted_is_the_head(tiny: ActorCase) -> None:
    text = "Dozens of drivers from Narva"
    people = Mention(Span.of(text, 10, 17), "drivers", "description.noun")
    case = ActorCase(replace(TOLD, article=Article("tiny-2", text), mentions=(people,)), tiny.wanted)
    assert case.lying_on((0, len(text))) == (people,)
    assert case.lying_on((0, 9)) == ()


def test_a_mention_of_what_is_optional_counts_neither_for_nor_against(tiny: ActorCase) -> None:
    within = mention("narva", at("Narva", "Narva Guard"))
    with_it = ActorCase(replace(TOLD, mentions=(*TOLD.mentions, within)), tiny.wanted)
    things = dict(tiny.wanted.things) | {"a6": replace(tiny.wanted.things["a6"], optional=True)}
    optional = ActorCase(TOLD, replace(tiny.wanted, things=things))
    assert four([with_it], Figure.MENTIONS)[2:] == (8, 1)  # lies in a name that is wanted
    assert four([optional], Figure.MENTIONS) == (6, 1, 6, 1)


def test_a_mention_that_can_be_read_in_two_ways_may_be_one_with_either(tiny: ActorCase) -> None:
    things = dict(tiny.wanted.things)
    things["a4"] = replace(things["a4"], mentions=(*things["a4"].mentions, things["p1"].mentions[0]))
    alone = replace(tiny.wanted, things=things, interchangeable=())
    assert four([ActorCase(TOLD, alone)], Figure.WITHIN) == (0, 1, 0, 1)
    strict = replace(tiny.wanted, interchangeable=())
    assert four([ActorCase(TOLD, strict)], Figure.WITHIN) == (0, 1, 0, 2)


def test_identity_across_articles_is_by_what_is_told_of_both(tiny: ActorCase) -> None:
    other = ActorCase(replace(TOLD, article=Article("tiny-2", TEXT)), tiny.wanted)

    def group(thing: str) -> frozenset[tuple[str, str]]:
        return frozenset({("tiny-1", thing), ("tiny-2", thing)})

    same = Cross(same=tuple(map(group, ("a1", "a2", "a3", "a4", "a6", "p1"))))
    assert four([tiny, other], Figure.ACROSS, same) == (7, 2, 7, 2)  # Amal is Basim in either, both ways
    arguable = Cross(arguable=(group("a3"),))
    assert four([tiny, other], Figure.ACROSS, arguable)[:2] == (0, 0)
    unlike = four([tiny, other], Figure.ACROSS)
    assert unlike[3] == four([tiny, other], Figure.ACROSS, arguable)[3] + 1
    merged = Cross(different=(group("a3"),))
    assert four([tiny, other], Figure.DIFFERENT, merged) == (0, 3, 0, 0)
    assert four([tiny], Figure.DIFFERENT, merged) == (0, 1, 0, 0)


@pytest.mark.parametrize(
    ("kind", "other", "expected"),
    [
        ("Organization", "ArmedGroup", True),
        ("ArmedGroup", "Group", True),
        ("ArmedGroup", "State", False),
        ("Actor", "Person", False),
        (PLACE, PLACE, True),
        (PLACE, "State", False),
    ],
)
def test_classes_above_and_below_will_do(kind: str, other: str, expected: bool) -> None:
    assert are_kin(kind, other) is expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [("Commander", True), ("deputy commander", True), ("command", False), ("chief", False), (None, False)],
)
def test_a_role_may_have_more_words_or_fewer(found: str | None, expected: bool) -> None:
    assert is_role(found, ("commander", "field leader")) is expected
    assert is_role("leader", ("commander", "field leader"))


@pytest.mark.parametrize(
    ("annotated", "found", "expected"),
    [
        ("drivers", "two drivers", True),
        ("the Narva Guard", "Narva", False),
        ("drivers", "lost two drivers. The Guard", False),
        ("Basim Haddad in Narva", "Haddad", True),
        ("Basim Haddad in Narva", "Narva", False),
    ],
)
def test_descriptions_with_one_head_mean_the_same(tiny: ActorCase, annotated: str, found: str, expected: bool) -> None:
    words = mention("amal", at(found, annotated if found in annotated else found), "description.noun")
    case = ActorCase(replace(TOLD, mentions=(words,)), tiny.wanted)
    begin, end = at(annotated)
    assert bool(case.lying_on((begin, end))) is expected


def test_the_table_of_actors_and_its_errors(tiny: ActorCase) -> None:
    lines = actors.table({"one": [tiny], "two": [tiny]}, Cross()).splitlines()
    assert lines[0] == "|  | one | two | all |"
    assert "| mentions: P, R, **F1** | .875 .875 **.875** | .875 .875 **.875** | .875 .875 **.875** |" in lines
    assert "| unnamed actors: found | 1.000 (1 of 1) | 1.000 (1 of 1) | 1.000 (2 of 2) |" in lines
    assert "| of different actors: merged | 1 of 1 | 1 of 1 | 2 of 2 |" in lines
    given = list(verdicts([tiny], Cross()))
    missed, false = actors.errors(given, Figure.MENTIONS)
    assert missed.startswith("missed: tiny-1 111: ")
    assert "The [Guard] denied" in missed
    assert "[lost]" in false
    assert false.endswith("lost by name.made")
    (wrong,) = actors.errors(given, Figure.KINDS)
    assert wrong.endswith("[Toro Bank].: wanted Organization, found Place")


def test_an_annotation_without_its_article_is_refused(tmp_path: Path, nlp: Language) -> None:
    with pytest.raises(typer.BadParameter, match="no annotation"):
        actors.sets(tmp_path, nlp, Registry())
    (tmp_path / "a-1.json").write_text(json.dumps(ROWS), encoding="utf-8")
    with pytest.raises(typer.BadParameter, match=r"a-1\.txt is missing"):
        actors.sets(tmp_path, nlp, Registry())


def test_an_article_that_is_not_read_as_it_stands_is_refused(tmp_path: Path, nlp: Language) -> None:
    (tmp_path / "a-1.json").write_text(json.dumps(ROWS), encoding="utf-8")
    (tmp_path / "a-1.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode("utf-8"))
    with pytest.raises(typer.BadParameter, match="not read as it stands"):
        actors.sets(tmp_path, nlp, Registry())


def test_actors_of_the_shipped_articles_are_found_well_enough(nlp: Language) -> None:
    """Catches a change that breaks names, links or affiliations and that no test of a single rule sees.

    The floors lie well below the figures of the day they were set.
    """
    found = actors.sets(actors.SHIPPED, nlp, registry_of(resources.REGISTRY))
    lines = actors.table(found, cross(CROSS)).splitlines()
    least = {
        "mentions": 0.95,
        "kinds": 0.9,
        "identity within articles": 0.75,
        "identity across articles": 0.7,
        "affiliations": 0.55,
    }
    figures = {line.split("|")[1].split(":")[0].strip(): line.split("|")[4] for line in lines[2:]}
    for name, floor in least.items():
        share = figures[name].split("**")[1] if "**" in figures[name] else figures[name].split()[0]
        assert float(share) > floor, name
