"""The shipped ear, loaded once."""

import pytest

from simulator.cli import wiring
from simulator.core.ports import Listener


@pytest.fixture(scope="session")
def listener() -> Listener:
    """The ear that ships."""
    return wiring.listener()
