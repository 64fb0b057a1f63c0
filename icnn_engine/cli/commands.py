"""What each command does. What is heavy is imported by the command that needs it."""

from __future__ import annotations

import json
import os
import shutil
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr
from dataclasses import asdict
from math import isfinite
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from icnn_engine.cli import draw, experiment, explain, filters, runs
from icnn_engine.cli.progress import ProgressPrinter
from icnn_engine.core.errors import PartscopeError, SettingsError
from icnn_engine.core.escaping import visible
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.core.annotations import CheckUp
    from icnn_engine.core.config import TrainSettings
    from icnn_engine.runs.run_folder import Run, Table

MEASURED = (
    "accuracy",
    "balanced_accuracy",
    "instability",
    "instability_all_pictures",
    "instability_centre",
    "instability_random",
    "share_below_centre",
    "equivariance",
    "distinct_parts",
)
OF_PARTS = (
    "slope",
    "mirror",
    "transplant",
    "grounding",
    "holding",
    "independent_parts",
    "nmi_8",
    "ari_8",
    "keypoint_regression",
)
ALWAYS = (
    *MEASURED,
    *OF_PARTS,
    "coverage",
    *(f"twin_{key}" for key in (*MEASURED, *OF_PARTS, "coverage")),
    "cam_accuracy",
    "cam_balanced_accuracy",
    "untrained_equivariance",
    "untrained_distinct_parts",
    *(f"untrained_{key}" for key in OF_PARTS),
)
MOST_EXAMPLES = 10  # of contradictions that are listed; --json has all
CLOSEST = 3  # filters that are exported where none holds a part


def run(options: Namespace) -> int:
    """Run the command of parsed options; the exit status."""
    commands: dict[str, Callable[[Namespace], int]] = {
        "check": check,
        "train": train,
        "experiment": experiment.experiment,
        "switch": experiment.switch,
        "measure": measure,
        "filters": filters.filters,
        "explain": explain.explain,
        "figures": draw.figures,
        "report": draw.report,
        "runs": runs.runs,
        "export": export,
        "demo": demo,
    }
    return commands[options.command](options)


def check(options: Namespace) -> int:
    """Open every picture of a folder and list what cannot be used."""
    from icnn_engine.data import check_folder, list_folder

    with ProgressPrinter() as tell:
        found = drain(check_folder(list_folder(options.folder)), tell)
    print(_as_json(_check_object(found)) if options.json else visible(_check_text(found), lines=True))
    return 0


def _check_object(found: CheckUp) -> dict[str, Any]:
    return {
        "folder": visible(str(found.root)),
        "readable": len(found.pictures),
        "categories": dict(sorted(Counter(p.category for p in found.pictures).items())),
        "skipped": [{"path": p.path, "reason": p.reason} for p in found.problems if p not in found.table_notes],
        "tables": [{"path": p.path, "reason": p.reason} for p in (*found.table_notes, *found.tables_refused)],
        "duplicates": [list(group) for group in found.duplicates],
        "near_copies": [list(group) for group in found.near_copies],
        "contradictions": [list(group) for group in found.contradictions],
        "notes": list(found.notes),
        "fingerprint": found.fingerprint,
        "brightness": [asdict(one) for one in found.brightness],
    }


def _check_text(found: CheckUp) -> str:
    from icnn_engine.data.reading.brightness import brightness_notice, darkened

    counts = Counter(p.category for p in found.pictures)
    lines = [f"{found.root}: {len(found.pictures)} pictures can be used."]
    lines += [f"  {category}: {count}" for category, count in sorted(counts.items())]
    lines += [brightness_notice(rule, darkened(found.pictures, rule)) for rule in found.brightness]
    lines += [f"Note: {note}" for note in found.notes]
    if found.contradictions:
        lines.append(f"Pictures that are in several categories: {len(found.contradictions)}. Keep each in one.")
        lines += [f"  {' = '.join(group)}" for group in found.contradictions[:MOST_EXAMPLES]]
    if found.duplicates or found.near_copies:
        lines.append(
            f"{len(found.duplicates)} groups of exact copies and {len(found.near_copies)} of near copies: each is kept "
            "on one side of the split."
        )
    tables = (*found.table_notes, *found.tables_refused)
    pictures = tuple(problem for problem in found.problems if problem not in tables)
    for heading, problems in ((f"{len(pictures)} not used:", pictures), ("Tables beside the pictures:", tables)):
        if problems:
            lines += [heading, *(f"  {problem.path}: {problem.reason}" for problem in problems)]
    return "\n".join(lines)


def train(options: Namespace) -> int:
    """Train the three networks on a folder, or go on with a training; write the figures, print the table."""
    from icnn_engine.core.config import TrainSettings, make_settings
    from icnn_engine.core.presets import PRESETS

    said = {key: value for key, value in vars(options).items() if key in TrainSettings.model_fields}
    with _together() as elsewhere:
        if options.resume is not None:
            found = _resume(options, said, elsewhere)
        elif options.folder is None:
            raise SettingsError(translate("Errors", "Give a folder of pictures, or --resume with a run to go on with."))
        else:
            settings = make_settings(PRESETS[options.preset or "quick-look"] | said)
            found = _train(options.folder, settings, elsewhere or options.output)
        if elsewhere is None:
            _write_main_figures(found)
            _print_table(found)
    return 0


@contextmanager
def _together() -> Iterator[Path | None]:
    """Train together with the other processes that torchrun has started. The first one writes the run, tells and
    draws; a folder that is thrown away is what another one writes into, and it says nothing."""
    if "WORLD_SIZE" not in os.environ:
        yield None
        return
    from icnn_engine.models.distributed import join_processes

    with join_processes() as ranks, ExitStack() as stack:
        if ranks.rank == 0:
            yield None
            return
        stack.enter_context(redirect_stderr(stack.enter_context(Path(os.devnull).open("w", encoding="utf-8"))))
        yield Path(stack.enter_context(TemporaryDirectory(prefix="partscope-")))


def _resume(options: Namespace, said: dict[str, Any], elsewhere: Path | None) -> Run:
    from icnn_engine.experiment.training_run import resume_training
    from icnn_engine.models.distributed import process_group
    from icnn_engine.runs.resume_state import read_resume_state

    if said or options.preset or options.folder is not None:
        words = (
            "A training goes on with the settings it began with: give nothing but --resume RUN, --images, --as-it-is."
        )
        raise SettingsError(translate("Errors", words))
    begun, path = read_resume_state(options.resume), options.resume
    if elsewhere is not None:
        path = Path(shutil.copytree(path, elsewhere / path.name, ignore=shutil.ignore_patterns("lock", "scratch")))
    process_group().wait()  # nobody changes the folder before the others have read it
    with ProgressPrinter(begun.settings.epochs) as tell:
        return drain(resume_training(path, options.images, options.as_it_is), tell)


def _train(folder: Path, settings: TrainSettings, place: Path) -> Run:
    from icnn_engine.experiment.training_run import run_training

    with ProgressPrinter(settings.epochs) as tell:
        _tell_time(tell, folder, settings, place)
        return drain(run_training(folder, settings, place), tell)


def _tell_time(tell: ProgressPrinter, folder: Path, settings: TrainSettings, place: Path) -> None:
    """Say before a training how long it will take."""
    from icnn_engine.data import list_folder
    from icnn_engine.models.device import chosen_device
    from icnn_engine.training.estimate import basis_text, estimate, estimate_text, records_of

    try:
        found = estimate(list_folder(folder), settings, records_of(place), chosen_device(settings.device).type)
    except PartscopeError:
        return  # the training itself says what is wrong with the folder or the settings
    tell.line(f"{estimate_text(found)} {basis_text(found)}")


def _write_main_figures(run: Run) -> None:
    from icnn_engine import figures

    with ProgressPrinter() as tell:
        tell.line("Drawing figures")
        figures.parts_figure(run, run.path / "figures" / "parts.png")
        figures.comparison_figure(run, run.path / "figures" / "comparison.png")


def _print_table(run: Run) -> None:
    from icnn_engine import figures

    print(figures.table_as_text(run))
    if run.table.get("instability") is None:
        print("Location instability needs landmarks: partscope measure RUN --landmarks CSV")
    print(f"Run folder: {run.path}\nFigures:    {run.path / 'figures'}")


def measure(options: Namespace) -> int:
    """Measure a run anew, with landmarks where there are some, and print its table. A run of an earlier version is
    judged first."""
    from dataclasses import replace

    from icnn_engine.evaluation.measure import measure
    from icnn_engine.runs.run_folder import open_run

    found = open_run(options.run, options.images)
    with ProgressPrinter() as tell:
        if not found.judged:
            from icnn_engine.experiment.judge_run import rejudge_run

            found = drain(rejudge_run(found), tell)
        table = drain(measure(found, options.landmarks), tell)
    if options.json:
        print(_as_json({"run": found.name, "category": found.category, **_every_key(table)}))
    else:
        _print_table(replace(found, table=table))
    return 0


def _every_key(table: Table) -> dict[str, float | None]:
    """The table with every key that is promised; null for what could not be had."""
    whole = dict.fromkeys(ALWAYS) | table
    return {key: value if value is not None and isfinite(value) else None for key, value in whole.items()}


def export(options: Namespace) -> int:
    """Write what was asked for; print each file or folder written."""
    from icnn_engine.figures.folder_owner import claim_folder
    from icnn_engine.inspection.filter_order import representatives
    from icnn_engine.inspection.verdicts import closest_filters
    from icnn_engine.runs.run_folder import open_run

    found = open_run(options.run, options.images)
    draw.check_filter(found, options.filter)
    if options.what == "bulk":
        return _export_bulk(found, options)
    place = options.output or found.path / "figures"
    if options.output:
        claim_folder(found, NetworkName.INTERPRETABLE, place, ())
    chosen = representatives(found.filters) or closest_filters(found.filters)[:CLOSEST]
    if options.filter is not None:
        chosen = (options.filter,)
    if options.what in ("figures", "all"):
        with draw.telling_changed(found):
            _export_figures(found, chosen, place, options)
    if options.what in ("figures", "tables", "all"):
        _export_tables(found, place)
    if options.what in ("heatmaps", "all"):
        _export_heatmaps(found, chosen, place, options)
    return 0


def _export_figures(run: Run, chosen: tuple[int, ...], place: Path, options: Namespace) -> None:
    from icnn_engine import figures

    kind, dpi = options.format, options.dpi
    if options.filter is None:
        print(figures.parts_figure(run, place / f"parts.{kind}", dpi), flush=True)
        print(figures.comparison_figure(run, place / f"comparison.{kind}", dpi), flush=True)
    for filter in chosen:
        print(figures.filter_figure(run, filter, place / f"filter-{filter:03d}.{kind}", dpi=dpi), flush=True)


def _export_tables(run: Run, place: Path) -> None:
    from icnn_engine import figures
    from icnn_engine.runs.run_folder import write_text

    tables = {
        "table.csv": figures.table_as_csv(run),
        "table.md": figures.table_as_markdown(run),
        "table.tex": figures.table_as_latex(run),
    }
    for name, text in tables.items():
        write_text(place / name, text)
        print(place / name)


def _export_heatmaps(run: Run, chosen: tuple[int, ...], place: Path, options: Namespace) -> None:
    from icnn_engine.figures import export_heatmaps

    for filter in chosen:
        folder = place / f"heatmaps-filter-{filter:03d}"
        with ProgressPrinter() as tell:
            count = drain(export_heatmaps(run, filter, folder, options.format, options.dpi), tell)
        print(f"{folder}: {count} heatmaps", flush=True)


def _export_bulk(run: Run, options: Namespace) -> int:
    from icnn_engine import figures

    place = options.output or run.path / "export"
    network = NetworkName.TWIN if options.twin else NetworkName.INTERPRETABLE
    one = () if options.filter is None else (options.filter,)
    filters = one or figures.chosen_filters_of(run, options.filters, network)
    pictures = figures.chosen_pictures_of(run, None if options.side == "all" else options.side, options.category)
    wanted = figures.Wanted(filters, pictures, tuple(options.kinds), network)
    with ProgressPrinter() as tell:
        done = drain(figures.export_bulk(run, wanted, place), tell)
    print(f"{place}: {done.written} files written, {done.kept} were there already", flush=True)
    return 0


def demo(options: Namespace) -> int:
    """Draw the sample, train on it, measure it, write its figures, say where everything is."""
    from icnn_engine.core.config import make_settings
    from icnn_engine.sample import make_sample

    settings = make_settings({"seed": options.seed, "epochs": options.epochs, "name": "demo"})
    with ProgressPrinter() as tell:
        sample = drain(make_sample(options.output / "sample", options.seed, options.pictures, options.pictures), tell)
    found = _train(sample, settings, options.output)
    _write_main_figures(found)
    print(f"Pictures:   {sample}")
    _print_table(found)
    return 0


def _as_json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
