"""Quotation marks of every kind, what stands within them, and what only looks like one."""

import random
import time

import pytest

from claimgraph.quotations import Quoted, beside, overlapping, quotations


def texts(text: str) -> list[str]:
    return [text[q.begin : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “we left” and went.", ["“we left”"]),
        ('He said "we left" and "we came".', ['"we left"', '"we came"']),
        ("He said ''we left'' and went.", ["''we left''"]),
        ("He said ``we left'' and went.", ["``we left''"]),
        ("He said «we left» and »we came«.", ["«we left»", "»we came«"]),
        ("Er sagte „we left“ and went.", ["„we left“"]),
        ("He said ‘we left’ and went.", ["‘we left’"]),
        ("He said 'we left' and went.", ["'we left'"]),
        ("He said “ ”.", []),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    assert texts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The soldiers' view of Sha’bi and al-Sha'abi isn't known.", []),
        ("The rebels' camp was hit, the residents' council said.", []),
        ("‘The soldiers’ view is known,’ he said.", ["‘The soldiers’ view is known,’"]),
        ("He spoke of 'a mess' and 'the rebels' camp'.", ["'a mess'", "'the rebels' camp'"]),
        ("In the '90s and in ‘08, rock 'n' roll was for 'em.", []),
        ("The U.S.'s plan is 'ready'.", ["'ready'"]),
        ('A pipe of 5" width, a man of 6\' 2".', []),
        ('"The 5" pipe broke," he said. "It leaks."', ['"The 5" pipe broke,"', '"It leaks."']),
        ('The vote was "8 to 5" here and "9 to 3" there.', ['"8 to 5"', '"9 to 3"']),
    ],
)
def test_apostrophes_feet_and_inches_are_no_marks(text: str, found: list[str]) -> None:
    assert texts(text) == found


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“They told us, ‘Stay here,’ and we stayed,” she said.", "‘Stay here,’"),
        ("‘They told us, “Stay here,” and we stayed,’ she said.", "“Stay here,”"),
        ("\"They told us, 'Stay here.'\" She left.", "'Stay here.'"),
        ("'They told us, \"Stay here,\" and we stayed,' she said.", '"Stay here,"'),
        ("''They told us, 'Stay here.''' She left.", "'Stay here.'"),
        ("“They told us “stay here” at night,” she said.", "“stay here”"),
    ],
)
def test_a_quotation_within_a_quotation_is_known(text: str, inner: str) -> None:
    (outer,) = quotations(text)
    assert [text[q.begin : q.end] for q in outer.within] == [inner]
    assert beside(quotations(text), text.index("told")) == outer.within
    assert beside(quotations(text), len(text) - 2) == (outer,)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We left. They stayed.\n\n“Then they left,” he said.", ["“We left. They stayed.", "“Then they left,”"]),
        ("‘We left. They stayed.\n\n‘Then they left,’ he said.", ["‘We left. They stayed.", "‘Then they left,’"]),
        ("He added: “We left.\n\nNobody stayed.", ["“We left."]),
        ("“We left, he said. “They stayed.”", ["“We left, he said.", "“They stayed.”"]),
        ("We left,” he said. “They stayed.”", ["We left,”", "“They stayed.”"]),
        ("The mayor said: We left the town.”", ["We left the town.”"]),
        ("It was ”a mess,“ he said.", ["”a mess,“"]),
        ('“We left," he said.', ['“We left,"']),
        ('He said: " We left " and went.', ['" We left "']),
        ("He said “we left the\ntown” and went.", ["“we left the\ntown”"]),
    ],
)
def test_a_mark_may_be_missing_or_turned_the_wrong_way(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_those_that_overlap_a_stretch() -> None:
    text = "“One,” two, “three,” four, “five.”"
    first, second, third = quotations(text)
    assert overlapping((first, second, third), first.end, third.begin + 1) == (second, third)
    assert overlapping((first, second, third), first.end, second.begin) == ()


def nest(text: str, level: tuple[Quoted, ...], begin: int, end: int) -> None:
    for q in level:
        assert begin <= q.begin <= q.inner[0] < q.inner[1] <= q.end <= end
        assert text[slice(*q.inner)].strip()
        nest(text, q.within, *q.inner)
        begin = q.end


def test_quotations_are_apart_and_nest_and_what_follows_changes_nothing() -> None:
    chance = random.Random(7)
    for _ in range(5000):
        text = "".join(chance.choices("ab sA5.,:\n\"'“”‘’«»„`", k=chance.randint(0, 40)))
        found = quotations(text)
        nest(text, found, 0, len(text))
        more = "".join(chance.choices("ab \"'“”‘’", k=10))
        assert quotations(f"{text}\n\nA{more}")[: len(found)] == found


@pytest.mark.parametrize("unit", ["“", '"', "'", "‘", "”", "a’ ", "s' ", '." ', "“a ‘b ", "“a", "“\n\n"])
def test_a_hundred_thousand_marks_take_linear_time(unit: str) -> None:
    begin = time.process_time()
    quotations(unit * 100_000)
    assert time.process_time() - begin < 10  # a second or so; hours if each mark looked at all others
