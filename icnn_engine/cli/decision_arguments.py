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


DECISION_COMMANDS = {
    "forbid": Command(
        "Fit the answer of a run anew so that a part does not count; print before and after.",
        "Writes a run beside the original, which stays as it is. The filters stay, the answer changes: it is fitted\n"
        "to the training pictures with the part covered, and made not to change when the part is covered, or pasted\n"
        "into another picture. --boxes forbids what is marked in at least five training pictures, such as a watermark that\n"
        "no filter found. Without --part and --boxes the table of a run that was made so is printed again.\n\n"
        "Examples:\n"
        "  partscope forbid runs/20250101-120000-fox --part 2\n"
        "  partscope forbid runs/20250101-120000-fox --boxes watermarks.csv",
        _forbid,
    ),
}
