"""Whose act a verb of saying tells of, and where the tree hides it."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimgraph.statements.lexicon import Lexicon
from claimgraph.statements.syntax import agent, behind_comma, children, opened_by, preposition, subject

NOMINAL = {"NOUN", "PROPN", "PRON"}
FINITE = {"VBD", "VBZ", "VBP"}
MARKS = {",", "”", '"', "''", "’", "'", "?", "!", "–", "—", "-"}


def teller(verb: Token, lexicon: Lexicon, *, passive: bool) -> Token | None:
    """The head of the phrase that names who speaks, thinks or intends; None where nobody is named."""
    if (noun := headed(verb) or trailing(verb)) is not None:
        return noun
    if passive:
        return agent(verb) or strayed_agent(verb)
    if (who := inverted(verb) or _issuer(verb, lexicon)) is not None:
        return who
    said = added(verb, lexicon) or verb
    if said.dep_ == "parataxis" and not children(said, "nsubj"):
        return None  # the subject of what is said is not who says it
    return subject(said) or stranded(verb)


def _issuer(participle: Token, lexicon: Lexicon) -> Token | None:
    """'The council adopted a motion urging …', 'said in a letter urging …': who says it by a text."""
    text = participle.head
    if participle.dep_ != "acl" or participle.tag_ != "VBG" or text.lemma_ not in lexicon.texts:
        return None
    if children(text, "nmod:poss") or any(opened_by(c, {"from", "by", "of"}) for c in children(text, "nmod")):
        return None  # 'sent on a letter from X saying …'
    return subject(text.head) if text.dep_ in {"obj", "obl"} and text.head.pos_ == "VERB" else None


def inverted(verb: Token) -> Token | None:
    """'…, said the mayor': the phrase right behind a verb of saying that follows a mark, if it has no subject before.

    The tree may take it for an object, or for a part of what is said.
    """
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    if before is None or verb.tag_ not in FINITE or before.text not in MARKS or verb.i + 1 >= verb.sent.end:
        return None
    if any(c.i < verb.i for c in children(verb, "nsubj", "nsubj:pass", "mark", "cc")) or children(verb, "nsubj"):
        return None
    if not any(c.i < verb.i for c in children(verb, "ccomp", "obj")) and verb.dep_ != "parataxis":
        return None
    opening = verb.doc[verb.i + 1]
    heads = [t for t in (opening, *opening.ancestors) if t.left_edge == opening and t.pos_ in NOMINAL]
    return heads[-1] if heads and preposition(heads[-1]) is None else None


def trailing(verb: Token) -> Token | None:
    """'…, said police at the scene.': the phrase that ends a sentence behind a verb of saying and a comma.

    Whatever the tree makes of the two.
    """
    if verb.dep_ not in {"parataxis", "advcl", "discourse", "dep"} or not verb.sent.start < verb.i < verb.sent.end - 1:
        return None
    own = [c for c in verb.children if c.i < verb.i and not c.is_punct]
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    if own or verb.nbor(-1).text not in MARKS or verb.tag_ not in FINITE | {"VB"} or any(t.text == "," for t in behind):
        return None
    opening = behind[0]
    heads = [t for t in (opening, *opening.ancestors) if t.left_edge == opening or t == verb.head]
    heads = [t for t in heads if t.pos_ in NOMINAL and t.i > verb.i]
    return heads[-1] if heads and preposition(heads[-1]) is None else None


def stranded(verb: Token) -> Token | None:
    """'…, killing two people, a mayor and a doctor said.': the last phrase before a verb of saying.

    The tree may join it to what is said.
    """
    if verb.tag_ not in FINITE or children(verb, "nsubj", "aux:pass") or not children(verb, "ccomp"):
        return None
    comma = next((t.i for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.text == ","), verb.i)
    phrase = verb.doc[comma + 1 : verb.i]
    heads = [t for t in phrase if t.head.i not in range(phrase.start, phrase.end)]
    plain = len(heads) == 1 and heads[0].pos_ in NOMINAL and not any(t.tag_ in FINITE for t in phrase)
    return heads[0] if plain else None


def strayed_agent(verb: Token) -> Token | None:
    """'accused of selling arms by the court': an active verb has no agent, so a 'by' under it is the passive one's."""
    for clause in children(verb, "advcl", "xcomp", "obl"):
        if clause.pos_ in {"VERB", "ADJ", "NOUN"} and not children(clause, "aux:pass"):
            by = agent(clause) if clause.tag_ == "VBG" or clause.pos_ != "VERB" else None
            if by is not None and (by.pos_ == "PROPN" or by.tag_ == "NNS"):
                return by
    return None


def headed(verb: Token) -> Token | None:
    """'…, an informed source revealed to the agency.': a noun behind a comma with its verb, taken for a participle."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or noun.i + 1 != verb.i or noun.dep_ != "parataxis":
        return None
    return noun if behind_comma(noun) and not children(verb, "obj", "obl:agent", "nsubj") else None


def added(verb: Token, lexicon: Lexicon) -> Token | None:
    """The verb of saying that another goes on from: 'said that …, adding that …', 'said that … but noted that …'; the
    tree may hang it on the clause within.
    """
    if verb.lemma_ not in lexicon.verb:
        return None
    if _joined(verb, lexicon):
        return verb.head.head
    if not _adds(verb):
        return None
    clause = verb.head
    while clause.dep_ in {"conj", "xcomp", "advcl"} and clause.head != clause:
        clause = clause.head
    said = clause.head
    if clause.dep_ == "ccomp" and said.lemma_ in lexicon.verb and said.i < verb.i:
        return said
    aside = [c for c in children(verb.head, "parataxis") if c.lemma_ in lexicon.verb and c.i < verb.i]
    return aside[-1] if aside else None  # 'the road was mined, X said, adding that …'


def _joined(verb: Token, lexicon: Lexicon) -> bool:
    """'said that it respected … but noted that …': joined to what is said, but of the tense of who says it."""
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "ccomp" or clause.head.lemma_ not in lexicon.verb:
        return False
    if verb.tag_ != clause.head.tag_ or verb.tag_ not in FINITE or children(verb, "nsubj", "aux", "nsubj:pass"):
        return False
    apart = bool(children(clause, "aux", "cop")) or clause.tag_ != verb.tag_
    told = [c for c in children(verb, "ccomp") if any(m.lower_ == "that" for m in children(c, "mark"))]
    return clause.head.i < clause.i < verb.i and (apart or bool(told))


def relays(participle: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The verbs of saying beside which a participle names the source: 'citing X, Y said …', 'Y said, citing X, …'."""
    if (said := added(participle, lexicon)) is not None:
        yield said
    host = participle.head
    while host.dep_ in {"flat", "appos"}:
        host = host.head
    if participle.dep_ == "acl" and host.dep_ == "nsubj":
        host = host.head  # 'Y, citing X, said …'
    if host.lemma_ in lexicon.verb:
        yield host


def _adds(participle: Token) -> bool:
    """Whether a participle stands right behind a comma: ', adding …'."""
    before = participle.doc[max(0, participle.i - 1)]
    return participle.tag_ == "VBG" and participle.dep_ == "advcl" and before.text == ","
