"""Work done by several processes at once.

The processes are loky's: they start from a fresh interpreter, whatever way of starting processes the caller has chosen.
So no lock of another thread is copied, and the caller's main module is not run again; and one that dies is told of.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TypeVar

from claimgraph.errors import ClaimgraphError

AHEAD = 64  # tasks that wait at most: while they are done, there is time for other work

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def mapped(function: Callable[[T], R], tasks: Iterable[T], jobs: int) -> Iterator[R]:
    """What the function gives for each task, in no order; the tasks are asked for as the processes need them.

    `jobs`: how many processes; with one, all is done here. Raises ClaimgraphError where a process dies; else what the
    function raises. However it ends, no process is left behind.
    """
    if jobs <= 1:
        yield from map(function, tasks)
        return
    from loky import ProcessPoolExecutor  # only where it is needed: a small graph starts sooner
    from loky.process_executor import BrokenProcessPool

    pool = ProcessPoolExecutor(jobs)
    waiting: set[Future[R]] = set()
    try:
        for task in tasks:
            waiting.add(pool.submit(function, task))
            if len(waiting) >= AHEAD:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (one.result() for one in done)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (one.result() for one in done)
    except BrokenProcessPool as error:
        raise ClaimgraphError("a process that checked a part of the graph was killed: use fewer with --jobs") from error
    finally:
        pool.shutdown(kill_workers=True)
