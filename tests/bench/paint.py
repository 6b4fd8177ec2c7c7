"""Start an app and leave as soon as it is painted: ``paint.py coach`` or ``paint.py empty``."""

import asyncio
import os
import sys

from textual.app import App


class Empty(App[None]):
    """The least a Textual app can be."""


def made(name: str) -> App[None]:
    """The app of that name."""
    if name == "empty":
        return Empty()
    from simulator.cli.wiring import edges
    from simulator.ui.app import CoachApp

    return CoachApp(edges())


async def main() -> None:
    """Run until the first paint."""
    async with made(sys.argv[1]).run_test():
        os._exit(0)


asyncio.run(main())
