"""`claimgraph explain --rules` and `--cues`: why a sentence makes a claim, or none, and words of one's own."""

import io
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import claimgraph
from claimgraph import pipeline
from claimgraph.commands import rules
from claimgraph.mentions import cast
from claimgraph.model import Article
from claimgraph.registry import Registry

NOTE = "The mayor said that the bridge was shut. Their demand was met. The road was empty."
RADIO = "Residents radioed that boats were sinking."
DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
RULES = Path(str(claimgraph.__file__)).parent / "statements" / "attributions"
MORE = """
[[verb]]
lemmas = ["radio"]
act = "Accusation"
frames = ["clause", "quote"]
origin = "house style"
"""
FEWER = """
[[verb]]
lemmas = ["say"]
act = "Assertion"
origin = "house style"
"""
WRONG: list[tuple[bytes | None, str]] = [
    (None, "No such file"),
    (b"\x89PNG\r\n\x1a\n" + bytes(64), "no file of cues"),
    (b"[[verb]]\nlemmas = radio", "at line 2, column 10"),
    (b"[[verb]]\nlemmas = ['radio']\norigin = 'me'\nact = 'Shout'", "verb.0.act"),
    (b"[[verb]]\nlemmas = ['radio']\norigin = 'me'\nact = 'Denial'\nframe = ['quote']", "verb.0.frame"),
    (b"[[verb]]\nlemmas = []\norigin = 'me'\nact = 'Denial'", "verb.0.lemmas"),
]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def explain(build: Run, run: Run) -> Run:
    """Runs `explain --rules` with the pipeline that `build` has loaded."""
    return lambda *arguments: run("explain", "--rules", *arguments)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(NOTE, "utf-8")
    return path


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """Two articles, and a line that is none."""
    path = tmp_path / "feed.jsonl"
    lines = ({"id": "a", "text": NOTE}, {"id": "b", "text": RADIO}, {"id": "c"})
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return path


def cues(folder: Path, text: str | bytes, name: str = "words.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def sentences(out: str) -> dict[str, list[str]]:
    """The lines below each sentence of an article's text form, with the spaces at their ends gone."""
    _, *blocks = out.rstrip("\n").split("\n\n")
    return {head: [line.strip() for line in lines] for head, *lines in (block.splitlines() for block in blocks)}


def told(explain: Run, *arguments: str | Path) -> list[dict[str, Any]]:
    code, out, err = explain(*arguments, "--format", "json")
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def contents(found: Sequence[dict[str, Any]]) -> list[str]:
    return [made["claim"]["content"][0]["text"] for sentence in found for made in sentence["claims"]]


def test_each_sentence_has_its_claims_or_why_it_has_none(explain: Run, note: Path) -> None:
    code, out, err = explain(note)
    assert (code, err, out.splitlines()[0]) == (0, "", "note")
    made, rejected, nothing = sentences(out).items()
    assert made[0] == "The mayor said that the bridge was shut.  (0-40)"
    assert re.fullmatch(r"1\. .*mayor  \[Assertion, Indirect\]", made[1][0])
    assert made[1][1].startswith("rule claim.verb-clause: 'said that …'")
    assert made[1][2:] == [
        "source: The mayor  (0-9)",
        "cue: said  (10-14)",
        "content: that the bridge was shut  (15-39)",
    ]
    assert rejected[0] == "Their demand was met.  (41-62)"
    assert rejected[1][0] == "no claim: demand  (47-53)"
    assert rejected[1][1].startswith("rule claim.noun: ")
    assert re.fullmatch(r"reason: no .+", rejected[1][2])
    assert nothing == ("The road was empty.  (63-82)", ["no word here attributes or tells of an event"])


def test_json_has_every_field_of_every_sentence(explain: Run, note: Path) -> None:
    made, rejected, nothing = told(explain, note)
    (claim,) = made["claims"]
    assert {key: claim["claim"][key] for key in ("rule", "speech_act", "quotation")} == {
        "rule": "claim.verb-clause",
        "speech_act": "Assertion",
        "quotation": "Indirect",
    }
    assert claim["claim"]["cue"] == [{"begin": 10, "end": 14, "text": "said"}]
    assert (claim["number"], claim["embedded_in"]) == (1, [])
    assert claim["states"].startswith("'said that …'")
    assert claim["claimant"].endswith("mayor")
    assert made["rejected"] == []
    (word,) = rejected["rejected"]
    assert (word["span"], word["rule"]) == ({"begin": 47, "end": 53, "text": "demand"}, "claim.noun")
    assert word["reason"]
    assert word["states"]
    span = {"begin": 63, "end": 82, "text": "The road was empty."}
    assert nothing == {"article": "note", "span": span, "claims": [], "rejected": [], "events": []}


def test_each_sentence_has_its_events_by_trigger_class_and_rule(explain: Run, tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_text("Shells hit the mill. The road was empty. The shelling killed a guard, police said.", "utf-8")
    first, nothing, again = sentences(explain(path)[1]).values()
    assert first[:2] == ["no word here attributes", "event 1: Shelling  [told as Stated]"]
    assert first[2].startswith("rule event.verb: ")
    assert first[3] == "trigger: hit  (7-10)"
    assert nothing == ["no word here attributes or tells of an event"]
    assert next(line for line in again if line.startswith("event")) == "event 1 again: Shelling  [told as Attributed]"
    told_of = [event for sentence in told(explain, path) for event in sentence["events"]]
    assert [(e["number"], e["again"], e["type"], e["told_as"]) for e in told_of[:2]] == [
        (1, False, "Shelling", "Stated"),
        (1, True, "Shelling", "Attributed"),
    ]
    assert (told_of[0]["rule"], told_of[0]["span"]) == ("event.verb", {"begin": 7, "end": 10, "text": "hit"})
    assert told_of[0]["states"]


def test_every_rule_of_events_says_what_it_states() -> None:
    written = {
        rule
        for path in RULES.parent.glob("*.py")
        for rule in re.findall(r"\"(event\.[a-z-]+)\"", path.read_text(encoding="utf-8"))
    }
    assert written == set(rules.EVENTS)
    assert all(rules.stated(rule) for rule in written)


def test_a_claim_within_a_claim_names_the_one_around_it(explain: Run, tmp_path: Path) -> None:
    path = tmp_path / "chain.txt"
    path.write_text(f"{NOTE} The mayor said that residents had reported that boats were sinking.", "utf-8")
    _, _, _, lines = sentences(explain(path)[1]).values()
    assert [line for line in lines if re.match(r"\d|embedded", line)][1:] == [
        "3. residents  [Assertion, Indirect]",
        "embedded in: claim 2",
    ]
    assert [made["embedded_in"] for made in told(explain, path)[3]["claims"]] == [[], [2]]


def test_a_claim_stands_where_its_cue_stands_however_far_its_content_reaches(explain: Run, tmp_path: Path) -> None:
    path = tmp_path / "quote.txt"
    path.write_text("The mayor said: “The bridge is shut. Nobody crossed it. The road is empty.”", "utf-8")
    first, *others = told(explain, path)
    assert contents([first]) == ["“The bridge is shut. Nobody crossed it. The road is empty.”"]
    assert contents(others) == []
    assert others


def test_nobody_named(explain: Run, tmp_path: Path) -> None:
    path = tmp_path / "rumour.txt"
    path.write_text("Reportedly the bridge was shut.", "utf-8")
    assert "1. nobody named  [Assertion, Indirect]" in explain(path)[1]


def test_an_article_on_stdin(explain: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NOTE.encode())))
    code, out, err = explain("-")
    assert (code, err, out.splitlines()[0]) == (0, "", "stdin")
    assert len(sentences(out)) == 3


def test_each_article_of_a_file_is_told_and_a_bad_line_too(explain: Run, feed: Path) -> None:
    code, out, err = explain(feed)
    assert (code, err.count("\n")) == (0, 1)
    assert err.startswith(f"claimgraph: {feed}:3: ")
    assert re.findall(r"^\S+$", out, re.MULTILINE) == ["a", "b"]
    assert [s["article"] for s in json.loads(explain(feed, "--format", "json")[1])] == ["a", "a", "a", "b"]


def test_an_article_that_cannot_be_analysed_leaves_with_1(
    explain: Run, feed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(doc: Any, article: Article, registry: Registry) -> object:
        if article.identifier == "a":
            raise ValueError("no span of a text")
        return cast(doc, article, registry)

    monkeypatch.setattr(pipeline, "cast", failing)
    code, out, err = explain(feed)
    assert (code, out.splitlines()[0]) == (1, "b")
    assert "a: could not be analysed and is left out: ValueError" in err


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("none.txt", None, "no such file"),
        ("empty.txt", b"", "empty: nothing to read"),
        ("binary.txt", bytes(range(256)), "not text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), "a PNG image"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    name: str, data: bytes | None, says: str, form: str, explain: Run, tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    code, out, err = explain(tmp_path / name, "--format", form)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"claimgraph: {tmp_path / name}: ")
    assert says in err


@pytest.mark.parametrize(("data", "says"), WRONG, ids=[says for _, says in WRONG])
def test_a_bad_file_of_cues_is_one_line_with_the_place(
    data: bytes | None, says: str, explain: Run, build: Run, note: Path, tmp_path: Path
) -> None:
    path = tmp_path / "words.toml"
    if data is not None:
        cues(tmp_path, data)
    answers = [explain(note, "--cues", path), build(note, "--cues", path)]
    code, out, err = answers[0]
    assert answers == [answers[0]] * 2
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"claimgraph: {path}: ")
    assert says in err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["graph.ttl"],
        ["graph.ttl", "--rules", "a.txt"],
        ["graph.ttl", "Badr Organisation", "--rules", "a.txt"],
        ["graph.ttl", "Badr Organisation", "--cues", "words.toml"],
        ["graph.ttl", "Badr Organisation", "--registry", "mine.ttl"],
    ],
)
def test_a_wrong_combination_is_one_line(arguments: list[str], run: Run) -> None:
    code, out, err = run("explain", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "--rules" in err


def test_a_word_of_ones_own_attributes(explain: Run, build: Run, tmp_path: Path) -> None:
    path, words = tmp_path / "radio.txt", cues(tmp_path, MORE)
    path.write_text(RADIO, "utf-8")
    assert contents(told(explain, path)) == []
    (sentence,) = told(explain, path, "--cues", words)
    assert contents([sentence]) == ["that boats were sinking"]
    assert sentence["claims"][0]["claim"]["speech_act"] == "Accusation"
    said = '"that boats were sinking"'
    assert said not in build(path, "--format", "nt")[1]
    assert said in build(path, "--format", "nt", "--cues", words)[1]


def test_an_empty_row_switches_a_shipped_word_off(explain: Run, build: Run, note: Path, tmp_path: Path) -> None:
    words = cues(tmp_path, FEWER)
    first = told(explain, note, "--cues", words)[0]
    assert first["claims"] == []
    assert [word["span"]["text"] for word in first["rejected"]] == ["said"]
    said = '"that the bridge was shut"'
    assert said in build(note, "--format", "nt")[1]
    assert said not in build(note, "--format", "nt", "--cues", words)[1]


def test_several_files_of_cues_the_last_word_counts(explain: Run, tmp_path: Path) -> None:
    path, more = tmp_path / "radio.txt", cues(tmp_path, MORE)
    path.write_text(f"{NOTE} {RADIO}", "utf-8")
    off = cues(tmp_path, FEWER.replace("say", "radio"), "off.toml")
    fewer = cues(tmp_path, FEWER, "fewer.toml")
    assert contents(told(explain, path, "--cues", more, "--cues", fewer)) == ["that boats were sinking"]
    assert contents(told(explain, path, "--cues", more, "--cues", off)) == ["that the bridge was shut"]


def test_the_library_takes_words_too(tmp_path: Path, nlp: Language) -> None:
    words = claimgraph.lexicon(cues(tmp_path, MORE))
    one = claimgraph.extract(RADIO, nlp=nlp, registry=Registry(), words=words)
    assert [claim.speech_act for claim in one.claims] == ["Accusation"]
    built = claimgraph.build(Article("a", RADIO), nlp=nlp, registry=Registry(), words=words)
    assert built.extractions[0].claims[0].content == one.claims[0].content


def test_a_registry_names_who_it_is(explain: Run, tmp_path: Path) -> None:
    (tmp_path / "club.txt").write_text("The Quayside Club said that the bridge was shut.", "utf-8")
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        "@prefix actor: <https://w3id.org/claimgraph/id/actor/> . @prefix cg: <https://w3id.org/claimgraph/ontology#> ."
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        'actor:quay a cg:Organization ; skos:prefLabel "Friends of the Quay"@en ; skos:altLabel "Quayside Club"@en .',
        "utf-8",
    )
    assert "Friends of the Quay" not in explain(tmp_path / "club.txt")[1]
    assert "1. Friends of the Quay  [" in explain(tmp_path / "club.txt", "--registry", mine)[1]


def test_no_part_of_an_article_steers_the_terminal(explain: Run, tmp_path: Path) -> None:
    words = "The mayor\x1b[2J said that [red]the \u202ebridge\u202c[/red]\twas shut. \x07Their\x9b demand was met."
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "x\x1b[2J", "title": "t\x1b\nu", "text": words}), "utf-8")
    code, out, err = explain(path)
    assert (code, err) == (0, "")
    assert not {"\x1b", "\x9b", "\x07", "\u202e", "\u202c"} & set(out)
    assert "[red]the bridge[/red] was shut" in out
    assert out.splitlines()[0].endswith(" u)")
    assert "\u202e" in "".join(one["span"]["text"] for one in told(explain, path))


def test_a_line_break_within_a_sentence_is_shown_as_a_space(explain: Run, nlp: Language, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><p>{NOTE.replace(' ', chr(10))}</p></body></html>", "utf-8")
    (tmp_path / "b.txt").write_text("The mayor\tsaid that\u2028the bridge was shut.", "utf-8")
    for name in ("a.html", "b.txt"):
        code, out, _ = explain(tmp_path / name)
        assert code == 0
        assert "content: that the bridge was shut  (" in out


def test_every_rule_of_attribution_says_what_it_states(nlp: Language) -> None:
    written = {
        rule
        for path in RULES.glob("*.py")
        for rule in re.findall(r"\"(claim\.[a-z-]+)\"", path.read_text(encoding="utf-8"))
    }
    assert len(written) > 5
    assert [rule for rule in sorted(written | set(rules.RULES)) if not rules.stated(rule)] == []
    assert "claim.verb-object" in rules.RULES
    assert rules.stated("claim.none") is None


def test_the_documentation_shows_what_comes(explain: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = re.findall(r"^```text\n(.+?)^```$", DOCS.read_text("utf-8").split("### ")[1], re.MULTILINE | re.DOTALL)
    words = " ".join(head.rpartition("  (")[0] for head in re.findall(r"^\S.*$", shown, re.MULTILINE))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words.encode())))
    assert explain("-")[1] == f"stdin\n\n{shown}"
