"""Loading without stalls."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Pause the garbage collector while libraries load, and leave what they brought out of later rounds.

    A full collection over spaCy and scikit-learn holds up the screen for a tenth of a second, and what they
    bring lives as long as the process.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
