"""The file of cues: what is shipped, what a user's file changes, and what is refused."""

import re
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import claimgraph
from claimgraph.errors import InputError
from claimgraph.registry import Registry
from claimgraph.statements.lexicon import CUES, PARTS, Lexicon, Row, lexicon
from claiming import CLAUSE, lines

ROW = {"lemmas": ["parley"], "act": "Assertion", "origin": "test"}


def text_of(part: str, **keys: Any) -> str:
    """A row of a file of cues."""
    return f"[[{part}]]\n" + "".join(f"{k} = {v!r}\n" for k, v in (ROW | keys).items()).replace("True", "true")


def added(path: Path, *rows: str) -> Lexicon:
    path.write_text("\n".join(rows), encoding="utf-8")
    return lexicon(path)


def shipped(part: str) -> dict[str, tuple[Row, ...]]:
    return dict(getattr(lexicon(), part))


def lemmas() -> set[str]:
    return {lemma for part in PARTS for lemma in shipped(part)}


def test_the_shipped_cues_are_several_hundred() -> None:
    counts = [len(shipped(part)) for part in PARTS]
    assert all(found > least for found, least in zip(counts, (600, 200, 100, 5), strict=True)), counts


def test_every_row_names_sources_that_the_head_of_the_file_tells() -> None:
    head = CUES.read_text(encoding="utf-8").split("# A row:")[0]
    sources = tuple(re.findall(r"^#   (\S.*?)  +", head, re.MULTILINE))
    assert len(sources) > 5
    rows = {row for part in PARTS for rows in shipped(part).values() for row in rows}
    assert len(rows) > 100
    for row in rows:
        parts = re.split(r"; (?![^(]*\))", row.origin)
        assert not [p for p in parts if not p.startswith(sources)], row.origin


def test_british_and_american_spelling_stand_in_the_same_rows() -> None:
    american = {w: w.replace("ize", "ise") for w in lemmas() if w.endswith("ize")}
    american |= {"favor": "favour", "honor": "honour", "rumor": "rumour", "judgment": "judgement"}
    american |= {"skepticism": "scepticism", "skeptical": "sceptical", "balk": "baulk", "pretense": "pretence"}
    assert len(american) > 20
    for part in PARTS:
        rows = shipped(part)
        assert not [w for w, british in american.items() if rows.get(w) != rows.get(british)]


@pytest.mark.parametrize(
    ("verb", "frame", "held"),
    [
        ("admit", "clause", True),
        ("reveal", "object", True),
        ("know", "clause", True),
        ("regret", "object", True),
        ("condemn", "object", True),
        ("pretend", "clause", False),
        ("say", "clause", None),
        ("claim", "clause", None),
        ("deny", "clause", None),
        ("accuse", "addressed", None),
        ("blame", "object", None),
        ("mock", "object", None),
    ],
)
def test_what_the_word_takes_for_true_or_false(verb: str, frame: str, held: bool | None) -> None:
    (row,) = [row for row in lexicon().verb[verb] if frame in row.frames]
    assert row.held is held


FOUND = {
    "The ministry ruled out a second vote.": ["The ministry | ruled out | a second vote"],
    "The emirs ruled the plain for decades.": [],
    "Tehran brushed aside the warning.": ["Tehran | brushed aside | the warning"],
    "The barber brushed the floor.": [],
    "Haddad attacked the plan as reckless.": ["Haddad | attacked | the plan as reckless"],
    "The soldiers attacked the village on Sunday.": [],
    "The council said that drivers are supposed to stop.": ["The council | said | that drivers are supposed to stop"],
    "The council apologised for the delay.": ["The council | apologised for | the delay"],
    "The rebels asked for a truce.": ["The rebels | asked for | a truce"],
    "The mayor is certain that the dam will hold.": ["The mayor | is certain | that the dam will hold"],
    "The mayor is a certain Khalid Amin.": [],
    "The newspaper sent a request for comment.": [],
}


@pytest.mark.parametrize("text", FOUND)
def test_what_attributes_in_one_frame_and_not_in_another(text: str, nlp: Language) -> None:
    found = claimgraph.extract(text, nlp=nlp, registry=Registry()).claims
    told = [" | ".join(" … ".join(s.text for s in part) for part in (c.source, c.cue, c.content)) for c in found]
    assert told == FOUND[text]


def test_a_file_replaces_a_lemmas_rows_of_the_same_part_of_speech(tmp_path: Path) -> None:
    words = added(tmp_path / "a.toml", text_of("verb", lemmas=["report", "parley"], frames=["object"]))
    assert [row.frames for row in words.verb["report"]] == [("object",)] == [r.frames for r in words.verb["parley"]]
    assert words.noun["report"] == lexicon().noun["report"]
    assert words.verb["announce"] == lexicon().verb["announce"]


def test_word_lists_are_joined(tmp_path: Path) -> None:
    words = added(tmp_path / "a.toml", "backing = ['parley']")
    assert words.backing == lexicon().backing | {"parley"}
    assert words.wording == lexicon().wording


def test_of_several_files_the_last_counts(tmp_path: Path) -> None:
    first, last = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text(text_of("verb", frames=["quote"]), encoding="utf-8")
    last.write_text(text_of("verb", frames=["object"]), encoding="utf-8")
    assert [row.frames for row in lexicon(first, last).verb["parley"]] == [("object",)]
    assert [row.frames for row in lexicon(last, first).verb["parley"]] == [("quote",)]


def test_a_row_without_frames_and_prepositions_switches_a_word_off(tmp_path: Path) -> None:
    assert lines(CLAUSE) == ["The minister | said | that rebels had left"]
    assert lines(CLAUSE, added(tmp_path / "a.toml", text_of("verb", lemmas=["say"]))) == []


def test_a_lemma_may_have_rows_that_do_not_meet(tmp_path: Path) -> None:
    words = added(
        tmp_path / "a.toml",
        text_of("verb", frames=["quote", "clause"], prepositions=["on"], act="Demand"),
        text_of("verb", frames=["object"], completed=["for"], prepositions=["of"], held=True),
        text_of("verb", frames=["object", "clause"], particle="out"),
        text_of("verb", prepositions=["on"], beside=["doubt"], act="Denial"),
        text_of("verb", prepositions=["on"], beside=["tribute"], act="Endorsement"),
        text_of("noun", frames=["clause"]),
    )
    assert len(words.verb["parley"]) == 5
    assert len(words.noun["parley"]) == 1


REFUSED = {
    "an unknown key": (text_of("verb", frame=["quote"]), "verb.0.frame: "),
    "an unknown list": ("backed = ['say']", "backed: "),
    "an unknown part of speech": (text_of("interjection"), "interjection: "),
    "an unknown act": (text_of("verb", act="Shout"), "verb.0.act: "),
    "no origin": ("[[verb]]\nact = 'Assertion'\nlemmas = ['say']", "verb.0.origin: "),
    "an empty origin": (text_of("verb", origin=""), "verb.0.origin: "),
    "no lemmas": (text_of("verb", lemmas=[]), "verb.0.lemmas: "),
    "an empty lemma": (text_of("verb", lemmas=["say", ""]), "verb.0.lemmas.1: "),
    "a lemma in upper case": (text_of("verb", lemmas=["say", "Tell"]), "verb.0.lemmas.1: 'Tell'"),
    "a lemma with a space at its end": (text_of("verb", lemmas=["say "]), "verb.0.lemmas.0: 'say '"),
    "a lemma in upper case in a list": ("backing = ['Parley']", "backing.*'Parley'"),
    "a lemma twice in one row": (
        text_of("verb", lemmas=["say", "say"]),
        "verb.0: 'say' stands twice in lemmas",
    ),
    "a frame twice": (text_of("verb", frames=["quote", "quote"]), "verb.0: 'quote' stands twice in frames"),
    "an unknown frame": (text_of("verb", frames=["sideways"]), "verb.0.frames.0: "),
    "a verb's frame of a noun": (text_of("noun", frames=["object"]), "noun.0.frames.0: "),
    "a frame of an adverb": (text_of("adverb", frames=["clause"]), "adverb.0.frames"),
    "an unknown preposition": (text_of("verb", prepositions=["onn"]), "verb.0.prepositions.0: .*'about', 'across'"),
    "an unknown particle": (text_of("verb", particle="outt"), "verb.0.particle: .*'across', 'ahead'"),
    "a word beside twice": (
        text_of("verb", prepositions=["on"], beside=["doubt", "doubt"]),
        "verb.0: 'doubt' stands twice in beside",
    ),
    "a word beside in upper case": (text_of("verb", beside=["Doubt"]), "verb.0.beside.0: 'Doubt'"),
    "nothing to complete": (text_of("verb", frames=["clause"], completed=["for"]), "verb.0: 'completed' wants"),
    "the second row": ("\n".join([text_of("verb"), text_of("verb", act="Shout")]), "verb.1.act: "),
    "no TOML": ("[[verb", "no file of cues"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_file_of_cues_is_refused_with_its_place(what: str, tmp_path: Path) -> None:
    text, says = REFUSED[what]
    path = tmp_path / "cues.toml"
    with pytest.raises(InputError, match=says) as error:
        added(path, text)
    assert str(error.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    ("first", "second", "use"),
    [
        ({"frames": ["object"]}, {"frames": ["clause", "object"]}, "object"),
        ({"frames": ["quote"]}, {"frames": ["clause"]}, "clause"),
        ({"prepositions": ["of", "on"]}, {"frames": ["object"], "prepositions": ["on"]}, "on"),
        ({"frames": ["object"], "particle": "out"}, {"frames": ["object"], "particle": "out"}, "object"),
        ({"frames": ["object"], "beside": ["doubt"]}, {"frames": ["object"], "beside": ["doubt"]}, "object"),
        ({}, {}, "no frame"),
    ],
)
def test_two_rows_that_read_the_same_words_are_refused(
    first: dict[str, Any], second: dict[str, Any], use: str, tmp_path: Path
) -> None:
    rows = [text_of("verb", **first), text_of("verb", lemmas=["hold"]), text_of("verb", **second)]
    with pytest.raises(InputError, match=f"verb.2: 'parley' with '{use}' stands in verb.0 too"):
        added(tmp_path / "cues.toml", *rows)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(text_of("verb", lemmas=["communiqué"]).encode("latin-1"))
    for path in (latin, tmp_path, tmp_path / "none.toml"):
        with pytest.raises(InputError, match="no file of cues can be read there") as error:
            lexicon(path)
        assert str(error.value).startswith(f"{path}: ")
