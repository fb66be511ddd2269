"""The page on the shapes has each of them, with what it says."""

from shapespage import BEGIN, END, PAGE, tables


def test_the_tables_are_those_of_the_shapes() -> None:
    written = PAGE.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    assert written.strip() == tables().strip(), "run: python -m tests.shapespage"
