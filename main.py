"""Starts Partscope: without arguments its window, with a command the same work without one."""

from __future__ import annotations

import sys

from app import system


def main(arguments: list[str]) -> int:
    """The exit status. Where there is no display for the window, the demo runs without one."""
    if not arguments and not system.has_display():
        print("There is no display here, so the demo runs without a window. All commands: partscope --help\n")
        arguments = ["demo"]
    if arguments:
        from icnn_engine import cli

        return cli.main(arguments)
    if system.main([]):
        return 1
    from app import application

    return application.main()


def start() -> None:
    """The installed command `partscope`."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    start()
