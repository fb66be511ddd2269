"""The whole of `claimgraph explain --rules`: what claims and events each sentence tells, which words none, and why."""

import dataclasses
import inspect
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from claimgraph import language, pipeline, registry
from claimgraph.commands.building import lost
from claimgraph.commands.terminal import judged
from claimgraph.model import Claim, Extraction, Span
from claimgraph.pipeline import Examined, Failed
from claimgraph.statements.attributions import marks, modifiers, nouns, phrases, relays, verbs
from claimgraph.statements.attributions.frames import FRAMES
from claimgraph.statements.lexicon import lexicon
from claimgraph.statements.triggers import triggers as telling

# A rule states what the docstring of its function opens with.
RULES: Mapping[str, Callable[..., object]] = {
    verbs.VERB: verbs.by_verb,
    **{f"{verbs.VERB}-{frame.__name__.strip('_')}": frame for frame in FRAMES},
    relays.CITING: relays.citing,
    relays.CARRIED: relays.carried,
    nouns.NOUN: nouns.by_noun,
    "claim.according-to": phrases.according,
    "claim.in-words-of": phrases.in_words_of,
    modifiers.ADVERB: modifiers.by_adverb,
    **dict.fromkeys((modifiers.ADJECTIVE, modifiers.PREDICATE), modifiers.by_adjective),
    "claim.headline": marks.headlines,
    "claim.transcript": marks.transcripts,
    "claim.introduced": marks.introductions,
    "claim.signed": marks.signatures,
}

# What the rules of events state. A later mention has the rule that takes it for the same event as an earlier one.
EVENTS: Mapping[str, str] = {
    "event.verb": "'shelled the village', 'was arrested': a verb that, with what stands beside it, tells of an event.",
    "event.noun": "'the shelling of the village', 'clashes in the north': a noun that names what happens.",
    "event.light-verb": "'carried out a raid', 'paid a visit': such a noun under a verb that only says so much.",
    "event.again": "'They shelled the village. … The attack …': a later word for an event that was told of before.",
    "event.cause": "'Four died in the shelling': the attack with or in which a harm is done, or the harm done in it.",
    "event.result": "'A shell hit the market, killing three': the harm that the attack goes on to do.",
    "event.victim": "'The mayor was shot dead. … the murder of the mayor': one person is killed once.",
}


@dataclasses.dataclass(frozen=True)
class Accepted:
    """A claim. `number`: its place among the article's; `states`: what its rule states; people by their labels.

    `embedded_in`: the numbers of the claims that pass it on.
    """

    number: int
    states: str | None
    claimant: str | None
    addressees: tuple[str, ...]
    embedded_in: tuple[int, ...]
    claim: Claim


@dataclasses.dataclass(frozen=True)
class Refused:
    """A word that makes no claim. `states`: what the rule that rejects it states."""

    span: Span
    rule: str
    states: str | None
    reason: str


@dataclasses.dataclass(frozen=True)
class Told:
    """A word that tells of an event. `number`: the event's place among the article's; `again`: it was told of before.

    `type`: the event's narrowest class; `states`: what the rule states; `told_as`: whether it is vouched for here.
    """

    number: int
    again: bool
    span: Span
    type: str
    told_as: str | None
    rule: str
    states: str | None


@dataclasses.dataclass(frozen=True)
class Sentence:
    """A sentence of an article, the claims whose cue stands in it, what makes none, and the events that it tells of."""

    article: str
    span: Span
    claims: tuple[Accepted, ...]
    rejected: tuple[Refused, ...]
    events: tuple[Told, ...]


def run(
    article: str,
    *,
    registries: Sequence[Path],
    cues: Sequence[Path],
    triggers: Sequence[Path],
    as_json: bool,
    show: Callable[[str], None],
    say: Callable[[str], None],
) -> int:
    """Tell `show` of each sentence of the articles at a path, and `say`, in a line each, of what cannot be read.

    Gives the exit code: 0; 1 where an article could not be analysed; 2 where there was none to read.
    Raises InputError for a registry, or a file of cues or triggers, that cannot be read.
    """
    words, events, known = lexicon(*cues), telling(*triggers), registry.load(*registries)
    nlp = language.load(language.SHIPPED)
    found: list[Sentence] = []
    read = failed = False
    for one in pipeline.examine_each([article], nlp=nlp, registry=known, words=words, triggers=events):
        if not isinstance(one, Examined):
            failed = failed or isinstance(one, Failed)
            say(lost(one))
            continue
        if as_json:
            found += sentences(one)
        else:
            show(("\n" if read else "") + "\n".join(judged(one.extraction.article, sentences(one))))
        read = True
    if as_json and read:
        show(json.dumps([dataclasses.asdict(sentence) for sentence in found], ensure_ascii=False, indent=2))
    if failed:
        return 1
    return 0 if read else 2


def stated(rule: str) -> str | None:
    """What a rule states: an example, and in most cases what it looks for. None where the rule is not known."""
    written = inspect.getdoc(RULES[rule]) if rule in RULES else EVENTS.get(rule)
    if written is None:
        return None
    opening, _, _ = written.partition("\n\n")
    return " ".join(opening.replace("`", "").split())


def sentences(one: Examined) -> Iterator[Sentence]:
    """The sentences of an article, each with the claims, the rejected words and the events in it."""
    told = one.extraction
    begins = [span.begin for span in told.sentences]
    accepted: dict[int, list[Accepted]] = defaultdict(list)
    refused: dict[int, list[Refused]] = defaultdict(list)
    for claim in _accepted(one):
        accepted[bisect_right(begins, claim.claim.cue[0].begin)].append(claim)
    for rejected in sorted(one.rejected):
        why = Refused(rejected.span, rejected.rule, stated(rejected.rule), rejected.reason)
        refused[bisect_right(begins, why.span.begin)].append(why)
    happened: dict[int, list[Told]] = defaultdict(list)
    for event in _told(told):
        happened[bisect_right(begins, event.span.begin)].append(event)
    for number, span in enumerate(told.sentences, 1):
        yield Sentence(
            told.article.identifier, span, tuple(accepted[number]), tuple(refused[number]), tuple(happened[number])
        )


def _told(told: Extraction) -> Iterator[Told]:
    """The words that tell of events, in the text's order."""
    numbers = {event.id: (number, event.type) for number, event in enumerate(told.events, 1)}
    before: set[str] = set()
    for mention in sorted(m for m in told.mentions if m.of in numbers):
        number, type_ = numbers[mention.of]
        states = stated(mention.rule)
        yield Told(number, mention.of in before, mention.span, type_, mention.told_as, mention.rule, states)
        before.add(mention.of)


def _accepted(one: Examined) -> Iterator[Accepted]:
    told = one.extraction
    labels = {actor.id: actor.label for actor in told.actors}
    outer: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(told.claims, 1):
        for inner in claim.embeds:
            outer[inner].append(number)
    for number, claim in enumerate(told.claims, 1):
        yield Accepted(
            number=number,
            states=stated(claim.rule),
            claimant=None if claim.claimant is None else labels.get(claim.claimant, claim.claimant),
            addressees=tuple(labels.get(addressee, addressee) for addressee in claim.addressees),
            embedded_in=tuple(outer[claim.id]),
            claim=claim,
        )
