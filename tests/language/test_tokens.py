"""How English is cut into words: as the Universal Dependencies treebanks cut it."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from claimgraph.language.tokens import BOUND, english

NLP = english()

# Text without the spaces of the right side -> the tokens, set off by spaces.
SNIPPETS = [
    ("Why?! No!!! Really???", "Why ?! No !!! Really ???"),
    ("***news*** ==== ____ <<here>>", "*** news *** ==== ____ << here >>"),
    ("a non-lethal pre-war co-op by e-mail", "a non-lethal pre-war co-op by e-mail"),
    ("Non-lethal, re-armed", "Non-lethal , re-armed"),
    ("anti-Isis pro-Iranian non-Arab", "anti - Isis pro - Iranian non - Arab"),
    ("state-backed, non-state-backed", "state - backed , non-state - backed"),
    ("al-Maalomah in al-Qa’im", "al - Maalomah in al - Qa’im"),
    ("Asa’ib Ahl al-Haq, Asa'ib", "Asa’ib Ahl al - Haq , Asa'ib"),
    ("Abu Bakr al-'Umari’s men", "Abu Bakr al - 'Umari ’s men"),
    ("it passed 170–0, north—then south", "it passed 170 – 0 , north — then south"),
    ("wait--no", "wait -- no"),
    ("call 713-555-0142 on 12/3/2004", "call 713-555-0142 on 12/3/2004"),
    ("an F-102 on US-75", "an F - 102 on US - 75"),
    ("over- and under-fed, --Jane, -done", "over - and under - fed , -- Jane , - done"),
    ("7:30PM, 8am, 20mins, 3bn", "7:30 PM , 8 am , 20 mins , 3 bn"),
    ("Lt. Ray, Ft. Oak, Vol. 2, ca. 9, approx. 3, Lee et al. wrote", None),
    ("Gen. A, Col. B, Maj. C, Sgt. D, Brig. E, Capt. F, Gov. G, Sen. H, Rep. I", None),
    ("on Sat. or Wed. or Wed we show an id", "on Sat. or Wed. or Wed we show an id"),
    ("guns, shells etc., were found", "guns , shells etc. , were found"),
    ("(so they said):", "( so they said ) :"),
    ("guns and/or shell(s)", "guns and / or shell ( s )"),
    ("don’t don't DON'T can’t", "do n’t do n't DO N'T ca n’t"),
    ("you’ve they'll WE'RE", "you ’ve they 'll WE 'RE"),
    ("Tuesday's Tuesday’s 80's ’80s", "Tuesday 's Tuesday ’s 80's ’80s"),
    ("“‘Go,’ he said.”", "“ ‘ Go , ’ he said . ”"),
    ("«yes» „no“ \"he said 'no'.\"", "« yes » „ no “ \" he said ' no ' . \""),
    ("the U.S.-British deal", "the U.S. - British deal"),
    ("The U.S. said so, a.k.a. yes", "The U.S. said so , a.k.a. yes"),
    ("They left. It rained on Wednesday.", "They left . It rained on Wednesday ."),
    ("I wanna go", "I wan na go"),
]


@pytest.mark.parametrize(("text", "expected"), SNIPPETS)
def test_snippet(text: str, expected: str | None) -> None:
    expected = text.replace(",", " ,") if expected is None else expected
    assert [token.text for token in NLP.make_doc(text)] == expected.split()


@pytest.mark.parametrize("prefix", BOUND.split())
def test_bound_prefix(prefix: str) -> None:
    assert [token.text for token in NLP.make_doc(f"{prefix}-test")] == [f"{prefix}-test"]
    assert [token.text for token in NLP.make_doc(f"{prefix}-Test")] == [prefix, "-", "Test"]


@given(st.text() | st.text(alphabet="aA1 .-–'’\"“”!?()/$:n\n"))
def test_text_round_trips(text: str) -> None:
    assert "".join(token.text_with_ws for token in NLP.make_doc(text)) == text


@pytest.fixture(scope="module")
def reloaded(tmp_path_factory: pytest.TempPathFactory) -> Language:
    path = tmp_path_factory.mktemp("pipeline")
    NLP.to_disk(path)
    return spacy.load(path)


@pytest.mark.parametrize("text", [text for text, _ in SNIPPETS])
def test_same_after_reload(reloaded: Language, text: str) -> None:
    assert [token.text for token in reloaded.make_doc(text)] == [token.text for token in NLP.make_doc(text)]


def test_patterns_and_rules_are_stored(reloaded: Language) -> None:
    stored, made = (nlp.tokenizer.to_bytes() for nlp in (reloaded, NLP))  # type: ignore[union-attr]
    assert stored == made
