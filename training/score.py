"""How well a pipeline reads raw text: spaCy's scorer, by corpus and genre. Needs no torch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from spacy.language import Language
from spacy.scorer import PRFScore, Scorer
from spacy.tokens import Doc, Span, Token
from spacy.training import Example

from training.corpora import Name, Text


@dataclass(frozen=True)
class Score:
    """Shares of 1; None for what the corpus does not mark."""

    part: str
    words: int
    token: float | None = None  # F1 of the cut into words
    sentence: float | None = None  # F1
    upos: float | None = None
    xpos: float | None = None
    morph: float | None = None  # whole bundles of those features that are learned
    lemma: float | None = None
    uas: float | None = None
    las: float | None = None
    names: float | None = None  # F1 of spans and their kinds, of those kinds that the corpus marks
    kinds: tuple[tuple[str, float], ...] = ()  # F1 by kind


def scores(nlp: Language, texts: Iterable[Text]) -> Iterator[Score]:
    """Each corpus, then each of its genres. Words are counted as the corpus cuts them."""
    by_corpus = sorted(texts, key=lambda text: (text.corpus, text.genre))
    for corpus, group in groupby(by_corpus, key=lambda text: text.corpus):
        members = list(group)
        read = list(nlp.pipe(text.text for text in members))
        yield score(corpus, members, read)
        genres = sorted({text.genre for text in members})
        for genre in genres if len(genres) > 1 else []:
            chosen = [i for i, text in enumerate(members) if text.genre == genre]
            yield score(f"{corpus} {genre}", [members[i] for i in chosen], [read[i] for i in chosen])


def score(part: str, texts: list[Text], read: list[Doc]) -> Score:
    """What was read against the gold standard: labels without subtypes, punctuation left out of the tree's scores."""
    words = sum(len(text.words) for text in texts)
    names, kinds = _names(texts, read) if texts[0].names is not None else (None, ())
    if not texts[0].parsed:
        return Score(part, words, names=names, kinds=kinds)
    examples = [Example(doc, gold(text, doc)) for text, doc in zip(texts, read, strict=True)]
    tree = Scorer.score_deps(
        examples, "dep", getter=_main_label, head_attr="head", head_getter=_head, ignore_labels=("p", "punct")
    )
    return Score(
        part,
        words,
        Scorer.score_tokenization(examples)["token_f"],
        Scorer.score_spans(examples, "sents", getter=_sentences)["sents_f"],
        Scorer.score_token_attr(examples, "pos")["pos_acc"],
        Scorer.score_token_attr(examples, "tag")["tag_acc"],
        Scorer.score_token_attr(examples, "morph", getter=_morph)["morph_acc"],
        Scorer.score_token_attr(examples, "lemma")["lemma_acc"],
        tree["dep_uas"],
        tree["dep_las"],
        names,
        kinds,
    )


def gold(text: Text, read: Doc) -> Doc:
    """The corpus's own annotation as a `Doc` in the vocabulary of what was read."""
    forms = [text.text[word.begin : word.end] for word in text.words]
    gaps = [
        bool(text.text[word.end : after.begin].strip("\n"))
        for word, after in zip(text.words, text.words[1:], strict=False)
    ]
    return Doc(
        read.vocab,
        words=forms,
        spaces=[*gaps, False] if forms else [],
        pos=[word.upos for word in text.words],
        tags=[word.xpos for word in text.words],
        morphs=[word.feats for word in text.words],
        lemmas=[word.lemma for word in text.words],
        heads=[word.head for word in text.words],
        deps=["ROOT" if word.label == "root" else word.label for word in text.words],
    )


def _main_label(token: Token, _: str) -> str:
    return token.dep_.partition(":")[0]


def _head(token: Token, _: str) -> Token:
    return token.head


def _sentences(doc: Doc, _: str) -> list[Span]:
    return list(doc.sents)
