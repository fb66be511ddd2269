import random
from decimal import Decimal
from itertools import pairwise

import pytest
from spacy.tokens import Doc

from claimgraph.statements.changes import changes
from claimgraph.statements.currencies import UNKNOWN, currency
from claimgraph.statements.numerals import numbers, tables
from handmade import VOCAB, doc


def rows(words: str) -> str:
    """A flat tree: only the numbers are looked at."""
    first, *others = words.split()
    return "\n".join([f"{first} X 0 root", *(f"{word} NOUN 1 dep" for word in others)])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("we saw 5,200 men", [("5,200", 5200, None, False)]),
        ("we saw twenty - five men", [("twenty - five", 25, None, False)]),
        ("we saw two hundred and fifty men", [("two hundred and fifty", 250, None, False)]),
        ("we saw 1.5 million men", [("1.5 million", 1500000, None, False)]),
        ("we saw 20 to 30 men", [("20 to 30", 20, 30, False)]),
        ("we saw between 20 and 30 men", [("20 and 30", 20, 30, False)]),
        ("we saw 5 to 10 million men", [("5 to 10 million", 5000000, 10000000, False)]),
        ("we saw 9 to 5 men", [("9 to 5", 9, None, False)]),
        ("we saw 7 to 7 men", [("7 to 7", 7, None, False)]),
        ("we saw five and six men", [("five", 5, None, False), ("six", 6, None, False)]),
        ("we saw about 20 men", [("20", 20, None, True)]),
        ("we saw at least 20 men", [("20", 20, None, True)]),
        ("we saw more than 20 men", [("20", 20, None, True)]),
        ("we saw up to 20 men", [("20", 20, None, True)]),
        ("we gave to 20 men", [("20", 20, None, False)]),
        ("we saw dozens there", [("dozens", None, None, True)]),
        ("we saw tens of thousands there", [("tens of thousands", None, None, True)]),
        ("we saw two dozen men", [("two dozen", 24, None, True)]),
        ("we saw a dozen men", [("dozen", 12, None, True)]),
        ("we saw many men", []),
        ("we saw 5.200 men", [("5.200", Decimal("5.2"), None, False)]),
        ("we saw 1.5m men", [("1.5m", 1500000, None, False)]),
        ("we saw 40 m there", [("40", 40, None, False)]),
        ("we saw half a million men", [("half a million", 500000, None, False)]),
        ("we saw half a dozen men", [("half a dozen", 6, None, True)]),
        ("we saw half the men", []),
        ("we saw two and a half million men", [("two and a half million", 2500000, None, False)]),
        ("we saw about a hundred men", [("hundred", 100, None, True)]),
        ("we saw several hundred men", [("hundred", None, None, True)]),
        ("we saw a few dozen men", [("dozen", None, None, True)]),
        ("we saw a score of men", [("score", 20, None, True)]),
        ("we saw a score there", []),
        ("we saw hundreds of thousands there", [("hundreds of thousands", None, None, True)]),
        ("we saw tens there", []),
        ("we saw 30 or 40 men", [("30 or 40", 30, 40, True)]),
        ("we saw 40 or so men", [("40", 40, None, True)]),
        ("we saw as many as 40 men", [("40", 40, None, True)]),
        ("we saw no fewer than a hundred men", [("hundred", 100, None, True)]),
        ("we saw an estimated 40 men", [("40", 40, None, True)]),
        ("they rose from 20 to 30 men", [("20", 20, None, False), ("30", 30, None, False)]),
        ("they range from 20 to 30 men", [("20 to 30", 20, 30, False)]),
        ("one in three men left", []),
        ("nine out of ten men left", []),
        ("one in every 40 men left", []),
        ("the twenty - first man left", []),
        ("the 500th man left", []),
    ],
)
def test_numbers(words: str, found: list[tuple[str, int | Decimal | None, int | None, bool]]) -> None:
    made = doc(rows(words))
    got = [(made[n.start : n.end].text, n.value, n.upper, n.approximate) for n in numbers(made)]
    assert got == [
        (text, value if value is None else Decimal(value), upper, about) for text, value, upper, about in found
    ]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("it cost $ 5 million", "USD"),
        ("it cost US$ 5 million", "USD"),
        ("it cost NZ$40", "NZD"),
        ("it cost £ 3bn", "GBP"),
        ("it cost EUR 40", "EUR"),
        ("it cost 2 million dollars", "USD"),
        ("it cost millions of dollars", "USD"),
        ("it cost 2 million Canadian dollars", "CAD"),
        ("it cost 2 Iraqi dinars", "IQD"),
        ("it cost 2 Kuwaiti dinars", "KWD"),
        ("it cost 2 Syrian pounds", "SYP"),
        ("it cost 2 Lebanese lira", "LBP"),
        ("it cost 2 Omani rials", "OMR"),
        ("it cost 2 Saudi riyals", "SAR"),
        ("it cost 2 Swiss francs", "CHF"),
        ("it cost 2 pounds sterling", "GBP"),
        ("it cost 2 dinars", UNKNOWN),
        ("in Iraq it cost 2 dinars", "IQD"),
        ("in Iraq and Jordan it cost 2 dinars", UNKNOWN),
        ("they took 2 pounds of powder", None),
        ("they dropped a 500 pound bomb", None),
        ("it has 2 rooms", None),
        ("it met 2 Iraqi officials", None),
    ],
)
def test_money(words: str, unit: str | None) -> None:
    made = doc(rows(words))
    assert [currency(made, number) for number in numbers(made)] == [unit]


def test_a_currency_told_in_full_holds_for_the_text() -> None:
    made = doc(rows("Jordan took 7 Iraqi dinars then Iraq took 5 dinars"))
    assert [currency(made, number) for number in numbers(made)] == ["IQD", "IQD"]


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ("it rose from 20 to 30", [("20", "30")]),
        ("it rose from about 20 last year to some 30", [("20", "30")]),
        ("it rose to 30 from 20", [("20", "30")]),
        ("they have 30 men up from 20", [("20", "30")]),
        ("it reached $ 30 up from $ 20", [("20", "30")]),
        ("they took 30 men from 20 towns", []),
        ("they moved 20 men to 30 towns", []),
        ("it is between 20 and 30", []),
    ],
)
def test_before_and_after(words: str, pairs: list[tuple[str, str]]) -> None:
    made = doc(rows(words))
    every = list(numbers(made))
    assert [(made[every[a].start].text, made[every[b].start].text) for a, b in changes(made, every)] == pairs


def test_any_words_are_read() -> None:
    known = tables()
    words = [*known.numbers, *known.scales, *known.letters, *known.currencies, *known.words["vague"]]
    words += [*known.words["about"], "-", "–", "to", "and", "or", "between", "from", "in", "out", "of", "a", "half"]
    words += ["every", "dozen", "score", "several", "12", "5,200", "1.5m", "NZ$40", "²", "٣", "9" * 60, "0", "2030"]
    words += ["by", "than", "first"]
    chance = random.Random(3)
    for _ in range(2000):
        said = [chance.choice(words) for _ in range(chance.randint(1, 14))]
        spaces, tags = [chance.random() < 0.8 for _ in said], [chance.choice(["NUM", "NOUN"]) for _ in said]
        made = Doc(VOCAB, words=said, spaces=spaces, pos=tags, sent_starts=[n == 0 for n in range(len(said))])
        found = list(numbers(made))
        assert all(0 <= n.start < n.end <= len(made) for n in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert all(n.upper is None or (n.value is not None and n.value < n.upper) for n in found)
        assert all(
            currency(made, n) is None or currency(made, n) == "" or len(str(currency(made, n))) == 3 for n in found
        )
        changes(made, found)


def test_a_run_of_scales_is_read() -> None:
    assert len(list(numbers(Doc(VOCAB, words=["five", *["million"] * 5000])))) == 1
