"""Cells of the benchmarks' Markdown tables."""

from collections.abc import Iterable, Sequence


def number(share: float) -> str:
    """A share with three digits and no zero before the point."""
    return f"{share:.3f}".removeprefix("0")


def of_total(share: float, hits: int, total: int) -> str:
    """A share, and of how many."""
    return f"{number(share)} ({hits} of {total})"


def all_three(precision: float, recall: float, fscore: float) -> str:
    """Precision, recall and F1."""
    return f"{number(precision)} {number(recall)} **{number(fscore)}**"


def markdown(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in [heading, ["---"] * len(heading), *rows])
