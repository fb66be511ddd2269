"""textacy's direct quotations as attributions.

`textacy.extract.triples.direct_quotations` takes the labels of spaCy's English pipelines, and gives nothing of a text
with an odd number of quotation marks. So it can be asked in four ways: with the labels as they are or turned into
those it knows, and of a text whole or by paragraph, where one odd mark does less harm.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from spacy.tokens import Doc, Token

from benchmarks.polnear import Attribution, Pieces

# Universal Dependencies -> the labels of spaCy's English pipelines, as far as textacy looks at them.
LABELS = {
    "nsubj:pass": "nsubjpass",
    "nsubj:outer": "nsubj",
    "csubj:pass": "csubjpass",
    "csubj:outer": "csubj",
    "aux:pass": "auxpass",
    "flat": "compound",  # the parts of a name
}
NEGATION = {"not", "n't", "n’t", "never"}  # 'advmod' in the one, 'neg' in the other


class Way(NamedTuple):
    """How textacy is asked."""

    labels: bool  # turned into those it knows
    paragraphs: bool

    def __str__(self) -> str:
        """In words, for a table."""
        whole = "paragraph by paragraph" if self.paragraphs else "whole articles"
        return f"{whole}, labels {'as in spaCy’s pipelines' if self.labels else 'as they are'}"


class Part(NamedTuple):
    """A text, or a paragraph of one, and where it begins."""

    begin: int
    doc: Doc


WAYS = tuple(Way(labels, paragraphs) for labels in (False, True) for paragraphs in (False, True))


def installed() -> bool:
    """Whether there is a textacy."""
    return find_spec("textacy") is not None


def parts(doc: Doc, way: Way) -> list[Part]:
    """What textacy is given of a text."""
    made = relabelled(doc) if way.labels else doc
    return list(_paragraphs(made)) if way.paragraphs else [Part(0, made)]


def relabelled(doc: Doc) -> Doc:
    """A copy with the labels that textacy knows."""
    copy = doc.copy()
    for token in copy:
        negates = token.dep_ == "advmod" and token.lower_ in NEGATION
        token.dep_ = "neg" if negates else LABELS.get(token.dep_, token.dep_)
    return copy


def _paragraphs(doc: Doc) -> Iterator[Part]:
    begin = 0
    for token in doc:
        if "\n" in token.text or token.i + 1 == len(doc):
            yield Part(doc[begin].idx, doc[begin : token.i + 1].as_doc())
            begin = token.i + 1


def attributions(given: Iterable[Part]) -> list[Attribution]:
    """What textacy finds. Quotations with one cue are one attribution, as PolNeAR has them; textacy gives each."""
    direct_quotations: Callable[[Doc], Iterable[tuple[list[Token], list[Token], Iterable[Token]]]]
    direct_quotations = import_module("textacy.extract.triples").direct_quotations
    found: dict[Pieces, Attribution] = {}
    for begin, doc in given:
        try:
            for triple in direct_quotations(doc):
                source, cue, content = (_pieces(tokens, begin) for tokens in triple)
                earlier = found[cue].content if cue in found else ()
                found[cue] = Attribution(source, cue, (*earlier, *content))
        except ValueError:  # an odd number of marks
            continue
    return list(found.values())


def _pieces(tokens: Iterable[Token], begin: int) -> Pieces:
    """Runs of neighbouring words, as code points."""
    pieces: list[tuple[int, int]] = []
    last = -2
    for token in tokens:
        start = pieces.pop()[0] if token.i == last + 1 else begin + token.idx
        pieces.append((start, begin + token.idx + len(token)))
        last = token.i
    return tuple(pieces)
