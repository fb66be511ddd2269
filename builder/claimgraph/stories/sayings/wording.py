"""How a claim is worded: its gist, whether it says that something is not so, and whom it blames."""

import re
from collections.abc import Mapping, Sequence

from claimgraph.model import Claim, Factuality, Measure, Mention, Span, SpeechAct
from claimgraph.stories.happenings.accounts import families
from claimgraph.stories.sayings.contents import ATTACK, Contents
from claimgraph.stories.words import WORD

TOLLS = frozenset({Measure.KILLED, Measure.INJURED, Measure.KILLED_OR_INJURED})
CLOSE = 3  # words before an event's that say whether it was not
FEWEST = 4  # words before a clause may be cut off
ASIDE = frozenset(
    """after before amid following while when because since despite although though unless until if so as
    where""".split()  # noqa: SIM905  a list of words
)
REPORTED = re.compile(
    r"(the|these|those|such|any|all)?\s*(allegations?|accusations?|claims?|charges?|reports?|rumou?rs?)\b"
)
UNTRUE = re.compile(
    r"\b(not|no|never|false|untrue|baseless|unfounded|groundless|fabricat\w+|fake|wrong|lies?|nonsense)\b"
)
NEGATIVE = re.compile(r"(that )?(nobody|no one|none|nothing(?! but)|no|never)\b")
NOT = re.compile(
    r"\b(not(?! only| just)|never|nothing(?! but)|nobody|neither|no such|there (is|are|was|were) no)\b|n['’]t\b"
)
NO = re.compile(r"\bno\b")
RESPONSIBLE = re.compile(r"\b(responsib\w+|behind (it|the|this)|carr(y|ied|ying) (it |this )?out)\b")
FOR_IT = re.compile(r"\b(of|for) (it|the (attack|strike|raid|bombing|blast|killing))\b")
CONDITION = re.compile(r"(if|unless|should|in case)\b")
ABOUT = re.compile(  # what is said of something that is known: 'The killing of the men was an act of war'
    r"(that )?(the|this|that|these|those|such|his|her|its|their)\b[^,;:]*?\b(was|is|were|are|amounts? to|constitutes?) "
    r"[\"“']?(a|an|the|another)\b"
)
BY_THE_WAY = re.compile(r"\w\W+(who|whom|whose|which)\b[^,;:.()]*$", re.IGNORECASE)  # up to an event: a relative clause
OWN = re.compile(
    r"\b(involvement|being involved|were involved|was involved|responsibility|(no|any) (part|role|hand) in"
    r"|had nothing to do with|anything to do with|(was|were) not us|wasn['’]t us|not behind)\b"
)


def gist(content: Sequence[Span]) -> list[Span]:
    """A content without the clauses that only tell when, why or despite what."""
    kept = []
    for span in content:
        words = list(WORD.finditer(span.text))
        aside = next((w for w in words[FEWEST:] if w.group().lower() in ASIDE), None)
        kept.append(Span.of(span.text, 0, aside.start()) if aside else Span.of(span.text, 0, len(span.text)))
    return [Span(c.begin, c.begin + len(k.text), k.text) for c, k in zip(content, kept, strict=True)]


def about(claim: Claim) -> str:
    """How else than as asserted of the world it is said: of something known, under a condition."""
    text = " ".join(span.text for span in claim.content).lower().strip(" \"“”'")
    if CONDITION.match(text):
        return " if"
    return " of it" if ABOUT.match(text) else ""


def passes_on(claim: Claim, gist: Sequence[Span], by_id: Mapping[str, Claim]) -> bool:
    """Whether what someone else says makes up so much of a claim that it passes it on: two fifths."""
    inner = [span for c in claim.embeds if c in by_id for span in by_id[c].content]
    shared = sum(max(0, min(a.end, b.end) - max(a.begin, b.begin)) for a in gist for b in inner)
    return 5 * shared >= 2 * sum(len(span.text) for span in gist)


def by_the_way(mention: Mention, content: Sequence[Span]) -> bool:
    """Whether a content tells of an event in a relative clause only: 'the man who was killed had three sons'."""
    held = next((span for span in content if span.holds(mention.span)), None)
    return held is not None and bool(BY_THE_WAY.search(held.text[: mention.span.begin - held.begin]))


def is_pronoun(content: Sequence[Span]) -> bool:
    """Whether a content is but a word that points to what was said before."""
    return len(content) == 1 and content[0].text.lower() in {"it", "this", "that", "so"}


def harmed(mentions: Sequence[Mention], contents: Contents) -> str | None:
    """The event to which the dead or wounded of some mentions belong."""
    for mention in mentions:
        figure = contents.figures.get(mention.of)
        if figure is not None and figure.measures in TOLLS:
            if figure.of in contents.events:
                return figure.of
            attack = contents.last_attack(mention.span.begin)
            return attack.id if attack else None
    return None


def negated(claim: Claim, main: Mention | None, gist: Sequence[Span], *, blaming: bool) -> bool:
    """Whether a claim says that something is not so."""
    text = " ".join(span.text for span in claim.content).lower().strip(" \"“”'")
    if claim.speech_act == SpeechAct.DENIAL or (main is not None and main.told_as == Factuality.DENIED):
        return True
    if claim.speech_act not in {SpeechAct.ASSERTION, SpeechAct.BELIEF, SpeechAct.ACCUSATION}:
        return False
    if REPORTED.match(text):
        return bool(UNTRUE.search(text))
    if main is not None and not blaming:
        return bool(NOT.search(main.span.text if main.span.begin < gist[0].begin else _before(main, gist)))
    said = " ".join(span.text for span in gist).lower()
    return bool(NEGATIVE.match(text) or NOT.search(said) or (blaming and NO.search(said)))


def _before(main: Mention, gist: Sequence[Span]) -> str:
    """The words right before an event's: 'were not', 'had never been'."""
    held = next((span for span in gist if span.holds(main.span)), None)
    words = held.text[: main.span.begin - held.begin].lower().split() if held else []
    return " ".join(words[-CLOSE:])


def blamed(
    claim: Claim, main: Mention | None, mentions: Sequence[Mention], contents: Contents
) -> tuple[str | None, frozenset[str]]:
    """The event that a claim is about, and whom it tells to have done it, or not to have."""
    event = contents.events[main.of] if main else None
    text = " ".join(span.text for span in claim.content).lower()
    whole = contents.names.who
    attack = event is not None and families().get(event.type, ("", ""))[0] == ATTACK
    accusing = claim.speech_act == SpeechAct.ACCUSATION and (attack or RESPONSIBLE.search(text) or FOR_IT.search(text))
    if OWN.search(text) and claim.claimant is not None and (event is None or attack):
        doers = those_named(mentions, contents) or {contents.body(claim.claimant)}
    elif any(span.text.lower().startswith("blam") for span in claim.cue):
        doers = {whole(p).whole for p in claim.patients} or those_named(mentions, contents)
    elif accusing and claim.patients:
        doers = {whole(p).whole for p in claim.patients}
    elif event is not None and attack:
        doers = {whole(m.of).whole for m in mentions if m.of in event.agents}
    elif event is None and RESPONSIBLE.search(text):
        doers = those_named(mentions, contents)
    else:
        doers = set()
    if event is None and doers:
        event = contents.last_attack(claim.content[0].begin if claim.content else 0)
    return (event.id if event else None), frozenset(doers) if event else frozenset()


def those_named(mentions: Sequence[Mention], contents: Contents) -> set[str]:
    """The actors with names that some mentions speak of."""
    several = (contents.names.who(m.of) for m in mentions if m.of in contents.actors)
    return {who.whole for who in several if who.named}
