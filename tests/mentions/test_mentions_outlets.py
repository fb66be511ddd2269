"""Outlets: what tells them, whole names, names with an article; the place in a body's name."""

import pytest

from claimgraph.mentions import Cast, cast
from claimgraph.model import Article, Kind
from claimgraph.registry import Entry, Label, Registry
from handmade import doc

ENTRIES = (
    Entry("actor/monitor", Kind.MEDIA_OUTLET, Label("Al-Monitor")),
    Entry("actor/ahdath", Kind.MEDIA_OUTLET, Label("al-Ahdath")),
    Entry("actor/guardian", Kind.MEDIA_OUTLET, Label("The Guardian"), (Label("Guardian"),)),
    Entry("actor/mission", Kind.GOVERNMENT_BODY, Label("Ruritanian mission in Osaka")),
    Entry("actor/ravens", Kind.ARMED_GROUP, Label("Ravens in Osaka")),
    Entry("place/osaka", None, Label("Osaka")),
    Entry("place/tigris", None, Label("Tigris")),
)
REGISTRY = Registry({e.id: e for e in ENTRIES})


def read(rows: str) -> Cast:
    made = doc(rows)
    return cast(made, Article("t", made.text), REGISTRY)


def told(rows: str) -> list[tuple[str, str]]:
    return [(m.span.text, m.of) for m in read(rows).mentions()]


def subject(text: str) -> str:
    names = text.split()
    last = len(names)
    rows = [f"{w} PROPN {last} compound" for w in names[:-1]] + [f"{names[-1]} PROPN {last + 1} nsubj"]
    return "\n".join([*rows, "fell VERB 0 root VBD"])


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Desert Monitor", "actor/media-outlet/desert-monitor"),  # another first word: another outlet
        ("Desert Guardian", "actor/media-outlet/desert-guardian"),
        ("Guardian", "actor/guardian"),
        ("Ahdath", "actor/ahdath"),  # no English word, so the article may be left out
        ("Tigris Courier", "actor/media-outlet/tigris-courier"),  # a known place is but its first word
        ("Zorban Wire", "actor/media-outlet/zorban-wire"),
        ("Zorban Dispatch Agency", "actor/media-outlet/zorban-dispatch-agency"),
        ("Zorban Relief Agency", "actor/government-body/zorban-relief-agency"),
    ],
)
def test_names_of_outlets(text: str, outlet: str) -> None:
    assert told(subject(text)) == [(text, outlet)]


def test_an_article_is_left_out_only_where_the_rest_is_a_name() -> None:
    whole = "Al_ PROPN 4 nsubj\n-_ PUNCT 1 punct\nMonitor PROPN 1 flat\nfell VERB 0 root"
    assert told(whole) == [("Al-Monitor", "actor/monitor")]
    assert told(subject("Monitor")) == [("Monitor", "actor/media-outlet/monitor")]
    assert told(subject("Desert Ahdath"))[-1][1] != "actor/ahdath"


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ("He PRON 2 nsubj PRP\ntold VERB 0 root VBD\nZorban PROPN 2 iobj NNP", Kind.MEDIA_OUTLET),
        ("Zorban PROPN 2 nsubj NNP\nreported VERB 0 root VBD", Kind.MEDIA_OUTLET),
        ("He PRON 2 nsubj PRP\nsaw VERB 0 root VBD\nZorban PROPN 2 obj NNP", Kind.ORGANIZATION),
        ("He PRON 2 nsubj PRP\ntold VERB 0 root VBD\nthe DET 4 det\nZorban PROPN 2 iobj NNP", Kind.ORGANIZATION),
        ("He PRON 2 nsubj PRP\ntold VERB 0 root VBD\nAna PROPN 2 iobj NNP\nOmar PROPN 3 flat NNP", Kind.PERSON),
        ("Zorbans PROPN 2 nsubj NNPS\nreported VERB 0 root VBD", Kind.ORGANIZATION),
    ],
)
def test_who_is_told_or_reports(rows: str, kind: Kind) -> None:
    assert [a.kind for a in read(rows).actors()] == [kind]


def test_a_noun_says_once_more_what_a_name_is() -> None:
    rows = "Zorban PROPN 2 compound\nDispatch PROPN 3 compound\n{0} NOUN 4 nsubj NN\nfell VERB 0 root"
    for noun, same in (("agency", True), ("newspaper", True), ("council", False)):
        made = read(rows.format(noun))
        assert (made.actor(made.doc[2]) == made.actor(made.doc[1])) is same


def test_a_detectives_body_is_no_person() -> None:
    rows = "{0} PROPN 2 {1} NNP\ndetective NOUN 3 nsubj NN\nleft VERB 0 root"
    assert [a.kind for a in read(rows.format("ZPD", "compound")).actors()] == [Kind.ORGANIZATION]
    copular = "Zorban PROPN 4 nsubj NNP\nis AUX 4 cop\na DET 4 det\ndetective NOUN 0 root NN"
    assert [a.kind for a in read(copular).actors()] == [Kind.PERSON]


def test_a_city_does_not_speak_but_its_namesake_does() -> None:
    assert [a.kind for a in read("Clinton PROPN 2 nsubj NNP\nsaid VERB 0 root VBD").actors()] == [Kind.PERSON]
    assert not read("We PRON 2 nsubj PRP\nmet VERB 0 root\nin ADP 4 case\nClinton PROPN 2 obl NNP").actors()


def test_the_place_in_a_bodys_name() -> None:
    rows = "Ruritanian PROPN 2 amod\nmission PROPN 5 nsubj\nin ADP 4 case\nOsaka PROPN 2 nmod\nfell VERB 0 root"
    assert told(rows) == [("Ruritanian mission in Osaka", "actor/mission"), ("Osaka", "place/osaka")]
    ravens = "Ravens PROPN 4 nsubj\nin ADP 3 case\nOsaka PROPN 1 nmod\nfell VERB 0 root"
    assert told(ravens) == [("Ravens in Osaka", "actor/ravens")]  # a name, not where they stand


def test_months_cut_short_are_no_names() -> None:
    assert told("We PRON 2 nsubj PRP\nmet VERB 0 root\nin ADP 4 case\nSept. PROPN 2 obl") == []
    assert told("We PRON 2 nsubj PRP\nmet VERB 0 root\nin ADP 4 case\nSepton PROPN 2 obl") != []
