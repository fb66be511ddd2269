"""cg:Affiliation: a role that the article gives someone in an organization, by title, apposition, copula or verb."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Doc, Token

from claimgraph.mentions.cast import Cast
from claimgraph.model import Affiliation, Kind, Mention, Span
from claimgraph.statements.syntax import children, first, opened_by, preposition, subject, trimmed

OFFICES = Path(__file__).parent / "offices.toml"
ORGANIZATIONS = set(Kind) - {Kind.ACTOR, Kind.PERSON, Kind.GROUP, Kind.UNNAMED_GROUP}


class Offices(BaseModel):
    """The words of `offices.toml`; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nouns: frozenset[str]
    prepositions: frozenset[str]
    verbs: Mapping[str, str]


@cache
def offices() -> Offices:
    """The shipped words."""
    return Offices.model_validate(tomllib.loads(OFFICES.read_text(encoding="utf-8")))


class Candidate(NamedTuple):
    """Who has a role in what, as heads of phrases; `role` is a word of the text or of the table of verbs."""

    rule: str
    member: Token
    organizations: tuple[Token, ...]
    role: Token


def affiliations(doc: Doc, cast: Cast) -> tuple[tuple[Affiliation, ...], tuple[Mention, ...]]:
    """The affiliations of one article, each pair of member and organization once, with their evidence."""
    made: dict[tuple[str, str], Affiliation] = {}
    mentions = []
    for candidate in candidates(doc):
        member = cast.actor(candidate.member)
        organization = _organization(cast, candidate, member)
        if member is None or organization is None or (member, cast.actor(organization)) in made:
            continue
        whole = cast.actor(organization) or ""
        evidence = _evidence(cast, candidate, organization)
        made[member, whole] = Affiliation(
            id=f"{cast.article.id}/affiliation/{evidence.begin}-{evidence.end}",
            member=member,
            organization=whole,
            role=_role(doc, candidate, organization),
            rule=candidate.rule,
        )
        mentions.append(Mention(evidence, made[member, whole].id, candidate.rule))
    return tuple(made.values()), tuple(mentions)


def _organization(cast: Cast, candidate: Candidate, member: str | None) -> Token | None:
    """The first phrase that names an organization, for a member that can have a role in it."""
    if member is None or (candidate.rule != "affiliation.copula" and cast.kind(member) in ORGANIZATIONS):
        return None
    found = ((t, cast.actor(t)) for t in candidate.organizations)
    return next((t for t, o in found if o is not None and o != member and cast.kind(o) in ORGANIZATIONS), None)


def candidates(doc: Doc) -> Iterable[Candidate]:
    """Every role that the trees show, in the text's order."""
    for token in doc:
        if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in offices().nouns:
            yield from _by_noun(token)
        elif token.pos_ == "VERB" and token.lemma_ in offices().verbs:
            yield from _by_verb(token)


def _by_noun(noun: Token) -> Iterable[Candidate]:
    organizations = tuple(_organizations(noun))
    if not organizations:
        return
    named = first(c for c in children(noun, "appos", "flat") if c.pos_ == "PROPN")
    if noun.dep_ == "appos":
        yield Candidate("affiliation.apposition", noun.head, organizations, noun)
    elif named is not None:
        yield Candidate("affiliation.apposition", named, organizations, noun)
    elif (
        noun.dep_ in {"nmod", "compound", "flat"}
        and noun.i < noun.head.i
        and noun.head.pos_ == "PROPN"
        and preposition(noun) is None
    ):
        yield Candidate("affiliation.title", noun.head, organizations, noun)
    elif children(noun, "cop") and (who := subject(noun)) is not None:
        yield Candidate("affiliation.copula", who, organizations, noun)
    else:
        yield Candidate("affiliation.description", noun, organizations, noun)


def _organizations(noun: Token) -> Iterable[Token]:
    """What may be the organization: 'of Y', 'Y's', 'Y …'; closest first."""
    yield from (c for c in children(noun, "nmod") if c.i > noun.i and opened_by(c, offices().prepositions))
    yield from children(noun, "nmod:poss")
    yield from (c for c in children(noun, "compound", "amod", "nmod") if c.i < noun.i)


def _by_verb(verb: Token) -> Iterable[Candidate]:
    who, what = subject(verb), first(children(verb, "obj"))
    if who is not None and what is not None:
        yield Candidate("affiliation.verb", who, (what,), verb)


def _role(doc: Doc, candidate: Candidate, organization: Token) -> str:
    """The role's words: the noun with the adjectives and nouns before it that do not name the organization."""
    noun = candidate.role
    if candidate.rule == "affiliation.verb":
        return offices().verbs[noun.lemma_]
    taken = {t.i for t in organization.subtree} if organization.i < noun.i else set()
    begin = noun.i
    while begin and doc[begin - 1].head == noun and doc[begin - 1].dep_ in PREMODIFIERS and begin - 1 not in taken:
        begin -= 1
    return str(doc[begin : noun.i + 1].text)


PREMODIFIERS = {"amod", "compound"}


def _evidence(cast: Cast, candidate: Candidate, organization: Token) -> Span:
    """From the first to the last word of role, member and organization."""
    heads = [candidate.member, candidate.role, organization]
    begin = min(t.idx for t in heads)
    end = max(t.idx + len(t) for t in heads)
    return cast.article.span(*trimmed(cast.article.text, begin, end))
