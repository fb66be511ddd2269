"""cg:Claim, the candidates: each word or mark that attributes, with who, to whom, and what.

A rule is a function from a word to what it makes of it: candidates, the best first, and why others are none.
"""

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc, Token

from claimgraph.statements.attributions.candidate import Candidate, Context, Miss, Outcome
from claimgraph.statements.attributions.marks import by_mark
from claimgraph.statements.attributions.modifiers import by_adjective, by_adverb
from claimgraph.statements.attributions.nouns import NOUN, by_noun
from claimgraph.statements.attributions.phrases import according, in_words_of
from claimgraph.statements.attributions.relays import carried, citing
from claimgraph.statements.attributions.verbs import by_verb

Rule = Callable[[Token, Context], Iterable[Outcome]]
RULES: tuple[Rule, ...] = (citing, carried, by_verb, in_words_of, by_noun, according, by_adjective, by_adverb)

__all__ = ["NOUN", "Candidate", "Context", "Miss", "Outcome", "attributions"]


def attributions(doc: Doc, context: Context) -> Iterator[list[Outcome]]:
    """For each word or mark that may attribute, what the rules make of it: the first candidate that stands counts."""
    for word in doc:
        outcomes = [outcome for rule in RULES for outcome in rule(word, context)]
        if outcomes:
            yield outcomes
    for candidate in by_mark(doc, context):
        yield [candidate]
