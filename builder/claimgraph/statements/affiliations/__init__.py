"""cg:Affiliation: a role that the article gives someone in an organization, with where it says so.

By apposition, title, copula, verb, appointment, or as 'X of the Y party'.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimgraph.mentions.cast import Cast
from claimgraph.model import Affiliation, Claim, Factuality, Mention, Quotation, Span, SpeechAct
from claimgraph.statements.affiliations.candidate import ASSERTED, Candidate
from claimgraph.statements.affiliations.nouns import by_noun, by_person
from claimgraph.statements.affiliations.offices import is_role, offices
from claimgraph.statements.affiliations.verbs import by_origin, by_verb
from claimgraph.statements.affiliations.whom import Resolved, Whom
from claimgraph.statements.claimed import Claimed
from claimgraph.statements.syntax import case_of, children, trimmed

__all__ = ["affiliations"]

PREMODIFIERS = frozenset({"amod", "compound"})


def affiliations(
    doc: Doc, cast: Cast, claims: Iterable[Claim] = ()
) -> tuple[tuple[Affiliation, ...], tuple[Mention, ...]]:
    """The affiliations of one article, each role of a member in an organization once, with all their evidence.

    `claims`: the article's; what is told only within them is so marked.
    """
    claimed, whom = Claimed(tuple(claims)), Whom(doc, cast)
    made: dict[tuple[str, str, str], Affiliation] = {}
    mentions = []
    for one in candidates(doc):
        found = whom.resolve(one)
        if found is not None:
            role, evidence = _role(one, found), _evidence(cast, one, found)
            new = Affiliation(
                id=f"{cast.article.id}/affiliation/{evidence.begin}-{evidence.end}",
                member=found.member,
                organization=found.organization,
                role=role,
                place=whom.place(one, found.organization_at),
                factuality=_factuality(one, evidence, claimed),
                rule=found.rule,
            )
            key = (found.member, found.organization, (role or "").lower())
            made[key] = _both(made[key], new) if key in made else new
            mentions.append(Mention(evidence, made[key].id, found.rule))
    return tuple(made.values()), tuple(mentions)


def candidates(doc: Doc) -> Iterator[Candidate]:
    """Every role that the trees show, in the text's order."""
    for token in doc:
        if is_role(token):
            yield from by_noun(token)
        elif token.pos_ == "NOUN":
            yield from by_person(token)
        elif token.pos_ == "VERB":
            yield from by_verb(token)
        elif token.pos_ == "PROPN":
            yield from by_origin(token)


def _both(first: Affiliation, again: Affiliation) -> Affiliation:
    """One role told twice: stated if it is so once."""
    stated = Factuality.STATED in {first.factuality, again.factuality}
    return replace(
        first,
        place=first.place or again.place,
        factuality=Factuality.STATED if stated else first.factuality,
    )


def _role(one: Candidate, found: Resolved) -> str | None:
    """The role's words: the noun with what describes it and does not name the organization; a verb's, by the table."""
    role = one.role
    if role is None or role.pos_ == "VERB":
        return None if role is None else offices().verbs.roles.get(role.lemma_)
    doc, named = role.doc, {t.i for t in found.organization_at.subtree}
    begin, end = role.i, role.i + 1
    while begin > 1 and doc[begin - 1].text == "-" and not doc[begin - 1].whitespace_:  # 'commander-in-chief'
        begin -= 2
    while begin and _describes(doc[begin - 1], role) and begin - 1 not in named:
        begin -= 1
    portfolio = next((c for c in children(role, "nmod") if c.i > role.i and case_of(c) in {"of", "for"}), None)
    if portfolio is not None and portfolio.pos_ == "NOUN" and portfolio.i == end + 1:  # 'chief of staff'
        end = portfolio.i + 1
    return str(doc[begin:end].text)


def _describes(word: Token, role: Token) -> bool:
    """Whether a word before the role's noun is part of what the role is called: 'deputy', but not 'Iraqi'."""
    nation = word.dep_ == "amod" and word.text[0].isupper() and role.text[0].islower()
    return word.dep_ in PREMODIFIERS and word.head == role and not nation


def _evidence(cast: Cast, one: Candidate, found: Resolved) -> Span:
    """From the first to the last word of role, member and organization."""
    heads = [found.member_at, found.organization_at, *([one.role] if one.role is not None else [])]
    begin = min(t.idx for t in heads)
    end = max(t.idx + len(t) for t in heads)
    return cast.article.span(*trimmed(cast.article.text, begin, end))


def _factuality(one: Candidate, evidence: Span, claimed: Claimed) -> Factuality:
    """Whose word it is: the article's, save where it lies within a claim.

    What is said of someone in passing ('X, a leader of Y, …') is the article's in what it reports, if not in what it
    quotes.
    """
    within = claimed.holding(evidence)
    if one.rule not in ASSERTED:
        within = [claim for claim in within if claim.quotation == Quotation.DIRECT]
    if any(claim.speech_act == SpeechAct.DENIAL for claim in within):
        return Factuality.DENIED
    return Factuality.ATTRIBUTED if within else Factuality.STATED
