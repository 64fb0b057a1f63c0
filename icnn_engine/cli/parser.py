"""The parser of the command line. Imports nothing heavy, so that `--help` comes at once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from icnn_engine import __version__
from icnn_engine.cli.arguments import Command
from icnn_engine.cli.decision_arguments import DECISION_COMMANDS
from icnn_engine.cli.network_arguments import NETWORK_COMMANDS
from icnn_engine.cli.run_arguments import RUN_COMMANDS
from icnn_engine.cli.training_arguments import TRAINING_COMMANDS

ABOUT = "Finds out, without any part annotation, which parts (head, wing, wheel) a CNN has learned."
START = """\
First steps:
  partscope demo                        try everything on drawn creatures, in a few minutes
  partscope check PHOTOS                count the pictures of a folder and list its problems
  partscope train PHOTOS                train; makes a run folder in ./runs
  partscope measure runs/RUN            measure how reliable the parts are
  partscope experiment PHOTOS           compare categories, seeds and networks, with intervals
  partscope inspect PHOTOS …            look at a network of your own: --architecture, --weights
  partscope convert PHOTOS …            fine-tune it so that its filters hold parts
  partscope explain runs/RUN cat.jpg    explain the answer about a picture

PHOTOS has a sub-folder for each category: PHOTOS/fox/*.jpg, PHOTOS/_background/*.jpg. The category _background has the
negative pictures. Without it the other categories are the negatives, or shuffled pictures.
'partscope COMMAND --help' explains a command. Without a command, 'python main.py' opens the window.
"""


def _install_desktop(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true", help="take the entry and its icons away again")


COMMANDS = (
    TRAINING_COMMANDS
    | NETWORK_COMMANDS
    | RUN_COMMANDS
    | DECISION_COMMANDS
    | {
        "install-desktop": Command(
            "Put Partscope into the menu of programs (Linux).",
            "Writes partscope.desktop and icons below ~/.local/share (or XDG_DATA_HOME). The entry starts the program\n"
            "that wrote it. Files of other programs stay as they are.",
            _install_desktop,
        )
    }
)


def make_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of a command line; only commands named in `arguments` get their own arguments, for those of
    `train` are built from its settings, which takes a moment."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="partscope", description=ABOUT, epilog=START, formatter_class=raw)
    parser.add_argument("--version", action="version", version=f"partscope {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        subparser = subparsers.add_parser(
            name, help=command.about, description=command.about, epilog=command.more, formatter_class=raw
        )
        if name in arguments:
            command.add_arguments(subparser)
    return parser
