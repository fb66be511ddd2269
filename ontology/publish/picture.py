"""The picture of the classes, laid out by hand: what stands in the boxes comes from the ontology.

A box lists the properties of its class that lead to a value, to a closed list or back to the class; all other
properties between classes are lines. The classes of events are too many for a picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from rdflib import OWL, RDFS

from ontology.publish.source import Source

WIDTH, HEIGHT, FRAMED = 1440, 1120, 760  # of the picture, and the height of the frame in it
LINE, HEAD, PAD = 19, 30, 10  # heights of a line of text and of a box's heading, and the space around them
LISTS = ("Factuality", "Quotation", "SpeechAct", "Measure", "Polarity")
# Terms of other vocabularies that a graph has, too.
FOREIGN = {
    "Article": (
        *("dcterms:identifier", "dcterms:title", "dcterms:issued", "dcterms:source"),
        *("dcterms:publisher → Actor", "prov:wasDerivedFrom → Article"),
    ),
    "Claim": ("prov:wasQuotedFrom → Claim",),
    "Mention": ("nif:beginIndex", "nif:endIndex", "nif:anchorOf"),
    "Sentence": ("nif:referenceContext → Article",),
    "Actor": ("skos:prefLabel", "skos:altLabel"),
    "Place": ("skos:prefLabel", "skos:altLabel"),
    "Item": ("skos:prefLabel",),
}


@dataclass(frozen=True)
class Box:
    """Where a class is drawn, and the colours that it has."""

    x: int
    y: int
    width: int
    colour: str


@dataclass(frozen=True)
class Line:
    """Properties from one box to another: the corners that the line goes through, and where its words stand, so many in
    a row.
    """

    source: str
    target: str
    terms: tuple[str, ...]
    corners: tuple[tuple[int, int], ...]
    words: tuple[int, int]
    anchor: str = "start"
    row: int = 1


FRAME = "what a mention may be a mention of"
BOXES = {
    "Proposition": Box(420, 30, 250, "said"),
    "Claim": Box(420, 140, 250, "said"),
    "Article": Box(20, 140, 250, "text"),
    "Mention": Box(20, 420, 250, "text"),
    "Sentence": Box(20, 640, 250, "text"),
    "Event": Box(820, 60, 240, "event"),
    "Figure": Box(1170, 60, 210, "event"),
    "Place": Box(1170, 340, 210, "who"),
    "Actor": Box(820, 380, 240, "who"),
    "Item": Box(1170, 520, 210, "who"),
    "Affiliation": Box(1170, 640, 210, "who"),
    FRAME: Box(790, 24, 630, "frame"),
    "ActOfSpeaking": Box(390, 830, 155, "said"),
    "Lineage": Box(560, 830, 110, "said"),
    "SharedEvent": Box(700, 830, 140, "event"),
    "Join": Box(870, 830, 450, "text"),
    "Factuality": Box(20, 1020, 270, "list"),
    "Quotation": Box(305, 1020, 185, "list"),
    "Polarity": Box(505, 1020, 145, "list"),
    "SpeechAct": Box(665, 1020, 405, "list"),
    "Measure": Box(1090, 1020, 330, "list"),
}
LINES = (
    Line("Claim", "Proposition", ("expresses",), ((545, 140), (545, 89)), (553, 119)),
    Line("Claim", "Article", ("reportedIn",), ((420, 180), (270, 180)), (345, 172), "middle"),
    Line("Claim", "Event", ("describes", "patient"), ((670, 180), (820, 180)), (728, 154), "middle"),
    Line("Claim", "Actor", ("claimant", "addressee", "patient"), ((640, 389), (640, 450), (820, 450)), (648, 408)),
    Line(
        "Claim",
        "Mention",
        ("sourceMention", "cueMention", "contentMention"),
        ((460, 389), (460, 450), (270, 450)),
        (282, 406),
    ),
    Line("Claim", "ActOfSpeaking", ("sameAct",), ((500, 389), (500, 830)), (492, 702), "end"),
    Line("Claim", "Lineage", ("lineage",), ((600, 389), (600, 830)), (608, 702)),
    Line("Event", "SharedEvent", ("sameEvent",), ((820, 215), (770, 215), (770, 830)), (762, 702), "end"),
    Line("Mention", FRAME, ("mentions",), ((270, 510), (790, 510)), (385, 502), "middle"),
    Line("Mention", "Article", ("nif:referenceContext",), ((60, 420), (60, 294)), (68, 362)),
    Line("Mention", "Sentence", ("nif:sentence",), ((60, 536), (60, 640)), (68, 592)),
    Line("Event", "Figure", ("figure",), ((1060, 100), (1170, 100)), (1115, 92), "middle"),
    Line("Event", "Actor", ("agent", "patient", "instrument", "recipient"), ((880, 233), (880, 380)), (888, 284)),
    Line(
        "Event",
        "Place",
        ("location", "origin", "destination", "patient", "recipient"),
        ((1030, 233), (1030, 305), (1275, 305), (1275, 340)),
        (1172, 279),
        row=3,
    ),
    Line(
        "Event",
        "Item",
        ("agent", "patient", "instrument", "recipient"),
        ((980, 233), (980, 335), (1085, 335), (1085, 545), (1170, 545)),
        (1093, 484),
    ),
    Line("Actor", "Place", ("territory",), ((1060, 395), (1170, 395)), (1117, 388), "middle"),
    Line("Actor", "Figure", ("figure",), ((1060, 425), (1150, 425), (1150, 200), (1170, 200)), (1143, 362), "end"),
    Line("Actor", "Affiliation", ("affiliation",), ((1060, 670), (1170, 670)), (1115, 662), "middle"),
    Line("Affiliation", "Actor", ("member", "organization"), ((1170, 727), (1060, 727)), (1115, 703), "middle"),
    Line("Affiliation", "Place", ("place",), ((1380, 670), (1400, 670), (1400, 370), (1380, 370)), (1394, 600), "end"),
)
STYLE = """
.cgp text { font: 14px system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: #1d2433; }
.cgp .name { font-weight: 700; font-size: 15px; }
.cgp .kind { font-size: 13px; fill: #46506a; }
.cgp .word { font-size: 13.5px; font-style: italic; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
.cgp .body { fill: #fff; stroke: #5b6680; }
.cgp .line { fill: none; stroke: #46506a; stroke-width: 1.4; }
.cgp .frame { fill: #fafbfd; stroke: #8a94ab; stroke-dasharray: 6 5; }
.cgp .text { fill: #dce6f5; } .cgp .said { fill: #fbe6b8; } .cgp .event { fill: #f7d6d0; }
.cgp .who { fill: #d5ecd6; } .cgp .list { fill: #e6def3; }
.cgp a:hover .name { text-decoration: underline; }
""".strip()


def drawn(source: Source) -> str:
    """The picture as SVG. In a page that has an anchor for each term, its boxes lead to them."""
    frame = BOXES[FRAME]
    parts = [
        f'<svg class="cgp" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' aria-labelledby="cgp-title cgp-desc">',
        f'<title id="cgp-title">The classes of the claimgraph ontology, version {escape(source.version)}</title>',
        f'<desc id="cgp-desc">{escape(_told())}</desc>',
        f"<style>{STYLE}</style>",
        '<defs><marker id="cgp-tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9"'
        ' orient="auto-start-reverse"><path d="M0 1 10 5 0 9z" fill="#46506a"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<rect class="frame" x="{frame.x}" y="{frame.y}" width="{frame.width}" height="{FRAMED}" rx="10"/>',
        f'<text class="kind" x="{frame.x + 14}" y="{frame.y + 20}">{FRAME}</text>',
        f'<text class="kind" x="20" y="{BOXES["Factuality"].y - 8}">closed lists of values</text>',
        f'<text class="kind" x="{BOXES["Join"].x}" y="{BOXES["Join"].y - 8}">why things are joined</text>',
    ]
    parts += [part for line in LINES for part in _line(line)]
    parts += [part for name in BOXES if name != FRAME for part in _box(source, name)]
    return "\n".join([*parts, "</svg>", ""])


def shown(source: Source, name: str) -> list[str]:
    """The lines of a class's box."""
    if name in LISTS:
        return wrap(", ".join(source.values(name)), BOXES[name].width // 8)
    own = [p for p, kind in source.kinds.items() if kind in (OWL.DatatypeProperty, OWL.ObjectProperty)]
    lines = [*FOREIGN.get(name, ())]
    for term in own:
        told = _told_of(source, term, name)
        if told is not None:
            lines.append(term + told)
    return [*lines, *_kinds(source, name)] if name == "Actor" else lines


def height(source: Source, name: str) -> int:
    """How high a box is."""
    lines = 0 if name == FRAME else len(shown(source, name))
    return FRAMED if name == FRAME else HEAD + (lines * LINE + PAD if lines else 0)


def _told_of(source: Source, term: str, name: str) -> str | None:
    """What follows a property's name in the box of a class: nothing for one with a value; None where it is no such."""
    if name not in source.ends(term, RDFS.domain):
        return None
    if source.kinds[term] == OWL.DatatypeProperty:
        return ""
    targets = source.ends(term, RDFS.range)
    drawn_as_line = any(term in line.terms and line.source == name for line in LINES)
    if not targets or (len(targets) == 1 and targets[0] in LISTS):
        return f" → {targets[0]}" if targets else " → a property"
    if drawn_as_line and name not in targets:
        return None
    inside = [t for t in targets if t == name or (name == "Actor" and t == "Organization")]
    if len(targets) > 1 and not inside:
        return f" → {', '.join(targets[:-1])} or {targets[-1]}"
    return f" → {inside[0]}" if inside else None


def _kinds(source: Source, name: str, depth: int = 0) -> Iterator[str]:
    for below in source.below(name):
        yield "\N{NO-BREAK SPACE}" * 4 * depth + "▸ " + below
        yield from _kinds(source, below, depth + 1)


def _box(source: Source, name: str) -> Iterator[str]:
    box, lines, deep = BOXES[name], shown(source, name), height(source, name)
    place = f'x="{box.x}" y="{box.y}" width="{box.width}"'
    yield f'<rect class="body" {place} height="{deep}" rx="6"/>'
    yield f'<rect class="{box.colour}" {place} height="{HEAD}" rx="6" stroke="#5b6680"/>'
    yield f'<a href="#{name}"><text class="name" x="{box.x + 12}" y="{box.y + 20}">{name}</text></a>'
    for number, line in enumerate(lines):
        y = box.y + HEAD + PAD + 9 + number * LINE
        kind = ' class="kind"' if "▸" in line else ""
        yield f'<text{kind} x="{box.x + 12}" y="{y}">{escape(line)}</text>'


def _line(line: Line) -> Iterator[str]:
    path = " ".join(f"{x},{y}" for x, y in line.corners)
    yield f'<polyline class="line" points="{path}" marker-end="url(#cgp-tip)"/>'
    x, y = line.words
    rows = [", ".join(line.terms[start : start + line.row]) for start in range(0, len(line.terms), line.row)]
    for number, row in enumerate(rows):
        yield f'<text class="word" text-anchor="{line.anchor}" x="{x}" y="{y + 16 * number}">{escape(row)}</text>'


def _told() -> str:
    """The picture in words, for those who do not see it."""
    return "; ".join(f"{line.source} – {', '.join(line.terms)} → {line.target}" for line in LINES)
