"""Starts Partscope: its window, on whatever paths are given, or with a command the same work without one."""

from __future__ import annotations

import sys
from pathlib import Path

from app.core import system


def main(arguments: list[str]) -> int:
    """The exit status. Where there is no display for the window, the demo runs without one."""
    if not arguments and not system.has_display():
        print("There is no display here, so the demo runs without a window. All commands: partscope --help\n")
        arguments = ["demo"]
    if not all(map(is_place, arguments)):
        from icnn_engine import cli

        return cli.main(arguments)
    if not system.has_display():
        print("There is no display here to open a window on. Commands that need none: partscope --help")
        return 1
    if system.main([]):
        return 1
    from app.shell import application

    return application.main(arguments)


def is_place(argument: str) -> bool:
    """It is the path of something there, not a command: `./train` is a folder, `train` is none."""
    path = Path(argument)
    return path.exists() and (path.name != argument or argument == "..")


def start() -> None:
    """The installed command `partscope`."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    start()
