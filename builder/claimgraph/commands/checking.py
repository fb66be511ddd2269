"""The whole of `claimgraph validate`: the shapes over files, the reasoner where asked for, and the report on all."""

import dataclasses
import json
from collections.abc import Callable, Iterable
from pathlib import Path

from claimgraph import reasoning
from claimgraph.commands.terminal import clean
from claimgraph.reasoning import Reasoned, Skipped
from claimgraph.validated import Report, check, load_graph


@dataclasses.dataclass(frozen=True)
class Checked:
    """What was found in one file. `reasoned` None: the reasoner was not asked, or there is none."""

    path: Path
    report: Report
    reasoned: Reasoned | None = None

    @property
    def conforms(self) -> bool:
        """Whether neither the shapes nor the reasoner find a fault."""
        return self.report.conforms and not (self.reasoned and self.reasoned.reason)


def run(paths: Iterable[Path], *, reason: bool, say: Callable[[str], None]) -> tuple[Checked, ...]:
    """Check each file; `say` is told once where the reasoner is wanted and cannot run.

    Raises InputError for a file that cannot be read, ClaimgraphError where the reasoner fails.
    """
    found = []
    for path in paths:
        graph = load_graph(path)
        reasoned = reasoning.check(graph) if reason else None
        if isinstance(reasoned, Skipped):
            say(reasoned.reason)
            reason, reasoned = False, None
        found.append(Checked(path, check(graph), reasoned))
    return tuple(found)


def text(found: Iterable[Checked]) -> Iterable[str]:
    """The findings line by line, each file's under its name."""
    for one in found:
        yield clean(f"{one.path}:")
        yield from (f"  {clean(line)}" for line in one.report.render().splitlines())
        if one.reasoned:
            verdict = "consistent" if one.reasoned.consistent else "inconsistent"
            yield clean(f"  OWL: {verdict}" + (f": {one.reasoned.reason}" if one.reasoned.reason else ""))


def as_json(found: Iterable[Checked]) -> str:
    """The findings as a JSON list: file, whether it conforms, every finding, and the reasoner's (null: not asked)."""
    told = (
        {
            "graph": str(one.path),
            "conforms": one.conforms,
            **dataclasses.asdict(one.report),
            "reasoned": one.reasoned and dataclasses.asdict(one.reasoned),
        }
        for one in found
    )
    return json.dumps(list(told), ensure_ascii=False, indent=2)
