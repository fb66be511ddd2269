"""How near at hand a noun is for a pronoun: who is the subject, who speaks, who spoke last, and how far back."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimgraph.mentions import descriptions, tables

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
SPEECH = tables.words("verbs.toml", "verbs", "speech")
ASKING = frozenset({"ask", "question", "quiz", "press"})
REFUSING = frozenset({"refuse", "decline", "shrug", "nod", "hesitate", "demur"})
GOES_ON = frozenset({"add", "continue", "conclude", "reiterate", "repeat"})  # verbs of who has spoken before
CONTRAST = frozenset({"while", "whereas"})
CONTENT = frozenset({"ccomp", "parataxis"})
Quoted = Sequence[bool]  # for each token of the doc, whether it is between quotation marks


def starts(token: Token, quoted: Quoted) -> bool:
    """Whether a sentence begins here, other than a further one of a quotation."""
    return bool(token.is_sent_start) and not (quoted[token.i] and quoted[token.i - 1])


def speaks(noun: Token) -> bool:
    """Whether a word is the subject of a verb of saying, or stands behind "according to"."""
    return (noun.dep_ in SUBJECTS and noun.head.lemma_ in SPEECH) or any(
        c.dep_ == "case" and c.lower_ == "according" for c in noun.children
    )


def score(token: Token, noun: Token, quoted: Quoted) -> int:
    """Sentences back cost most, and another paragraph.

    A subject gains, and that of the main clause more; so does who speaks, or is asked.
    """
    back = sum(1 for t in token.doc[noun.i + 1 : token.i + 1] if starts(t, quoted))
    if noun.dep_ == "appos" and noun.head.pos_ == "NOUN":  # "its leader, X, said": X stands where the leader does
        noun = noun.head
    apart = any("\n" in t.text for t in token.doc[noun.i : token.i])
    gain = _place(noun) - 3 * back - 2 * apart - (2 if noun.dep_ in {"compound", "flat"} else 0)
    if speaks(noun) and not quoted[token.i]:
        gain += 5 if token.head.lemma_ in GOES_ON else 4 if speaks(token) else 2
    return gain + _asked(token, noun)


def _place(noun: Token) -> int:
    """What a noun gains by its place in the clause; whose words are the subject is as good as the subject."""
    own = noun.dep_ == "nmod:poss" and descriptions.lemma(noun.head) in descriptions.TEXTS
    subject = noun.head if own else noun
    if subject.dep_ in SUBJECTS:
        return 3 + (subject.head.dep_ == "ROOT" or (speaks(noun) and _beside_main(subject.head)))
    return 1 if noun.dep_ in {"obj", "obl:agent", "nmod:poss"} else 0


def _beside_main(verb: Token) -> bool:
    """A clause as good as the main one: "X agreed, and Y declined", "while Y declined"."""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    return verb.head.dep_ == "ROOT" and (verb.dep_ == "conj" or (verb.dep_ == "advcl" and bool(marks & CONTRAST)))


def _asked(token: Token, noun: Token) -> int:
    """Who has been asked a question answers next, not who has asked it."""
    verb = noun.head
    answers = speaks(token) or token.head.lemma_ in REFUSING
    if verb.lemma_ not in ASKING or not answers or token.head == verb:
        return 0
    if any(c.dep_ == "xcomp" for c in verb.children):  # "asked him to leave"
        return 0
    whom = [c for c in verb.children if c.dep_ in {"obj", "iobj"}]
    return -8 if noun.dep_ == "nsubj" and whom else 3 if noun in whom or noun.dep_ == "nsubj:pass" else 0
