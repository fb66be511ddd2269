"""`cg:Figure`: numbers of the killed and injured, of troops, votes, money, shares, and of persons, weapons, attacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Token

from claimgraph.mentions import Cast, descriptions
from claimgraph.model import Event, Figure, Kind, Measure, Mention, Span
from claimgraph.statements.ballots import poll, sided, votes
from claimgraph.statements.changes import changes
from claimgraph.statements.compared import bound_of, counted_as, is_more, is_standing, place_of
from claimgraph.statements.counting import (
    Found,
    Read,
    Story,
    come_to,
    counted,
    event_above,
    event_before,
    event_near,
    governor,
    head_of,
    sized,
    uncountable,
)
from claimgraph.statements.currencies import currency
from claimgraph.statements.elided import again, befallen, otherwise, part
from claimgraph.statements.events import triggers_of
from claimgraph.statements.harm import harmed
from claimgraph.statements.numerals import Number, numbers, tables
from claimgraph.statements.participants import actor_of
from claimgraph.statements.syntax import case_of, children, lemma
from claimgraph.statements.triggers import shipped
from claimgraph.statements.troops import force, members, strength
from claimgraph.statements.validity import Times, as_of, is_stock, own_date, times

PERCENT = ("%", "percent", "pct", "per cent")


def figures(
    doc: Doc, cast: Cast, events: Sequence[Event], mentions: Sequence[Mention]
) -> tuple[tuple[Figure, ...], tuple[Mention, ...]]:
    """The figures of an article in the text's order, and their mentions. `mentions`: of the article's events."""
    story = Story(doc, cast, triggers_of(doc, mentions), {event.id: event.type for event in events})
    every = list(numbers(doc))
    pairs = [(every[a].start, every[b].start) for a, b in changes(doc, every)]
    read = _all(story, every)
    _complete(story, read, every, pairs)
    before = {earlier for earlier, later in pairs if later in read}
    when = {s.start: times(s, cast.article.issued) for s in dict.fromkeys(one.token.sent for one in read.values())}
    made = {start: _figure(story, one, start in before, when) for start, one in sorted(read.items())}
    for earlier, later in pairs:
        if later in made and earlier in made and made[later][0].measures == made[earlier][0].measures:
            made[later] = replace(made[later][0], changed_from=made[earlier][0].id), made[later][1]
    return tuple(f for f, _ in made.values()), tuple(m for _, m in made.values())


def _all(story: Story, every: Sequence[Number]) -> dict[int, Read]:
    """What is read of the numbers, each by where it starts."""
    read: dict[int, Read] = {}
    last: Read | None = None
    for number in every:
        for one, found in _read(story, number, last):
            last = read[one.start] = Read(one, found, counted(story.doc, one))
    return read


def _complete(story: Story, read: dict[int, Read], every: Sequence[Number], pairs: Sequence[tuple[int, int]]) -> None:
    """Of two numbers of which one became the other, let the one that stands alone count what the other does."""
    by_start = {number.start: number for number in every}
    for pair in pairs:
        for start, other in (pair, pair[::-1]):
            if other in read and start not in read and not _is_share(story.doc, by_start[start]):
                number = by_start[start]
                if not uncountable(story.doc, number, story.cast):
                    found = read[other].found._replace(noun=read[other].noun)
                    read[start] = Read(number, found, head_of(story.doc, number))


def _figure(story: Story, read: Read, past: bool, when: Mapping[int, Times]) -> tuple[Figure, Mention]:
    number, found = read.number, read.found
    span = _span(story, number)
    end = max(span.end, read.token.idx + len(read.token)) if number.end <= read.token.i < number.end + 4 else span.end
    told = when[read.token.sent.start]
    day = own_date(story.doc, end, told) if past else as_of(read.token, end, told, found.stock)
    id_ = f"{story.cast.article.id}/figure/{span.begin}-{span.end}"
    group = _group(read.token, story.cast) if found.measure not in {Measure.MONEY, Measure.PERCENTAGE} else None
    figure = Figure(
        id_,
        found.of,
        found.measure,
        found.rule,
        number.value,
        number.upper,
        number.approximate,
        found.unit,
        group,
        day,
        **_compared(story, read),
    )
    return figure, Mention(span, id_, found.rule)


def _compared(story: Story, read: Read) -> dict[str, Any]:
    """What tells with which other figures one can be compared, as the fields of its record."""
    number, found, noun = read.number, read.found, read.noun
    place = place_of(read.token, story.cast) or place_of(noun, story.cast) if _is_placed(found) else None
    return {
        "counted": counted_as(noun),
        "place": place,
        "bound": bound_of(story.doc, number),
        "side": found.side,
        "share": found.share or ("more" if is_more(story.doc, number, read.token) else None),
        "stock": found.stock or is_standing(noun),
    }


def _is_placed(found: Found) -> bool:
    """Whether a number holds for a place by itself; what is of an event is where that is."""
    return found.measure == Measure.TROOPS or (found.measure == Measure.COUNT and found.stock)


def _span(story: Story, number: Number) -> Span:
    last = story.doc[number.end - 1]
    return story.cast.article.span(story.doc[number.start].idx, last.idx + len(last))


def _group(token: Token, cast: Cast) -> str | None:
    """The people without a name that a number counts: "two fighters were killed"."""
    plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ == "people"
    people = plural and descriptions.kind_of(token) == Kind.UNNAMED_GROUP and cast.name_at(token) is None
    found = cast.actor(token) if people else None
    return found if found and cast.kind(found) == Kind.UNNAMED_GROUP else None


def _read(story: Story, number: Number, last: Read | None) -> Iterator[tuple[Number, Found]]:
    doc = story.doc
    if number.parts and (vote := poll(story, number)):
        yield from zip(number.parts, sided(story, number, vote), strict=True)
        return
    if number.parts and number.upper is None:  # '12 to 12 soldiers' is no range
        for one in number.parts:
            yield from _read(story, one, last)
        return
    if (money := currency(doc, number)) is not None:
        yield number, _amount(story, number, money)
    elif _is_share(doc, number):
        yield number, _share(story, number)
    elif whole := sized(doc, number):
        if found := strength(whole, story) or _harm(story, number):
            yield number, found
    elif not uncountable(doc, number, story.cast) and (
        found := part(story, number, last)
        or again(story, number, last)
        or _harm(story, number)
        or votes(story, number)
        or _others(story, number)
        or otherwise(story, number, last)
        or befallen(story, number)
    ):
        yield number, found


def _amount(story: Story, number: Number, unit: str) -> Found:
    token = counted(story.doc, number)
    matter = come_to(token)
    return Found(Measure.MONEY, event_above(token, story.told), "figure.money", matter is not None, unit or None)


def _is_share(doc: Doc, number: Number) -> bool:
    return doc[number.end : number.end + 2].text.lower().startswith(PERCENT)


def _share(story: Story, number: Number) -> Found:
    """A percentage, of the event that it is told of, or of whom it is a part."""
    cent = next(
        (t for t in story.doc[number.end : number.end + 2] if t.lower_ in {"%", "percent", "pct", "cent"}), None
    )
    token = cent if cent is not None else counted(story.doc, number)
    parts = [c for c in children(token, "nmod") if case_of(c) == "of"]
    whole = next((e for c in parts if (e := story.told.get(c.i) or actor_of(c, story.cast))), None)
    moved = [c for c in children(token.head, "nsubj", "nsubj:pass") if token.head.pos_ == "VERB"]
    event = next((story.told[c.i] for c in moved if c.i in story.told), None)
    return Found(Measure.PERCENTAGE, whole or event or event_above(token, story.told), "figure.percentage")


def _harm(story: Story, number: Number) -> Found | None:
    """The killed and the injured, and the event that did it."""
    token = counted(story.doc, number)
    matter = come_to(token)
    found = harmed(story.doc, number, token) or (harmed(story.doc, number, matter) if matter is not None else None)
    if found is None:
        return None
    measure, said = found
    event = next((story.told[t.i] for t in said if t.i in story.told), None) or event_near(said[0], story.told)
    return Found(measure, event or _sufferer(token, story.cast), "figure.harm", matter is not None)


def _sufferer(token: Token, cast: Cast) -> str | None:
    """Whose losses they are: 'the brigade lost 12 men', 'the militia suffered 40 casualties'; else who they are."""
    verb, label = governor(token)
    light = label == "obj" and lemma(verb) in tables().words["suffering"]
    of = next((a for c in children(verb, "nsubj") if (a := actor_of(c, cast))), None) if light else None
    return of or cast.actor(token)


def _others(story: Story, number: Number) -> Found | None:
    token = counted(story.doc, number)
    matter = come_to(token)
    what = token if matter is None else matter
    if what.pos_ == "NUM" or (number.value is not None and number.value < 2):
        return None
    stock = matter is not None or is_stock(what)
    words, sets = tables().words, shipped().sets
    if lemma(what) in words["troops"] or what.lower_ in words["troops"]:
        return Found(Measure.TROOPS, force(what, story.cast), "figure.troops", stock)
    if what.i in story.told:
        return Found(Measure.COUNT, story.told[what.i], "figure.number", matter is not None)
    if lemma(what) in words["vehicles"]:
        return Found(Measure.COUNT, event_above(what, story.told), "figure.number", stock)
    if matter is not None and lemma(what) in words["crowds"]:
        return Found(Measure.COUNT, event_before(what, story, "Protest"), "figure.number", stock)
    people = descriptions.kind_of(what) == Kind.UNNAMED_GROUP and what.tag_ == "NNS"
    if people and (whose := members(what, story.cast)):
        return Found(Measure.TROOPS, whose, "figure.troops", stock)
    if people or lemma(what) in sets["weapon"] | sets["force"] | sets["people"]:
        of = story.cast.actor(what) or event_above(what, story.told)
        return Found(Measure.COUNT, of, "figure.number", stock) if of else None
    return None
