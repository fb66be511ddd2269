"""Whether a day of a name lies ahead by a word above it: 'is expected to vote on Friday', 'plans a march on Friday'."""

from spacy.tokens import Token

from claimgraph.statements.syntax import SUBJECTS, case_of, children, is_infinitive, lemma

AHEAD = {
    "expect",
    "anticipate",
    "plan",
    "schedule",
    "intend",
    "vow",
    "promise",
    "pledge",
    "threaten",
    "prepare",
    "hope",
}
AHEAD |= {"due", "likely", "unlikely"}
INWARD = {"xcomp", "ccomp", "csubj", "conj", "obj", *SUBJECTS}  # what stands so shares the time of what governs it
DEFINITE = {"the", "this", "that", "these", "those"}


def expected(day: Token) -> bool:
    """Whether the word for a day is of what is to come, as a word above says.

    Not where it is of something already done ('expects to free those who were taken on Friday', 'vowed to answer
    Friday's raid'), nor of the expecting itself ('vowed on Friday to fight').
    """
    for above in day.ancestors:
        if lemma(above) in AHEAD:
            return not _perfect(above, "VBD") and not (above == day.head and _its_own(day, above))
        if above.pos_ == "VERB" and any(c.lower_ == "due" for c in children(above, "mark", "case")):
            return True  # 'is due to meet', as some trees have it
        if _past(above) or _known(above, day) or not _inward(above):
            return False
    return False


def _its_own(day: Token, word: Token) -> bool:
    """Whether the day right below the word is when somebody plans or vows, and not what for."""
    if word.pos_ == "NOUN":
        return case_of(day) != "for"
    return word.tag_ == "VBD" or (word.tag_ == "VBG" and not children(word, "aux"))


def _past(word: Token) -> bool:
    return any(c.tag_ == "VBD" for c in (word, *children(word, "aux", "aux:pass", "cop"))) or _perfect(word)


def _perfect(word: Token, *tags: str) -> bool:
    """Whether a form of 'have' makes it done; `tags`: those of the form, or else any."""
    return any(lemma(c) == "have" and (not tags or c.tag_ in tags) for c in children(word, "aux"))


def _known(word: Token, day: Token) -> bool:
    """Whether it is a noun that speaks of something as known: 'Friday's raid', 'the raid on Friday'."""
    if word.pos_ not in {"NOUN", "PROPN"}:
        return False
    before = day.head == word and day.i < word.i
    return before or bool(children(word, "nmod:poss")) or any(c.lower_ in DEFINITE for c in children(word, "det"))


def _inward(word: Token) -> bool:
    """Whether what governs the word tells of the same time: not 'men seized on Friday', 'after losing on Friday'."""
    if word.dep_ in INWARD or (word.dep_ in {"acl", "advcl"} and is_infinitive(word)):
        return True
    return word.dep_ in {"obl", "nmod"} and lemma(word.head) in AHEAD
