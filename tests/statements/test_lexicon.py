"""The file of cues: checked when it is read."""

from pathlib import Path

import pytest

from claimgraph.errors import InputError
from claimgraph.statements.lexicon import lexicon


def test_the_shipped_cues_are_several_hundred_and_none_stands_twice_in_a_row() -> None:
    words = lexicon()
    assert len(words.verb) > 250
    assert len(words.noun) > 50
    rows = {row for by_lemma in (words.verb, words.noun, words.adverb) for rows in by_lemma.values() for row in rows}
    assert not [w for row in rows for w in row.lemmas if w != w.lower()]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[verb]]\norigin = 'me'\nact = 'Assertion'\nlemmas = ['say']\nframe = ['quote']", "verb.0.frame"),
        ("[[verb]]\nact = 'Shout'\nlemmas = ['say']", "verb.0.act"),
        ("[[verb]]\norigin = 'me'\nact = 'Assertion'\nlemmas = ['say']\nframes = ['sideways']", "verb.0.frames.0"),
        ("[[verb", "no file of cues"),
    ],
)
def test_what_is_no_file_of_cues_is_refused_with_its_place(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "cues.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=says) as error:
        lexicon(path)
    assert str(path) in str(error.value)
