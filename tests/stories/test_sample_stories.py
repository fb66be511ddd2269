"""What joins the articles of the sample corpus, beside what is true of them."""

import pytest

from benchmarks.stories import Corpus, files, scored
from benchmarks.story_scoring import Kind, Outcome, Report

ERRORS = {Outcome.FALSE, Outcome.MISSED}


@pytest.fixture(scope="module")
def report() -> Report:
    return scored(files(Corpus.SAMPLE))


@pytest.mark.parametrize("kind", [Kind.EVENTS, Kind.PROPOSITIONS, Kind.CONFLICTS])
def test_what_is_found_is_joined_as_it_is_true(report: Report, kind: Kind) -> None:
    wrong = [f"{one.outcome}: {one.words}" for one in report.verdicts if one.kind == kind and one.outcome in ERRORS]
    assert report.scores[kind].f1 >= 0.85, "\n".join(wrong)
