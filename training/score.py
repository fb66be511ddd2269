"""How well a pipeline reads raw text, by corpus and genre, as spaCy's scorer counts. Needs no torch.

https://spacy.io/api/scorer says how: words that the pipeline and the corpus cut alike are compared.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from spacy.scorer import PRFScore, Scorer
from spacy.tokens import Doc, Span, Token
from spacy.training import Example

from training.align import morph
from training.corpora import Text


class Pipeline(Protocol):
    """What is scored: a `spacy.language.Language`, or what reads texts as one does."""

    def pipe(self, texts: Iterable[str], /) -> Iterator[Doc]:
        """Read the texts, in order."""


@dataclass(frozen=True)
class Score:
    """Shares of 1; None for what the corpus does not mark."""

    part: str
    words: int
    token: float | None = None  # the cut into words
    sentence: float | None = None
    upos: float | None = None
    xpos: float | None = None
    morph: float | None = None  # whole bundles of those features that are learned
    lemma: float | None = None
    uas: float | None = None
    las: float | None = None
    names: float | None = None  # spans and their kinds, of those kinds that the corpus marks
    kinds: tuple[tuple[str, float], ...] = ()  # by kind, of those that occur


def scores(pipeline: Pipeline, texts: Iterable[Text], genres: bool = True) -> Iterator[Score]:
    """Each corpus, then, where asked for, each of its genres. Words are counted as the corpus cuts them."""
    by_corpus = sorted(texts, key=lambda text: (text.corpus, text.genre))
    for corpus, group in groupby(by_corpus, key=lambda text: text.corpus):
        members = list(group)
        read = list(pipeline.pipe(text.text for text in members))
        yield score(corpus, members, read)
        found = sorted({text.genre for text in members})
        for genre in found if genres and len(found) > 1 else []:
            chosen = [i for i, text in enumerate(members) if text.genre == genre]
            yield score(f"{corpus} {genre}", [members[i] for i in chosen], [read[i] for i in chosen])


def run_together(text: Text) -> Text:
    """The text with spaces for its line breaks: nothing tells where a paragraph begins. Offsets stay."""
    return replace(text, text=text.text.replace("\n", " "))


def score(part: str, texts: list[Text], read: list[Doc]) -> Score:
    """What was read against one corpus's texts.

    Labels count without subtypes, and trees without what is labelled as punctuation.
    """
    result = _named(Score(part, sum(len(text.words) for text in texts)), texts, read)
    if not texts[0].parsed:
        return result
    cut = PRFScore()
    for text, doc in zip(texts, read, strict=True):
        found = {(token.idx, token.idx + len(token)) for token in doc if not token.is_space}
        cut.score_set(found, {(word.begin, word.end) for word in text.words})
    examples = [Example(doc, gold(text, doc)) for text, doc in zip(texts, read, strict=True)]
    tree = Scorer.score_deps(
        examples, "dep", getter=_main_label, head_attr="head", head_getter=_head, ignore_labels=("p", "punct")
    )
    return replace(
        result,
        token=cut.fscore,
        sentence=Scorer.score_spans(examples, "sents", getter=_sentences)["sents_f"],
        upos=Scorer.score_token_attr(examples, "pos", getter=_upos)["pos_acc"],
        xpos=Scorer.score_token_attr(examples, "tag", getter=_xpos)["tag_acc"],
        morph=Scorer.score_token_attr(examples, "morph", getter=_features)["morph_acc"],
        lemma=Scorer.score_token_attr(examples, "lemma", getter=_lemma)["lemma_acc"],
        uas=tree["dep_uas"],
        las=tree["dep_las"],
    )


def gold(text: Text, read: Doc) -> Doc:
    """The corpus's own annotation as a `Doc`, in the vocabulary of what was read and without white space."""
    return Doc(
        read.vocab,
        words=[text.text[word.begin : word.end] for word in text.words],
        spaces=[text.text[word.end : word.end + 1].isspace() for word in text.words],
        pos=[word.upos for word in text.words],
        tags=[word.xpos for word in text.words],
        morphs=[word.feats for word in text.words],
        lemmas=[word.lemma for word in text.words],
        heads=[word.head for word in text.words],
        deps=["ROOT" if word.label == "root" else word.label for word in text.words],
    )


def _upos(token: Token, _: str) -> str:
    return token.pos_


def _xpos(token: Token, _: str) -> str:
    return token.tag_


def _lemma(token: Token, _: str) -> str:
    return token.lemma_


def _features(token: Token, _: str) -> str:
    return morph(str(token.morph)) or "none"  # an empty value would not be counted


def _main_label(token: Token, _: str) -> str:
    return token.dep_.partition(":")[0]


def _head(token: Token, _: str) -> Token:
    return token.head


def _sentences(doc: Doc, _: str) -> list[Span]:
    return list(doc.sents)


def _named(result: Score, texts: list[Text], read: list[Doc]) -> Score:
    """The score with that of the names in it, where both the corpus and the pipeline mark names."""
    if texts[0].names is None or not any(doc.has_annotation("ENT_IOB") for doc in read):
        return result
    counts = {kind: PRFScore() for kind in sorted(texts[0].kinds)}
    total = PRFScore()
    for text, doc in zip(texts, read, strict=True):
        found = {(name.start_char, name.end_char, name.label_) for name in doc.ents}
        wanted = {(name.begin, name.end, name.label) for name in text.names or ()}
        for kind, count in counts.items():
            count.score_set({name for name in found if name[2] == kind}, {name for name in wanted if name[2] == kind})
    for count in counts.values():
        total += count
    kinds = tuple((kind, count.fscore) for kind, count in counts.items() if len(count))
    return replace(result, names=total.fscore if kinds else None, kinds=kinds)


def table(found: Iterable[Score]) -> str:
    """The scores as a Markdown table with aligned columns, in percent; – for what is not marked."""
    titles = ["part", "words", "tokens", "sentences", "UPOS", "XPOS", "morphology", "lemmas", "UAS", "LAS", "names"]
    rows = [[*titles, "names by kind"]]
    for s in found:
        shares = (s.token, s.sentence, s.upos, s.xpos, s.morph, s.lemma, s.uas, s.las, s.names)
        kinds = ", ".join(f"{kind} {share:.1%}"[:-1] for kind, share in s.kinds)
        rows.append([s.part, str(s.words), *("–" if x is None else f"{100 * x:.2f}" for x in shares), kinds or "–"])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    left = {0, len(widths) - 1}
    rules = ["-" * width if i in left else "-" * (width - 1) + ":" for i, width in enumerate(widths)]
    padded = (
        [
            cell.ljust(width) if i in left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in [rows[0], rules, *rows[1:]]
    )
    return "\n".join(f"| {' | '.join(row)} |" for row in padded)
