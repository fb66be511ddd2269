"""Attribution by phrases: 'according to X', 'in the words of X'."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimgraph.model import SpeechAct
from claimgraph.statements.attributions.candidate import Candidate, Context, Miss, Outcome
from claimgraph.statements.syntax import children, first, opened_by, words


def according(word: Token, _: Context) -> Iterator[Outcome]:
    """'according to …', 'per …': the clause around the phrase is the content."""
    long = word.lower_ == "according" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to"
    if not long and not (word.lower_ == "per" and word.dep_ == "case" and _tells(word.head)):
        return
    marking = word.dep_ in {"case", "mark"}
    source = word.head if marking else first(c for c in word.children if c.pos_ in {"NOUN", "PROPN", "PRON"})
    content = _around(source if marking else word) if source is not None and source.i > word.i else frozenset()
    if source is None or not content:
        yield Miss("claim.according-to", word.i, "nobody follows, or there is no clause around it")
        return
    cue = frozenset({word.i, word.i + long})
    yield Candidate("claim.according-to", SpeechAct.ASSERTION, cue, content, source)


def in_words_of(noun: Token, context: Context) -> Iterator[Outcome]:
    """'In the words of X, …', 'in X's view …': the clause around the phrase is the content."""
    if noun.lemma_ not in context.lexicon.wording or not opened_by(noun, {"in", "by"}) or not _set_off(noun):
        return
    own = first(children(noun, "nmod:poss"))
    source = own or first(c for c in children(noun, "nmod") if opened_by(c, {"of"}))
    content = _around(noun) if source is not None else frozenset()
    if source is None or not content:
        yield Miss("claim.in-words-of", noun.i, "nobody is named whose words they are, or there is no clause around it")
        return
    cue = {noun.i} if own is not None else set(range(noun.left_edge.i, source.left_edge.i + 1))
    yield Candidate("claim.in-words-of", SpeechAct.ASSERTION, frozenset(cue), content, source)


def _set_off(noun: Token) -> bool:
    """Whether the phrase opens its sentence or stands between commas: not 'stood by his account'."""
    opening, behind = noun.left_edge, noun.doc[noun.right_edge.i : noun.right_edge.i + 2]
    before = noun.doc[opening.i - 1].text if opening.i > noun.sent.start else ","
    return "," in {opening.text, before, *(t.text for t in behind)}


def _around(phrase: Token) -> frozenset[int]:
    """The words of the clause that a phrase stands in, without the phrase; none where it is no part of one."""
    host = phrase.head
    while host.head != host and (host.dep_ in LOW or host.pos_ in {"NOUN", "PROPN"}) and not children(host, "cop"):
        host = host.head
    return frozenset(words(host, [phrase]) if host != phrase else ())


LOW = {"nmod", "obl", "compound", "appos", "xcomp"}  # where the phrase is not meant to hang


def _tells(noun: Token) -> bool:
    """Whether 'per' before it can mean 'according to': not 'per day', 'per cent'."""
    return bool(children(noun, "det", "nmod:poss", "acl", "acl:relcl")) or noun.pos_ == "PROPN"
