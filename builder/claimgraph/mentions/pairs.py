"""The two told of last: "the latter" is the second of them, "the former" the first."""

from spacy.tokens import Token

from claimgraph.mentions import pronouns

WORDS = frozenset({"former", "latter"})


def is_half(token: Token) -> bool:
    """Whether a word is "the former" or "the latter" by itself."""
    alone = token.dep_ not in {"amod", "compound", "advmod"}
    return alone and token.lower_ in WORDS and any(c.lower_ == "the" for c in token.children)


def half(token: Token, nouns: pronouns.Nouns) -> Token | None:
    """Which of two it is: the last pair joined by "and", or else the last two names, in this and the last sentence."""
    latter, start = token.lower_ == "latter", pronouns.window(token, 1, nouns.quoted)
    for noun in reversed(token.doc[start : token.i]):
        if noun.dep_ == "conj" and nouns.agreement(noun) and nouns.agreement(noun.head):
            return noun if latter else noun.head
    names = nouns.named_between(start, token.i)
    others = [n for n in names if nouns.whom(n) != nouns.whom(names[-1])]
    return (names[-1] if latter else others[-1]) if others else None
