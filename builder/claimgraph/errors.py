"""What a caller may catch. Every message says what is wrong, where, and what to do about it."""


class ClaimgraphError(Exception):
    """Anything that claimgraph itself refuses."""


class InputError(ClaimgraphError):
    """Input that cannot be read: a file, an article, a graph, a registry, a question."""
