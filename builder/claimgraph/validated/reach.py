"""What a shape can look at when it is asked about a node, read off the shape itself.

A shape of SHACL's core looks at nothing but what its paths lead to from the node it is asked about, the properties that
it compares them with (sh:equals and the like), and the classes of these nodes (sh:class). So its verdict on a node is
the same in any graph that agrees with the whole one in these. Shapes that hold anything else (queries, closed shapes,
paths of any length, components that this module does not know) are not `near`: they are asked of the whole graph.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rdflib import RDF, RDFS, SH, Graph, URIRef
from rdflib.term import Node

from claimgraph.validated.data import Triple, plain

TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)

_NESTED = {SH.node, SH.property, SH["not"], SH.qualifiedValueShape}
_LISTED = {SH["and"], SH["or"], SH.xone}
_COMPARED = {SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals}
_KINDS = {SH.NodeShape, SH.PropertyShape}
_VALUES = (
    *(
        "datatype",
        "nodeKind",
        "in",
        "hasValue",
        "pattern",
        "flags",
        "languageIn",
        "uniqueLang",
        "minLength",
        "maxLength",
    ),
    *("minInclusive", "maxInclusive", "minExclusive", "maxExclusive", "minCount", "maxCount"),
    *("qualifiedMinCount", "qualifiedMaxCount"),
)
_TOLD = ("path", "name", "description", "message", "severity", "order", "group", "defaultValue")
_NOTED = {SH[name] for name in _TOLD} | {*TARGETS, RDF.type, RDFS.label, RDFS.comment}  # no constraints
_SILENT = _NOTED - {RDF.type} | {SH[name] for name in _VALUES}  # what looks at nothing more than the value nodes


@dataclass(frozen=True)
class Reach:
    """What is looked at from a node: what it has, what has it, and which classes it is asked for."""

    ahead: Mapping[Node, "Reach"] = field(default_factory=dict)  # by property
    back: Mapping[Node, "Reach"] = field(default_factory=dict)
    classes: frozenset[Node] = frozenset()


@dataclass(frozen=True)
class Asked:
    """The targets of a shape, and what is asked of its focus nodes: its property shapes, and the shape that is left."""

    targets: tuple[tuple[URIRef, Node], ...]  # which kind of target, of which class, node or property
    shapes: tuple[URIRef, ...]


@dataclass(frozen=True)
class Plan:
    """The shapes in two: those that look at what is near a node, and the others, as they were."""

    asked: tuple[Asked, ...]  # the near ones
    reach: Mapping[URIRef, Reach]  # of the near ones
    near: Mapping[URIRef, tuple[Triple, ...]]  # the near ones, each with all that it leads to, without targets
    whole: Graph


class _FarError(Exception):
    """The shape may look anywhere."""


def plan(shapes: Graph) -> Plan:
    """Take the shapes apart.

    A property shape is asked of the focus nodes of the shape that holds it, all at once. The results are the same, for
    they name the property shape and the focus node; and pyshacl is spared a call for each pair of them.
    """
    asked: list[Asked] = []
    reach: dict[URIRef, Reach] = {}
    far: set[Node] = set()
    lifted: set[tuple[Node, Node]] = set()
    parameters = (None, SH.parameter, None) in shapes  # components of the user's own may look anywhere
    for shape in sorted({s for target in TARGETS for s in shapes.subjects(target)}, key=str):
        try:
            if parameters or not isinstance(shape, URIRef):
                raise _FarError
            own, held = _apart(shapes, shape)
            looks = {one: _looks(shapes, one) for one in held} | {shape: _looks(shapes, shape, skip=held)}
        except _FarError:
            far.add(shape)
            continue
        reach |= looks
        lifted |= {(shape, one) for one in held}
        targets = tuple((kind, value) for kind in TARGETS for value in shapes.objects(shape, kind))
        asked.append(Asked(targets, (*held, shape) if own else held))
    near = {one: tuple(_closure(shapes, [one], lifted)) for one in reach}
    whole = plain(_closure(shapes, far))
    for shape in far:
        for target in TARGETS:
            for node in shapes.objects(shape, target):
                whole.add((shape, target, node))
    return Plan(tuple(asked), reach, near, whole)


def about(whole: Plan, terms: Collection[Node]) -> Plan:
    """Of a plan, the near shapes that look at some properties or classes, and the others that have them for targets."""
    asked = []
    for one in whole.asked:
        aimed = any(value in terms for _, value in one.targets)
        shapes = tuple(shape for shape in one.shapes if aimed or _looks_at(whole.reach[shape], terms))
        asked += [Asked(one.targets, shapes)] if shapes else []
    targets = {(s, p, o) for p in TARGETS for s, o in whole.whole.subject_objects(p) if o in terms}
    far = _closure(whole.whole, {shape for shape, _, _ in targets})
    return Plan(tuple(asked), whole.reach, whole.near, plain((*far, *targets)))


def _looks_at(reach: Reach, terms: Collection[Node]) -> bool:
    steps = (*reach.ahead.items(), *reach.back.items())
    return not reach.classes.isdisjoint(terms) or any(p in terms or _looks_at(end, terms) for p, end in steps)


def _closure(shapes: Graph, roots: Iterable[Node], lifted: Container[tuple[Node, Node]] = ()) -> Iterator[Triple]:
    """The triples of shapes and of all that they lead to, without targets."""
    waiting = list(roots)
    seen = set(waiting)
    while waiting:
        node = waiting.pop()
        for p, o in shapes.predicate_objects(node):
            if p in TARGETS or (p == SH.property and (node, o) in lifted):
                continue
            yield node, p, o
            if o not in seen:
                seen.add(o)
                waiting.append(o)


def _apart(shapes: Graph, shape: URIRef) -> tuple[bool, tuple[URIRef, ...]]:
    """Whether a shape has constraints of its own, and the property shapes that can be asked in its place."""
    used = any((None, p, shape) in shapes for p in (*_NESTED, RDF.first))  # then it must stay as it is
    held = {p for p in shapes.objects(shape, SH.property) if isinstance(p, URIRef) and not used}
    own = any(p not in _NOTED | {SH.path} and not (p == SH.property and o in held) for p, o in shapes[shape])
    return own, tuple(sorted(held))


def _looks(shapes: Graph, shape: Node, within: tuple[Node, ...] = (), skip: Iterable[Node] = ()) -> Reach:
    """What a shape looks at from its focus node. Raises _FarError."""
    if shape in within:
        raise _FarError
    here: list[Reach] = []  # from the focus node
    there: list[Reach] = []  # from each value node
    inner = (*within, shape)
    for p, o in shapes.predicate_objects(shape):
        if p == SH.property and not within and o not in skip:
            raise _FarError  # its findings would be on other nodes, or of a shape without a name
        if p in _NESTED:
            there += [] if o in skip else [_looks(shapes, o, inner)]
        elif p in _LISTED:
            there += [_looks(shapes, one, inner) for one in shapes.items(o)]
        elif p in _COMPARED:
            here.append(_along(shapes, o, Reach()))
        elif p == SH["class"]:
            there.append(Reach(classes=frozenset([o])))
        elif p not in _SILENT and not (p == RDF.type and o in _KINDS):
            raise _FarError
    path = shapes.value(shape, SH.path)
    values = union(there)
    return union([*here, values if path is None else _along(shapes, path, values)])


def _along(shapes: Graph, path: Node, end: Reach) -> Reach:
    """What is looked at along a path, with what is looked at from its end. Raises _FarError."""
    if path == RDF.type:
        raise _FarError  # near a node, rdf:type is there for sh:class alone
    if isinstance(path, URIRef):
        return Reach(ahead={path: end})
    if (path, RDF.first, None) in shapes:
        for step in reversed(list(shapes.items(path))):
            end = _along(shapes, step, end)
        return end
    steps = list(shapes.predicate_objects(path))
    if len(steps) != 1:
        raise _FarError
    ((kind, inner),) = steps
    if kind == SH.alternativePath:
        return union(_along(shapes, one, end) for one in shapes.items(inner))
    if kind == SH.inversePath and isinstance(inner, URIRef) and inner != RDF.type:
        return Reach(back={inner: end})
    raise _FarError


def union(reaches: Iterable[Reach]) -> Reach:
    """What any of them looks at."""
    all_ = list(reaches)
    if len(all_) == 1:
        return all_[0]
    return Reach(
        _union([one.ahead for one in all_]),
        _union([one.back for one in all_]),
        frozenset().union(*(one.classes for one in all_)),
    )


def _union(steps: Iterable[Mapping[Node, Reach]]) -> dict[Node, Reach]:
    found: dict[Node, list[Reach]] = {}
    for step in steps:
        for predicate, end in step.items():
            found.setdefault(predicate, []).append(end)
    return {predicate: union(ends) for predicate, ends in found.items()}


def classes_above(data: Graph) -> Mapping[Node, frozenset[Node]]:
    """For each class that has superclasses, all of them and itself."""
    narrow = set(data.subjects(RDFS.subClassOf))
    return {one: _closed(data, one) for one in narrow}


def _closed(data: Graph, one: Node) -> frozenset[Node]:
    return frozenset(node for node in data.transitive_objects(one, RDFS.subClassOf) if node is not None)
