from pathlib import Path

import pytest

from claimgraph.statements.triggers import FILE, load, shipped


def test_what_asks_for_more_is_tried_first() -> None:
    weights = [t.weight for t in shipped().nouns["strike"]]
    assert weights == sorted(weights, reverse=True)


def test_every_class_leads_to_a_top() -> None:
    for entries in (*shipped().verbs.values(), *shipped().nouns.values()):
        for trigger in entries:
            assert shipped().lineage(trigger.type)[-1] not in shipped().broader


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
