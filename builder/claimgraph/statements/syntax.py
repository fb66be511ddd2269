"""What the rules ask of a UD tree: arguments, subjects that stand elsewhere, the words of a phrase.

Labels are those of Universal Dependencies (https://universaldependencies.org/u/dep/).
"""

import calendar
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from claimgraph.model import Article, Span

AUXILIARY = {"aux", "aux:pass", "cop"}
CLAUSE_MARKS = {"mark", "case", "punct", "cc"}
PREPOSITIONS = {"case", "mark"}
RELATIVE = {"who", "whom", "which", "that"}
SUBJECTS = {"nsubj": "subject", "csubj": "subject", "nsubj:pass": "object", "csubj:pass": "object"}
JUDGING = frozenset(  # what someone is judged for is their own doing (Levin 1993, class 33)
    """blame condemn criticise criticize denounce fault slam rebuke censure praise thank commend applaud hail credit
    punish sanction fine jail arrest detain indict sentence execute sue ban prosecute""".split()  # noqa: SIM905  a list of words
)
SUBJECT_CONTROL = {"promise", "threaten", "vow", "pledge", "swear", "agree"}
ASKING = {"call": {"on", "upon"}, "prevail": {"on", "upon"}, "appeal": {"to"}, "plead": {"with"}, "look": {"to"}}
PARTNERS = {"“": "”", "‘": "’", "«": "»", "(": ")", "[": "]"}
PARTNERS |= {closing: opening for opening, closing in PARTNERS.items()}
ALIKE = "\"'`"  # marks that open and close alike
REFUSING = {"would", "will", "wo"}  # with a negation
NEGATIONS = {"not", "n't", "n’t", "never", "neither", "nor", "hardly"}
LEADING = NEGATIONS - {"neither", "nor"} | {"to"}  # beside auxiliaries, what a verb group begins with
CALENDAR = {name.lower() for name in (*calendar.day_name, *calendar.month_name[1:])}
TIMES = {"time", "morning", "afternoon", "evening", "night", "day", "week", "month", "year", "weekend"}
TIMES |= {"today", "yesterday", "tomorrow", "tonight"}
LOOSE = " \t\r\n\u00a0,;:-–—―"  # what a span neither begins nor ends with


def lemma(token: Token) -> str:
    """The lemma in lower case."""
    return str(token.lemma_.lower())


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents under one of the labels, in the text's order."""
    return [c for c in token.children if c.dep_ in labels]


def first(tokens: Iterable[Token]) -> Token | None:
    """The first, or None."""
    return next(iter(tokens), None)


def is_passive(verb: Token) -> bool:
    """Whether something is done to its subject, or to the noun that it modifies.

    'was accused of …', 'the man accused of …', 'Asked whether …, he said'.
    """
    if verb.tag_ not in {"VBN", "VBD", ""}:
        return False
    if children(verb, "aux:pass", "nsubj:pass"):
        return True
    if agent(verb) is not None and not (verb.tag_ == "VBD" and children(verb, "nsubj")):  # not 'led to raids by …'
        return True
    if verb.dep_ == "advcl" and not children(verb, "nsubj", "aux", "obj"):
        return True  # a past participle, whatever the tagger made of it
    if verb.dep_ == "conj" and not children(verb, "aux", "obj", "ccomp", "xcomp") and children(verb.head, "aux:pass"):
        return True  # 'one was killed and two injured', whatever the tagger made of it
    if verb.tag_ != "VBN" or children(verb, "aux", "obj", "ccomp"):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, "nsubj"):
        return is_passive(verb.head)
    return not children(verb, "nsubj")  # with a subject and no auxiliary, a past tense that the tagger misread


def patient(verb: Token) -> Token | None:
    """The one that something is done to: an active verb's object, a passive one's subject or modified noun."""
    if not is_passive(verb):
        return first(children(verb, "obj", "iobj"))
    own = first(children(verb, "nsubj:pass", "nsubj"))
    return verb.head if own is None and verb.dep_ == "acl" else own


def preposition(token: Token) -> Token | None:
    """The preposition or subordinator that opens a phrase; of a compound one, its first word."""
    return first(c for c in children(token, *PREPOSITIONS) if c.i < token.i)


def case_of(phrase: Token) -> str:
    """The first word that marks the phrase as an oblique ('' for none)."""
    return next((str(child.lower_) for child in phrase.children if child.dep_ == "case"), "")


def conjuncts(phrase: Token) -> list[Token]:
    """The phrase and what is joined to it."""
    return [phrase, *(c for child in children(phrase, "conj") if child.pos_ != "VERB" for c in conjuncts(child))]


def negated(verb: Token) -> bool:
    """Whether 'not', 'never', 'neither' or 'nor' stands with a verb; 'not only' denies nothing."""
    marks = [c for c in children(verb, "advmod", "cc", "cc:preconj", "neg") if c.lower_ in NEGATIONS]
    return any(verb.doc[c.i + 1 : c.i + 2].text.lower() not in {"only", "just", "merely"} for c in marks)


def is_infinitive(verb: Token) -> bool:
    """Whether 'to' stands before it."""
    return any(child.lower_ == "to" for child in children(verb, "mark"))


def is_gerund(verb: Token) -> bool:
    """Whether it is a gerund, also of the past: 'denied bombing it', 'having bombed it'."""
    return verb.tag_ == "VBG" or any(c.tag_ == "VBG" for c in children(verb, "aux"))


def clause_above(verb: Token) -> Token:
    """What a verb hangs on; of '…, killing four, the army said' the clause that is said and not the verb of saying."""
    head: Token = verb.head
    if verb.dep_ != "advcl" or is_infinitive(verb):
        return head
    told = [c for c in children(head, "ccomp") if c.i < verb.i < head.i]
    return told[-1] if told else head


def antecedent(token: Token) -> Token | None:
    """What a relative pronoun refers to."""
    if token.lower_ not in RELATIVE or token.tag_ in {"DT", "IN"}:
        return None
    clause = next((a for a in token.ancestors if a.dep_ == "acl:relcl"), None)
    return clause.head if clause is not None else None


def opened_by(phrase: Token, words: Iterable[str]) -> bool:
    """Whether one of these prepositions opens the phrase."""
    mark = preposition(phrase)
    return mark is not None and mark.lower_ in words


def is_time(phrase: Token) -> bool:
    """Whether a noun phrase tells when: 'on Saturday', 'in March'; not 'a march'."""
    parts = [phrase, *children(phrase, "compound", "nmod", "nummod")]
    return any(lemma(t) in TIMES or (t.lower_ in CALENDAR and t.text[0].isupper()) for t in parts)


def agent(verb: Token) -> Token | None:
    """Who does what a passive verb tells."""
    by = (c for c in children(verb, "obl:agent", "obl") if opened_by(c, {"by"}))
    return first(c for c in by if c.pos_ != "NUM" and not is_time(c))  # 'passed by 80 to 20', 'by Monday'


def subject(verb: Token) -> Token | None:
    """Who does what an active verb tells: its subject, or the one that it shares or is controlled by."""
    if own := children(verb, "nsubj", "nsubj:outer", "nsubj:pass"):
        return max((t for t in own if t.i < verb.i), key=lambda t: t.i, default=own[0])  # of two, the closer
    return first(subjects(verb))


def subjects(verb: Token, depth: int = 5) -> list[Token]:
    """The surface subject, said in the clause or understood."""
    if own := children(verb, *SUBJECTS):
        that = max((c.i for c in children(verb, "mark") if c.i < verb.i), default=-1)
        behind = [token for token in own if token.i > that]  # 'told the paper that they …': it is heard, not the doer
        return [antecedent(token) or token for token in behind or own]
    if depth == 0:
        return []
    return _understood(verb, depth - 1)


def _understood(verb: Token, depth: int) -> list[Token]:
    head = clause_above(verb)
    if verb.dep_ in {"acl", "acl:relcl"}:
        return _deciders(head, depth) if is_infinitive(verb) else [head]
    if verb.dep_ in {"xcomp", "advcl"} and is_infinitive(verb) and (asked := _called_on(head)):
        return asked
    if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ != "NOUN":
        controlled = children(head, "obj", "iobj") if verb.dep_ == "xcomp" or is_infinitive(verb) else []
        if controlled and lemma(head) not in SUBJECT_CONTROL:
            return controlled
        return subjects(head, depth) if verb.dep_ == "xcomp" or is_infinitive(verb) or is_gerund(verb) else []
    opening = {"of", "from", "as"} | ({"for"} if lemma(head) in JUDGING else set())
    if verb.dep_ == "advcl" and opened_by(verb, opening) and (whom := patient(head)) is not None:
        return [whom]  # 'accused him of stealing', 'was quoted as saying', 'blamed him for bombing it'
    if verb.dep_ == "advcl" and is_passive(head) and (by := agent(head)) is not None:
        return [by]  # 'a march called by X to demand'
    if verb.dep_ in {"advcl", "conj", "parataxis"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        return subjects(head, depth)
    return []


def _called_on(verb: Token) -> list[Token]:
    """'called on the rebels to leave', 'appealed to them to stop': a phrase names who is to do it."""
    opening = ASKING.get(lemma(verb), set())
    return [c for c in children(verb, "obl") if case_of(c) in opening]


def _deciders(noun: Token, depth: int) -> list[Token]:
    """Who does what an infinitive under a noun tells: 'their decision to leave', 'made a decision to leave'."""
    if owners := children(noun, "nmod:poss") or [t for t in children(noun, "compound") if t.pos_ == "PROPN"]:
        return owners
    if noun.dep_ in {"obj", "obl"} and noun.head.pos_ == "VERB":
        return subjects(noun.head, depth)
    return []


def behind_comma(phrase: Token) -> bool:
    """Whether a comma leads to a phrase, be it in the tree the phrase's own or not."""
    edge = phrase.left_edge
    return edge.text == "," or (edge.i > 0 and edge.nbor(-1).text == ",")


def words(head: Token, without: Iterable[Token] = ()) -> set[int]:
    """The positions of a phrase's words: its subtree, less the subtrees of some."""
    left_out = {t.i for w in without for t in w.subtree}
    return {t.i for t in head.subtree if t.i not in left_out and not t.is_space}


def verb_group(verb: Token) -> frozenset[int]:
    """The positions of the verb with its auxiliaries, negation and particle, and the adverbs among them."""
    before = [c.i for c in verb.children if c.i < verb.i and (c.dep_ in AUXILIARY or c.lower_ in LEADING)]
    begin, end = verb.i, verb.i
    while begin - 1 in before or (
        before and min(before) < begin - 1 and verb.doc[begin - 1].head == verb and verb.doc[begin - 1].dep_ == "advmod"
    ):
        begin -= 1
    for particle in children(verb, "compound:prt"):
        if particle.i == end + 1:
            end += 1
    return frozenset(range(begin, end + 1))


def noun_phrase(head: Token) -> set[int]:
    """A noun phrase's words: without the preposition before it, and without a clause that only shares the sentence."""
    return words(head, [c for c in head.children if (c.dep_ in CLAUSE_MARKS and c.i < head.i) or c.dep_ == "parataxis"])


def runs(doc: Doc, positions: Iterable[int]) -> list[tuple[int, int]]:
    """[begin, end) code points of the contiguous runs of words; spaces and punctuation between two do not part them."""
    found: list[list[int]] = []
    for i in sorted(positions):
        gap = list(doc[found[-1][1] + 1 : i]) if found else []
        if found and all(t.is_space or t.is_punct for t in gap):
            found[-1][1] = i
        else:
            found.append([i, i])
    return [(doc[a].idx, doc[b].idx + len(doc[b])) for a, b in found]


def trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """A span without the loose marks at its ends: stop, commas, quotation marks and brackets that lack a partner."""
    while begin < end:
        if text[begin] in LOOSE + ".?!" or _single(text, begin, end, text[begin]):
            begin += 1
        elif text[end - 1] in LOOSE or _single(text, begin, end, text[end - 1]) or _full_stop(text, begin, end):
            end -= 1
        else:
            break
    return begin, end


def _full_stop(text: str, begin: int, end: int) -> bool:
    """Whether it ends with a stop that belongs to no abbreviation such as 'U.S.'."""
    return text[end - 1] == "." and "." not in text[max(begin, end - 4) : end - 1]


def _single(text: str, begin: int, end: int, mark: str) -> bool:
    """Whether a quotation mark or a bracket has no partner in the span."""
    if mark in ALIKE:
        return text.count(mark, begin, end) % 2 == 1
    return mark in PARTNERS and PARTNERS[mark] not in text[begin:end]


def spans(article: Article, doc: Doc, positions: Iterable[int]) -> tuple[Span, ...]:
    """The spans of some words, trimmed."""
    ends = (trimmed(article.text, *run) for run in runs(doc, positions))
    return tuple(article.span(b, e) for b, e in ends if b < e)
