"""The whole of `claimgraph validate`: the shapes over files, and the report on all of them."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from claimgraph.terminal import clean
from claimgraph.validated import Report


def text(reports: Mapping[Path, Report]) -> Iterable[str]:
    """The reports line by line, each under its file's name."""
    for path, report in reports.items():
        yield clean(f"{path}:")
        yield from (f"  {clean(line)}" for line in report.render().splitlines())


def as_json(reports: Mapping[Path, Report]) -> str:
    """The reports as a JSON list: file, whether it conforms, and every finding with all its fields."""
    told = (
        {"graph": str(path), "conforms": report.conforms, **dataclasses.asdict(report)}
        for path, report in reports.items()
    )
    return json.dumps(list(told), ensure_ascii=False, indent=2)
