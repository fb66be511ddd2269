"""`cg:Votes`: votes cast for and against."""

from typing import Literal

from spacy.tokens import Doc, Token

from claimgraph.model import Measure
from claimgraph.statements.counting import Found, Story, counted, event_above, event_before, governor
from claimgraph.statements.numerals import Number, tables
from claimgraph.statements.syntax import case_of, children, lemma
from claimgraph.statements.triggers import shipped


def poll(story: Story, number: Number) -> Found | None:
    """The vote whose outcome two numbers tell: 'voted 170-0', 'passed by 168 to 11', '168 votes to 11'."""
    words, doc = tables().words, story.doc
    first, second = number.parts
    noun = any(lemma(t) in words["votes"] for t in doc[first.end : second.start])
    above = counted(doc, number).ancestors
    verbs = [t for t in (doc[first.start].head, *above) if t.pos_ == "VERB"]
    before = doc[number.start - 1].lower_ if number.start else ""
    falling = number.upper is None or before == "by"
    own = any(lemma(t) in words["voting"] for t in (verbs if before == "," else verbs[:1]))
    if not noun and not (falling and own):
        return None
    return Found(Measure.VOTES, ballot(doc[number.start], story), "figure.vote")


def sided(story: Story, number: Number, vote: Found) -> list[Found]:
    """The vote of each of the two numbers: those for and those against, or the other way round in 'rejected by'."""
    head = story.doc[number.start]
    lost = any(lemma(t) in tables().words["rejecting"] for t in head.ancestors)
    return [vote._replace(side=side) for side in (("against", "for") if lost else ("for", "against"))]


def votes(story: Story, number: Number) -> Found | None:
    """The votes that a number alone tells: '80 members voted for it, 20 against', '170 votes', '80 for, 20 against'."""
    token = counted(story.doc, number)
    head, label = governor(token)
    words = tables().words
    side = _side(story.doc, number, token)
    alone = token.pos_ == "NUM" and side is not None
    sides = any(c.lower_ in words["sides"] or case_of(c) in words["sides"] for c in children(head, "obl", "advmod"))
    if label == "nsubj" and (lemma(head) == "abstain" or (lemma(head) == "vote" and sides)):
        return Found(Measure.VOTES, ballot(token, story), "figure.vote", side=side)
    if alone and (vote := ballot(token, story)):
        return Found(Measure.VOTES, vote, "figure.vote", side=side)
    if lemma(token) in words["votes"] or (lemma(head) == "vote" and token.pos_ == "NUM"):
        event = story.told.get(token.i) or event_above(token, story.told) or ballot(token, story)
        return Found(Measure.VOTES, event, "figure.vote", side=side)
    return None


def _side(doc: Doc, number: Number, token: Token) -> Literal["for", "against"] | None:
    """Which side a number of votes is on, by the words behind it, or by those of the verb whose subject it is."""
    words = tables().words
    behind = number.end + (token.i == number.end)
    opening = doc[behind : behind + 2].text.lower()
    if opening.startswith("against"):
        return "against"
    if opening in {"in favour", "in favor"} or (opening.split() or [""])[0] in {"for", "yes"}:
        return "for"
    told = [t for t in (*children(token, "nmod", "advmod", "obl"), *_voting(token)) if _taken(t) is not None]
    found = {_taken(t) for t in told if _taken(t) in words["sides"]}
    return None if len(found) != 1 else "against" if found == {"against"} else "for"


def _voting(token: Token) -> list[Token]:
    """What stands with the verb 'vote' whose subject counts the votes."""
    head, label = governor(token)
    return children(head, "obl", "advmod") if label == "nsubj" and lemma(head) == "vote" else []


def _taken(phrase: Token) -> str | None:
    """The side that a phrase takes: 'against', 'against it', 'in favour'."""
    sides = tables().words["sides"]
    return next((word for word in (phrase.lower_, case_of(phrase)) if word in sides), None)


def ballot(token: Token, story: Story) -> str | None:
    """The vote of a sentence, or else the one told last before it; in a headline, the first one told."""
    if here := next((e for t in token.sent if (e := story.told.get(t.i)) and _is_vote(story.kinds[e])), None):
        return here
    if before := event_before(token, story, "Vote"):
        return before
    votes_ = sorted(i for i, e in story.told.items() if _is_vote(story.kinds[e]))
    return story.told[votes_[0]] if votes_ and token.sent.start == 0 else None


def _is_vote(type_: str) -> bool:
    return "Vote" in shipped().lineage(type_)
