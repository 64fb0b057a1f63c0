"""`forbid`: fit the answer of a run anew without a part, and print what that changed."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine.audit.forbidden_regions import drawn_regions, part_regions
from icnn_engine.audit.forbidden_words import forbidden_heading, forbidden_lines, forbidden_rows
from icnn_engine.cli.output import print_json
from icnn_engine.cli.progress import watch
from icnn_engine.core.table_formats import as_text
from icnn_engine.experiment.forbid_run import forbid
from icnn_engine.runs.notes import read_notes
from icnn_engine.runs.run_folder import Run, open_run


def run(options: Namespace) -> int:
    """Write a run without the part beside the original; of a run that was made so, print the table again."""
    opened = open_run(options.run, options.images)
    if options.part is not None:
        opened = watch(forbid(opened, part_regions(opened, options.part, read_notes(opened.path))))
    elif options.boxes is not None:
        opened = watch(forbid(opened, drawn_regions(opened, options.boxes)))
    if options.json:
        print_json({"run": str(opened.path), "forbidden": opened.info.get("forbidden")})
    else:
        _print(opened)
    return 0


def _print(run: Run) -> None:
    lines = forbidden_lines(run)
    if not lines:
        print(f"Nothing is forbidden in {run.name}. Name a part (--part, see 'filters') or a table (--boxes).")
        return
    print(as_text([forbidden_heading(), *forbidden_rows(run, read_notes(run.path))], "lrrr"), end="")
    print(*lines, sep="\n")
    print(f"Run: {run.path}")
