"""Breaks of shapes/factuality.ttl: who vouches for an event."""

from .good import DENIED, MOVE, MOVED, NAME, STRIKE, STRUCK, TOLD, add, drop, swap

BREAKS = {
    "told-otherwise": [
        swap(STRIKE, "cg:factuality", "cg:Stated"),
        swap(MOVE, "cg:factuality", "cg:Denied"),
        swap(MOVED, "cg:toldAs", "cg:Intended"),
    ],
    "told-of-nothing": [add(NAME, "cg:toldAs cg:Stated"), drop(STRUCK, "cg:mentions")],
    "attributed-to-none": [
        swap(MOVED, "cg:toldAs", "cg:Attributed"),
        f"DELETE WHERE {{ {TOLD} cg:describes ?event }}",
        f"{drop(TOLD, 'cg:describes')} ; {add(DENIED, f'cg:describes {STRIKE}')}",
        swap(TOLD, "cg:contentMention", NAME),
    ],
    "stated-by-another": [swap(STRUCK, "cg:toldAs", "cg:Stated")],
    "untold": [drop(STRUCK, "cg:toldAs")],
}
