"""Work in processes of their own: beside everything else until what it makes is waited for, or by many workers.

A process shares the memory of the one that began it until one of them touches it. In a command the collector of cycles
rests (``catalog.commands``); in these processes it works again, or what they make one after the other would pile up,
but it leaves alone what was there before.
"""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.pool import Pool
from typing import TypeVar, cast

Made = TypeVar("Made")

_LOOK_SECONDS = 0.2
_COLLECT_AFTER = 10_000
"""New objects after which cycles are looked for; some of them hold the text of a page."""


@contextmanager
def beside(work: Callable[[], Made]) -> Iterator[Callable[[], Made]]:
    """Begin ``work`` in a forked process; the function that the block is given waits for its end, and returns what
    it made, once.

    What the work raises is raised where it is waited for. The process ends with the block, and by itself when the
    process that began it is gone, however that ended.
    """
    with beside_in_turn(lambda: iter([work()])) as wait:
        yield lambda: cast("Made", wait())


@contextmanager
def beside_in_turn(work: Callable[[], Iterator[object]]) -> Iterator[Callable[[], object]]:
    """Do the same with work that makes one thing after the other: each call waits for the next one.

    One process for several things, where each could have its own: a process that reads a whole catalogue gets its own
    copy of it, page of memory by page.
    """
    _set_apart()
    context = get_context("fork")
    told, tell = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, tell, os.getpid()))
    process.start()
    tell.close()

    def wait() -> object:
        failure: BaseException | None
        try:
            failure, made = told.recv()
        except EOFError:
            failure = RuntimeError(f"a process has stopped (exit code {process.exitcode})")
        if failure is not None:
            raise failure
        return made

    try:
        yield wait
    finally:
        process.kill()
        process.join()
        told.close()


@contextmanager
def here(work: Callable[[], Made]) -> Iterator[Callable[[], Made]]:
    """Give the work itself as what waits for it, where that takes less than beginning a process."""
    yield work


@contextmanager
def here_in_turn(work: Callable[[], Iterator[object]]) -> Iterator[Callable[[], object]]:
    """Do the same with work that makes one thing after the other."""
    made = work()
    yield lambda: next(made)


def side_by_side(works: Sequence[Callable[[], Made]], count: int) -> Iterator[Made]:
    """Yield what each work makes, in their order: ``count`` at a time, each in a process of its own; with 0, here."""
    if count == 0:
        yield from (work() for work in works)
        return
    for start in range(0, len(works), count):
        with ExitStack() as running:
            waits = [running.enter_context(beside(work)) for work in works[start : start + count]]
            yield from [wait() for wait in waits]


def workers(count: int) -> Pool:
    """Return a pool of so many processes, for a ``with`` block."""
    _set_apart()
    return get_context("fork").Pool(count, initializer=_collect)


def _set_apart() -> None:
    if not gc.isenabled():
        gc.freeze()


def _collect() -> None:
    """Let the collector work again, but seldom: entries come and go by the thousand, and few things hold each other."""
    gc.set_threshold(_COLLECT_AFTER)
    gc.enable()


def _run(work: Callable[[], Iterator[object]], tell: Connection, parent: int) -> None:
    _collect()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    try:
        for made in work():
            tell.send((None, made))
    except Exception as error:
        tell.send((error, None))


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)
