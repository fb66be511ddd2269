"""The formats of a report on what `claimgraph validate` has found, one module for each."""

from collections.abc import Callable, Mapping

from claimgraph.commands.choices import Form
from claimgraph.commands.reports import github, junit, objects, sarif, text, turtle
from claimgraph.commands.reports.outcome import Outcome

FORMATS: Mapping[Form, Callable[[Outcome], str]] = {
    Form.TEXT: text.render,
    Form.JSON: objects.render,
    Form.JUNIT: junit.render,
    Form.SARIF: sarif.render,
    Form.GITHUB: github.render,
    Form.TURTLE: turtle.render,
}
