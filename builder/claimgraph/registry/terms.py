"""What a registry file may say: namespaces, kinds, properties, and the columns of its CSV form."""

from collections.abc import Mapping

from claimgraph.model import Kind
from claimgraph.resources import SHAPES

HOME = "https://w3id.org/claimgraph/id/"  # ids lose it; instances get the base that the user set
CG = "https://w3id.org/claimgraph/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SOURCE = "http://purl.org/dc/terms/source"
LABEL, OTHER_LABEL, MATCH = f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{SKOS}exactMatch"
SHAPE = SHAPES / "registry.ttl"

KINDS = frozenset(Kind) - {Kind.ACTOR, Kind.GROUP, Kind.UNNAMED_GROUP}  # what a known actor can be
PLACE, AFFILIATION = "Place", "Affiliation"
EVERY_KIND = (PLACE, AFFILIATION, *sorted(KINDS))

# The columns of a CSV file behind `id`, with the property that each stands for, in the order in which they are written.
COLUMNS: Mapping[str, str] = {
    "kind": TYPE,
    "label": LABEL,
    "alt_labels": OTHER_LABEL,
    "metonyms": f"{CG}metonym",
    "demonyms": f"{CG}demonym",
    "part_of": f"{CG}partOf",
    "territory": f"{CG}territory",
    "matches": MATCH,
    "member": f"{CG}member",
    "organization": f"{CG}organization",
    "role": f"{CG}role",
    "since": f"{CG}since",
    "until": f"{CG}until",
    "source": SOURCE,
}
OF = {term: column for column, term in COLUMNS.items()}
NAMES = frozenset({"label", "alt_labels", "metonyms", "demonyms", "role"})  # columns of text in a language
TO_ENTRIES = frozenset({"part_of", "territory", "member", "organization"})  # columns of ids
LINKS = tuple(COLUMNS[column] for column in sorted(TO_ENTRIES))
DATES = frozenset({"since", "until"})

PREFIXES = {
    "actor": f"{HOME}actor/",
    "affiliation": f"{HOME}affiliation/",
    "cg": CG,
    "dcterms": "http://purl.org/dc/terms/",
    "place": f"{HOME}place/",
    "skos": SKOS,
    "xsd": XSD,
}


def folder(kind: str) -> str:
    """What ids of a kind begin with: `place`, `affiliation` or `actor`."""
    return {PLACE: "place", AFFILIATION: "affiliation"}.get(kind, "actor")


def short(term: str) -> str:
    """A property as people write it: `skos:prefLabel`."""
    for prefix in ("cg", "skos", "dcterms"):
        if term.startswith(PREFIXES[prefix]):
            return f"{prefix}:{term.removeprefix(PREFIXES[prefix])}"
    return "rdf:type" if term == TYPE else f"<{term}>"
