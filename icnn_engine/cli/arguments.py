"""Arguments that several commands share, and the types of their values. Imports nothing heavy."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

RUNS = Path("runs")
FIGURE_FORMATS = ("png", "svg", "pdf")
ANNOTATION_FORMATS = ("coco", "yolo", "labelme", "cvat", "landmarks")


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the program: a line about it, the text below its options, and the options themselves."""

    about: str
    more: str
    add_arguments: Callable[[argparse.ArgumentParser], None]


def path(text: str) -> Path:
    """Return a path; an empty text is refused, for it would mean the current folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("the path is empty; write . for the current folder")
    return Path(text)


def folder(text: str) -> Path:
    """Return the path of a folder that is there."""
    found = path(text)
    if not found.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return found


def dpi(text: str) -> int:
    """Return a resolution, 30 to 1200 dots per inch."""
    value = int(text)
    if not 30 <= value <= 1200:
        raise argparse.ArgumentTypeError("must be 30 to 1200")
    return value


def count(text: str) -> int:
    """Return a number of pictures, 40 or more."""
    value = int(text)
    if value < 40:
        raise argparse.ArgumentTypeError("must be 40 or more")
    return value


def number(text: str) -> int:
    """Return how many are wanted, 1 or more."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return value


def add_folder(parser: argparse.ArgumentParser, optional: bool = False) -> None:
    """Add the folder of pictures."""
    parser.add_argument(
        "folder", nargs="?" if optional else None, type=path, metavar="FOLDER", help="folder of pictures"
    )


def add_run(parser: argparse.ArgumentParser) -> None:
    """Add the run folder and the folder of its pictures."""
    parser.add_argument("run", type=path, metavar="RUN", help="run folder made by 'train'")
    parser.add_argument("--images", type=folder, metavar="FOLDER", help="folder of the run's pictures, if it was moved")


def add_json(parser: argparse.ArgumentParser, help: str = "print one JSON object instead of text") -> None:
    """Add the choice of JSON instead of text."""
    parser.add_argument("--json", action="store_true", help=help)


def add_output(parser: argparse.ArgumentParser, help: str) -> None:
    """Add the folder to write into."""
    parser.add_argument("--output", type=path, metavar="FOLDER", help=help)


def add_format(parser: argparse.ArgumentParser) -> None:
    """Add format and resolution of figures."""
    parser.add_argument("--format", choices=FIGURE_FORMATS, default="png", help="file format [png]")
    add_dpi(parser)


def add_dpi(parser: argparse.ArgumentParser) -> None:
    """Add the resolution of figures."""
    parser.add_argument("--dpi", type=dpi, default=200, metavar="N", help="resolution of figures, dots per inch [200]")


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add the language of texts."""
    parser.add_argument("--language", metavar="CODE", help="language of the texts, for example ko [en]")
