"""The command line: the same operations as the window's, with the same names and the same files.

Exit status: 0 done, 1 an error that the message explains, 2 wrong usage, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from icnn_engine.cli.parser import make_parser
from icnn_engine.core.errors import PartscopeError, StoppedError
from icnn_engine.core.escaping import visible

DONE, FAILED, STOPPED = 0, 1, 130
STOPPED_WORDS = "stopped. What was under way has been removed; finished files stay."


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; results go to stdout, progress and errors to stderr."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter is no reason to fail
    try:
        options = make_parser(arguments).parse_args(arguments)
    except SystemExit as end:  # argparse has said what it had to say
        return end.code if isinstance(end.code, int) else FAILED
    from icnn_engine.cli import commands

    try:
        status = commands.run(options)
        sys.stdout.flush()
    except StoppedError as stop:
        return _say(str(stop) or STOPPED_WORDS, STOPPED)
    except PartscopeError as error:
        return _say(str(error), FAILED)
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        return _say(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.", FAILED)
    except KeyboardInterrupt:
        return _say(STOPPED_WORDS, STOPPED)
    return status


def _say(message: str, status: int) -> int:
    print(f"partscope: {visible(message, lines=True)}", file=sys.stderr)
    return status
