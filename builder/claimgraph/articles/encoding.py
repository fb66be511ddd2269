"""Bytes -> text, without a guess: UTF-8, what a byte order mark announces, or what can only be Western European.

Line breaks are kept as they are. A byte order mark is no part of the text: offsets count from the character behind it.
"""

import codecs
import re

from claimgraph.errors import InputError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "a rich text document",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"\xff\xd8\xff": "a JPEG image",
    b"\x7fELF": "a program",
    b"BZh": "compressed with bzip2",
    b"\xfd7zXZ\x00": "compressed with xz",
    b"\x28\xb5\x2f\xfd": "compressed with zstd",
}
UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
LOW, HIGH = "à-öø-ÿšžœß", "À-ÖØ-ÞŠŽŒ"
# Each way in which a character beyond ASCII stands in Western European text; one match a character.
WESTERN = re.compile(
    rf"(?<=[A-Za-z{LOW}{HIGH}])[{LOW}] | [{LOW}](?=[A-Za-z{LOW}]) | \b[àèéêòóìù]\b"
    rf"| (?<![a-z{LOW}])[{HIGH}](?=[A-Za-z{LOW}{HIGH}'’]) | (?<=[A-Z])[{HIGH}] | \b[ÀÉ]\b"
    r"| (?<![A-Za-z0-9])[‘“«](?=\S) | (?<=\S)[’”»] | [’](?=[A-Za-z0-9])"
    r"| [–—…•\xa0] | [€£¥](?=[\d\s\xa0.]) | (?<=[\d\s\xa0])[€£¥] | (?<=\d)[°½¼¾²³] | (?<![a-z])[©®™§·¿¡«»]"
    r"| (?<=\s)[½¼¾]",
    re.VERBOSE,
)
FOREIGN = re.compile(rf"[{LOW}{HIGH}]{{3}}")
UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(17))
    + "]"
)


def clean(text: str) -> str:
    """The text with U+FFFD for each character that not every RDF format can carry: offsets stay.

    These are control characters other than tab and line breaks, lone surrogates and non-characters.
    """
    return UNFIT.sub("\ufffd", text)


def decode(data: bytes, *, declared: str | None = None, cut: bool = False) -> str:
    """The text of the bytes, without its byte order mark.

    `declared`: the encoding that the document says it has. `cut`: a character that the end cuts in two is left out.
    Raises InputError on binary data and where the encoding is not certain.
    """
    for magic, name in MAGIC.items():
        if data.startswith(magic):
            raise InputError(f"not text but {name}: save its text as UTF-8")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, cut)
    if b"\0" in data:
        raise InputError(f"not text: there is a NUL at byte {data.index(0)}; save it as UTF-8")
    try:
        return _strict(data, "utf-8", cut)
    except InputError:
        known = declared and _known(declared)
        return _strict(data, known, cut) if known else _western(data)


def _strict(data: bytes, encoding: str, cut: bool) -> str:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        return decoder.decode(data, final=not cut)
    except (UnicodeError, LookupError) as error:
        at = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else "its end"
        raise InputError(f"not {encoding.upper()} as it should be, at {at}: save it as UTF-8") from error


def _known(declared: str) -> str | None:
    """The encoding that a page says it has, if it is one of text; what calls itself Latin-1 is read as Windows-1252."""
    try:
        name = codecs.lookup(declared).name
        b"00".decode(name)
    except (LookupError, UnicodeError):  # no encoding at all, or a codec of Python's for something else
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else None if name == "utf-8" else name


def _western(data: bytes) -> str:
    """Windows-1252, which holds Latin-1; refused unless every character beyond ASCII stands where it may.

    Statistical guessers name a wrong encoding too readily for English text with a handful of such characters.
    """
    sequences = UTF8_SEQUENCE.findall(data)
    stray = sum(byte > 0x7F for byte in UTF8_SEQUENCE.sub(b"", data))
    at = _first_error(data)
    if len(sequences) >= stray:
        raise InputError(f"broken UTF-8 at byte {at}: save it again as UTF-8")
    refusal = InputError(f"neither UTF-8 (byte {at}) nor clearly Latin-1 or Windows-1252: save it as UTF-8")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise refusal from None
    beyond = sum(c > "\x7f" for c in text)
    if beyond * 4 > len(text) or FOREIGN.search(text) or len(WESTERN.findall(text)) < beyond or UNFIT.search(text):
        raise refusal
    return text


def _first_error(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)
