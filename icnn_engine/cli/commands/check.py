"""`check`: open every picture of a folder and list the files that cannot be used."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from dataclasses import asdict
from typing import Any

from icnn_engine.cli.output import print_json
from icnn_engine.cli.progress import watch
from icnn_engine.core.annotations import CheckUp
from icnn_engine.core.escaping import visible
from icnn_engine.data import boxes_notice, check_folder, list_folder
from icnn_engine.data.reading.brightness import brightness_notice, darkened
from icnn_engine.data.tables.corrections import corrections_notice
from icnn_engine.data.tables.csv_tables import CORRECTIONS
from icnn_engine.data.tables.left_out import left_out_notice

MOST_EXAMPLES = 10  # of contradictions that are listed; --json has all


def run(options: Namespace) -> int:
    """Check a folder and print the result."""
    checkup = watch(check_folder(list_folder(options.folder)))
    if options.json:
        print_json(_check_object(checkup))
    else:
        print(visible(_check_text(checkup), lines=True))
    return 0


def _check_object(checkup: CheckUp) -> dict[str, Any]:
    return {
        "folder": visible(str(checkup.root)),
        "readable": len(checkup.pictures),
        "categories": dict(sorted(Counter(p.category for p in checkup.pictures).items())),
        "skipped": [{"path": p.path, "reason": p.reason} for p in checkup.problems if p not in checkup.table_notes],
        "left_out": [{"path": p.path, "reason": p.reason} for p in checkup.left_out],
        "corrected": [{"path": p.path, "category": p.reason} for p in checkup.corrected],
        "confirmed": checkup.confirmed,
        "tables": [{"path": p.path, "reason": p.reason} for p in (*checkup.table_notes, *checkup.tables_refused)],
        "duplicates": [list(group) for group in checkup.duplicates],
        "near_copies": [list(group) for group in checkup.near_copies],
        "contradictions": [list(group) for group in checkup.contradictions],
        "notes": list(checkup.notes),
        "fingerprint": checkup.fingerprint,
        "boxes": asdict(checkup.boxes) if checkup.boxes else None,
        "brightness": [asdict(rule) for rule in checkup.brightness],
    }


def _check_text(checkup: CheckUp) -> str:
    counts = Counter(p.category for p in checkup.pictures)
    lines = [f"{checkup.root}: {len(checkup.pictures)} pictures can be used."]
    lines += [f"  {category}: {count}" for category, count in sorted(counts.items())]
    lines += [brightness_notice(rule, darkened(checkup.pictures, rule)) for rule in checkup.brightness]
    lines += [f"Note: {note}" for note in checkup.notes]
    lines += filter(None, [left_out_notice(len(checkup.left_out)), corrections_notice(len(checkup.corrected))])
    lines += [f"Pictures called right as they are ({CORRECTIONS}): {checkup.confirmed}."] if checkup.confirmed else []
    lines += [boxes_notice(checkup.boxes)] if checkup.boxes else []
    if checkup.contradictions:
        lines.append(f"Pictures that are in several categories: {len(checkup.contradictions)}. Keep each in one.")
        lines += [f"  {' = '.join(group)}" for group in checkup.contradictions[:MOST_EXAMPLES]]
    if checkup.duplicates or checkup.near_copies:
        lines.append(
            f"{len(checkup.duplicates)} groups of exact copies and {len(checkup.near_copies)} of near copies: each is "
            "kept on one side of the split."
        )
    tables = (*checkup.table_notes, *checkup.tables_refused)
    pictures = tuple(problem for problem in checkup.problems if problem not in tables)
    for heading, problems in ((f"{len(pictures)} not used:", pictures), ("Tables beside the pictures:", tables)):
        if problems:
            lines += [heading, *(f"  {problem.path}: {problem.reason}" for problem in problems)]
    return "\n".join(lines)
