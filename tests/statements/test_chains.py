"""Chains of transmission: on whose word it is told, and on whose word they had it, sentence by sentence."""

import pytest
from spacy.language import Language

from claimgraph import pipeline
from claimgraph.model import Article, Claim
from claimgraph.registry import Registry
from claiming import CARRIED, CITING, line, swapped, told

CHAINS = {
    "told others that others said": (
        "The mayor told reporters that officers had said that the road was mined.",
        ["The mayor: told", "officers: had said"],
    ),
    "according to": (
        "According to residents, the mayor said that the road was mined.",
        ["residents: According to", "the mayor: said"],
    ),
    "according to, behind": (
        "“The road was mined,” the mayor said, according to residents.",
        ["residents: according to", "the mayor: said"],
    ),
    "quoted as saying": (
        "Reporters quoted the mayor as saying that the road was mined.",
        ["Reporters: quoted", "the mayor: saying"],
    ),
    "was quoted as saying": (
        "The mayor was quoted by reporters as saying that the road was mined.",
        ["reporters: was quoted", "The mayor: saying"],
    ),
    "citing, before": (
        "Citing officers, the mayor said that the road was mined.",
        ["the mayor: said", "officers: Citing"],
    ),
    "citing, within": (
        "The mayor said, citing officers, that the road was mined.",
        ["The mayor: said", "officers: citing"],
    ),
    "citing, behind": (
        "The mayor said that the road was mined, citing officers.",
        ["The mayor: said", "officers: citing"],
    ),
    "citing, behind the verb at the end": (
        "The road was mined, the mayor said, citing officers.",
        ["the mayor: said", "officers: citing"],
    ),
    "a noun": (
        "The mayor rejected the accusation that soldiers had mined the road.",
        ["The mayor: rejected", "-: accusation"],
    ),
    "four levels": (
        "According to residents, the mayor told reporters that officers had said that soldiers reportedly fled.",
        ["residents: According to", "the mayor: told", "officers: had said", "-: reportedly"],
    ),
    "one level": (
        "The mayor, who knows the officers, said that the road was mined.",
        ["The mayor, who knows the officers: said"],
    ),
}


def read(nlp: Language, text: str) -> tuple[Claim, ...]:
    return pipeline.extract(Article("test", text), nlp, Registry()).claims


def chain(claims: tuple[Claim, ...]) -> list[str]:
    """Who, by what word, from the outermost to the innermost; each embeds the next, and none of them two."""
    by_id = {claim.id: claim for claim in claims}
    (outermost,) = by_id.keys() - {inner for claim in claims for inner in claim.embeds}
    order = [by_id[outermost]]
    while order[-1].embeds:
        (inner,) = order[-1].embeds
        order.append(by_id[inner])
    assert len(order) == len(claims)
    return [f"{' '.join(s.text for s in claim.source) or '-'}: {claim.cue[0].text}" for claim in order]


@pytest.mark.parametrize("case", CHAINS)
def test_each_teller_embeds_the_one_he_has_it_from(nlp: Language, case: str) -> None:
    text, tellers = CHAINS[case]
    assert chain(read(nlp, text)) == tellers


def test_two_who_say_so_in_one_breath_embed_nothing(nlp: Language) -> None:
    both = read(nlp, "The mayor said that the road was mined, and officers said that nobody had died.")
    assert [claim.cue[0].text for claim in both] == ["said", "said"]
    assert [claim.embeds for claim in both] == [(), ()]


def test_who_is_cited_says_what_is_reported() -> None:
    reported, cited = told(CITING)
    assert reported.embeds == (cited.id,)
    assert reported.content == cited.content
    assert reported.claimant != cited.claimant


def test_who_carries_a_statement_passes_on_what_it_says() -> None:
    assert chain(told(CARRIED)) == ["reporters: carried by", "The mayor: said"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("statement NOUN", "car NOUN"),
        ("by ADP", "near ADP"),
        ("reporters NOUN", "costs NOUN"),
        ("left_ VERB 3 ccomp VBD", "left_ VERB 3 dep VBD"),
    ],
    ids=["no text", "nobody", "what cannot speak", "nothing said"],
)
def test_nobody_carries_it(old: str, new: str) -> None:
    assert "claim.carried" not in {claim.rule for claim in told(swapped(CARRIED, {old: new}))}


QUOTED_BY = """
The DET 2 det DT
mayor_ NOUN 8 nsubj NN
, PUNCT 4 punct ,
quoted VERB 2 acl VBN
by ADP 6 case IN
reporters_ NOUN 4 obl:agent NNS
, PUNCT 4 punct ,
said VERB 0 root VBD
rebels NOUN 10 nsubj NNS
left_ VERB 8 ccomp VBD
. PUNCT 8 punct .
"""


def test_who_quotes_somebody_passes_on_what_he_says() -> None:
    assert chain(told(QUOTED_BY)) == ["reporters: quoted by", "The mayor, quoted by reporters: said"]
    assert line(told(QUOTED_BY)[0]) == "reporters | quoted by | The mayor … said rebels left"


def test_only_the_preposition_right_behind_belongs_to_the_cue() -> None:
    later = swapped(
        QUOTED_BY,
        {
            "by ADP 6 case IN\nreporters_ NOUN 4 obl:agent NNS": "later ADV 4 advmod RB\nby ADP 7 case IN\n"
            "reporters_ NOUN 4 obl:agent NNS",
            "mayor_ NOUN 8": "mayor_ NOUN 9",
            "rebels NOUN 10": "rebels NOUN 11",
            "left_ VERB 8": "left_ VERB 9",
            ". PUNCT 8": ". PUNCT 9",
        },
    )
    assert chain(told(later)) == ["reporters: quoted", "The mayor, quoted later by reporters: said"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by ADP", "beside ADP"),
        ("quoted VERB 2 acl VBN", "guarded VERB 2 acl VBN"),
        ("quoted VERB 2 acl VBN", "quoted VERB 2 dep VBN"),
        ("said VERB", "meant VERB"),
        ("mayor_ NOUN 8 nsubj NN", "mayor_ NOUN 8 obl NN"),
        ("left_ VERB 8 ccomp VBD", "left_ VERB 8 conj VBD"),
    ],
    ids=["beside them", "guarded by them", "not of him", "nobody says it", "not who says it", "nothing said"],
)
def test_nobody_quotes_him(old: str, new: str) -> None:
    assert "claim.carried" not in {claim.rule for claim in told(swapped(QUOTED_BY, {old: new}))}


WITHIN = """
Residents_ NOUN 6 nsubj NNS
, PUNCT 3 punct ,
citing VERB 1 acl VBG
officers_ NOUN 3 obj NNS
, PUNCT 3 punct ,
said VERB 0 root VBD
rebels NOUN 8 nsubj NNS
left_ VERB 6 ccomp VBD
. PUNCT 6 punct .
"""
# The same under the second part of a name.
UNDER_A_NAME = swapped(
    WITHIN,
    {
        "citing VERB 1": "citing VERB 2",
        "Residents_ NOUN 6 nsubj NNS\n, PUNCT 3 punct ,": "Ali PROPN 6 nsubj NNP\nHasan PROPN 1 flat NNP",
    },
)


@pytest.mark.parametrize(
    "rows",
    [
        WITHIN,
        UNDER_A_NAME,
    ],
)
def test_a_participle_between_subject_and_verb_cites(rows: str) -> None:
    cited, said = told(rows)
    assert line(cited) == "officers | citing | rebels left"
    assert said.embeds == (cited.id,)


BEHIND = """
The DET 2 det DT
mayor NOUN 3 nsubj NN
said VERB 0 root VBD
rebels NOUN 5 nsubj NNS
left_ VERB 3 ccomp VBD
, PUNCT 7 punct ,
citing VERB 5 advcl VBG
officers_ NOUN 7 obj NNS
. PUNCT 3 punct .
"""
ON_AN_OBJECT = """
Officials NOUN 2 nsubj NNS
told VERB 0 root VBD
officers NOUN 2 iobj NNS
citing VERB 3 acl VBG
residents NOUN 4 obj NNS
that SCONJ 8 mark IN
rebels NOUN 8 nsubj NNS
left_ VERB 2 ccomp VBD
. PUNCT 2 punct .
"""


def test_a_participle_under_what_is_said_cites_too() -> None:
    said, cited = told(BEHIND)
    assert [line(said), line(cited)] == ["The mayor | said | rebels left", "officers | citing | rebels left"]
    assert said.embeds == (cited.id,)


@pytest.mark.parametrize(
    "rows",
    [
        ON_AN_OBJECT,
        swapped(BEHIND, {"citing VERB 5 advcl VBG": "cited VERB 5 advcl VBD"}),
        swapped(BEHIND, {"citing VERB 5 advcl VBG": "citing VERB 5 dep VBG"}),
        swapped(BEHIND, {"citing VERB": "fearing VERB"}),
        swapped(BEHIND, {"officers_ NOUN 7 obj NNS": "often_ ADV 7 advmod RB"}),
    ],
    ids=["by the one who is told", "not as a participle", "beside it", "feared", "nobody"],
)
def test_nobody_is_cited_for_what_is_said(rows: str) -> None:
    assert "claim.citing" not in {claim.rule for claim in told(rows)}


@pytest.mark.parametrize("verb", ["said", "reported"])
def test_what_is_cited_but_cannot_speak_has_said_nothing(nlp: Language, verb: str) -> None:
    claims = read(nlp, f"The mayor {verb} that the road was mined, citing the cost.")
    assert not [claim for claim in claims if claim.rule == "claim.citing"]
