"""What claims say, as far as telling whether two say the same asks for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from claimgraph.model import Claim, Extraction, Mention, Quotation, Span, SpeechAct
from claimgraph.stories.happenings.accounts import families, family_words
from claimgraph.stories.happenings.when import day_of
from claimgraph.stories.named import NOUN, Names, Who, listed
from claimgraph.stories.sayings import wording
from claimgraph.stories.sayings.contents import Contents
from claimgraph.stories.words import EMPTY, WORD, stem

PLAIN = re.compile(r"\w+")
Number = tuple[str, str, str]  # measure, value, whose it is or in which currency
ASSERTED, DEMANDED, PLANNED, EXPECTED = "is", "shall be", "will do", "will be"
MODES = {
    SpeechAct.ASSERTION: ASSERTED,
    SpeechAct.ACCUSATION: ASSERTED,
    SpeechAct.BELIEF: ASSERTED,
    SpeechAct.DENIAL: ASSERTED,
    SpeechAct.DEMAND: DEMANDED,
    SpeechAct.PROMISE: PLANNED,
    SpeechAct.THREAT: PLANNED,
    SpeechAct.PREDICTION: EXPECTED,
    SpeechAct.CONDEMNATION: "is bad",
    SpeechAct.ENDORSEMENT: "is good",
    SpeechAct.QUESTION: "is it",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim says, by keys that mean the same in any article.

    `concepts`: actors, places, classes of events and stems of words; `main`: the event that it tells of first.
    """

    id: str
    article: str
    day: int | None  # of the article
    claimant: Who | None
    addressees: frozenset[str]
    act: SpeechAct
    mode: str
    negated: bool
    main: str | None
    events: frozenset[str]
    concepts: frozenset[str]
    core: frozenset[str]  # the actors, places and classes of events among the concepts
    figures: frozenset[Number]
    blamed: frozenset[str]  # who, by it, did what `main` is, or did not
    direct: bool
    outer: bool  # it passes on what someone else says
    by: str | None  # the event that the act itself is: the vote that demands
    words: str  # the id of what it says by its words alone
    target: str | None  # the claim of the same article that it denies


def claims_of(told: Extraction, names: Names) -> Iterator[Said]:
    """The claims of an article as they are compared."""
    contents = Contents(told, names)
    by_id = {claim.id: claim for claim in told.claims}
    for claim in told.claims:
        yield _said(claim, contents, by_id)


def in_words(claim: Claim, mode: str = ASSERTED) -> str:
    """The id of what a claim says by its words alone, whatever the case, the marks and the leading 'that', and by how
    it is said: what is asserted and what is demanded are two.
    """
    words = [w for span in claim.content for w in PLAIN.findall(span.text.casefold())]
    if words[:1] == ["that"]:
        words = words[1:]
    if EMPTY.issuperset(map(stem, words)):  # 'it', 'which': the words alone do not tell
        words = [claim.id]
    if mode != ASSERTED:
        words = [*words, "", mode]
    return f"proposition/{sha256(' '.join(words).encode()).hexdigest()[:12]}"


def _said(claim: Claim, contents: Contents, by_id: dict[str, Claim]) -> Said:
    inner = {m for c in claim.embeds if c in by_id for m in contents.within(by_id[c].content)}
    mentions = [m for m in contents.within(claim.content) if m not in inner or not claim.embeds]
    described = [m for m in mentions if m.of in contents.events and m.of in claim.describes]
    main = next((m for m in described if not wording.by_the_way(m, claim.content)), None)
    gist = wording.gist(claim.content)
    near = [m for m in mentions if any(span.holds(m.span) for span in gist)]
    words = frozenset(_words(gist, near, contents))
    told = frozenset(_core(near, contents)) | words
    core = frozenset(concept for concept in told if not concept.isalnum())
    target = next((c for c in claim.disputes if c in by_id), None) if claim.speech_act == SpeechAct.DENIAL else None
    event, blamed = wording.blamed(claim, main, mentions, contents)
    counted = frozenset(_figures(mentions, contents))
    if event is None and claim.speech_act == SpeechAct.DEMAND and wording.is_pronoun(claim.content):
        event = contents.last_plan(claim.content[0].begin)
        told = core = contents.participants(event)
    elif event is None and any(measure in wording.TOLLS for measure, *_ in counted):
        event = wording.harmed(mentions, contents)
    mode = MODES[claim.speech_act] + wording.about(claim)
    return Said(
        id=claim.id,
        article=contents.told.article.id,
        day=day_of(contents.told.article.issued),
        claimant=None if claim.claimant is None else contents.names.who(claim.claimant),
        addressees=frozenset(contents.names.who(a).own for a in claim.addressees),
        act=claim.speech_act,
        mode=mode,
        negated=wording.negated(claim, main, gist, blaming=bool(blamed)),
        main=event,
        events=frozenset(m.of for m in described),
        concepts=told,
        core=core,
        figures=counted,
        blamed=blamed,
        direct=claim.quotation == Quotation.DIRECT,
        outer=bool(claim.embeds) and wording.passes_on(claim, gist, by_id),
        by=next((m.of for m in contents.touching(claim.cue) if m.of in contents.events), None),
        words=in_words(claim, mode),
        target=target,
    )


def _core(mentions: Sequence[Mention], contents: Contents) -> Iterator[str]:
    for mention in mentions:
        if mention.of in contents.events:
            type_ = contents.events[mention.of].type
            yield f"event:{families().get(type_, (type_, ''))[0]}"
        elif mention.of in contents.actors:
            who = contents.names.who(mention.of)
            yield contents.names.known.land(who.whole) if who.named else listed(who.own.removeprefix(NOUN))
        elif mention.of in contents.places:
            yield contents.names.place(mention.of)[0]


def _figures(mentions: Sequence[Mention], contents: Contents) -> Iterator[Number]:
    for mention in mentions:
        figure = contents.figures.get(mention.of)
        if figure is not None and figure.value is not None:
            owner = contents.names.who(figure.of) if figure.of in contents.actors else None
            whose = owner.whole if owner is not None and owner.named else figure.unit or ""
            yield figure.measures, f"{figure.value.normalize():f}", whose


def _words(content: Sequence[Span], mentions: Sequence[Mention], contents: Contents) -> Iterator[str]:
    """The stems of the words that no actor, place or event takes up."""
    taken = [m.span for m in mentions if m.of not in contents.figures]
    told, demonyms = family_words(), contents.names.known.demonyms
    for span in content:
        for found in WORD.finditer(span.text):
            begin, end = span.begin + found.start(), span.begin + found.end()
            if not any(t.begin <= begin and end <= t.end for t in taken):
                word = stem(found.group())
                if word and word not in EMPTY:
                    yield f"event:{told[word]}" if word in told else demonyms.get(word) or listed(word)
