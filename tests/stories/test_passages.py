"""Passages and their keys: what of an article could show that another copied it."""

import json
import os
import subprocess
import sys
from dataclasses import astuple
from time import perf_counter

import pytest

from claimgraph.model import Extraction, Quotation
from claimgraph.registry import Registry
from claimgraph.stories.copies.outlets import Outlets
from claimgraph.stories.copies.passages import SCHEME, Passage, keys, passages
from telling import Says, article, outlet, person

OUTLETS = Outlets(Registry({}))
FERRY = "Two ferries left the harbour before the storm and turned round at the lighthouse"
KARIM, HERALD = person("Karim Falanji"), outlet("Zorin Herald")


def made(told: Extraction) -> list[tuple[str, bool, str | None]]:
    """The words, whether they are quoted, and the number of the claim whose they are."""
    found = passages(told, OUTLETS)
    return [(p.span.text, p.quoted, p.claim.rpartition("/")[2] if p.claim else None) for p in found]


def alone(text: str) -> Passage:
    """The only passage of an article."""
    (found,) = passages(article("a", text), OUTLETS)
    return found


def shared(one: str, other: str) -> int:
    """How many keys the passages of two texts have in common."""
    return len(set(keys(alone(one))) & set(keys(alone(other))))


def test_a_sentence_is_cut_at_quotation_marks() -> None:
    text = f"“{FERRY},” said Karim Falanji in the hall where fishermen mend green nets on wooden benches."
    told = article("a", text, Says(f"“{FERRY},”", KARIM, cue="said", quotation=Quotation.DIRECT))
    own = "said Karim Falanji in the hall where fishermen mend green nets on wooden benches"
    assert made(told) == [(FERRY, True, "0"), (own, False, None)]


def test_of_claims_around_one_quotation_it_is_the_innermost_ones() -> None:
    text = f"“{FERRY},” Karim Falanji told them, according to the Zorin Herald."
    outer = Says(text[:-35], HERALD, cue="according", quotation=Quotation.MIXED, embeds=(f"“{FERRY},”",))
    inner = Says(f"“{FERRY},”", KARIM, cue="told", quotation=Quotation.DIRECT)
    (found,) = passages(article("a", text, outer, inner), OUTLETS)
    assert (found.claim, found.claimant) == (f"{found.article}/claim/1", KARIM.id)
    assert found.credits == ("outlet/zurinhirald",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ministry declined to comment.",
        "An official who spoke on condition of anonymity because he was not authorised to speak to reporters, said so.",
        "Prime Minister Karim Falanji met President Salim Zaman of the Republic of Upper Zorin in Tal Zorin on Monday.",
        "It was not immediately clear who had been behind it, and there was no immediate response from the army.",
        "“We do not ask, we order.”",
    ],
)
def test_what_shows_nothing(text: str) -> None:
    assert made(article("a", text)) == []


def test_boilerplate_is_no_passage() -> None:
    appeal = "Every penny that readers give pays for printing, paper and reporters like these"
    assert made(article("a", f"{FERRY}.\n{appeal}.", boilerplate=appeal)) == [(FERRY, False, None)]


def test_what_has_boilerplate_within_is_no_passage() -> None:
    assert made(article("a", f"{FERRY} share this {FERRY}.", boilerplate="share this")) == []


def test_keys_are_the_same_whatever_the_case_the_marks_and_the_spelling() -> None:
    one = "The well-organised sailors' wives—tired, wet and hungry—unloaded 40 crates of oranges by lamplight"
    other = "THE well organized sailors’ wives, tired, wet and hungry, unloaded 40 crates of oranges by lamplight"
    assert shared(one, other) == len(set(keys(alone(one))))


def test_keys_of_one_passage_within_another_and_of_two_that_have_nothing_in_common() -> None:
    assert shared(FERRY, f"Late on Tuesday {FERRY.lower()} because of the waves, fishermen on the northern pier said")
    assert not shared(FERRY, "Bakers in the old quarter sold bread at half price while queues grew around the square")


def test_keys_stay_what_they_are() -> None:
    """Kept records are of no use with other keys: a change of the library must be noticed."""
    assert SCHEME == "rensa-2-4-24"
    assert list(keys(alone(FERRY)))[:3] == ["passage/0/ca270667", "passage/1/0f1b0536", "passage/2/3126abfa"]


def test_keys_are_the_same_in_another_process() -> None:
    code = (
        "import sys; from claimgraph.registry import Registry; from claimgraph.stories.copies.outlets import Outlets;"
        "from claimgraph.stories.copies.passages import keys, passages;"
        "from claimgraph.model import Article, Extraction;"
        "a = Article('a', sys.argv[1]); e = Extraction(a, sentences=(a.span(0, len(a.text)),));"
        "print(*keys(passages(e, Outlets(Registry({})))[0]))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code, FERRY], env=environment, capture_output=True, check=True)
    assert done.stdout.decode().split() == list(keys(alone(FERRY)))


def test_a_passage_is_small_and_can_be_kept() -> None:
    kept = json.dumps(astuple(alone(FERRY)))
    assert len(kept) < 600
    assert json.loads(kept)[1] == [0, len(FERRY), FERRY]


def test_a_form_that_fills_an_article_has_its_keys_three_times() -> None:
    rows = "\n".join(f"{FERRY} on route number {n}." for n in range(100))
    found = passages(article("a", rows), OUTLETS)
    told = [key for passage in found for key in keys(passage)]
    assert max(told.count(key) for key in set(told)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "storm " * 100_000,
        "storm" * 100_000,
        f"{FERRY}. " * 6_000,
        "\n".join(f"{FERRY} on route number {n}." for n in range(10_000)),
        "“" * 100_000 + FERRY,
        "'’" * 100_000 + FERRY,
        " ".join(f"word{n}" for n in range(100_000)),
    ],
    ids=["one word", "one long word", "one sentence", "a form", "marks", "apostrophes", "many words"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    told = article("a", text)
    begun = perf_counter()
    found = passages(told, OUTLETS)
    assert perf_counter() - begun < 20
    assert all(len(passage.span.text.split()) <= 200 for passage in found)
