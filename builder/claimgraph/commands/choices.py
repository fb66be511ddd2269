"""What a user of `claimgraph validate` can choose between; light, since the command line loads it at once."""

from enum import StrEnum


class Form(StrEnum):
    """The formats of a report."""

    TEXT = "text"
    JSON = "json"
    JUNIT = "junit"
    SARIF = "sarif"
    GITHUB = "github"
    TURTLE = "turtle"

    @property
    def has_places(self) -> bool:
        """Whether it tells where in the file a node stands."""
        return self not in (Form.TEXT, Form.TURTLE)


class FailOn(StrEnum):
    """From which severity on a finding fails the run; the gravest first."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def counts(self, severity: str) -> bool:
        """Whether a finding of this severity (in any case) fails the run."""
        ranks = list(FailOn)
        return self is not FailOn.NEVER and ranks.index(FailOn(severity.lower())) <= ranks.index(self)
