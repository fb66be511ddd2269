"""The whole of `claimgraph registry add`: an entry behind what a file holds, checked before it is written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from claimgraph.commands.terminal import clean
from claimgraph.errors import InputError
from claimgraph.mentions.fold import parts
from claimgraph.registry import appending, table
from claimgraph.registry.described import Described, joined
from claimgraph.registry.findings import EntryError, Origin, at_once
from claimgraph.registry.loading import describe, is_table, read, records, sound
from claimgraph.registry.records import Entry
from claimgraph.registry.terms import AFFILIATION, EVERY_KIND, HOME, PLACE

Cells = dict[str, list[str]]  # values by column
OF_ROLES = ("member", "organization", "role", "since", "until")
OF_ENTRIES = ("label", "alt_labels", "metonyms", "demonyms", "part_of", "territory", "matches")
_OPTIONS = {"alt_labels": "--alt", "metonyms": "--metonym", "demonyms": "--demonym", "matches": "--match"}


def run(
    file: Path,
    given: Mapping[str, Sequence[str]],
    *,
    to: str | None,
    beside: tuple[Path, ...],
    say: Callable[[str], None],
) -> str:
    """Add what is given, by column, to a file of one's own; gives what was added, for people.

    `to`: the entry to add to; None: a new one. `beside`: the registries read before. `say` is told of names that others
    bear, too. Raises InputError for what cannot be added; then the file stays as it was.
    """
    from claimgraph.validated import write

    held = _held(file)
    before = describe([*beside, *([file] if held.strip() else [])], at_once)
    known = records(before, at_once).entries
    told = _checked({column: [v for v in values if v] for column, values in given.items() if any(values)}, to)
    if to is not None:
        told["id"] = [to if to.removeprefix(HOME) in before else _id(to, "to", known, is_place=False)]
    is_place = _is_place(told, known)
    told |= {column: [_id(told[column][0], column, known, is_place=is_place)] for column in _SORTS if column in told}
    new = _described(file, told)
    if to is None and new.id in before:
        there = f"{new.id} is there already, in {before[new.id].path}"
        raise InputError(f"{there}: give another one with --id, or add names to it with --to {new.id}")
    cells = {column: table.cell(values) for column, values in told.items()} | {"id": new.id}
    whole, added = appending.row(file, held, cells) if is_table(file) else appending.paragraph(file, held, new)
    after = joined([*(read(path, at_once) for path in beside), read(file, at_once, whole)], at_once)
    sound(after, (file,))
    for line in _shared(new.id, told, known, is_place=is_place):
        say(clean(line))
    write(file, whole)
    return "\n".join([clean(f"{file}: added {'to ' if to else ''}{new.id}"), *map(clean, added.splitlines())])


def _held(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise InputError(f"{file}: the registry cannot be read ({error.strerror}): check the path") from error


def _checked(told: Cells, to: str | None) -> Cells:
    """What is given, where it goes together; a role has its kind."""
    of_roles, of_entries = ([c for c in columns if c in told] for columns in (OF_ROLES, OF_ENTRIES))
    if to is not None and (extra := [c for c in ("kind", "label", "id") if c in told]):
        raise InputError(f"--to adds to an entry that has its kind and label: leave {_option(extra[0])} out")
    if of_roles and of_entries:
        raise InputError(f"{_option(of_roles[0])} is for roles, and {_option(of_entries[0])} is not: add one by one")
    if to is not None:
        if not told:
            raise InputError("there is nothing to add: give --alt or what else is to be added")
        return told
    if of_roles and told.setdefault("kind", [AFFILIATION]) != [AFFILIATION]:
        raise InputError(f"{_option(of_roles[0])} is for roles: leave --kind out")
    for column in ("member", "organization") if told.get("kind") == [AFFILIATION] else ("kind", "label"):
        if column not in told:
            kinds = f", one of {', '.join(EVERY_KIND)}" if column == "kind" else ""
            raise InputError(f"{_option(column)} is missing: give it{kinds}; a role wants --member and --organization")
    return told


def _described(file: Path, told: Cells) -> Described:
    try:
        return table.described(Origin(file), {column: table.cell(values) for column, values in told.items()})
    except EntryError as error:
        found = error.finding
        raise InputError(f"{_option(found.column)}: {found.message}" if found.column else found.message) from error


def _option(column: str) -> str:
    return _OPTIONS.get(column, f"--{column.replace('_', '-')}")


def _is_place(told: Cells, known: Mapping[str, Entry]) -> bool:
    """Whether what is given is of a place."""
    entry = known.get(told.get("id", [""])[0].removeprefix(HOME))
    return told["kind"] == [PLACE] if "kind" in told else entry is not None and entry.kind is None


_SORTS: Mapping[str, Callable[[Entry, bool], bool]] = {
    "member": lambda entry, _: entry.kind is not None,
    "organization": lambda entry, _: entry.kind is not None,
    "territory": lambda entry, _: entry.kind is None,
    "part_of": lambda entry, is_place: (entry.kind is None) == is_place,
}  # which entries a label can mean there


def _id(name: str, column: str, known: Mapping[str, Entry], *, is_place: bool) -> str:
    """The id that is given as such, as an IRI, or as a label that only one entry has.

    `is_place`: whether it is for a place.
    """
    id_ = name.removeprefix(HOME)
    if id_ in known:
        return id_
    fits = _SORTS.get(column)
    bearers = [e.id for e in known.values() if name in _texts(e) and (fits is None or fits(e, is_place))]
    if len(bearers) == 1:
        return bearers[0]
    if bearers:
        raise InputError(
            f"{_option(column)} {name!r} is a label of {' and '.join(bearers)}: give the id of the one meant"
        )
    raise InputError(f"{_option(column)} {name!r} is neither an id nor a label of an entry: add that entry first")


def _texts(entry: Entry) -> set[str]:
    return {label.text for label in (entry.label, *entry.alt_labels)}


def _shared(id_: str, told: Cells, known: Mapping[str, Entry], *, is_place: bool) -> Iterator[str]:
    """A line for each name of the new entry that another one of its sort bears."""
    names = [table.text_in_language(value).text for value in (*told.get("label", ()), *told.get("alt_labels", ()))]
    for other in known.values():
        if names and other.id != id_ and (other.kind is None) == is_place:
            borne = {parts(text) for text in (*_texts(other), *other.metonyms)}
            for name in names:
                if parts(name) and parts(name) in borne:
                    yield f"warning: {name!r} is a name of {other.id}, too: texts must tell which is meant"
