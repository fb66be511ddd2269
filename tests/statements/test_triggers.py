"""The file of triggers: what is shipped, what a user's file changes, and what is refused."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDFS, SKOS, Graph
from spacy.language import Language

from claimgraph import pipeline
from claimgraph.errors import InputError
from claimgraph.model import Article
from claimgraph.registry import Registry
from claimgraph.resources import ONTOLOGY
from claimgraph.statements.triggers import TRIGGERS, Trigger, Triggers, shipped, triggers
from claimgraph.vocabulary import CG, plover_code, superclasses

GRAPH = Graph(bind_namespaces="none").parse(ONTOLOGY)
CLASSES = {str(c).removeprefix(str(CG)) for c in GRAPH.transitive_subjects(RDFS.subClassOf, CG.Event)} - {"Event"}
TOPS = {str(c).removeprefix(str(CG)) for c in GRAPH.subjects(RDFS.subClassOf, CG.Event)}
FILE = tomllib.loads(TRIGGERS.read_text(encoding="utf-8"))
POSITIVE = ("particle", "preposition", "phrase", "object", "subject", "modifier", "case", "of")
ENTRY = {"type": "Raid", "frame": "act", "lemmas": ["parley"]}


def text_of(part: str, **keys: Any) -> str:
    """An entry of a file of triggers; a key that is None is left out."""
    told = {k: v for k, v in (ENTRY | keys).items() if v is not None}
    return f"[[{part}]]\n" + "".join(f"{k} = {v!r}\n" for k, v in told.items()).replace("True", "true")


def added(path: Path, *entries: str) -> Triggers:
    path.write_text("\n".join(entries), encoding="utf-8")
    return triggers(path)


def types(text: str, nlp: Language, words: Triggers | None = None) -> list[str]:
    return [e.type for e in pipeline.extract(Article("test", text), nlp, Registry(), triggers=words).events]


def lists() -> Iterator[list[str]]:
    """Every list of words in the file."""
    yield from (*FILE["sets"].values(), *FILE["light"].values())
    yield from (v for part in ("verb", "noun") for e in FILE[part] for v in e.values() if isinstance(v, list))


def of_each_lemma() -> Iterator[tuple[str, tuple[Trigger, ...]]]:
    yield from shipped().verbs.items()
    yield from shipped().nouns.items()


def used() -> set[str]:
    return {trigger.type for _, several in of_each_lemma() for trigger in several}


def fits_wherever(one: Trigger, other: Trigger) -> bool:
    """Whether one's conditions hold wherever the other's do."""
    asked = [(getattr(one, name), getattr(other, name)) for name in (*POSITIVE, "needs")]
    barred = [
        (getattr(one, name), getattr(other, name)) for name in ("not_object", "not_modifier", "not_phrase", "not_case")
    ]
    return (
        all(not mine or (theirs and theirs <= mine) for mine, theirs in asked)
        and all(mine <= theirs for mine, theirs in barred)
        and (other.plural or not one.plural)
    )


def test_what_asks_for_more_is_tried_first() -> None:
    weights = [t.weight for t in shipped().nouns["strike"]]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) > 1


def test_the_file_knows_the_ontologys_classes_and_what_is_above_each() -> None:
    assert set(shipped().broader) == CLASSES
    for name in CLASSES:
        assert shipped().lineage(name) == superclasses(name)


def test_every_class_is_explained_and_has_a_code() -> None:
    for name in CLASSES:
        assert plover_code(name), name
        for said in (SKOS.definition, SKOS.example):
            assert GRAPH.value(CG[name], said), name


def test_every_class_below_the_sixteen_has_a_trigger() -> None:
    assert len(TOPS) == 16
    assert used() - TOPS == CLASSES - TOPS
    assert len(CLASSES - TOPS) > 40


def test_no_word_stands_twice_in_a_list() -> None:
    assert [again for words in lists() if (again := {w for w in words if words.count(w) > 1})] == []


def test_every_set_is_used() -> None:
    rules = "".join(path.read_text(encoding="utf-8") for path in TRIGGERS.parent.rglob("*.py"))
    named = {word[1:] for words in lists() for word in words if word.startswith("@")}
    assert set(FILE["sets"]) <= named | set(re.findall(r'sets\["(\w+)"\]', rules))
    assert {e["frame"] for part in ("verb", "noun") for e in FILE[part]} == set(FILE["frames"])


def test_every_word_is_one_token(nlp: Language) -> None:
    """No rule looks at a word that the reader has cut in two, but for a trigger with a hyphen: 'sit-in'."""
    lemmas = {lemma for lemma, _ in of_each_lemma()}
    words = lemmas | {word for several in lists() for word in several if not word.startswith("@")}
    assert len(words) > 1000
    cut = {word: [token.text for token in nlp.tokenizer(word)] for word in words}
    whole = {word for word, parts in cut.items() if len(parts) == 1}
    hyphened = {word for word, parts in cut.items() if len(parts) == 3 and parts[1] == "-" and word in lemmas}
    assert sorted(words - whole - hyphened) == []


def test_no_trigger_stands_behind_one_that_fits_wherever_it_does() -> None:
    behind = [
        (lemma, first.type, later.type)
        for lemma, several in of_each_lemma()
        for k, later in enumerate(several)
        for first in several[:k]
        if fits_wherever(first, later)
    ]
    assert behind == []


def test_no_trigger_asks_for_what_it_excludes_or_cannot_find() -> None:
    for lemma, several in of_each_lemma():
        for one in several:
            assert not one.object or one.object - one.not_object, lemma
            assert not one.modifier or one.modifier - one.not_modifier, lemma
            assert not one.needs or one.needs & {*one.frame.values(), "location"}, lemma


FOUND = {
    "Rebels fired rockets at the village.": ["RocketAttack"],
    "Rebels fired mortar shells at the village.": ["Shelling"],
    "Rebels fired on the village.": ["Shooting"],
    "The army shot down a drone.": ["Interception"],
    "The army shot a shepherd.": ["Shooting"],
    "Rebels took four hostages.": ["Abduction"],
    "Rebels took the town.": ["Capture"],
    "The army suspended the talks.": ["TalksBreakdown"],
    "The army suspended its patrols.": ["Suspension"],
    "The union severed its ties with the party.": ["DiplomaticBreak"],
    "The bank granted the islands a loan.": ["FinancialAid"],
    "The bank granted the islands asylum.": ["Asylum"],
    "Soldiers laid down their arms.": ["Disarmament"],
    "The minister stepped down.": ["Resignation"],
    "The council passed a resolution.": ["Resolution"],
    "The council passed a mill.": [],
    "The navy held an exercise.": ["MilitaryExercise"],
    "The navy held a parade.": ["Mobilize"],
}


@pytest.mark.parametrize("text", FOUND)
def test_the_class_that_the_words_beside_a_trigger_make(text: str, nlp: Language) -> None:
    assert types(text, nlp) == FOUND[text]


def test_a_file_replaces_a_lemmas_entries_of_the_same_part_of_speech(tmp_path: Path) -> None:
    words = added(tmp_path / "a.toml", text_of("verb", lemmas=["attack", "parley"]))
    assert [t.type for t in words.verbs["attack"]] == ["Raid"] == [t.type for t in words.verbs["parley"]]
    assert words.nouns["attack"] == shipped().nouns["attack"]
    assert words.verbs["raid"] == shipped().verbs["raid"]


def test_of_several_files_the_last_counts(tmp_path: Path) -> None:
    first, last = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text(text_of("verb"), encoding="utf-8")
    last.write_text(text_of("verb", type="Ambush"), encoding="utf-8")
    assert [t.type for t in triggers(first, last).verbs["parley"]] == ["Ambush"]
    assert [t.type for t in triggers(last, first).verbs["parley"]] == ["Raid"]


def test_an_entry_of_lemmas_alone_switches_them_off(tmp_path: Path, nlp: Language) -> None:
    text = "Rebels attacked the village."
    off = added(tmp_path / "a.toml", text_of("verb", type=None, frame=None, lemmas=["attack"]))
    assert (types(text, nlp), types(text, nlp, off)) == (["Assault"], [])
    assert off.nouns["attack"] == shipped().nouns["attack"]


def test_a_set_of_a_shipped_name_adds_words_for_the_files_own_entries(tmp_path: Path) -> None:
    more = "[sets]\nroad = ['causeway']\nmine = ['quay']\n"
    words = added(tmp_path / "a.toml", more, text_of("verb", object=["@road", "@mine", "pier"]))
    assert words.verbs["parley"][0].object == shipped().sets["road"] | {"causeway", "quay", "pier"}
    assert words.sets == shipped().sets
    assert words.verbs["block"] == shipped().verbs["block"]


def test_a_file_may_have_frames_of_its_own(tmp_path: Path, nlp: Language) -> None:
    frame = "[frames.robbed]\nsubject = 'patient'\n"
    words = added(tmp_path / "a.toml", frame, text_of("verb", lemmas=["lose"], frame="robbed"))
    (event,) = pipeline.extract(Article("t", "Sudan lost a ferry."), nlp, Registry(), triggers=words).events
    assert (event.type, len(event.patients), event.agents) == ("Raid", 1, ())


def test_the_shipped_ones_are_read_once() -> None:
    assert shipped() is shipped() is triggers()


REFUSED = {
    "an unknown table": ("[light]\nverbs = ['have']", "light: "),
    "an unknown key": (text_of("verb", words=["a"]), "verb.0.words: "),
    "a key of nouns": (text_of("verb", modifier=["air"]), "verb.0.modifier: "),
    "a key of verbs": (text_of("noun", particle=["up"]), "noun.0.particle: "),
    "an unknown class": (text_of("verb", type="Earthquake"), "verb.0.type: .*'Earthquake'"),
    "a class of no events": (text_of("noun", type="Person"), "noun.0.type: .*'Person'"),
    "an unknown frame": (text_of("verb", frame="acting"), "verb.0.frame: .*'acting': use one of act, "),
    "an unknown set": (text_of("verb", object=["@abstruse"]), "verb.0.object: .*'@abstruse'"),
    "an unknown preposition": (text_of("verb", preposition=["onn"]), "verb.0.preposition.0: "),
    "an unknown role": (text_of("verb", needs=["doer"]), "verb.0.needs.0: "),
    "a role of frames only": (text_of("verb", needs=["of_agent"]), "verb.0.needs.0: "),
    "an unknown role in a frame": ("[frames.sink]\nsubject = 'doer'", "frames.sink.subject"),
    "an unknown place in a frame": ("[frames.sink]\nsubjekt = 'agent'", "frames.sink.subjekt.*'subjekt' is no gram"),
    "no lemmas": (text_of("verb", lemmas=[]), "verb.0.lemmas: "),
    "a lemma in upper case": (text_of("verb", lemmas=["Parley"]), "verb.0.lemmas.0: 'Parley'"),
    "a lemma of two words": (text_of("verb", lemmas=["blow up"]), "verb.0.lemmas.0: 'blow up' is more than one word"),
    "a condition of two words": (text_of("noun", modifier=["tear gas"]), "noun.0.modifier.0: 'tear gas'"),
    "a lemma twice": (text_of("verb", lemmas=["a", "a"]), "verb.0: 'a' stands twice in lemmas"),
    "no class": (text_of("verb", type=None), "verb.0: an entry wants type and frame"),
    "no frame": (text_of("verb", frame=None), "verb.0: an entry wants type and frame"),
    "a condition on nothing": (text_of("noun", type=None, frame=None, plural=True), "noun.0: an entry wants type"),
    "the second entry": (text_of("verb") + text_of("verb", type="Shout"), "verb.1.type: "),
    "no TOML": ("[[verb", "no file of triggers"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_file_of_triggers_is_refused_with_its_place(what: str, tmp_path: Path) -> None:
    text, says = REFUSED[what]
    path = tmp_path / "triggers.toml"
    with pytest.raises(InputError, match=says) as error:
        added(path, text)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.toml"):
        with pytest.raises(InputError, match="no file of triggers can be read there"):
            triggers(path)
