"""All that a writer or a reader of RDF may stumble over, in a graph that passes the gate: no shape asks of it."""

import re
from decimal import Decimal
from functools import cache

from rdflib import XSD, Literal, URIRef

from breaks import GOOD
from claimgraph.validated import ValidGraph, gate, load_graph

ARTICLE = URIRef("https://w3id.org/claimgraph/id/article/aaaaaaaaaaa1")
X = "https://example.org/"
_NUMBER = re.compile(rf'"([-+.0-9]+(?:[eE][-+]?[0-9]+)?)"\^\^<{XSD}(?:integer|decimal|double)>')
CONTROLS = "\x00 \x01\x08\x0b\x0c\x0e\x1f \ufffe \uffff"  # RDF/XML can hold none of them
TEXTS = (
    "",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    '"',
    '""""',
    "'",
    "'''",
    'ends in "',
    "ends in \\",
    "back\\slash \\u0041 \\U00000041 \\n \\\\",
    "line\nfeed, carriage\rreturn, both\r\n, tab\t, blanks  ",
    "  leading and trailing \n",
    "</rdf:RDF> <b>&amp; &lt; &#13;</b> ]]> <![CDATA[ <!-- -- --> <?x?>",
    "@prefix cg: <https://example.org/> .",
    "} INSERT DATA { <x:a> <x:b> <x:c> } # -- ; DROP ALL",
    '{"@id": "x", "@value": null}',
    "@en ^^xsd:date _:b0 <x:iri>",
    "\u202eright to left\u200f \u2067x\u2069 \u200b\u200d",
    "\U0001f600 \U00010000 \U0010ffff astral",
    "\ufffd replaced, \ufeff mark, \ue000 private",
    "\u0080\u0085\u009f\u2028\u2029 \x7f",
    "e\u0301 is not é, Å is not Å",
    "منظمة بدر",
    "%s {0} $x ?y %41 %",
    "x" * 100_000,
    "\n".join(f'"line" {n}' for n in range(2_000)),
)
TYPED = (
    ("01", XSD.integer),
    ("+1", XSD.integer),
    ("-0", XSD.integer),
    ("1" * 40, XSD.integer),
    ("1.50", XSD.decimal),
    (".5", XSD.decimal),
    ("5.", XSD.decimal),
    ("0.1" + "0" * 30 + "1", XSD.decimal),
    ("1e0", XSD.double),
    ("1.0E400", XSD.double),
    ("INF", XSD.double),
    ("-INF", XSD.float),
    ("NaN", XSD.float),
    ("1", XSD.boolean),
    ("true", XSD.boolean),
    ("2031-05-07Z", XSD.date),
    ("2031-05-07+14:00", XSD.date),
    ("-0044-03-15", XSD.date),
    ("2031-05-07T24:00:00", XSD.dateTime),
    ("2031-05-07T10:00:00.000", XSD.dateTime),
    ("2031-05", XSD.gYearMonth),
    ("--05-07", XSD.gMonthDay),
    ("P1Y", XSD.duration),
    ("  two  blanks ", XSD.token),
    ("00", XSD.nonNegativeInteger),
    ("<a>&amp;</a>", URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML")),
    ('{"a": 1}', URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON")),
    ("anything \n at all", URIRef(f"{X}type#é")),
    ("a b", XSD.anyURI),
)
ILL_TYPED = (("twelve", XSD.integer), ("2031-02-30", XSD.date), ("", XSD.decimal), ("TRUE", XSD.boolean))
LANGUAGES = ("en", "EN", "en-GB", "EN-gb", "zh-Hant-TW", "ar", "x-Private", "de-1996", "sr-Latn-RS-x-Abc")
IRIS = (
    f"{X}é",
    f"{X}%C3%A9",
    f"{X}%c3%a9",
    f"{X}%20%22%3C%3E",
    f"{X}منظمة",
    f"{X}\U0001f600",
    f"{X}e\u0301",
    f"{X}?a=1&b='2'&c=(3);d=*!,$+~",
    f"{X}#",
    f"{X}#a/b?c",
    f"{X}a.b.",
    f"{X}-a",
    f"{X}1",
    f"{X}a:b@c",
    f"{X}&amp;",
    f"{X}_:b",
    "urn:x:'",
    "urn:isbn:0451450523",
    "tag:example.org,2031:é",
    "mailto:a@example.org",
    "http://[::1]:80/",
    "http://例え.example/?q=é#ü",
    "HTTPS://Example.ORG:443/",
    "http://example.org",
)
# With dot segments, and what a reader makes of them that takes an IRI for a reference to resolve (RFC 3986, 5.2).
DOTTED = {f"{X}a/../b": f"{X}b", f"{X}./a": f"{X}a", f"{X}a//b/.": f"{X}a//b/", "file:///a/./b": "file:///a/b"}


@cache
def hostile() -> ValidGraph:
    """The graph, through the gate."""
    made = load_graph(GOOD)
    for number, (name, values) in enumerate(_values().items()):
        for place, value in enumerate(values):
            made.graph(ARTICLE).add((URIRef(f"{X}{name}/{place}"), URIRef(f"{X}says{number}"), value))
    valid, report = gate(made)
    assert report.left_out == ()
    return valid


def _values() -> dict[str, list[Literal | URIRef]]:
    return {
        "text": [Literal(text) for text in (*TEXTS, "|".join(TEXTS[:-2]))],
        "control": [Literal(CONTROLS)],
        "typed": [Literal(text, datatype=kind, normalize=False) for text, kind in (*TYPED, *ILL_TYPED)],
        "language": [Literal(text, lang=tag) for tag in LANGUAGES for text in ("", "a 'b' \"c\" \n é")],
        "iri": [URIRef(iri) for iri in (*IRIS, *DOTTED)],
    }


def as_in_xml(lines: list[str]) -> list[str]:
    """The canonical lines as RDF/XML can hold them: each character that XML lacks is U+FFFD."""
    for code in ("\\u0000", "\\u0001", "\\b", "\\u000B", "\\f", "\\u000E", "\\u001F", "\\uFFFE", "\\uFFFF"):
        lines = [line.replace(code, "\ufffd") if f"<{X}control/" in line else line for line in lines]
    return sorted(lines)


def resolved(lines: list[str], scheme: str = "") -> list[str]:
    """The canonical lines as a reader leaves them that takes dot segments out of IRIs, or out of those of a scheme."""
    for written, read in DOTTED.items():
        if not written.startswith(scheme):
            continue
        lines = [line.replace(f"<{written}>", f"<{read}>") for line in lines]
    return sorted(lines)


def by_value(lines: list[str]) -> list[str]:
    """The canonical lines with numbers by what they are, not by how they are written."""
    return sorted(_NUMBER.sub(lambda found: f"{Decimal(found[1]).normalize() + 0}", line) for line in lines)
