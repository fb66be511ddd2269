"""The shipped pipeline: what comes out is an ordinary, well-formed `Doc`."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimgraph.errors import InputError
from claimgraph.language import load
from claimgraph.language.reader import paragraph_starts
from handmade import doc


def test_tags_tree_lemmas_and_sentences(nlp: Language) -> None:
    read = nlp("The soldiers have left the town. Nobody saw them.")
    assert [s.text for s in read.sents] == ["The soldiers have left the town.", "Nobody saw them."]
    left = read[3]
    assert (left.pos_, left.tag_, left.dep_, left.lemma_) == ("VERB", "VBN", "ROOT", "leave")
    assert (read[1].dep_, read[1].head, read[1].lemma_) == ("nsubj", left, "soldier")
    assert (read[5].dep_, read[5].head) == ("obj", left)


def test_the_component_is_found_by_name_in_any_pipeline() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("claimgraph_reader")
    assert pipeline("They left.")[1].dep_ == "ROOT"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", " \n They left. \n ", "\tx\t", "x" * 5000, "a-" * 300, "😀 “ ” ‏ عربي"]
)
def test_odd_texts_are_read_and_come_back(nlp: Language, text: str) -> None:
    read = nlp(text)
    assert read.text == text
    assert sum(len(s) for s in read.sents) == len(read)


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_every_sentence_is_a_tree_with_one_root(nlp: Language, text: str) -> None:
    read = nlp(text)
    assert read.text == text
    for sentence in read.sents:
        assert sum(t.head == t for t in sentence) == 1
        assert all(t.head.sent == sentence for t in sentence)


def test_a_text_gives_the_same_doc_in_any_company(nlp: Language) -> None:
    texts = ["They left.", "Nobody, he said, had seen them leave the town on Monday.", ""]
    alone = [nlp(t).to_bytes() for t in texts]
    assert [d.to_bytes() for d in nlp.pipe(texts, batch_size=2)] == alone


def test_a_long_sentence_goes_over_several_windows(nlp: Language) -> None:
    read = nlp("They saw " + ", ".join(["a house and a tree"] * 80) + ".")
    assert len(read) > 400
    assert all(t.dep_ for t in read)


def test_a_pipeline_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    for name in ("no_such_pipeline", str(tmp_path)):
        with pytest.raises(InputError) as error:
            load(name)
        assert name in str(error.value)
        assert "\n" not in str(error.value)


def test_another_pipeline_can_be_loaded_from_a_folder(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "mine")
    mine = load(str(tmp_path / "mine"))("They left.")
    assert mine.to_bytes() == nlp("They left.").to_bytes()


def test_a_pipeline_without_a_tree_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "mine")
    with pytest.raises(InputError, match="gives no TAG, POS, DEP"):
        load(str(tmp_path / "mine"))


def test_a_pipeline_with_other_labels_is_refused(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    values = {"TAG": "NN", "POS": "NOUN", "DEP": "dobj", "LEMMA": "x"}
    pipeline.add_pipe("attribute_ruler").add([[{}]], values)  # type: ignore[attr-defined]
    pipeline.to_disk(tmp_path / "mine")
    with pytest.raises(InputError, match="another way than Universal Dependencies"):
        load(str(tmp_path / "mine"))


WRAPPED = [
    "The column was seen by shepherds near the old road that runs",
    "along the river towards the border, and it did not stop at any",
    "of the posts which the army had set up there in the summer of",
    "that year, although the officers in charge had been told to halt",
    "every vehicle that came without papers from the governor and to",
    "report it before nightfall.",
]


def test_a_line_break_starts_a_sentence_but_not_in_text_wrapped_by_hand() -> None:
    blank = spacy.blank("en")
    wrapped, listed = blank("\n".join(WRAPPED) + "\n\nNobody did."), blank("Latest news\nRebels leave\nArmy stays")
    assert [wrapped[i].text for i in sorted(paragraph_starts(wrapped))] == ["Nobody"]
    assert [listed[i].text for i in sorted(paragraph_starts(listed))] == ["Rebels", "Army"]


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("RUTBA, Iraq (River Agency) - Rebels left.", ["Rebels"]),
        ("River Agency – “Rebels left,” he said.", ["“"]),
        ("RUTBA — Rebels left.", ["Rebels"]),
        ("The rebels - he said - left.", []),
        ("The rebels of Rutba and its villages – Shia and Sunni – left.", []),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence_behind_it(line: str, starts: list[str]) -> None:
    blank = spacy.blank("en")(line)
    assert [blank[i].text for i in sorted(paragraph_starts(blank))] == starts


def test_hand_built_docs_have_lemmas_too() -> None:
    assert [t.lemma_ for t in doc("Rebels NOUN 2 nsubj NNS\nleft VERB 0 root VBD")] == ["rebel", "leave"]
