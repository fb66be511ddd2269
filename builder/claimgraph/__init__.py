"""News in, a validated RDF graph of who says what happened, on whose word, out.

`extract` reads one text and gives its records; `build` reads articles, files and folders and gives the graph of those
that conform to the shapes. Both use the shipped reader and the shipped registry unless they are given others, and load
them when they are first needed.

>>> import claimgraph
>>> told = claimgraph.extract("Police said on Monday that two men had been arrested in Basra.")
>>> [claim.content[0].text for claim in told.claims]
['that two men had been arrested in Basra']
"""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from functools import cache
from importlib import import_module, metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimgraph.errors import ClaimgraphError, InputError

if TYPE_CHECKING:
    __version__: str
    from spacy.language import Language

    from claimgraph.articles import Unreadable
    from claimgraph.model import Article, Extraction
    from claimgraph.pipeline import Built, Failed
    from claimgraph.registry import Registry
    from claimgraph.statements.lexicon import Lexicon, lexicon
    from claimgraph.statements.triggers import Triggers, triggers
    from claimgraph.validated import Report, ValidGraph, export, stream

__all__ = [
    "Article",
    "Built",
    "ClaimgraphError",
    "Extraction",
    "Failed",
    "InputError",
    "Lexicon",
    "Registry",
    "Report",
    "Triggers",
    "Unreadable",
    "ValidGraph",
    "__version__",
    "build",
    "export",
    "extract",
    "lexicon",
    "stream",
    "triggers",
]

_HOMES = {
    "Article": "claimgraph.model",
    "Built": "claimgraph.pipeline",
    "Extraction": "claimgraph.model",
    "Failed": "claimgraph.pipeline",
    "Lexicon": "claimgraph.statements.lexicon",
    "Registry": "claimgraph.registry",
    "Report": "claimgraph.validated",
    "Triggers": "claimgraph.statements.triggers",
    "Unreadable": "claimgraph.articles",
    "ValidGraph": "claimgraph.validated",
    "export": "claimgraph.validated",
    "lexicon": "claimgraph.statements.lexicon",
    "stream": "claimgraph.validated",
    "triggers": "claimgraph.statements.triggers",
}  # names that are heavy to import, and where they are: `import claimgraph` alone stays quick


def __getattr__(name: str) -> Any:
    """The version, and the names of `_HOMES`, which are imported when they are first asked for."""
    if name == "__version__":
        return metadata.version("claimgraph")
    if name not in _HOMES:
        raise AttributeError(f"module 'claimgraph' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def extract(
    text: "str | Article",
    *,
    nlp: "Language | None" = None,
    registry: "Registry | None" = None,
    words: "Lexicon | None" = None,
    triggers: "Triggers | None" = None,
) -> "Extraction":
    """All that one article tells, as frozen records; of a text, offsets count in the text as it is given.

    `nlp`: a spaCy pipeline with UD labels, `registry`: the known actors and places, `words`: those that attribute, from
    `lexicon`, `triggers`: those that tell of events, from `triggers`; without them, the shipped ones. Raises InputError
    on a text that is blank or too long.
    """
    from claimgraph import pipeline
    from claimgraph.articles import LIMIT, compose

    article = compose("text", text, LIMIT) if isinstance(text, str) else text
    known = _registry() if registry is None else registry
    return pipeline.extract(article, nlp or _nlp(), known, words, triggers)


def build(
    articles: "str | Path | Article | Iterable[str | Path | Article]",
    *,
    nlp: "Language | None" = None,
    registry: "Registry | None" = None,
    words: "Lexicon | None" = None,
    triggers: "Triggers | None" = None,
    base: str | None = None,
    progress: Callable[[str, int, int | None], None] | None = None,
    jobs: int | None = None,
    cache: Path | None = None,
    corpus: Path | None = None,
    joins: Path | None = None,
) -> "Built":
    """The graph of articles, and of the files and folders at paths; `.valid` of the result is what conforms.

    `nlp`, `registry`, `words` and `triggers` as for `extract`; `base`: an absolute IRI ending in / that instances'
    IRIs begin with; `progress` is told the stage, how many articles have passed it, and how many there are (None: not
    known yet); `jobs`: how many processes check, else one for each core, but one for few articles; `cache`: a folder
    in which verdicts are kept, so that unchanged articles are not checked again; `corpus`: a file that keeps articles:
    the graph is of those there as well, and only what is new is analysed; `joins`: a TOML file of thresholds for what
    joins articles. What cannot be read or analysed, or does not conform, is in `.unreadable`, `.failed` and `.report`.
    Raises InputError on a base that makes no IRI, a folder that cannot be made, or a file that is no corpus or no
    settings.
    """
    from claimgraph import pipeline
    from claimgraph.model import Article
    from claimgraph.stories import settings

    given = [articles] if isinstance(articles, (str, Path, Article)) else articles
    known = _registry() if registry is None else registry
    reader = nlp or _nlp()
    sure = settings.load(joins) if joins else settings.Settings()
    opened = (
        pipeline.kept(corpus, nlp=reader, registry=known, words=words, triggers=triggers, joins=sure)
        if corpus
        else None
    )
    with opened or nullcontext():
        built = pipeline.build(
            given,
            nlp=reader,
            registry=known,
            words=words,
            triggers=triggers,
            base=base,
            progress=progress,
            jobs=jobs,
            cache=cache,
            corpus=opened,
            joins=sure,
        )
        if opened:
            opened.save()
    return built


@cache
def _nlp() -> "Language":
    from claimgraph import language

    return language.load()


@cache
def _registry() -> "Registry":
    from claimgraph import registry, resources

    return registry.load(resources.REGISTRY)
