"""Work on many things in several processes, in order, with no more in hand than the processes need."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from simulator.errors import wrong

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4
"""Things in hand for each process, so that none waits for another."""


def in_order(work: Callable[[T], R], things: Iterable[T], jobs: int) -> Iterator[R]:
    """What the work makes of each thing, in the order of the things, as soon as it is there.

    Args:
        work: A function that other processes can import; whatever it loads is loaded once in each.
        things: Any number; they are taken as they are needed.
        jobs: How many processes; with one, the work is done here.

    Raises:
        InputError: If a process is stopped from outside.
    """
    if jobs == 1:
        yield from map(work, things)
        return
    # A process that shares its cores with others must not spread over all of them.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts) as pool:
        try:
            yield from _streamed(pool, work, iter(things), jobs * _AHEAD)
        except BrokenProcessPool as error:
            raise wrong("<input>", "I005", "a process was stopped from outside", "use fewer --jobs") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _streamed(pool: ProcessPoolExecutor, work: Callable[[T], R], waiting: Iterator[T], most: int) -> Iterator[R]:
    in_hand: deque[Future[R]] = deque(pool.submit(work, one) for one in islice(waiting, most))
    while in_hand:
        yield in_hand.popleft().result()
        in_hand.extend(pool.submit(work, one) for one in islice(waiting, 1))


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that a person sees."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
