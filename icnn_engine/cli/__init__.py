"""The command line: the operations of the window, with the same names and the same files.

Each command is the function `run` of the module of its name in `commands`, with _ for a hyphen. Exit status: 0 done,
1 an error that the message explains, 2 wrong usage, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from icnn_engine.cli.parser import make_parser
from icnn_engine.core.errors import STOPPED_WORDS, PartscopeError, StoppedError
from icnn_engine.core.escaping import visible

DONE, FAILED, STOPPED = 0, 1, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; results go to stdout, progress and errors to stderr."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # not every terminal can print every letter
    try:
        options = make_parser(arguments).parse_args(arguments)
    except SystemExit as end:  # argparse has printed usage or help
        return end.code if isinstance(end.code, int) else FAILED
    try:
        module = options.command.replace("-", "_")
        status: int = import_module(f"icnn_engine.cli.commands.{module}").run(options)
        sys.stdout.flush()
    except StoppedError as stop:
        return _print_error(str(stop) or STOPPED_WORDS, STOPPED)
    except PartscopeError as error:
        return _print_error(str(error), FAILED)
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return _print_error(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.", FAILED)
    except KeyboardInterrupt:
        return _print_error(STOPPED_WORDS, STOPPED)
    return status


def _print_error(message: str, status: int) -> int:
    print(f"partscope: {visible(message, lines=True)}", file=sys.stderr)
    return status
