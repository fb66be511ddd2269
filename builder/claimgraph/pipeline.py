"""The stages in order: files -> articles -> docs -> mentions -> statements -> stories -> triples -> the gate.

An article is read with the registry at hand and nothing else; what joins articles comes after. So the order in which
they are given changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from traceback import extract_tb
from typing import TYPE_CHECKING, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from claimgraph import articles, language, stamps, statements, stories
from claimgraph.articles import Unreadable
from claimgraph.errors import ClaimgraphError
from claimgraph.mentions import cast
from claimgraph.model import Article, Extraction, Making, Rejected, Software, Span
from claimgraph.registry import Registry
from claimgraph.statements.lexicon import Lexicon, lexicon
from claimgraph.statements.triggers import Triggers
from claimgraph.statements.triggers import triggers as shipped_triggers
from claimgraph.stories.corpus.kept import Kept
from claimgraph.stories.settings import Settings

if TYPE_CHECKING:
    from claimgraph.validated import Report, ValidGraph

LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"  # of the code: LICENSE
T = TypeVar("T")
Progress = Callable[[str, int, int | None], None]  # the stage, articles that have passed it, how many are to (if known)

# What the words of one article can bring about: a refusal, a value or number beyond its bounds, a look-up that finds
# nothing, a tree too deep. Such an article is told of and left out. Any other exception is a fault of the code or the
# machine that would befall every article: the build stops.
FAILURES = (ClaimgraphError, ValueError, ArithmeticError, LookupError, RecursionError)


@dataclass(frozen=True)
class Failed:
    """An article that was read but could not be analysed, and why."""

    identifier: str
    reason: str


@dataclass(frozen=True)
class Examined:
    """What an article tells, and its words that attribute elsewhere, but make no claim here, with the reason."""

    extraction: Extraction
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True)
class Built:
    """What came of a build."""

    valid: "ValidGraph"
    report: "Report"  # of the articles that the gate held back
    extractions: tuple[Extraction, ...]
    unreadable: tuple[Unreadable, ...]
    failed: tuple[Failed, ...]
    seconds: dict[str, float]  # by stage


@dataclass
class _Clock:
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def at(self, stage: str) -> Iterator[None]:
        begun = perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + perf_counter() - begun


def extract(
    article: Article,
    nlp: Language,
    registry: Registry,
    words: Lexicon | None = None,
    triggers: Triggers | None = None,
) -> Extraction:
    """All that one article tells. Looks at nothing but the article, the registry and the words of the rules.

    `words`: those that attribute; `triggers`: those that tell of events; else the shipped ones.
    """
    return examine(article, nlp, registry, words, triggers).extraction


def examine(
    article: Article,
    nlp: Language,
    registry: Registry,
    words: Lexicon | None = None,
    triggers: Triggers | None = None,
) -> Examined:
    """As `extract`, with the words that make no claim."""
    doc = nlp(article.body)
    people = cast(doc, article, registry)
    told = statements.read(doc, people, words, triggers)
    places = people.places()
    described = {place.id for place in places} | registry.entries.keys()
    within = {inner: outer for inner, outer in told.within.items() if outer in described}
    extraction = Extraction(
        article,
        sentences=tuple(_sentences(doc, article)),
        actors=people.actors(),
        places=tuple(replace(place, part_of=within.get(place.id)) for place in places),
        items=people.items(),
        mentions=tuple(sorted({*people.mentions(), *told.mentions})),
        affiliations=told.affiliations,
        figures=told.figures,
        events=told.events,
        claims=told.claims,
    )
    return Examined(extraction, told.rejected)


def _sentences(doc: Doc, article: Article) -> Iterator[Span]:
    """The sentences without the white space at their ends, which may be boilerplate that was blanked out."""
    for sentence in doc.sents:
        words = sentence.text.strip()
        if words:
            begin = sentence.start_char + sentence.text.index(words)
            yield article.span(begin, begin + len(words))


def examine_each(
    inputs: Iterable[str | Path | Article],
    *,
    nlp: Language,
    registry: Registry,
    words: Lexicon | None = None,
    triggers: Triggers | None = None,
) -> Iterator[Examined | Unreadable | Failed]:
    """Each of the articles, and of those read from files and folders, in order; or why it cannot be examined."""
    for one in articles.read(inputs, limit=min(articles.LIMIT, nlp.max_length)):
        if isinstance(one, Unreadable):
            yield one
        else:
            yield _attempt(one, lambda article: examine(article, nlp, registry, words, triggers))


def build(
    inputs: Iterable[str | Path | Article],
    *,
    nlp: Language,
    registry: Registry,
    words: Lexicon | None = None,
    triggers: Triggers | None = None,
    base: str | None = None,
    limit: int = articles.LIMIT,
    progress: Progress | None = None,
    jobs: int | None = None,
    cache: Path | None = None,
    corpus: Kept | None = None,
    joins: Settings | None = None,
) -> Built:
    """Give the graph of the articles, and of those read from files and folders, that pass the gate.

    `words`: those that attribute, `triggers`: those that tell of events; else the shipped ones. `base`: what
    instances' IRIs begin with. `limit`: the longest article, in characters. `jobs`, `cache`: of the check, as for
    `validated.gate`. `joins`: how sure joins must be, else as shipped. `corpus`: articles from before, of which the
    graph is as well; these are held there after, but not saved. Nothing that a file holds raises: what cannot be read
    or analysed, and what does not conform, is told of in the result. Raises InputError where SOURCE_DATE_EPOCH is set
    to anything but a number.
    """
    from claimgraph import description, triples, validated  # rdflib and pyshacl: not needed to extract

    software = (Software("claimgraph", version=version("claimgraph"), licence=LICENCE), language.software(nlp))
    tables = (table for table in (registry, words, triggers) if table is not None)
    sources = (*(source for table in tables for source in table.sources), *description.own_sources())
    making = Making(software, sources, description.ended())

    clock, tick = _Clock(), progress or _silent
    read: list[Article] = []
    unreadable: list[Unreadable] = []
    with clock.at("read"):
        for one in articles.read(inputs, limit=min(limit, nlp.max_length)):
            if isinstance(one, Unreadable):
                unreadable.append(one)
            else:
                read.append(one)
                tick("read", len(read), None)
    with clock.at("analyse"):
        kept, due = _kept(corpus, read)
        told, failed = _analyse(due, lambda article: extract(article, nlp, registry, words, triggers), tick)
        told = sorted((*kept, *told), key=lambda e: e.article.identifier)
    with clock.at("join"):
        tick("join", 0, len(told))
        found = stories.join(told, registry, joins or Settings(), corpus)
        if corpus:
            corpus.hold(told)
    with clock.at("triples"):
        tick("triples", 0, len(told))
        joined, identities = stories.identify(told, registry)
        dataset = triples.dataset(joined, registry, base or triples.BASE, stories=found, identities=identities)
    with clock.at("check"):
        tick("check", 0, len(told))
        texts = {str(triples.iri(one.article.id, base or triples.BASE)): one.article.text for one in joined}
        valid, report = validated.gate(dataset, texts, jobs=jobs, cache=cache)
        if valid:
            made = description.describe(valid, making, base or triples.BASE)
            valid = validated.described(valid, made)
    return Built(valid, report, joined, tuple(unreadable), tuple(failed), clock.seconds)


def kept(
    path: Path,
    *,
    nlp: Language,
    registry: Registry,
    words: Lexicon | None = None,
    triggers: Triggers | None = None,
    joins: Settings | None = None,
) -> Kept:
    """The corpus in a file, to be added to with these. Raises InputError as `Kept` does."""
    means = (language.software(nlp), registry, words or lexicon(), triggers or shipped_triggers(), joins or Settings())
    return Kept(path, stamps.stamp(*means))


def _kept(corpus: Kept | None, read: Sequence[Article]) -> tuple[list[Extraction], list[Article]]:
    """The extractions that are as they would be made now, and the articles to analyse: new, changed, or all."""
    known = {one.article.identifier: one for one in corpus.extractions()} if corpus else {}
    wanted = {i: one.article for i, one in known.items()} | {article.identifier: article for article in read}
    same = {i for i, one in known.items() if one.article == wanted[i]} if corpus and not corpus.stale else set()
    return [known[i] for i in sorted(same)], [article for i, article in wanted.items() if i not in same]


def _analyse(
    read: Sequence[Article], extracted: Callable[[Article], Extraction], tick: Progress
) -> tuple[list[Extraction], list[Failed]]:
    """The extractions of the articles, and what could not be analysed."""
    told: list[Extraction] = []
    failed: list[Failed] = []
    tick("analyse", 0, len(read))
    for done, article in enumerate(read, 1):
        one = _attempt(article, extracted)
        if isinstance(one, Failed):
            failed.append(one)
        else:
            told.append(one)
        tick("analyse", done, len(read))
    return told, failed


def _attempt(article: Article, analysed: Callable[[Article], T]) -> T | Failed:
    """What the analysis gives; where the article's words are what it fails on, why."""
    try:
        return analysed(article)
    except FAILURES as error:
        return Failed(article.identifier, _reason(error))


def _reason(error: Exception) -> str:
    """In one line why an article could not be analysed; what is no refusal is told with its place in the code."""
    said = " ".join(str(error).split())
    if isinstance(error, ClaimgraphError):
        return said
    last = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {said}: report it, with the article"


def _silent(stage: str, done: int, total: int | None) -> None:
    """No progress is shown."""
