"""A registry of invented persons, groups and places, as large as wanted: how linking fares with many names."""

import random
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize
from rdflib.namespace import SKOS

from claimgraph.model import Kind
from claimgraph.registry.terms import HOME, TYPE
from claimgraph.vocabulary import CG

SEED = 20
GIVEN = (
    "Abbas",
    "Abdullah",
    "Adel",
    "Ahmad",
    "Akram",
    "Ali",
    "Amal",
    "Amina",
    "Anwar",
    "Bashir",
    "Dalia",
    "Faisal",
    "Farid",
    "Fatima",
    "Ghassan",
    "Hadi",
    "Hala",
    "Hamid",
    "Hasan",
    "Huda",
    "Hussein",
    "Ibrahim",
    "Jamal",
    "Jamila",
    "Kamal",
    "Karim",
    "Khaled",
    "Layla",
    "Mahdi",
    "Mahmoud",
    "Marwan",
    "Mona",
    "Munir",
    "Mustafa",
    "Nabil",
    "Nadia",
    "Omar",
    "Rami",
    "Rana",
    "Rashid",
    "Salim",
    "Salma",
    "Sami",
    "Samira",
    "Tariq",
    "Waleed",
    "Yasmin",
    "Yousef",
    "Zaid",
    "Zainab",
)
ONSETS = ("b", "d", "f", "gh", "h", "j", "k", "kh", "l", "m", "n", "q", "r", "s", "sh", "t", "th", "w", "y", "z")
VOWELS = ("a", "i", "u", "aa", "ou")
CODAS = ("", "", "d", "f", "l", "m", "n", "r", "s", "sh")
ARTICLES = ("", "", "al-", "al-", "el-")
BANDS = (
    "{} Brigade",
    "Liwa {}",
    "{} Front",
    "Army of {}",
    "{} Movement",
    "Katibat {}",
    "Popular {} Forces",
    "{} Shield",
)
PARTIES = ("{} Party", "{} Alliance", "National {} Bloc", "Union of {}", "Free {} Party")
SITES = ("{}", "{}", "Tell {}", "Ain {}", "Kafr {}", "{} al-Gharbi")
KINDS = (Kind.PERSON, Kind.PERSON, Kind.PERSON, Kind.ARMED_GROUP, Kind.POLITICAL_PARTY, None)  # None: a place


def invented(count: int, seed: int = SEED) -> Iterator[tuple[Kind | None, list[str]]]:
    """Entries with `count` names in all: the kind (None: a place) and the names, the label first; all are different."""
    source = random.Random(seed)
    given: set[str] = set()
    while len(given) < count:
        kind = source.choice(KINDS)
        names = [name for name in _names(kind, source) if name not in given][: count - len(given)]
        given.update(names)
        if names:
            yield kind, names


def _names(kind: Kind | None, source: random.Random) -> list[str]:
    """An entry's names: one, or several where it has another spelling or a short form."""
    word = _word(source)
    if kind == Kind.PERSON:
        first, article = source.choice(GIVEN), source.choice(ARTICLES)
        names = [f"{first} {article}{word}", f"{first} {source.choice(GIVEN)} {article}{word}", f"Abu {word}"]
    elif kind == Kind.ARMED_GROUP:
        form, other = source.sample(BANDS, 2)
        names = [form.format(word), other.format(word)]
    elif kind == Kind.POLITICAL_PARTY:
        names = [source.choice(PARTIES).format(f"{word} {_word(source)}")]
    else:
        names = [source.choice(SITES).format(word), word.replace("aa", "a").replace("ou", "u")]
    return list(dict.fromkeys(names))[: source.randint(1, len(names))]


def _word(source: random.Random) -> str:
    syllables = (
        source.choice(ONSETS) + source.choice(VOWELS) + source.choice(CODAS) for _ in range(source.choice((2, 3)))
    )
    return "".join(syllables).capitalize()


def write(path: Path, count: int, seed: int = SEED) -> None:
    """Write them as a registry file in Turtle."""
    with path.open("wb") as file:
        serialize(_triples(count, seed), file, RdfFormat.TURTLE)


def _triples(count: int, seed: int) -> Iterator[Triple]:
    for number, (kind, names) in enumerate(invented(count, seed)):
        node = NamedNode(f"{HOME}{'actor' if kind else 'place'}/invented-{number}")
        yield Triple(node, NamedNode(TYPE), NamedNode(str(CG[kind or "Place"])))
        for position, name in enumerate(names):
            yield Triple(
                node, NamedNode(str(SKOS.altLabel if position else SKOS.prefLabel)), Literal(name, language="en")
            )
