from pathlib import Path

import pytest

from claimgraph.statements.triggers import FILE, load, shipped
from claimgraph.vocabulary import superclasses


def test_what_asks_for_more_is_tried_first() -> None:
    weights = [t.weight for t in shipped().nouns["strike"]]
    assert weights == sorted(weights, reverse=True)


def test_the_classes_above_each_class_are_those_of_the_ontology() -> None:
    used = {t.type for words in (shipped().verbs, shipped().nouns) for several in words.values() for t in several}
    for name in used | set(shipped().broader):
        assert (*shipped().lineage(name), "Event") == superclasses(name)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("lemmas =", "words =", "unknown key 'words'"),
        ('frame = "act"', 'frame = "acting"', "unknown frame 'acting'"),
        ('"@abstract"', '"@abstruse"', "unknown set '@abstruse'"),
        ('subject = "agent"', 'subject = "doer"', "unknown role 'doer'"),
        ("[light]", "[lite]", "unknown table 'lite'"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "triggers.toml"
    path.write_text(FILE.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        load(path)
