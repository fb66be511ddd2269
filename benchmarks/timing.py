"""Measuring on one core, in processes of their own."""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")

P = ParamSpec("P")
T = TypeVar("T")


def one_core() -> None:
    """Keep this process and those that it starts to one core and thread; to be called before models are loaded."""
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def fresh(function: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """The function's result, from a process that has loaded nothing yet."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(function, *args, **named).result()
