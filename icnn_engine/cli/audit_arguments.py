"""Arguments and help of the commands that help to decide about a run's pictures."""

from __future__ import annotations

import argparse

from icnn_engine.cli.arguments import Command, add_dpi, add_run, number, path


def _alike(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    parser.add_argument(
        "picture", type=path, metavar="PICTURE", help="picture of the run, by its name or path, or any other file"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--part", type=number, default=1, metavar="N", help="part, numbered as by 'filters' [1]")
    which.add_argument("--filter", type=int, metavar="N", help="filter instead of a part")
    parser.add_argument(
        "--in", dest="folder", type=path, metavar="FOLDER", help="look in another folder, whose pictures are read anew"
    )
    parser.add_argument("--count", type=number, default=12, metavar="N", help="how many pictures [12]")
    parser.add_argument("--grid", type=path, metavar="FILE", help="draw them: .png, .svg or .pdf")
    parser.add_argument("--list", type=path, metavar="FILE", help="write them as a table")
    add_dpi(parser)


AUDIT_COMMANDS = {
    "alike": Command(
        "Find the pictures in which a part looks most like it does in a picture.",
        "Compared are all filters of the networks, in the cells around the peak of the part's filter. Left out are\n"
        "copies of the picture, pictures of its source, and pictures in which the filter does not see the part.\n\n"
        "Examples:\n  partscope alike RUN fox/012.jpg --part 1 --grid alike.png\n"
        "  partscope alike RUN holiday.jpg --part 2 --in PHOTOS --count 24 --list alike.csv",
        _alike,
    ),
}
