"""Starts Partscope: the window on the given paths, or a command that does the same work without a window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.core import system


def main(arguments: list[str]) -> int:
    """Run the window or a command and return the exit status. Without a display and arguments the demo runs."""
    if not arguments and not system.has_display():
        print("There is no display here, so the demo runs without a window. All commands: partscope --help\n")
        arguments = ["demo"]
    if not all(map(is_path, arguments)):
        from icnn_engine import cli

        return cli.main(arguments)
    return open_window(arguments)


def open_window(paths: list[str]) -> int:
    """Open the window on paths and return the exit status; say what is missing where no window can be opened."""
    if not system.has_display():
        print("There is no display here to open a window on. Commands that need none: partscope --help")
        return 1
    if system.main([]):
        return 1
    from app.shell import application

    return application.main(paths)


def is_path(argument: str) -> bool:
    """Return whether an argument is the path of something, not a command: `./train` is a folder, `train` is none."""
    path = Path(argument)
    return path.exists() and (path.name != argument or argument == "..")


def start() -> None:
    """Run the installed command `partscope`."""
    sys.exit(main(sys.argv[1:]))


def start_window() -> None:
    """Run the installed command `partscope-window`: each argument is a path. On Windows it opens no console, and then
    there is nowhere to print to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  open to the end
    sys.exit(open_window(sys.argv[1:]))


if __name__ == "__main__":
    system.prepare_frozen()
    start()
