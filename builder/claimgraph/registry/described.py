"""What files say of one actor, place or affiliation, before it is known to be a sound entry."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from claimgraph.model import Kind
from claimgraph.registry.findings import EntryError, Finding, Origin, Refuse, Severity
from claimgraph.registry.records import Entry, Label, Role, grain
from claimgraph.registry.terms import (
    AFFILIATION,
    CG,
    COLUMNS,
    EVERY_KIND,
    HOME,
    LABEL,
    MATCH,
    OF,
    OTHER_LABEL,
    PLACE,
    SOURCE,
    TYPE,
    folder,
    short,
)

_AT_HOME = re.compile(r"(actor|place|affiliation)/[^\s#?]+")
_ELSEWHERE = re.compile(r"https?://[^\s#?/]+/\S+")


@dataclass(frozen=True)
class Described:
    """What is said of one subject: the objects by property, none of them empty.

    `origin`: who said it last; `origins`: of each property, where others said some of it too.
    """

    iri: str
    objects: Mapping[str, Sequence[NamedNode | Literal]]
    origin: Origin
    origins: Mapping[str, Origin] = field(default_factory=dict)

    @cached_property
    def id(self) -> str:
        """The IRI without what all ids of the project begin with."""
        return self.iri.removeprefix(HOME)

    @property
    def path(self) -> Path:
        """The last file that says anything of it."""
        return self.origin.path

    def find(self, reason: str, term: str | None = None, severity: Severity = Severity.VIOLATION) -> Finding:
        """What is wrong, at the place where the property is told."""
        origin = self.origins.get(term or "", self.origin)
        column = None if origin.line is None else OF.get(term or "")
        return Finding(severity, origin, self.iri, reason, column, term)

    def refuse(self, reason: str, term: str | None = None) -> EntryError:
        """The refusal of the entry."""
        return EntryError(self.find(reason, term))

    def plus(self, later: "Described") -> "Described":
        """With what a later file adds. A source stands for what is added: the entry keeps the one that it has."""
        labels = self.objects.get(LABEL, ())
        added = {term: values for term, values in later.objects.items() if term != SOURCE or SOURCE not in self.objects}
        if OTHER_LABEL in added:
            added[OTHER_LABEL] = [value for value in added[OTHER_LABEL] if value not in labels]
        more = {term: tuple(dict.fromkeys([*self.objects.get(term, ()), *values])) for term, values in added.items()}
        before = {term: self.origins.get(term, self.origin) for term in self.objects}
        return Described(
            self.iri, {**self.objects, **more}, later.origin, {**before, **dict.fromkeys(added, later.origin)}
        )

    def iris(self, term: str) -> tuple[str, ...]:
        """The IRIs of a property, sorted."""
        values = self.objects.get(term)
        if not values:
            return ()
        if not all(isinstance(value, NamedNode) for value in values):
            raise self.refuse(f"{short(term)} must be an IRI: write it in angle brackets or with a prefix", term)
        return tuple(sorted(value.value for value in values))

    def labels(self, term: str) -> tuple[Label, ...]:
        """English first, then by language and text."""
        values = self.objects.get(term)
        if not values:
            return ()
        labels = []
        for value in values:
            if not isinstance(value, Literal) or not value.value.strip():
                raise self.refuse(f"{short(term)} must be a name in quotation marks, and not an empty one", term)
            labels.append(Label(value.value, value.language or "en"))
        return tuple(sorted(labels, key=lambda label: (label.language != "en", label.language, label.text)))

    def texts(self, term: str) -> tuple[str, ...]:
        """As `labels`, without the languages."""
        return tuple(label.text for label in self.labels(term))

    def day(self, term: str) -> str | None:
        """The one date, where there is one."""
        values = self.objects.get(term, ())
        for value in values:
            if not isinstance(value, Literal) or value.datatype.value != grain(value.value):
                forms = '"2014"^^xsd:gYear, "2014-06"^^xsd:gYearMonth or "2014-06-10"^^xsd:date'
                raise self.refuse(f"{short(term)} must be a date: write it as {forms}", term)
        return self.one(term, [value.value for value in values])

    def source(self) -> str | None:
        """Where it can be checked, in words or as an IRI."""
        return self.one(SOURCE, [value.value for value in self.objects.get(SOURCE, ())])

    def one(self, term: str, values: Sequence[str]) -> str | None:
        """The one value, where there is one."""
        if len(values) > 1:
            raise self.refuse(f"it has {len(values)} values of {short(term)}: keep one", term)
        return values[0] if values else None

    def link(self, term: str) -> str | None:
        """The id that the value stands for, where there is one."""
        iri = self.one(term, self.iris(term))
        return iri and iri.removeprefix(HOME)

    def need(self, term: str) -> str:
        """The id that the one value stands for."""
        id_ = self.link(term)
        if id_ is None:
            raise self.refuse(f"it lacks {short(term)}: add it", term)
        return id_


def joined(files: Iterable[Iterable[Described]], refuse: Refuse) -> dict[str, Described]:
    """What files say one after another, by id. With a type it replaces what an earlier file says, else it adds."""
    described: dict[str, Described] = {}
    for file in files:
        typed: dict[str, Described] = {}
        for one in file:
            known = described.get(one.id)
            if TYPE not in one.objects:
                if known is None:
                    advice = "give it a type (in a table, a kind), or name the file that has it before this one"
                    refuse(one.refuse(f"no earlier file has it, so nothing can be added to it: {advice}", TYPE))
                else:
                    described[one.id] = known.plus(one)
            elif one.id in typed:
                twice = f"line {typed[one.id].origin.line} has this id too"
                refuse(one.refuse(f"{twice}: give one of them another id, or leave the kind out to add to the first"))
            else:
                described[one.id] = typed[one.id] = one
    return described


def kind_of(one: Described) -> str:
    """`Place`, `Affiliation` or a kind of actor. Raises EntryError where that, the id or a property is not usable."""
    if unknown := [term for term in one.objects if term not in OF and term.startswith(CG)]:
        choice = ", ".join(short(term) for term in sorted(COLUMNS.values()) if term.startswith(CG))
        raise one.refuse(f"{short(unknown[0])} is no property of an entry: take one of {choice}", unknown[0])
    kinds = [iri.removeprefix(CG) for iri in one.iris(TYPE)]
    if len(kinds) != 1 or kinds[0] not in EVERY_KIND:
        choice = ", ".join(f"cg:{kind}" for kind in EVERY_KIND)
        raise one.refuse(f"it has the types {kinds}: give it one of {choice}", TYPE)
    home = folder(kinds[0])
    at_home = one.iri.startswith(HOME)
    if not (_AT_HOME if at_home else _ELSEWHERE).fullmatch(one.id) or (at_home and not one.id.startswith(f"{home}/")):
        raise one.refuse(f"no usable id: take an http(s) IRI of your own, or {HOME}{home}/ with a name behind it")
    return kinds[0]


def record(one: Described) -> Entry | Role:
    """The entry or the affiliation that is described. Raises EntryError where it is none."""
    kind = kind_of(one)
    return _role(one) if kind == AFFILIATION else _entry(one, None if kind == PLACE else Kind(kind))


def _entry(one: Described, kind: Kind | None) -> Entry:
    preferred = [label for label in one.labels(LABEL) if label.language == "en"]
    if len(preferred) != 1:
        raise one.refuse(f"it has {len(preferred)} English values of skos:prefLabel: give it one", LABEL)
    return Entry(
        one.id,
        kind,
        preferred[0],
        one.labels(OTHER_LABEL),
        metonyms=one.texts(f"{CG}metonym"),
        demonyms=one.texts(f"{CG}demonym"),
        part_of=one.link(f"{CG}partOf"),
        territory=one.link(f"{CG}territory"),
        matches=one.iris(MATCH),
        source=one.source(),
    )


def _role(one: Described) -> Role:
    return Role(
        one.id,
        one.need(f"{CG}member"),
        one.need(f"{CG}organization"),
        one.one(f"{CG}role", one.texts(f"{CG}role")),
        since=one.day(f"{CG}since"),
        until=one.day(f"{CG}until"),
        source=one.source(),
    )
