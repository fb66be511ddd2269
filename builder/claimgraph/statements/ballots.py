"""`cg:Votes`: votes cast for and against."""

from spacy.tokens import Token

from claimgraph.model import Measure
from claimgraph.statements.counting import Found, Story, counted, event_above, governor
from claimgraph.statements.numerals import Number, tables
from claimgraph.statements.syntax import case_of, children, lemma
from claimgraph.statements.triggers import shipped


def poll(story: Story, number: Number) -> Found | None:
    """The vote whose outcome two numbers tell: 'voted 170-0', 'passed by 168 to 11', '168 votes to 11'."""
    words, doc = tables().words, story.doc
    first, second = number.parts
    noun = any(lemma(t) in words["votes"] for t in doc[first.end : second.start])
    above = counted(doc, number).ancestors
    verb = next((t for t in (doc[first.start].head, *above) if t.pos_ == "VERB"), None)
    falling = number.upper is None or (number.start and doc[number.start - 1].lower_ == "by")
    if not noun and (verb is None or not falling or lemma(verb) not in words["voting"]):
        return None
    return Found(Measure.VOTES, ballot(doc[number.start], story), "figure.vote")


def votes(story: Story, number: Number) -> Found | None:
    """The votes that a number alone tells: '80 members voted for it, 20 against', '170 votes'."""
    token = counted(story.doc, number)
    head, label = governor(token)
    words = tables().words
    side = token.pos_ == "NUM" and any(c.lower_ in words["sides"] for c in children(token, "nmod", "advmod", "obl"))
    sided = any(c.lower_ in words["sides"] or case_of(c) in words["sides"] for c in children(head, "obl", "advmod"))
    if label == "nsubj" and (lemma(head) == "abstain" or (lemma(head) == "vote" and sided)):
        return Found(Measure.VOTES, ballot(token, story), "figure.vote")
    if side and (vote := ballot(token, story)):
        return Found(Measure.VOTES, vote, "figure.vote")
    if lemma(token) in words["votes"] or (lemma(head) == "vote" and token.pos_ == "NUM"):
        return Found(Measure.VOTES, story.told.get(token.i) or event_above(token, story.told), "figure.vote")
    return None


def ballot(token: Token, story: Story) -> str | None:
    """The vote of a sentence."""
    return next((e for t in token.sent if (e := story.told.get(t.i)) and _is_vote(story.kinds[e])), None)


def _is_vote(type_: str) -> bool:
    return "Vote" in shipped().lineage(type_)
