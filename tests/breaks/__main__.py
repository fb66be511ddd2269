"""Break the good graph in every way, one at a time, and say whether the shape that is meant for it caught it."""

import logging
import sys

from . import BREAKS, caught


def main() -> int:
    """Print the table; 0 where every break is caught."""
    logging.getLogger("rdflib.term").disabled = True  # it logs a traceback for each ill-typed literal
    done = [(shape, update, caught(shape, update)) for shape, updates in BREAKS.items() for update in updates]
    for shape, update, found in done:
        print(f"{'caught' if found else 'MISSED'}  {shape:24}  {' '.join(update.split())}")  # noqa: T201
    right = sum(found for *_, found in done)
    print(f"{right} of {len(done)} breaks caught, by {len(BREAKS)} shapes")  # noqa: T201
    return 0 if right == len(done) else 1


if __name__ == "__main__":
    sys.exit(main())
