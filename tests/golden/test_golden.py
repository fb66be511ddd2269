"""Golden articles: what is right, written by hand, is what comes out.

`<folder>/article.txt` is the text and `<folder>/expected.json` what it tells: under each section all records of that
kind, of each only the fields that matter. `known_failures` names expectations that are not met yet, each with its
reason ("claims 2" is the third claim, "claims alone" that there is no claim but those expected). One that is met fails.
"""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from claimgraph import articles, registry
from claimgraph.model import Actor, Article, Extraction, Item, Place
from claimgraph.pipeline import extract
from claimgraph.resources import REGISTRY

FOLDER = Path(__file__).parent
GAP = " … "  # between the pieces of a span in several pieces
Records = list[dict[str, Any]]


def expected(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((FOLDER / name / "expected.json").read_text(encoding="utf-8"))
    return told


def cases() -> Iterable[Any]:
    """A case for each expected record, and for each section one that nothing else is found."""
    for folder in sorted(p.parent.name for p in FOLDER.glob("*/expected.json")):
        told = expected(folder)
        known = told.pop("known_failures", {})
        title = told.pop("title", None)
        keys = [f"{section} {n}" for section, rows in told.items() for n in range(len(rows))]
        keys += [f"{section} alone" for section in told if section != "actors"] + ["title"] * (title is not None)
        assert known.keys() <= set(keys), folder
        for key in keys:
            marks = [pytest.mark.xfail(reason=known[key], strict=True)] if key in known else []
            yield pytest.param(folder, key, id=f"{folder}: {key}", marks=marks)


@cache
def read(name: str, nlp: Language) -> Extraction:
    (article,) = articles.read([FOLDER / name / "article.txt"])
    assert isinstance(article, Article)
    return extract(article, nlp, registry.load(REGISTRY))


def found(told: Extraction) -> dict[str, Records]:
    """The records of an article as the expectations write them: labels and words in place of ids."""
    taking_part: tuple[Actor | Place | Item, ...] = (*told.actors, *told.places, *told.items)
    labels = {one.id: one.label for one in taking_part}
    words = {m.of: m.span.text for m in reversed(told.mentions)}
    cues = {c.id: GAP.join(s.text for s in c.cue) for c in told.claims}

    def names(ids: Iterable[str]) -> list[str]:
        return [labels[i] for i in ids]

    return {
        "actors": [{"label": a.label, "kind": a.kind} for a in told.actors],
        "claims": [
            {
                "claimant": labels[c.claimant] if c.claimant else None,
                "cue": cues[c.id],
                "content": GAP.join(s.text for s in c.content),
                "act": c.speech_act,
                "quotation": c.quotation,
                "addressees": names(c.addressees),
                "embeds": [cues[i] for i in c.embeds],
                "supports": [cues[i] for i in c.supports],
                "disputes": [cues[i] for i in c.disputes],
            }
            for c in told.claims
        ],
        "events": [
            {
                "words": words[e.id],
                "type": e.type,
                "factuality": e.factuality,
                "agents": names(e.agents),
                "patients": names(e.patients),
                "recipients": names(e.recipients),
                "instruments": names(e.instruments),
                "locations": names(e.locations),
                "origins": names(e.origins),
                "destinations": names(e.destinations),
                "date": e.date,
            }
            for e in told.events
        ],
        "figures": [
            {
                "words": words[f.id],
                "of": f.of and (labels.get(f.of) or words[f.of]),
                "measures": f.measures,
                "value": None if f.value is None else f"{f.value.normalize():f}",
                "upper": None if f.upper is None else f"{f.upper.normalize():f}",
                "approximate": f.approximate,
                "unit": f.unit,
            }
            for f in told.figures
        ],
        "affiliations": [
            {"member": labels[a.member], "organization": labels[a.organization], "role": a.role}
            for a in told.affiliations
        ],
    }


@pytest.mark.parametrize(("name", "key"), list(cases()))
def test_golden(name: str, key: str, nlp: Language) -> None:
    told = read(name, nlp)
    if key == "title":
        assert told.article.title == expected(name)["title"]
        return
    section, which = key.split()
    got, wanted = found(told)[section], expected(name)[section]
    if which == "alone":
        assert len(got) == len(wanted), got
        return
    right = wanted[int(which)]
    assert any(all(record[field] == value for field, value in right.items()) for record in got), got
