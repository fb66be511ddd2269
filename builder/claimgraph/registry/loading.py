"""Registry files -> what they describe -> records."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from claimgraph.errors import InputError
from claimgraph.model import Source, Use
from claimgraph.registry import table, turtle
from claimgraph.registry.checking import by_shape, check_links
from claimgraph.registry.described import Described, joined, record
from claimgraph.registry.findings import EntryError, Finding, Refuse, Severity, at_once
from claimgraph.registry.records import Entry, Registry, Role
from claimgraph.registry.terms import HOME, LINKS, TYPE
from claimgraph.resources import REGISTRY


def load(*paths: Path) -> Registry:
    """The registry in these files, or else the shipped one: CSV where the name ends in .csv, Turtle elsewhere.

    What a later file says of an id replaces what an earlier one says of it, or, where it gives no type, adds to it.
    Raises InputError for a file that is missing or cannot be parsed, an entry that breaks the registry's shape (the
    shipped file is taken to conform), an unusable id, or a link to an entry that no file has.
    """
    held = [(path, _bytes(path)) for path in paths or (REGISTRY,)]
    described = joined((read(path, at_once, data) for path, data in held), at_once)
    known = sound(described, {one.path for one in described.values()} - {REGISTRY})
    return replace(known, sources=tuple(Source.of(Use.REGISTRY, path, data) for path, data in held))


def sound(described: Mapping[str, Described], files: Collection[Path]) -> Registry:
    """The records of what is described. Raises InputError as `load` does; only these files are put to the shape."""
    known = records(described, at_once)
    own = _own(described, files)
    asked = own | _linked_to(described, own)
    found = [one for one in by_shape(described, asked) if one.severity is Severity.VIOLATION] if own else []
    if found:
        more = f" ({len(found) - 1} more such findings)" if len(found) > 1 else ""
        raise InputError(f"{found[0]}{more}")
    return known


def check(files: Sequence[Path], beside: Sequence[Path] = ()) -> tuple[Registry, list[Finding]]:
    """The usable records of some files, and all that is wrong with them or worth a look, in order.

    `beside`: files that are read before, of which nothing is told but what these files spoil.
    Raises InputError where a file cannot be read or parsed.
    """
    refused: list[Finding] = []
    described = describe([*beside, *files], lambda error: refused.append(error.finding))
    known = records(described, lambda error: refused.append(error.finding))
    own = _own(described, files)
    iris, told = {described[id_].iri for id_ in own}, {(one.entry, one.term) for one in refused if one.term}
    found = {one for one in refused if one.origin.path in files}
    for one in by_shape(described, own | _linked_to(described, own)):
        if (one.severity is Severity.VIOLATION or one.entry in iris) and (one.entry, one.term) not in told:
            found.add(one)
    for id_, first in (describe(beside, lambda _: None) if beside else {}).items():
        if id_ in own and (now := described[id_]).origins.get(TYPE, now.origin).path in files:
            reason = f"It replaces all that {first.path} says of it: leave its type (kind) out to add to that instead."
            found.add(now.find(reason, TYPE, Severity.WARNING))
    entries = {id_: entry for id_, entry in known.entries.items() if id_ in own}
    return Registry(entries, tuple(role for role in known.roles if role.id in own)), sorted(found, key=Finding.place)


def _own(described: Mapping[str, Described], files: Collection[Path]) -> set[str]:
    return {id_ for id_, one in described.items() if one.path in files}


def _linked_to(described: Mapping[str, Described], own: Collection[str]) -> set[str]:
    """The other entries that link to these: what these are can break them."""
    return {
        id_
        for id_, one in described.items()
        if id_ not in own and any(v.value.removeprefix(HOME) in own for t in LINKS for v in one.objects.get(t, ()))
    }


def describe(paths: Iterable[Path], refuse: Refuse) -> dict[str, Described]:
    """What the files say, one after another, by id; `refuse` is told of what cannot be used, which is left out.

    Raises InputError where a file cannot be read or parsed, or holds nothing.
    """
    return joined((read(path, refuse) for path in paths), refuse)


def read(path: Path, refuse: Refuse, data: bytes | None = None) -> list[Described]:
    """What one file says, as for `describe`. `data`: what it is to hold; None: what it holds."""
    data = _bytes(path) if data is None else data
    refused: list[EntryError] = []

    def kept(one: EntryError) -> None:
        refused.append(one)
        refuse(one)

    found = list(table.read(path, data, kept)) if is_table(path) else turtle.read(path, data)
    if not found and not refused:
        raise InputError(f"{path}: the registry holds no entry: add one, or leave the file out")
    return found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: the registry cannot be read ({error.strerror}): check the path") from error


def is_table(path: Path) -> bool:
    """Whether a file is CSV by its name; else it is Turtle."""
    return path.suffix.lower() == ".csv"


def records(described: Mapping[str, Described], refuse: Refuse) -> Registry:
    """The entries and affiliations, ordered by their ids; `refuse` is told of those that are none, and of bad links."""
    entries: dict[str, Entry] = {}
    roles: list[Role] = []
    for one in described.values():
        try:
            made = record(one)
        except EntryError as refused:
            refuse(refused)
            continue
        if isinstance(made, Role):
            roles.append(made)
        else:
            entries[made.id] = made
    check_links(described, entries, roles, refuse)
    return Registry(dict(sorted(entries.items())), tuple(sorted(roles, key=lambda role: role.id)))
