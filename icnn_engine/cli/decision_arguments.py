"""Arguments and help of the commands that decide what to do about a run: forbid and others."""

from __future__ import annotations

import argparse

from icnn_engine.cli.arguments import Command, add_dpi, add_json, add_run, number, path

SUSPECTS = ("copy", "label", "outlier", "unlike")


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


def _suspects(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    parser.add_argument("--first", type=number, default=30, metavar="N", help="how many are listed and drawn [30]")
    parser.add_argument("--kind", choices=SUSPECTS, nargs="+", help="kinds that are listed [all]")
    parser.add_argument("--open", action="store_true", help="only those about which nothing is decided yet")
    parser.add_argument("--csv", type=path, metavar="FILE", help="write all of them as a table")
    parser.add_argument("--grid", type=path, metavar="FILE", help="draw those listed: .png, .svg or .pdf")
    decided = parser.add_argument_group("decisions, written into the folder of the pictures instead of a list")
    decided.add_argument(
        "--correct", nargs="+", default=[], metavar="PICTURE=CATEGORY", help="it shows another category"
    )
    decided.add_argument("--leave-out", nargs="+", default=[], metavar="PICTURE", help="later trainings do not use it")
    decided.add_argument("--right", nargs="+", default=[], metavar="PICTURE", help="it is right as it is")
    decided.add_argument("--undo", nargs="+", default=[], metavar="PICTURE", help="nothing is decided about it")


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


DECISION_COMMANDS = {
    "suspects": Command(
        "List the pictures of a run that are likely wrong; write what is decided about them.",
        "copy: the same picture has another label elsewhere. label: the other pictures make another category more\n"
        "probable. outlier: no part of its category is seen, and its label is less probable than usual. unlike: it is\n"
        "of a category and unlike the training pictures. Decisions go into corrections.csv and left_out.csv at the\n"
        "top of the folder, which train, check, experiment, inspect and convert read. No picture is moved. The next\n"
        "call lists what is decided last.\n\n"
        "Examples:\n  partscope suspects RUN --first 24 --grid suspects.png\n"
        "  partscope suspects RUN --correct cat/f00021.jpg=fox _background/12.jpg=fox\n"
        "  partscope suspects RUN --leave-out fox/drawing.jpg --right fox/sleeping.jpg\n"
        "  partscope suspects RUN --undo fox/drawing.jpg",
        _suspects,
    ),
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
    "alike": Command(
        "Find the pictures in which a part looks most like it does in a picture.",
        "Compared are all filters of the networks, in the cells around the peak of the part's filter. Left out are\n"
        "copies of the picture, pictures of its source, and pictures in which the filter does not see the part.\n\n"
        "Examples:\n  partscope alike RUN fox/012.jpg --part 1 --grid alike.png\n"
        "  partscope alike RUN holiday.jpg --part 2 --in PHOTOS --count 24 --list alike.csv",
        _alike,
    ),
}
