"""Quotation marks of every kind, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.quotations import quotations


def texts(text: str) -> list[str]:
    return [text[q.begin : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “we left” and went.", ["“we left”"]),
        ('He said "we left" and "we came".', ['"we left"', '"we came"']),
        ("He said ''we left'' and went.", ["''we left''"]),
        ("He said ``we left'' and went.", ["``we left''"]),
        ("He said «we left» and went.", ["«we left»"]),
        ("Er sagte „we left“ and went.", ["„we left“"]),
        ("He said ‘we left’ and went.", ["‘we left’"]),
        ("He said 'we left' and went.", ["'we left'"]),
        ("The soldiers' view of Sha’bi and al-Sha'abi isn't known.", []),
        ("‘The soldiers’ view is known,’ he said.", ["‘The soldiers’ view is known,’"]),
        ("“We left. They stayed.\n\n“Then they left,” he said.", ["“We left. They stayed.", "“Then they left,”"]),
        ('A pipe of 5" width.', []),
        ("He said “ ”.", []),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    assert texts(text) == found


@given(st.text(alphabet="ab s.\n\"'“”‘’«»`,"))
def test_quotations_are_apart_and_within_a_paragraph(text: str) -> None:
    at = 0
    for q in quotations(text):
        assert at <= q.begin < q.inner[0] <= q.inner[1] <= q.end <= len(text)
        assert "\n" not in text[q.begin : q.end]
        at = q.end
