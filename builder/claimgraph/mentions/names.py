"""Where names stand in a `Doc`: the registry's, runs of proper nouns, and a state's bodies ("Iraqi parliament")."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span

from claimgraph.mentions import commons, kinds, runs, tables, titles, world
from claimgraph.mentions.bodies import bodies, peoples
from claimgraph.mentions.expansions import expanded
from claimgraph.mentions.fold import Key, fold, parts
from claimgraph.mentions.found import Found
from claimgraph.mentions.matcher import Match, Matcher
from claimgraph.model import Kind

STOP = frozenset(tables.table("stop.toml", "words"))
CUES = tables.table("kinds.toml", "names")
BESIDE = frozenset({Kind.MEDIA_OUTLET, Kind.ORGANIZATION, Kind.POLITICAL_PARTY})
HEADLINE = 0.8  # share of long words with a capital from which a sentence is read as a headline


class Name(NamedTuple):
    """A name in the text: the tokens [start, end), and who or what it names in either role."""

    start: int
    end: int
    head: int
    actor: str | None
    place: str | None
    acts: bool  # its reading where nobody asks: the actor, not the place
    rule: str

    @property
    def default(self) -> str:
        """The id that it stands for where nobody asks."""
        found = (self.actor if self.acts else self.place) or self.actor or self.place
        return found or ""


def find(doc: Doc, matcher: Matcher) -> list[Found]:
    """All names, in the text's order; one may lie within another only in a body's name ("Iraq" in "Iraq's army")."""
    matches = [m for m in matcher.find(doc) if not _part_of_word(doc, m) and not _namesake(doc, m)]
    titled = {t.i for s in doc.sents if _is_headline(s) for t in s}
    found: list[Found] = []
    for start, end in runs.runs(doc):
        found += (_sounding(doc, f, matcher) for f in _read_run(doc, start, end, matches))
    taken = {i for f in found for i in range(f.start, f.end)}
    found += [
        Found(m.start, m.end, m.known, rule="name.registry") for m in matches if taken.isdisjoint(range(m.start, m.end))
    ]
    capitals = commons.capitals(doc, titled)
    found = [f for f in found if not _stopped(doc, f) and not commons.is_description(doc, f, capitals)]
    found = [f for f in found if f.end == len(doc) or matcher.begins(doc[f.end]) == f.end]  # "South" of "South Korean"
    found = expanded(doc, _tame_headlines(doc, found, titled), matcher)
    return sorted(_with_bodies(doc, found, matcher), key=lambda f: (f.start, -f.end))


def _with_bodies(doc: Doc, found: list[Found], matcher: Matcher) -> list[Found]:
    whole = [*bodies(doc, found, matcher), *peoples(doc, found, matcher)]
    found += [owner for f in found if (owner := _possessor_in(doc, f, matcher))]
    found += [place for f in found if (place := _place_in(doc, f, matcher))]
    inner = {i for b in whole for i in range(b.start, b.end)}
    kept = [
        f
        for f in found
        if f.rule == "name.part" or not inner.intersection(range(f.start, f.end)) or _possessor(doc, f, whole)
    ]
    return kept + whole


def _possessor_in(doc: Doc, found: Found, matcher: Matcher) -> Found | None:
    """The known possessor in a known name: "Iraq" in "Iraq's Supreme Court"."""
    if not found.known or found.end - found.start < 3:
        return None
    at = next((t.i for t in doc[found.start : found.end] if t.tag_ == "POS"), None)
    known = matcher.index.get(parts(doc[found.start : at].text)) if at else None
    return Found(found.start, at, tuple(known), rule="name.registry") if at and known else None


def _place_in(doc: Doc, found: Found, matcher: Matcher) -> Found | None:
    """The place in which a government's body stands by its name: "Baghdad" in "US Embassy in Baghdad"."""
    if not any(k.entry.kind == Kind.GOVERNMENT_BODY for k in found.known):
        return None
    at = next((t.i + 1 for t in doc[found.start : found.end] if t.lower_ in {"in", "at"}), found.end)
    known = matcher.index.get(parts(doc[at : found.end].text), ()) if at < found.end else ()
    places = tuple(k for k in known if k.entry.kind is None)
    return Found(at, found.end, places, rule="name.part") if places else None


def _possessor(doc: Doc, found: Found, whole: list[Found]) -> bool:
    """A possessor keeps its own name beside the body's."""
    behind = doc[found.end].tag_ == "POS" if found.end < len(doc) else False
    return behind and any(b.start == found.start and b.end > found.end for b in whole)


def _part_of_word(doc: Doc, match: Match) -> bool:
    """Whether the match is cut out of a hyphenated name: "Iran-Contra"; "US-led" keeps its name."""
    behind = doc[match.end] if match.end + 1 < len(doc) else None
    return bool(
        behind is not None
        and behind.text == "-"
        and not doc[match.end - 1].whitespace_
        and not behind.whitespace_
        and doc[match.end + 1].pos_ == "PROPN"
        and doc[match.end + 1].dep_ == "flat"
    )


def _namesake(doc: Doc, match: Match) -> bool:
    """Whether an acronym's letters, with one capital and behind a preposition of place, are a city: "in Sana"."""
    token = doc[match.end - 1]
    acronym = all(k.strict for k in match.known) and not token.text.isupper()
    return acronym and world.inhabitants(parts(token.text)) > 0 and bool(kinds.preposition(token))


def _read_run(doc: Doc, start: int, end: int, matches: list[Match]) -> Iterator[Found]:
    for a, b, titled in titles.segments(doc, start, end):
        first = bisect_right(matches, a, key=lambda m: m.end)
        near = matches[first : first + b - a]
        yield from _reconcile(doc, a, b, [m for m in near if m.start < b], titled)


def _sounding(doc: Doc, found: Found, matcher: Matcher) -> Found:
    """The name as that of someone known, where it is one in another transliteration."""
    several = found.end - found.start > 1 and not found.known
    known = matcher.sounding(parts(found.text(doc))) if several else ()
    return found._replace(known=known, rule="name.sound") if known else found


def _reconcile(doc: Doc, a: int, b: int, inside: list[Match], titled: str) -> Iterator[Found]:
    """One name, or known names and what lies between them."""
    b = _without_thing(doc, a, b)
    whole = next((m for m in inside if m.start <= a and b <= m.end), None)
    if whole:
        yield Found(whole.start, whole.end, whole.known, titled, "name.registry")
    elif not inside or _one_name(doc, a, b, inside):
        yield Found(a, b, (), titled, "name.proper-nouns")
    else:
        at = a
        for m in inside:
            if at < m.start:
                yield Found(*_trim(doc, at, m.start), (), titled, "name.proper-nouns")
            yield Found(m.start, m.end, m.known, titled, "name.registry")
            at = max(at, m.end)
        if at < b:
            yield Found(*_trim(doc, at, b), (), titled, "name.proper-nouns")


def _without_thing(doc: Doc, a: int, b: int) -> int:
    """ "Security Council Resolution": the body is named, the thing is not."""
    words = [fold(t.text) for t in doc[a:b]]
    thing = len(words) > 1 and CUES.get(words[-1]) == kinds.THING and CUES.get(words[-2], kinds.THING) != kinds.THING
    return b - 1 if thing else b


def _trim(doc: Doc, a: int, b: int) -> tuple[int, int]:
    """Without the punctuation and connecting words at its ends."""
    while a < b - 1 and (not doc[a].text[:1].isalnum() or doc[a].pos_ in {"ADP", "CCONJ", "DET"}):
        a += 1
    while b - 1 > a and (not doc[b - 1].text[:1].isalnum() or doc[b - 1].pos_ in {"ADP", "CCONJ", "DET"}):
        b -= 1
    return a, b


def _one_name(doc: Doc, a: int, b: int, inside: list[Match]) -> bool:
    """Whether known names in it are but parts of a longer one: "Baghdad Airport", "Michael Jordan"."""
    kind, last = kinds.cue(list(doc[a:b])), inside[-1]
    another = kind == Kind.MEDIA_OUTLET and a < last.start == b - 1  # "Desert Guardian" is not the "Guardian"
    of_it = a < inside[0].start and doc[inside[0].start - 1].lower_ == "of"  # "University of Mosul"
    cued = kind not in {None, kinds.THING} and (another or last.end < b or (of_it and len(inside) == 1))
    behind = doc[b] if b < len(doc) else doc[b - 1]
    described = behind.pos_ == "NOUN" and kinds.beside(doc[b - 1], Found(a, b)) in BESIDE and inside[-1].end < b
    return cued or described or all(_flat(doc, a, b, m) for m in inside)


def _flat(doc: Doc, a: int, b: int, match: Match) -> bool:
    """Whether a word of the match is bound to one outside of it as names of persons are."""
    if match.end - match.start > 3:
        return False
    own = range(match.start, match.end)
    return any(
        t.dep_ == "flat" and (t.i in own) != (t.head.i in own) and a <= t.head.i < b and t.is_alpha for t in doc[a:b]
    )


def _stopped(doc: Doc, found: Found) -> bool:
    if found.known:
        return False
    text = [t for t in doc[found.start : found.end] if t.text[:1].isalnum()]
    return (
        not text or all(t.lower_.rstrip(".") in STOP or t.text[:1].isdigit() for t in text) or len(found.text(doc)) < 2
    )


def _is_headline(sentence: Span) -> bool:
    """Whether capitals say nothing here: nearly all long words have one."""
    last = next((t for t in reversed(sentence) if not t.is_space), sentence[-1])
    if last.text[-1] in ".?!:,\"”’'":
        return False
    long = [t for t in sentence if t.is_alpha and len(t) > 3]
    return len(long) > 3 and sum(t.text[0].isupper() for t in long) >= HEADLINE * len(long)


def _tame_headlines(doc: Doc, found: list[Found], titled: set[int]) -> list[Found]:
    """In a headline only names that are known, or that the body names too."""
    body = {parts(f.text(doc)) for f in found if f.start not in titled}
    lasts = {k[-1:] for k in body if k}
    out: list[Found] = []
    for f in found:
        if f.start not in titled or f.known or f.title or _known_there(parts(f.text(doc)), body | lasts):
            out.append(f)
        else:
            out += _sub_names(doc, f, body | lasts)
    return out


def _known_there(key: Key, body: set[Key]) -> bool:
    return key in body or world.inhabitants(key) >= world.FAMOUS


def _sub_names(doc: Doc, found: Found, body: set[Key]) -> Iterator[Found]:
    """The names of the body within a run of a headline, longest first."""
    at = found.start
    while at < found.end:
        ends = (e for e in range(found.end, at, -1) if parts(doc[at:e].text) in body)
        end = next(ends, None)
        if end and doc[at].text[:1].isupper():
            yield found._replace(start=at, end=end)
        at = end or at + 1
