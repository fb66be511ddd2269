"""A report as JSON, by docs/schemas/report.schema.json."""

import dataclasses
import json
from typing import Any

from claimgraph.commands.reports.outcome import Checked, Found, Outcome


def render(outcome: Outcome) -> str:
    """A list with an object for each file: whether it conforms, every finding, and the reasoner's (null: not asked)."""
    return json.dumps([_file(file) for file in outcome.files], ensure_ascii=False, indent=2)


def _file(file: Checked) -> dict[str, Any]:
    return {
        "graph": str(file.path),
        "conforms": file.conforms,
        "fails": file.fails,
        "unreadable": file.unreadable,
        "violations": [_finding(one) for one in file.found],
        "articles": file.report.articles,
        "left_out": file.report.left_out,
        "reasoned": file.reasoned and dataclasses.asdict(file.reasoned),
    }


def _finding(one: Found) -> dict[str, Any]:
    return {
        **dataclasses.asdict(one.violation),
        "place": one.place and dataclasses.asdict(one.place),
        "fingerprint": one.violation.fingerprint,
        "known": one.known,
        "fails": one.fails,
    }
