"""The corpora's files read into raw texts, their annotation placed on characters.

Offsets are code points into ``Text.text``, counted from 0, ends exclusive. Two kinds of file are read: CoNLL-U
(https://universaldependencies.org/format.html) with words, heads and, in GUM, entities; and columns of token and IOB
label with names only.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from training import names as naming
from training.surface import detokenise, divide, place

SENTENCES_IN_A_TEXT = 20  # of a file of connected sentences that does not mark its documents
UNRELATED_IN_A_TEXT = 10  # of a file of unrelated sentences, each then a paragraph


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word: its characters, its tags as in the file ('' for none) and its head.

    ``head`` is the index of the head word in the text's words, a root's being its own; ``label`` is the full relation.
    """

    begin: int
    end: int
    upos: str = ""
    xpos: str = ""
    feats: str = ""
    head: int = 0
    label: str = ""
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its characters and its kind, one of PER ORG LOC NORP MISC."""

    begin: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Text:
    """A document: raw text, words in order, and what its corpus annotates.

    ``starts`` and ``paragraphs`` are indices of the words that begin a sentence or a paragraph. ``names`` is None where
    the corpus has no names; a kind of name not in ``kinds`` is unknown, not absent. Where ``parsed`` is False, words
    have offsets only.
    """

    corpus: str
    name: str
    genre: str
    text: str
    words: tuple[Word, ...]
    starts: frozenset[int]
    paragraphs: frozenset[int]
    names: tuple[Name, ...] | None
    kinds: frozenset[str]
    parsed: bool


@dataclass(frozen=True, slots=True)
class Corpora:
    """The texts to learn from, to choose a model by, and to report scores on."""

    train: tuple[Text, ...]
    dev: tuple[Text, ...]
    test: tuple[Text, ...]


@dataclass(slots=True)
class _Document:
    """A text under construction, to which sentences are added."""

    corpus: str
    name: str
    genre: str
    text: str = ""
    words: list[Word] = field(default_factory=list)
    starts: set[int] = field(default_factory=set)
    paragraphs: set[int] = field(default_factory=set)
    names: list[Name] = field(default_factory=list)

    def sentence(self, surface: str, paragraph: bool) -> int:
        """Add a sentence's surface, to be followed by its words, and return where it begins."""
        paragraph = paragraph or not self.text
        if self.text:
            self.text += "\n\n" if paragraph else " "
        self.starts.add(len(self.words))
        if paragraph:
            self.paragraphs.add(len(self.words))
        begin = len(self.text)
        self.text += surface
        return begin

    def name_words(self, first: int, found: Iterable[tuple[int, int, str]]) -> None:
        """Add names given as ranges of words, counted from the word ``first``."""
        for begin, end, label in found:
            self.names.append(Name(self.words[first + begin].begin, self.words[first + end - 1].end, label))

    def finish(self, kinds: frozenset[str], parsed: bool) -> Text:
        starts, paragraphs = frozenset(self.starts), frozenset(self.paragraphs)
        names, words = tuple(self.names) if kinds else None, tuple(self.words)
        return Text(self.corpus, self.name, self.genre, self.text, words, starts, paragraphs, names, kinds, parsed)


@dataclass(slots=True)
class _Block:
    """The lines between two blank ones: comments by key, and rows of columns, each with its number in the file."""

    line: int
    comments: dict[str, str] = field(default_factory=dict)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


def _blocks(path: Path, columns: int, separator: str, commented: bool = True) -> Iterator[_Block]:
    """The file's blocks; ValueError with the line for one that has not as many columns."""
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no such corpus file")
    block = _Block(1)
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if not line.strip():
                if block.rows:
                    yield block
                block = _Block(number + 1)
            elif commented and line.startswith("# "):
                key, _, value = line[2:].partition("=")
                block.comments[key.strip().removesuffix(" id")] = value.strip()
            else:
                row = line.split(separator)
                if len(row) != columns:
                    raise ValueError(f"{path}:{number}: {len(row)} columns where {columns} are needed")
                block.rows.append((number, row))
    if block.rows:
        yield block


def conllu(path: Path, corpus: str) -> list[Text]:
    """Read a CoNLL-U file, one text for each document in it; names where the corpus has entities (GUM).

    Sentences are joined by a space, paragraphs by a blank line. Raises FileNotFoundError, or ValueError with the path
    and line for a malformed file.
    """
    texts: list[Text] = []
    document: _Document | None = None
    entities = False

    def finish() -> None:
        if document is not None:
            texts.append(document.finish(naming.kinds(corpus) if entities else frozenset(), parsed=True))

    for block in _blocks(path, 10, "\t"):
        comments = block.comments
        if "newdoc" in comments or document is None:
            finish()
            name = comments.get("newdoc", "")
            document = _Document(corpus, name, comments.get("meta::genre") or _genre(name))
            entities = "global.Entity" in comments
        if "text" not in comments:
            raise ValueError(f"{path}:{block.line}: a sentence without its # text")
        rows = _sentence(document, block, path)
        if entities:
            first = len(document.words) - len(rows)
            found = naming.entity_names(
                [row[1] for row in rows],
                [replace(word, head=word.head - first) for word in document.words[first:]],
                naming.mentions(row[9] for row in rows),
            )
            document.name_words(first, found)
    finish()
    return texts


def _sentence(document: _Document, block: _Block, path: Path) -> list[list[str]]:
    """Add a block's words to the document and return their rows, without multiword tokens' and empty nodes'."""
    surface = block.comments["text"]
    begin = document.sentence(surface, "newpar" in block.comments)
    numbered = [(number, row) for number, row in block.rows if row[0].isdigit()]
    rows = [row for _, row in numbered]
    forms = {row[0]: row[1] for row in rows}
    first, at, last = len(document.words), 0, 0
    spans: list[tuple[int, int]] = []
    for number, row in block.rows:
        where = f"{path}:{number}"
        if "." in row[0]:
            continue
        if not (match := re.fullmatch(r"(\d+)(?:-(\d+))?", row[0])) or int(match[1]) > len(rows):
            raise ValueError(f"{where}: {row[0]!r} is not the number of a word")
        if int(match[1]) <= last:
            continue
        token, at = place(row[1], surface, at, where)
        last = int(match[2] or match[1])
        if not match[2]:
            spans.append((token, at))
        elif last > len(rows):
            raise ValueError(f"{where}: {row[0]!r} goes past the sentence's last word")
        else:
            spans += divide(token, at, [forms[str(n)] for n in range(int(match[1]), last + 1)])
    if len(spans) != len(rows):
        raise ValueError(f"{path}:{block.line}: the sentence's words are not numbered in order")
    for index, ((number, row), span) in enumerate(zip(numbered, spans, strict=True)):
        if not row[6].isdigit() or int(row[6]) > len(rows):
            raise ValueError(f"{path}:{number}: {row[6]!r} is not the head of word {row[0]}")
        head = int(row[6]) - 1 if int(row[6]) else index
        lemma, upos, xpos, feats = ("" if value == "_" else value for value in row[2:6])
        document.words.append(Word(begin + span[0], begin + span[1], upos, xpos, feats, first + head, row[7], lemma))
    return rows


def _genre(name: str) -> str:
    """The genre that an EWT or a PUD document's name begins with."""
    if match := re.match(r"(answers|email|newsgroup|reviews|weblog)-", name):
        return match[1]
    return {"n": "news", "w": "wikipedia"}.get(name[0], "") if re.fullmatch(r"[nw]\d+", name) else ""


def iob2(path: Path, corpus: str) -> list[Text]:
    """Read a Universal NER file (number, token, IOB label, two more columns) under its sentences' ``# text``.

    Raises FileNotFoundError, or ValueError with the path and line for a malformed file.
    """
    documents: list[_Document] = []
    for block in _blocks(path, 5, "\t"):
        if "newdoc" in block.comments or not documents:
            name = block.comments.get("newdoc", "")
            documents.append(_Document(corpus, name, _genre(name)))
        if "text" not in block.comments:
            raise ValueError(f"{path}:{block.line}: a sentence without its # text")
        surface, at = block.comments["text"], 0
        spans: list[tuple[int, int]] = []
        for number, row in block.rows:
            token, at = place(row[1], surface, at, f"{path}:{number}")
            spans.append((token, at))
        _labelled(documents[-1], surface, spans, [row[2] for _, row in block.rows], f"{path}:{block.line}", False)
    return [document.finish(naming.kinds(corpus), parsed=False) for document in documents]


def column(path: Path, corpus: str, separator: str = " ", connected: bool = True) -> list[Text]:
    """Read a file of tokens and IOB labels, detokenised to what its raw text may have been.

    Documents are divided by ``-DOCSTART-``, else by number of sentences; sentences that are not ``connected`` are
    paragraphs. Raises FileNotFoundError, or ValueError with the path and line for a malformed file.
    """
    documents: list[_Document] = []
    count, limit = 0, SENTENCES_IN_A_TEXT if connected else UNRELATED_IN_A_TEXT
    blocks = list(_blocks(path, 2, separator, commented=False))
    marked = any(row[0] == "-DOCSTART-" for block in blocks for _, row in block.rows)
    for block in blocks:
        rows = [row for _, row in block.rows if row[0] != "-DOCSTART-"]
        if len(rows) < len(block.rows) or (count == limit and not marked):
            count = 0
        if not rows:
            continue
        if count == 0:
            documents.append(_Document(corpus, f"{corpus}-{len(documents) + 1}", "wikipedia"))
        count += 1
        surface, spans = detokenise([row[0] for row in rows])
        _labelled(documents[-1], surface, spans, [row[1] for row in rows], f"{path}:{block.line}", not connected)
    return [document.finish(naming.kinds(corpus), parsed=False) for document in documents]


def _labelled(
    document: _Document, surface: str, spans: list[tuple[int, int]], labels: list[str], where: str, paragraph: bool
) -> None:
    """Add a sentence that has names only."""
    begin, first = document.sentence(surface, paragraph), len(document.words)
    document.words += (Word(begin + a, begin + b, head=first + index) for index, (a, b) in enumerate(spans))
    forms = [surface[slice(*span)] for span in spans]
    try:
        document.name_words(first, naming.mapped(naming.spans(labels), forms, document.corpus))
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from None


def load(folder: Path) -> Corpora:
    """Read every corpus under a folder laid out as ``ud/`` and ``ner/``, and part it for training, choice and test.

    The last fifth of Wikigold's documents, in the file's order, is held out. Raises as the readers do.
    """
    ud, ner = folder / "ud", folder / "ner"
    wikigold = column(ner / "wikigold.conll", "wikigold")
    train = conllu(ud / "ewt-train.conllu", "ewt-train") + conllu(ud / "gum-train.conllu", "gum-train")
    train += [replace(text, corpus="wikigold-train") for text in wikigold[: len(wikigold) * 4 // 5]]
    for part in ("train", "dev", "test"):
        name = f"crossner-politics-{part}"
        train += column(ner / f"{name}.txt", name, separator="\t", connected=False)
    train += iob2(ner / "uner-ewt-dev.iob2", "uner-ewt-dev")
    dev = conllu(ud / "ewt-dev.conllu", "ewt-dev") + conllu(ud / "gum-dev.conllu", "gum-dev")
    test = [text for name in ("ewt", "gum", "pud") for text in conllu(ud / f"{name}-test.conllu", f"{name}-test")]
    test += [replace(text, corpus="wikigold-test") for text in wikigold[len(wikigold) * 4 // 5 :]]
    test += iob2(ner / "uner-ewt-test.iob2", "uner-ewt-test")
    return Corpora(tuple(train), tuple(dev), tuple(test))
