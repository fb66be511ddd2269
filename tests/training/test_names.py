"""Labels and entities brought to five kinds of name, on invented phrases."""

import pytest

from training.corpora import Word
from training.names import Mention, demonyms, entity_names, kinds, mapped, mentions, spans

Row = tuple[str, str, int, str]


def names(rows: list[Row], *entities: tuple[int, int, str]) -> list[tuple[str, str]]:
    """The names of a sentence of (form, part of speech, index of the head, relation)."""
    forms = [row[0] for row in rows]
    words = [Word(0, 0, upos=upos, head=head, label=label) for _, upos, head, label in rows]
    found = entity_names(forms, words, [Mention(*entity) for entity in entities])
    return [(" ".join(forms[begin:end]), kind) for begin, end, kind in found]


def test_titles_and_their_own_names_stay_outside_a_person() -> None:
    rows = [
        ("US", "PROPN", 1, "compound"),
        ("President", "PROPN", 2, "nmod:desc"),
        ("Ann", "PROPN", 4, "nsubj"),
        ("Lee", "PROPN", 2, "flat"),
        ("spoke", "VERB", 4, "root"),
    ]
    assert names(rows, (0, 4, "person"), (0, 1, "place")) == [("US", "LOC"), ("Ann Lee", "PER")]


def test_a_title_alone_is_no_name() -> None:
    rows = [("the", "DET", 1, "det"), ("President", "PROPN", 2, "nsubj"), ("spoke", "VERB", 2, "root")]
    assert names(rows, (0, 2, "person")) == []


@pytest.mark.parametrize("label", ["flat", "appos"])
def test_a_common_noun_introduces_a_person(label: str) -> None:
    rows = [("captain", "NOUN", 0, "root"), ("Ann", "PROPN", 0, label), ("Lee", "PROPN", 1, "flat")]
    assert names(rows, (0, 3, "person")) == [("Ann Lee", "PER")]


def test_parts_of_a_name_may_all_hang_on_the_noun_that_introduces_it() -> None:
    rows = [("captain", "NOUN", 0, "root"), ("Ann", "PROPN", 0, "flat"), ("Lee", "PROPN", 0, "flat")]
    assert names(rows, (0, 3, "person")) == [("Ann Lee", "PER")]


def test_a_common_noun_of_introduces_a_place() -> None:
    rows = [
        ("the", "DET", 1, "det"),
        ("city", "NOUN", 1, "root"),
        ("of", "ADP", 3, "case"),
        ("Ur", "PROPN", 1, "nmod"),
    ]
    assert names(rows, (0, 4, "place")) == [("Ur", "LOC")]
    assert names(rows, (0, 4, "organization")) == []


def test_the_longest_name_takes_in_the_names_in_it() -> None:
    rows = [
        ("the", "DET", 1, "det"),
        ("University", "PROPN", 1, "root"),
        ("of", "ADP", 3, "case"),
        ("Ur", "PROPN", 1, "nmod"),
        (",", "PUNCT", 5, "punct"),
        ("Iraq", "PROPN", 1, "appos"),
    ]
    entities = [(0, 6, "organization"), (3, 4, "place"), (5, 6, "place")]
    assert names(rows, *entities) == [("University of Ur", "ORG"), ("Iraq", "LOC")]


def test_a_possessor_with_its_own_entity_stays_out() -> None:
    rows = [("Iraq", "PROPN", 2, "nmod:poss"), ("'s", "PART", 0, "case"), ("Senate", "PROPN", 2, "root")]
    assert names(rows, (0, 3, "organization"), (0, 1, "place")) == [("Iraq", "LOC"), ("Senate", "ORG")]
    assert names(rows, (0, 3, "organization")) == [("Iraq 's Senate", "ORG")]


def test_conjuncts_are_one_name_unless_each_is_an_entity() -> None:
    rows = [("Ur", "PROPN", 0, "root"), ("and", "CCONJ", 2, "cc"), ("Uruk", "PROPN", 0, "conj")]
    assert names(rows, (0, 3, "place")) == [("Ur and Uruk", "LOC")]
    assert names(rows, (0, 3, "place"), (0, 1, "place"), (2, 3, "place")) == [("Ur", "LOC"), ("Uruk", "LOC")]


def test_a_demonym_is_norp_outside_a_longer_name() -> None:
    force = [("Iraqi", "ADJ", 2, "amod"), ("Air", "PROPN", 2, "compound"), ("Force", "PROPN", 2, "root")]
    assert names(force, (0, 3, "organization")) == [("Iraqi Air Force", "ORG")]
    assert names([("Iraqi", "ADJ", 1, "amod"), ("forces", "NOUN", 1, "root")], (0, 2, "person")) == [("Iraqi", "NORP")]
    assert names([("Kurds", "PROPN", 0, "root")], (0, 1, "person")) == [("Kurds", "NORP")]
    assert names([("Saudi", "ADJ", 1, "amod"), ("Arabian", "ADJ", 1, "root")]) == [("Saudi Arabian", "NORP")]


def test_a_language_is_misc() -> None:
    assert names([("English", "PROPN", 0, "root")], (0, 1, "abstract")) == [("English", "MISC")]


@pytest.mark.parametrize(
    ("form", "kind"), [("Monday", "time"), ("July", "event"), ("Figure", "object"), ("a@b.org", "abstract")]
)
def test_times_references_and_addresses_are_no_names(form: str, kind: str) -> None:
    assert names([(form, "PROPN", 0, "root")], (0, 1, kind)) == []


def test_mentions_open_and_close_over_tokens() -> None:
    miscs = ["Entity=(1-person-new-n(2-place-giv:act-n-Ur_%28city%29)|X=Y", "_", "SpaceAfter=No|Entity=1)(3-event-new)"]
    assert mentions(miscs) == [Mention(0, 1, "place"), Mention(0, 3, "person"), Mention(2, 3, "event")]
    assert mentions(["Entity=(4[1/2]-person-new)"]) == []


def test_spans_of_both_flavours_of_iob() -> None:
    assert spans(["I-PER", "I-PER", "I-ORG", "O", "I-LOC"]) == [(0, 2, "PER"), (2, 3, "ORG"), (4, 5, "LOC")]
    assert spans(["B-PER", "B-PER", "I-PER"]) == [(0, 1, "PER"), (1, 3, "PER")]


def test_labels_are_mapped_by_corpus() -> None:
    forms = ["Ann", "Greens", "Sunni", "liberalism", "Ur"]
    found = [(0, 1, "politician"), (1, 2, "politicalparty"), (2, 3, "misc"), (3, 4, "misc"), (4, 5, "country")]
    kept = [(0, 1, "PER"), (1, 2, "ORG"), (2, 3, "NORP"), (4, 5, "LOC")]
    assert mapped(found, forms, "crossner-politics-dev") == kept
    assert mapped([(2, 3, "MISC")], forms, "wikigold-train") == [(2, 3, "NORP")]


def test_kinds_that_a_corpus_marks() -> None:
    assert kinds("uner-ewt-dev") == {"PER", "ORG", "LOC"}
    assert kinds("wikigold") == {"PER", "ORG", "LOC", "NORP", "MISC"}
    assert kinds("gum-train") == {"PER", "ORG", "LOC", "NORP"}
    assert kinds("ewt-train") == frozenset()


def test_demonyms_have_plurals_and_no_comments() -> None:
    assert {"Iraqi", "Iraqis", "Shi'ite", "Yazidis", "South Korean", "Chinese"} <= demonyms()
    assert not {"Chineses", "Laos", ""} & demonyms()
    assert not [form for form in demonyms() if "#" in form]
