"""The shipped pipeline: what comes out is an ordinary, well-formed `Doc`."""

import pickle
import shutil
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimgraph.errors import InputError
from claimgraph.language import load
from claimgraph.language.encoder import MODEL, Encoder
from claimgraph.language.layout import paragraph_starts
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


def test_morphology_and_names(nlp: Language) -> None:
    read = nlp("Haider al-Fatlawi said on Monday that two Iraqi soldiers were killed in Mosul.")
    features = {t.text: t.morph.to_dict() for t in read}
    assert features["soldiers"]["Number"] == "Plur"
    assert features["killed"]["Voice"] == "Pass"
    assert features["said"]["Tense"] == "Past"
    names = {(e.text, e.label_) for e in read.ents}
    assert names == {("Haider al-Fatlawi", "PER"), ("Mosul", "LOC"), ("Iraqi", "NORP")}


ODD = ["", " ", "\n\n\n", " \n They left. \n ", "\tx\t", "x" * 5000, "a-" * 300, "😀 “ ” \u200f عربي"]
ODD += ["\x00 \ufffd \ud7ff", "e\u0301" * 900]


@pytest.mark.parametrize("text", ODD)
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


STORY = "The column, two officers said on Monday, had left Rutba before the first strike; nobody was hurt. "


def test_a_text_gives_the_same_doc_in_any_company(nlp: Language) -> None:
    lines = [STORY * k + "\n" + "They left.\n" * (k % 3) for k in range(9)]
    texts = ["They left.", "Nobody, he said, had seen them leave the town on Monday.", *ODD, *lines]
    alone = [nlp(t).to_bytes() for t in texts]
    for size in (2, 7, 64):
        assert [d.to_bytes() for d in nlp.pipe(texts, batch_size=size)] == alone
    assert [d.to_bytes() for d in nlp.pipe(reversed(texts))] == alone[::-1]


def test_other_processes_read_alike(nlp: Language) -> None:
    texts = [STORY, "They left.", ""]
    alone = [nlp(t).to_bytes() for t in texts]
    assert [d.to_bytes() for d in nlp.pipe(texts, n_process=2)] == alone


def test_a_component_that_was_sent_elsewhere_reads_alike(nlp: Language) -> None:
    sent = pickle.loads(pickle.dumps(nlp.get_pipe("claimgraph_reader")))
    here, there = nlp(STORY), sent(nlp.make_doc(STORY))
    assert [(t.dep_, t.head.i, t.tag_, t.ent_type_) for t in there] == [
        (t.dep_, t.head.i, t.tag_, t.ent_type_) for t in here
    ]


def test_a_sentence_longer_than_a_window_stays_one(nlp: Language) -> None:
    read = nlp("They saw " + ", ".join(f"house number {k}" for k in range(70)) + " and a tree.")
    assert len(read) > 280
    assert len(list(read.sents)) == 1


def test_a_sentence_longer_than_the_encoder_can_hold_is_cut(nlp: Language) -> None:
    read = nlp("They saw " + ", ".join(["a house and a tree"] * 300) + ".")
    assert all(t.dep_ for t in read)
    assert len(list(read.sents)) > 1


def test_weights_that_were_changed_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder)
    assert load(weights=folder)("They left.").to_bytes() == load()("They left.").to_bytes()
    with (folder / "labels.json").open("a") as labels:
        labels.write(" ")
    with pytest.raises(InputError, match=r"labels\.json is not the file that was shipped"):
        Encoder(folder)
    (folder / "labels.json").unlink()
    with pytest.raises(InputError, match=r"lack .*labels\.json"):
        Encoder(folder)


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


def heads(text: str) -> list[str]:
    """The words at which a sentence must begin."""
    return [text[begin:].split()[0] for begin in sorted(paragraph_starts(text))]


def test_a_line_break_starts_a_sentence_but_not_in_text_wrapped_by_hand() -> None:
    wrapped, listed = "\n".join(WRAPPED) + "\n\nNobody did.", "Latest news\nRebels leave\n \n  Army stays"
    assert heads(wrapped) == ["Nobody"]
    assert heads(listed) == ["Rebels", "Army"]


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("RUTBA, Iraq (River Agency) - Rebels left.", ["Rebels"]),
        ("River Agency – “Rebels left,” he said.", ["“Rebels"]),
        ("RUTBA — Rebels left.", ["Rebels"]),
        ("DUBAI: Rebels left.", ["Rebels"]),
        ("NEW YORK: “Rebels left,” he said.", ["“Rebels"]),
        ("New York, AGENCY- Rebels left.", ["Rebels"]),
        ("Rutba, RNA - Rebels left.", ["Rebels"]),
        ("Baghdad: Rebels left.", []),
        ("DUBAI: rebels left.", []),
        ("He said in DUBAI: Rebels left.", []),
        ("UN: Rebels left.", []),
        ("New York, agency - Rebels left.", []),
        ("The rebels - he said - left.", []),
        ("The rebels of Rutba and its villages – Shia and Sunni – left.", []),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence_behind_it(line: str, starts: list[str]) -> None:
    assert heads(line) == starts


def test_hand_built_docs_have_lemmas_too() -> None:
    assert [t.lemma_ for t in doc("Rebels NOUN 2 nsubj NNS\nleft VERB 0 root VBD")] == ["rebel", "leave"]


@pytest.mark.parametrize(
    ("rows", "lemmas"),
    [
        (
            "They PRON 3 nsubj PRP\nwo AUX 3 aux MD\nsee VERB 0 root VB\nher PRON 3 obj PRP",
            ["they", "will", "see", "she"],
        ),
        ("Her PRON 2 nmod:poss PRP$\nsons NOUN 0 root NNS", ["her", "son"]),
        ("An DET 3 det DT\nIraqi ADJ 3 amod JJ\narmy NOUN 0 root NN", ["a", "Iraqi", "army"]),
        ("Other ADJ 2 amod JJ\nmen NOUN 0 root NNS", ["other", "man"]),
        ("the DET 2 det DT\nzorbish ADJ 0 root JJ", ["the", "zorbish"]),
    ],
)
def test_lemmas_are_those_of_the_treebanks(rows: str, lemmas: list[str]) -> None:
    assert [t.lemma_ for t in doc(rows)] == lemmas
