"""Frames whose content is a clause or a quotation: under the verb, around it, or beside it."""

from collections.abc import Iterable

from spacy.tokens import Token

from claimgraph.quotations import Quoted, beside, overlapping
from claimgraph.statements.attributions.candidate import Context, Found
from claimgraph.statements.attributions.tellers import FINITE, added, headed, inverted, trailing
from claimgraph.statements.lexicon import Row
from claimgraph.statements.syntax import (
    agent,
    behind_comma,
    children,
    first,
    is_passive,
    negated,
    opened_by,
    subject,
    words,
)

ARGUMENTS = {"nsubj", "nsubj:pass", "obj", "obl", "nmod", "appos", "conj", "flat", "compound"}
GROUNDS = {"because", "if", "unless", "so", "lest", "provided"}
ASKING = {"when", "where", "why", "how", "what", "who", "which"}


def clause(verb: Token, row: Row, context: Context) -> Found | None:
    """'said that …', 'asked whether …', 'he said …'."""
    if not {"clause", "quote"} & set(row.frames):
        return None
    if _interrupts(verb) or trailing(verb) is not None:
        return None
    clauses = children(verb, "ccomp")
    if children(verb, "expl"):
        clauses += children(verb, "csubj", "csubj:pass")  # 'it is thought that …'
    clauses = clauses or _misplaced(verb)
    content = set().union(*(words(c) for c in clauses)) or _behind_that(verb)
    return Found(frozenset(content - _goes_on(verb, content, context))) if content else None


def _behind_that(verb: Token) -> set[int]:
    """'say that …', where the tree makes no clause of it: up to a clause that is joined to the verb's own."""
    if is_passive(verb) or verb.i + 2 >= verb.sent.end or verb.nbor().lower_ != "that" or verb.nbor().tag_ != "IN":
        return set()
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    joined = (t.i for t in behind if t.dep_ == "cc" and t.head.dep_ == "conj" and t.head.head == verb)
    end = next(joined, verb.sent.end)
    return {t.i for t in behind if t.i < end and not t.is_space}


def _misplaced(verb: Token) -> list[Token]:
    """Clauses of content for which the tree has another label or place, where the verb has no object."""
    if children(verb, "obj", "xcomp") or is_passive(verb):
        return []
    behind = [c for c in children(verb, "advcl") if c.i > verb.i]
    if told := [c for c in behind if opened_by(c, {"that", "whether"})]:
        return told
    if negated(verb) and (asked := [c for c in behind if any(w.lower_ in ASKING for w in c.lefts)]):
        return asked  # 'has not said when …'
    whose = children(verb, "nsubj")
    named = not whose or len(list(whose[-1].subtree)) < 4  # a name would be the one spoken to
    if len(whose) == 2 and whose[0].i < verb.i < whose[1].i and not named:  # 'the sources said | a convoy that left …'
        return whose[1:]
    before = [c for c in children(verb, "advcl") if c.i < verb.i and c.tag_ in FINITE and not children(c, "mark")]
    if before and verb.dep_ != "conj":
        return before  # 'the men had left, a source said'
    whom = [c for c in children(verb, "obl", "iobj") if c.i > verb.i]
    return [c for w in whom for c in children(w, "acl", "acl:relcl", "ccomp") if _opened_by_that(c)]


def _opened_by_that(clause: Token) -> bool:
    """Whether 'that' opens the clause and is no relative pronoun."""
    return any(c.lower_ == "that" and c.tag_ == "IN" for c in children(clause, "mark"))


def _goes_on(verb: Token, content: Iterable[int], context: Context) -> set[int]:
    """What follows the verb as its own, though the tree hangs it on the content: ', adding …', ', a claim that …'."""
    own: set[int] = set()
    for token in (verb.doc[i] for i in sorted(content)):
        closing = token.lemma_ in context.lexicon.verb and _closes(token)
        if _takes_up(token, context) or closing or added(token, context.lexicon) == verb:
            own |= words(token) | {c.i for c in token.lefts if c.dep_ in {"cc", "punct"}}
        elif token.lower_ in {"amid", "amidst"} and token.dep_ == "case" and token.i > verb.i:
            last = max(words(token.head)) >= max(content) - 1
            own |= words(token.head) if last else set()  # why it is told now, in the words of who reports it
        elif token.text == ";" and not overlapping(context.quoted, token.idx, token.idx + 1):
            own |= {i for i in content if i >= token.i} if not _that_again(token) else set()
    return own


def _that_again(semicolon: Token) -> bool:
    """'said that …; that …': the content goes on behind the semicolon."""
    behind = semicolon.doc[semicolon.i + 1 : semicolon.i + 3]
    return any(t.lower_ in {"that", "whether"} for t in behind)


def _takes_up(noun: Token, context: Context) -> bool:
    """', a claim that …': a noun for what was just said, behind the comma that ends it."""
    placed = noun.dep_ in {"obj", "appos", "obl", "dep", "parataxis", "conj"}
    placed |= noun.dep_ == "nsubj" and noun.i > noun.head.i
    if not placed or not children(noun, "acl", "acl:relcl"):
        return False
    return behind_comma(noun) and noun.lemma_ in context.lexicon.referring | context.lexicon.noun.keys()


def around(verb: Token, row: Row, context: Context) -> Found | None:
    """'…, he said', '…, he said, …': the verb hangs on the clause that it attributes."""
    if not {"clause", "quote"} & set(row.frames):
        return None
    if trailing(verb) is not None:
        before = [t for t in verb.doc[verb.sent.start : verb.i] if not t.is_space]
        return Found(frozenset(t.i for t in before)) if any(t.pos_ in {"VERB", "AUX"} for t in before) else None
    if not (verb.dep_ == "parataxis" or _closes(verb) or headed(verb)):
        return None
    if (noun := headed(verb)) is not None:
        return Found(frozenset(words(noun.head, [noun])))
    leads = verb.head.left_edge.i >= verb.left_edge.i  # the verb comes first: it attributes nothing that follows
    apart = any(c.text == ";" for c in children(verb, "punct"))
    apart |= any(c.lower_ == "otherwise" for c in children(verb, "advmod"))  # '…, Baghdad says otherwise'
    if leads or apart or any(c.i > verb.i and c != inverted(verb) for c in children(verb, "obj", "xcomp")):
        return None
    host = _clause_of(verb.head)
    rest = [c for c in children(host, "parataxis") if c.i > verb.i]
    content = words(host, [verb, *rest])
    if _interrupts(verb):
        behind = [c for c in children(verb, "ccomp", "advcl") if c.i > verb.i]
        content = content.union(*(words(c) for c in behind if c.dep_ == "ccomp" or opened_by(c, GROUNDS)))
    return Found(frozenset(content - _goes_on(verb, content, context))) if len(content) > 1 else None


def _interrupts(verb: Token) -> bool:
    """'They were taken to a camp, he added, where …': between commas, within what it attributes."""
    behind = verb.doc[verb.i + 1 : verb.i + 2].text
    return verb.dep_ == "parataxis" and verb.head.i < verb.i and behind == "," and not children(verb, "obj", "obl")


def _closes(verb: Token) -> bool:
    """'…, the source added on Monday.': the last words of a sentence, which the tree joins to the clause before."""
    who = children(verb, "nsubj")
    if verb.dep_ not in {"conj", "advcl", "dep", "ccomp"} or verb.head.i > verb.i or not who:
        return False
    if children(verb, "cc", "mark", "obj", "ccomp", "xcomp"):
        return False
    behind = {i for c in children(verb, "obl", "advmod") for i in words(c)}
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    led = behind_comma(who[0]) and not any(c.i < who[0].i for c in children(who[0], "cc"))
    return led and who[0].i < verb.i and all(t.is_punct or t.is_space or t.i in behind for t in rest)


def _clause_of(word: Token) -> Token:
    """The verb of the clause that a word is a part of: 'Nobody, said the mayor, was paid'."""
    host = word
    while host.dep_ in ARGUMENTS and host.pos_ not in {"VERB", "AUX"} and host.head != host:
        host = host.head
    return host


def inserted(verb: Token, row: Row, _: Context) -> Found | None:
    """'The bridge, he said, had been mined': between commas; the tree may take it for a relative clause."""
    if verb.dep_ not in {"acl:relcl", "acl"} or "clause" not in row.frames:
        return None
    if children(verb, "obj", "ccomp", "xcomp", "mark"):
        return None
    who, behind = first(children(verb, "nsubj")), verb.right_edge
    commas = behind_comma(verb) and (behind.text == "," or verb.doc[behind.i + 1 : behind.i + 2].text == ",")
    if who is None or who.tag_ in {"WP", "WDT"} or not commas:
        return None
    host = verb.head
    while host.pos_ not in {"VERB", "AUX", "ADJ"} and host.head != host:
        host = host.head
    return Found(frozenset(words(host, [verb])))


def aside(verb: Token, row: Row, _: Context) -> Found | None:
    """'As X said, …', '…, as X put it', '…, as reported by X': the clause around is the content."""
    if not {"clause", "aside"} & set(row.frames) or verb.dep_ != "advcl" or not opened_by(verb, {"as"}):
        return None
    objects = [c for c in children(verb, "obj", "ccomp", "xcomp") if c.lower_ != "it"]
    told = agent(verb) if is_passive(verb) else first(children(verb, "nsubj"))  # 'as reported by X'
    if objects or told is None or verb.tag_ == "VBG":
        return None
    if "aside" in row.frames and not children(verb, "obj"):
        return None  # 'put' alone
    more = frozenset(c.i for c in children(verb, "obj") if c.i == verb.i + 1)
    content = words(verb.head, [verb])
    return Found(frozenset(content), more) if len(content) > 1 else None


def quote(verb: Token, row: Row, context: Context) -> Found | None:
    """'He said: “…”', '“…”, he said': next to the verb, but for marks, or the one spoken to, between."""
    if "quote" not in row.frames:
        return None
    level = beside(context.quoted, verb.idx)
    for q in overlapping(level, max(0, verb.sent.start_char - 2), verb.sent.end_char + 2):
        inside = _inside_quotation(verb, q)
        if len(inside) < 4 or verb.i in inside:
            continue
        between = range(verb.i + 1, inside[0]) if inside[0] > verb.i else range(inside[-1] + 1, verb.i)
        allowed = words(verb) if _introduced(verb, inside) else _beside(verb, row)
        near = all(i in allowed or verb.doc[i].pos_ in {"PUNCT", "SPACE"} for i in between)
        if near and _outside_subject(verb, inside):
            return Found(frozenset(inside).union(*_around_quoted(verb, set(inside))))
    return None


def _around_quoted(verb: Token, inside: set[int]) -> Iterable[set[int]]:
    """'praised the “axis of hope” of the coast': the phrases of which a quotation behind the verb is only a part."""
    for c in children(verb, "obj", "xcomp", "obl", "advcl"):
        own = {i for i in words(c) if not verb.doc[i].is_punct}
        if c.i > verb.i and own & inside and own - inside:
            yield words(c)


def _introduced(verb: Token, inside: list[int]) -> bool:
    """Whether a colon or a comma leads from the verb's clause to the quotation: 'said in a statement: “…”'."""
    return verb.i < inside[0] and verb.doc[inside[0] - 1].text in {":", ","}


def _beside(verb: Token, row: Row) -> set[int]:
    """The words that may stand between a verb and its quotation: subject, adverbs, who is spoken to."""
    apart = {"obl", "advcl", "cc", "conj", "ccomp", "xcomp"} | ({"obj"} if row.addressee != "object" else set())
    found = {verb.i, *(i for c in verb.children if c.dep_ not in apart for i in words(c))}
    return found | {i for c in children(verb, "obl") if opened_by(c, {"to"}) for i in words(c)}


def _inside_quotation(verb: Token, q: Quoted) -> list[int]:
    """A quotation's words in the verb's sentence; or all of one before it that ends with a mark that leaves it open, or
    of one behind it to which a colon leads.
    """
    if q.begin < verb.sent.end_char and verb.sent.start_char < q.end:
        return [t.i for t in verb.sent if q.covers(t.idx)]
    whole = verb.doc.char_span(q.begin, q.end, alignment_mode="expand")
    if whole is None:
        return []
    led = whole.start > verb.i and verb.sent.text.rstrip().endswith(":")
    left_open = whole.start < verb.i and whole.text.rstrip("”\"'’» ").endswith((",", "?", "!"))
    return [t.i for t in whole if not t.is_space] if led or left_open else []


def _outside_subject(verb: Token, inside: list[int]) -> bool:
    who = subject(verb)
    return who is None or not words(who) & set(inside)
