"""Numbers that leave out what they count, for it was told before, or is plain from what happened to it."""

from spacy.tokens import Token

from claimgraph.model import Measure
from claimgraph.statements.counting import Found, Read, Story, come_to, counted, governor
from claimgraph.statements.numerals import Number, follows, tables
from claimgraph.statements.syntax import case_of, children, lemma
from claimgraph.statements.triggers import shipped
from claimgraph.statements.validity import clause

PARTS = ("including", "among them", "among whom", "of them", "of whom")
HARM = {Measure.KILLED, Measure.INJURED, Measure.KILLED_OR_INJURED}
CONTINUED = {*HARM, Measure.TROOPS, Measure.COUNT}
# What happens to people, so that a number alone counts them: 'six were arrested'.
TO_PEOPLE = {"Abduction", "Arrest", "Deportation", "Displacement", "Expulsion", "Release"}


def part(story: Story, number: Number, last: Read | None) -> Found | None:
    """Some of those who were killed or injured before: '40 dead, including 12 children'."""
    doc = story.doc
    if last is None or last.found.measure not in HARM or doc[last.number.start].sent != doc[number.start].sent:
        return None
    between = doc[last.number.end : number.start].text.lower()
    is_part = any(words in between for words in PARTS[:3]) or doc[number.end : number.end + 2].text.lower() in PARTS[3:]
    return last.found._replace(share="part", noun=None) if is_part else None


def again(story: Story, number: Number, last: Read | None) -> Found | None:
    """What is counted of another time or place, left out: '500 troops in Eastport and 90 in Westfort'."""
    doc = story.doc
    if last is None or last.found.measure not in HARM | {Measure.TROOPS} or counted(doc, number).pos_ != "NUM":
        return None
    between = doc[last.number.end : number.start]
    apart = doc[last.number.start].sent != doc[number.start].sent or any(
        t.pos_ == "VERB" and t != clause(last.token) for t in between
    )
    placed = doc[number.end : number.end + 1].text.lower() in {"in", "at", "on"}
    fits = placed and not apart and follows(doc, number.start, frozenset({"and", "another"}))
    return last.found._replace(noun=last.noun, share=None) if fits else None


def otherwise(story: Story, number: Number, last: Read | None) -> Found | None:
    """Another number of what was just counted: 'They spoke of 90', 'the true number is 90', 'others put it at 90'."""
    token = counted(story.doc, number)
    if last is None or last.found.measure not in CONTINUED or token.pos_ != "NUM" or not _nearby(last.token, token):
        return None
    return last.found._replace(noun=last.noun, share=None) if _corrects(token) else None


def _nearby(before: Token, token: Token) -> bool:
    """Whether a word stands in the sentence of another or in the next."""
    return bool(before.sent == token.sent or before.sent.end == token.sent.start)


def _corrects(token: Token) -> bool:
    """Whether a clause gives a number and says only that it is one."""
    words = tables().words
    verb = token.head
    case = case_of(token) if token.dep_ == "obl" else ""
    if case == "of" and lemma(verb) in words["speaking"]:
        return True
    if case == "at" and lemma(verb) == "put" and any(c.lower_ == "it" for c in children(verb, "obj")):
        return True
    matter = come_to(token)
    if matter is None or lemma(matter) not in words["holders"]:
        return False
    return not children(matter, "compound") and not any(case_of(c) == "of" for c in children(matter, "nmod"))


def befallen(story: Story, number: Number) -> Found | None:
    """People to whom something was done, by their number alone: 'six were arrested'."""
    token = counted(story.doc, number)
    verb, label = governor(token)
    event = story.told.get(verb.i)
    if token.pos_ != "NUM" or label not in {"obj", "nsubj:pass"} or event is None or children(token, "nmod"):
        return None
    people = bool(TO_PEOPLE & {*shipped().lineage(story.kinds[event])})
    return Found(Measure.COUNT, event, "figure.number") if people else None
