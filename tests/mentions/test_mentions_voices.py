"""The first and the second person in quotations, once the claims have told who speaks."""

import pytest
from spacy.language import Language

from claimgraph.mentions import Cast, cast
from claimgraph.model import Article, Claim, Quotation, Span, SpeechAct
from claimgraph.registry import Registry


def claim(article: Article, content: str, cue: str, claimant: str | None, *addressees: str) -> Claim:
    def span(words: str) -> Span:
        begin = article.text.index(words)
        return article.span(begin, begin + len(words))

    return Claim(
        f"{article.id}/claim/{cue}",
        "claim.test",
        (span(content),),
        SpeechAct.ASSERTION,
        Quotation.DIRECT,
        claimant,
        addressees,
        (),
        (span(cue),),
    )


def heard(nlp: Language, text: str, content: str, speaker: str, *addressees: str) -> Cast:
    """The cast of a text in which the speaker "said" or "told" the content."""
    article = Article("t", text)
    made = cast(nlp(text), article, Registry())
    found = [made.actor(next(t for t in made.doc if t.text == word)) for word in (speaker, *addressees)]
    who, *to = [f for f in found if f]
    made.hear([claim(article, content, "told" if to else "said", who, *to)])
    return made


def whom(made: Cast, word: str) -> str | None:
    found = made.actor([t for t in made.doc if t.text == word][-1])
    return made.label(found) if found else None


@pytest.mark.parametrize("word", ["I", "my", "us"])
def test_the_first_person_is_the_speaker(nlp: Language, word: str) -> None:
    content = "“I saw my son. They shot at us.”"
    made = heard(nlp, f"{content} Nadir Kelvani said so.", content, "Nadir")
    assert whom(made, word) == "Nadir Kelvani"
    assert (word, "reference.voice") in {(m.span.text, m.rule) for m in made.mentions()}


def test_outside_the_quotation_and_before_hearing_it_is_nobody(nlp: Language) -> None:
    text = "“We left.” Nadir Kelvani said so. We asked him."
    made = heard(nlp, text, "“We left.”", "Nadir")
    we = [t for t in made.doc if t.text == "We"]
    assert (made.actor(we[0]) is not None, made.actor(we[1])) == (True, None)
    unheard = cast(nlp(text), Article("t", text), Registry())
    assert unheard.actor(unheard.doc[1]) is None


def test_you_are_the_one_addressed(nlp: Language) -> None:
    content = "“You lied to us,”"
    one = heard(nlp, f"{content} a baker told the mayor.", content, "baker", "mayor")
    assert (whom(one, "You"), whom(one, "us")) == ("mayor", "baker")
    two = heard(nlp, f"{content} a baker told the mayor and the cook.", content, "baker", "mayor", "cook")
    assert whom(two, "You") is None


def test_who_is_quoted_within_the_words_of_another(nlp: Language) -> None:
    text = "“Nadir Kelvani warned us twice,” the baker said."
    article = Article("t", text)
    made = cast(nlp(text), article, Registry())
    nadir, baker = (made.actor(next(t for t in made.doc if t.text == w)) for w in ("Nadir", "baker"))
    inner = claim(article, "us twice", "warned", nadir)
    made.hear([inner, claim(article, "“Nadir Kelvani warned us twice,”", "said", baker)])
    assert whom(made, "us") == "baker"


@pytest.mark.parametrize(
    ("speaker", "we", "me"),
    [
        ("Nadir Kelvani, a spokesman for the Zorban Brigades,", "Zorban Brigades", "Nadir Kelvani"),
        ("Nadir Kelvani, a visitor of the Zorban Brigades,", "Nadir Kelvani", "Nadir Kelvani"),
        ("Nadir, a spokesman for the residents,", "Nadir", "Nadir"),
        ("A spokesman for the Zorban Brigades", "Zorban Brigades", "spokesman for the Zorban Brigades"),
    ],
)
def test_a_spokesmans_we_is_whom_he_speaks_for(nlp: Language, speaker: str, we: str, me: str) -> None:
    content = "“We left the hill. They saw me.”"
    made = heard(nlp, f"{content} {speaker} said so.", content, "Nadir" if "Nadir" in speaker else "spokesman")
    assert (whom(made, "We"), whom(made, "me")) == (we, me)
