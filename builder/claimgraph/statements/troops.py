"""`cg:Troops`: how many a force has, and whose it is."""

from spacy.tokens import Token

from claimgraph.mentions import Cast
from claimgraph.model import Kind, Measure
from claimgraph.statements.counting import Found, Story, governor
from claimgraph.statements.numerals import tables
from claimgraph.statements.participants import actor_of
from claimgraph.statements.syntax import children, lemma
from claimgraph.statements.validity import is_stock

FIGHTING = {Kind.MILITARY_FORCE, Kind.ARMED_GROUP}
HAVING = {*FIGHTING, Kind.STATE, Kind.INTERNATIONAL_ORGANIZATION, Kind.GOVERNMENT_BODY}


def strength(whole: Token, story: Story) -> Found | None:
    """How many a force or a crowd has: 'its 900-strong contingent'."""
    actor = force(whole, story.cast)
    words = tables().words
    if lemma(whole) in words["troops"] | words["bodies"]:
        return Found(Measure.TROOPS, actor, "figure.troops", is_stock(whole))
    return Found(Measure.COUNT, actor, "figure.number", is_stock(whole)) if actor else None


def force(noun: Token, cast: Cast) -> str | None:
    """The force that a noun tells of, or where it has no name its owner: 'its contingent'."""
    actor = actor_of(noun, cast)
    if actor is not None and not actor.startswith(f"{cast.article.id}/"):
        return actor
    whole = [noun.head] if noun.dep_ == "compound" else []  # 'Sudrian troop levels', 'its troop deployment'
    nations = [c for t in (noun, *whole) for c in children(t, "compound", "amod") if c != noun]
    holders = [c for t in (noun, *whole) for c in children(t, "nmod:poss")]
    owners = [*(cast.actor(c) for c in holders), *(cast.nation(c) for c in nations)]
    owners += [cast.actor(c) for c in nations if cast.name_at(c) is not None]
    return next((owner for owner in owners if owner is not None), None) or _fielded(noun, cast) or actor


def _fielded(noun: Token, cast: Cast) -> str | None:
    """'Sudria has deployed 500 troops': theirs."""
    verb, label = governor(noun)
    if label != "obj" or lemma(verb) not in tables().words["fielding"]:
        return None
    doers = (_host(c, cast) or cast.actor(c) for c in children(verb, "nsubj"))
    return next((doer for doer in doers if doer and cast.kind(doer) in HAVING), None)


def _host(pronoun: Token, cast: Cast) -> str | None:
    """'the Sudrian mission in Norland, where it has 500 troops': whose the mission is."""
    verb = pronoun.head
    if pronoun.lower_ not in {"it", "they"} or verb.dep_ != "acl:relcl":
        return None
    if not any(c.lower_ == "where" for c in verb.children):
        return None
    above = [verb.head, *([verb.head.head] if verb.head.dep_ in {"nmod", "obl"} else [])]
    named = [c for noun in above for c in children(noun, "nmod:poss", "compound", "amod")]
    return next((who for c in named if (who := cast.nation(c) or cast.actor(c))), None)


def members(people: Token, cast: Cast) -> str | None:
    """The force whose people they are: 'the garrison had 200 men'."""
    head, label = governor(people)
    words = tables().words
    if label not in {"obj", "obl"} or lemma(head) not in words["having"]:
        return None
    for whole in children(head, "nsubj"):
        actor = actor_of(whole, cast)
        if lemma(whole) in words["bodies"] or (actor and cast.kind(actor) in FIGHTING):
            return actor or cast.actor(people)
    return None
