"""Bytes -> text: nothing is guessed that is not certain."""

import codecs

import pytest

from claimgraph.articles.encoding import decode
from claimgraph.errors import InputError

WORDS = (
    "The café in São Tomé sold naïve art – “for £5”, she said.\r\nIt’s Müller’s… and Ångström’s, 20°C, ½ price, CAFÉ’S"
)
LATIN = "The café in São Tomé sold naïve art for £5, she said. It was Müller's and Ångström's, at 20°C."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_and_its_marks(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_utf_16_in_the_other_order() -> None:
    assert decode(codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be")) == WORDS


def test_western_text_is_recognised() -> None:
    assert decode(WORDS.encode("cp1252")) == WORDS
    assert decode(LATIN.encode("latin-1")) == LATIN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Президент заявил, что переговоры начнутся завтра.", "cp1251"),
        ("The ministry (Министерство) said nothing.", "cp1251"),
        ("قال الوزير إن المحادثات ستبدأ غدا", "cp1256"),
        ("The city of Łódź said that it’s ready.", "cp1250"),
        ("“It’s late,” she said.", "mac-roman"),
        ("The café shut.", "cp850"),
        ("会議は明日始まる", "shift-jis"),
        ("会议明天开始", "gbk"),
    ],
)
def test_other_encodings_are_refused(text: str, encoding: str) -> None:
    with pytest.raises(InputError, match=r"neither UTF-8|broken UTF-8"):
        decode(text.encode(encoding))


def test_broken_utf_8_is_not_taken_for_another_encoding() -> None:
    data = WORDS.encode()
    with pytest.raises(InputError, match="broken UTF-8 at byte 7"):
        decode(data.replace("é".encode(), b"\xc3", 1))
    with pytest.raises(InputError, match="broken UTF-8"):
        decode("“It’s late”".encode()[:-1])


def test_broken_utf_16() -> None:
    with pytest.raises(InputError, match="not UTF-16-LE as it should be"):
        decode("Harbour".encode("utf-16")[:-1])
    with pytest.raises(InputError, match="not UTF-16-LE as it should be, at byte 2"):
        decode(codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0")


def test_a_declared_encoding_is_taken_where_utf_8_fails() -> None:
    russian = "Президент заявил"
    assert decode(russian.encode("cp1251"), declared="windows-1251") == russian
    assert decode(russian.encode(), declared="windows-1251") == russian
    assert decode(WORDS.encode("cp1252"), declared="ISO-8859-1") == WORDS
    for nonsense in ("hex", "undefined", "no-such", "utf-8"):
        with pytest.raises(InputError, match="neither UTF-8"):
            decode(russian.encode("cp1251"), declared=nonsense)
