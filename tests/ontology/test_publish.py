"""What is published beside the Turtle: up to date, of the same content, and whole."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDFS, Graph

from claimgraph import reasoning
from claimgraph.resources import ONTOLOGY
from ontology.publish import made, picture
from ontology.publish.__main__ import main
from ontology.publish.source import CG, HOME, Source

ROOT = Path(__file__).parents[2]
TURTLE = (ROOT / "ontology" / "claimgraph.ttl").read_bytes()
SOURCE = Source.read(TURTLE)
FILES = made(TURTLE)
EXAMPLE = (ROOT / "ontology" / "publish" / "example.ttl").read_bytes()
PAGE = FILES["index.html"].decode()
FORMATS = {"claimgraph.rdf": ox.RdfFormat.RDF_XML, "claimgraph.jsonld": ox.RdfFormat.JSON_LD}
PROPERTIES = [name for name, kind in SOURCE.kinds.items() if kind in (OWL.ObjectProperty, OWL.DatatypeProperty)]


class Elements(HTMLParser):
    """The tags of a page with their attributes, checked to be nested well."""

    EMPTY = frozenset({"meta", "link", "rect", "path", "polyline"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, self.getpos()

    def closed(self) -> list[tuple[str, dict[str, str | None]]]:
        assert self._open == []
        return self.found


def elements(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Elements()
    parser.feed(page)
    return parser.closed()


def canonical(data: bytes, form: ox.RdfFormat) -> list[str]:
    dataset = ox.Dataset(ox.parse(data, format=form))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, dataset))


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_what_the_ontology_gives(name: str) -> None:
    stale = "run `python -m ontology.publish`"
    path = ROOT / "ontology" / name
    assert path.is_file(), stale
    assert path.read_bytes() == FILES[name], stale


def test_check_finds_them_up_to_date_and_a_wrong_call_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert main(["--force"]) == 2
    assert "usage" in capsys.readouterr().err


def test_no_hash_seed_shows() -> None:
    code = "import sys; from ontology.publish import made, TURTLE; f = made(TURTLE.read_bytes()); "
    code += "sys.stdout.buffer.write(b''.join(f[n] for n in sorted(f)))"
    given = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert given == {b"".join(FILES[name] for name in sorted(FILES))}


@pytest.mark.parametrize("name", FORMATS)
def test_every_serialisation_says_the_same(name: str) -> None:
    assert canonical(FILES[name], FORMATS[name]) == canonical(TURTLE, ox.RdfFormat.TURTLE)


def test_the_json_ld_is_readable() -> None:
    told = FILES["claimgraph.jsonld"].decode()
    assert '"definition": "Whose claim it is."' in told
    assert "_:" not in told  # what has no name stands where it is used


def test_the_version_that_it_names_is_there() -> None:
    assert FILES[f"versions/{SOURCE.version}.ttl"] == TURTLE
    assert SOURCE.about(OWL.versionIRI) == f"{HOME}/{SOURCE.version}"
    assert SOURCE.turtle == ONTOLOGY.read_text(encoding="utf-8")


def test_each_term_has_its_anchor_once() -> None:
    ids = [attributes["id"] for _, attributes in elements(PAGE) if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert SOURCE.kinds.keys() <= set(ids)


def test_each_definition_is_on_the_page() -> None:
    words = " ".join(PAGE.split())
    for name in SOURCE.kinds:
        assert f"cg:{name}<" in words or f'id="{name}"' in words


def test_the_page_leads_somewhere_and_needs_nothing() -> None:
    found = elements(PAGE)
    ids = {attributes["id"] for _, attributes in found if "id" in attributes}
    links = [str(attributes["href"]) for tag, attributes in found if tag == "a"]
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
    own = {link for link in links if not link.startswith(("#", "http"))}
    assert own <= {*FILES, "claimgraph.ttl"}
    assert {"script", "img", "iframe", "object"}.isdisjoint(tag for tag, _ in found)
    assert [a for tag, a in found if tag == "link" and a.get("rel") != "alternate"] == []
    assert not re.search(r"@import|url\((?!#)", PAGE)


def test_what_the_ontology_says_is_text_on_the_page() -> None:
    hostile = TURTLE.replace(b'"Whose claim it is."', b'"<script>alert(1)</script> & \\"{style}\\""')
    files = made(hostile)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in files["index.html"].decode()
    assert "script" not in {tag for tag, _ in elements(files["index.html"].decode())}


def test_a_term_without_a_definition_is_told_of() -> None:
    with pytest.raises(ValueError, match=r"claimant has no .*definition"):
        made(re.sub(rb'\n.*"Whose claim it is."@en ;', b"", TURTLE))


# The picture


def test_every_property_is_in_the_picture_but_those_of_anything() -> None:
    lines = {term for line in picture.LINES for term in line.terms}
    boxes = {
        line.split(" ")[0] for name in picture.BOXES if name != picture.FRAME for line in picture.shown(SOURCE, name)
    }
    assert set(PROPERTIES) - lines - boxes == {"rule", "demonym"}
    assert {p for p in ("rule", "demonym") if SOURCE.ends(p, RDFS.domain)} == set()


@pytest.mark.parametrize("line", picture.LINES, ids=lambda line: f"{line.source} to {line.target}")
def test_a_line_of_the_picture_is_what_the_ontology_says(line: picture.Line) -> None:
    for term in (term for term in line.terms if not term.startswith("nif:")):
        assert any(above in SOURCE.ends(term, RDFS.domain) for above in around(line.source)), term
        if line.target != picture.FRAME:
            assert any(above in SOURCE.ends(term, RDFS.range) for above in around(line.target)), term


def around(box: str) -> set[str]:
    """The class of a box, and those below it."""
    return {box}.union(*(around(below) for below in SOURCE.below(box)))


@pytest.mark.parametrize("line", picture.LINES, ids=lambda line: f"{line.source} to {line.target}")
def test_a_line_of_the_picture_ends_at_its_boxes(line: picture.Line) -> None:
    for name, (x, y) in ((line.source, line.corners[0]), (line.target, line.corners[-1])):
        box = picture.BOXES[name]
        right, bottom = box.x + box.width, box.y + picture.height(SOURCE, name)
        assert box.x <= x <= right, name
        assert box.y <= y <= bottom, name
        assert x in (box.x, right) or y in (box.y, bottom), name


def test_the_boxes_of_the_picture_lie_apart_and_within_it() -> None:
    drawn = {
        name: (box.x, box.y, box.x + box.width, box.y + picture.height(SOURCE, name))
        for name, box in picture.BOXES.items()
    }
    for name, (left, top, right, bottom) in drawn.items():
        assert 0 <= left < right <= picture.WIDTH, name
        assert 0 <= top < bottom <= picture.HEIGHT, name
        for other, (x, y, x2, y2) in drawn.items():
            if picture.FRAME not in (name, other) and name < other:
                assert right < x or x2 < left or bottom < y or y2 < top, (name, other)


def test_the_example_is_in_the_ontologys_terms() -> None:
    quads = list(ox.parse(EXAMPLE, format=ox.RdfFormat.TURTLE))
    terms = {t.value for q in quads for t in (q.predicate, q.object) if isinstance(t, ox.NamedNode)}
    own = {term.removeprefix(CG) for term in terms if term.startswith(CG)}
    assert own
    assert own <= SOURCE.kinds.keys()


def test_the_example_is_consistent() -> None:
    found = reasoning.check(Graph().parse(data=EXAMPLE, format="turtle"))
    if isinstance(found, reasoning.Skipped):
        pytest.skip(found.reason)
    assert found.consistent, found.reason
