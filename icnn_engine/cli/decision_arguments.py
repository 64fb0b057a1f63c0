"""Arguments and help of the commands that decide what to do about a run: forbid and others."""

from __future__ import annotations

import argparse

from icnn_engine.cli.arguments import Command, add_json, add_run, path


def _forbid(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--part", type=int, metavar="N", help="part that must not count, numbered as by 'filters'")
    what.add_argument(
        "--boxes", type=path, metavar="CSV", help="regions that must not count: image,x,y,width,height, pixels"
    )
    add_json(parser)


def _slices(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--where", metavar="TEXT", help='the pictures that meet conditions, as "part 1 absent or wrong"')
    one.add_argument("--name", metavar="NAME", help="the pictures of a saved slice")
    one.add_argument("--remove", metavar="NAME", help="remove a saved slice")
    one.add_argument("--rename", nargs=2, metavar=("NAME", "NEW"), help="give a saved slice another name")
    parser.add_argument("--save", metavar="NAME", help="save the slice of --where by a name")
    parser.add_argument("--pairs", action="store_true", help="suggest pairs of parts, too")
    parser.add_argument(
        "--list", type=path, metavar="FILE", help="write its pictures: .csv, or .txt with a path a line"
    )
    parser.add_argument("--links", type=path, metavar="FOLDER", help="make a new folder of links to its pictures")
    parser.add_argument("--grid", type=path, metavar="FILE", help="draw its pictures: .png, .svg or .pdf")


DECISION_COMMANDS = {
    "slices": Command(
        "Find the pictures in which parts are missing, faint or elsewhere, and how often their answers are right.",
        "Without --where: the slices whose answers are right less often than the rest of their category, and the\n"
        "saved ones. Conditions: a part and its state (part 1 absent, head weak; states: present, absent, weak,\n"
        "elsewhere, doubled), category fox, right, wrong, train, choose, test, held-out; 'and' binds stronger than\n"
        "'or'. A part is told of in pictures of its own category, unless one is named. See docs/deciding.md.\n\n"
        "Examples:\n"
        "  partscope slices RUN\n"
        "  partscope slices RUN --where 'part 1 absent and held-out' --grid absent.png --links absent\n"
        "  partscope slices RUN --where 'category background and head present' --save 'false heads'",
        _slices,
    ),
    "forbid": Command(
        "Fit the answer of a run anew so that a part does not count; print before and after.",
        "Writes a run beside the original, which stays as it is. The filters stay, the answer changes: it is fitted\n"
        "to the training pictures with the part covered, and made not to change when the part is covered, or pasted\n"
        "into another picture. --boxes forbids what is marked in at least five training pictures, such as a watermark\n"
        "that no filter found. Without --part and --boxes the table of a run that was made so is printed again.\n\n"
        "Examples:\n"
        "  partscope forbid runs/20250101-120000-fox --part 2\n"
        "  partscope forbid runs/20250101-120000-fox --boxes watermarks.csv",
        _forbid,
    ),
}
