"""`train`: train the three networks on a folder, or resume a training; write the figures, print the table."""

from __future__ import annotations

import os
import shutil
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from icnn_engine.cli.progress import ProgressPrinter, watch
from icnn_engine.cli.run_table import print_table, write_main_figures
from icnn_engine.core.config import TrainSettings, make_settings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate
from icnn_engine.core.presets import PRESETS
from icnn_engine.experiment.expected_time import expected_time
from icnn_engine.experiment.tensorboard_events import ensure_tensorboard
from icnn_engine.experiment.training_run import resume_training, run_training
from icnn_engine.models.distributed import join_processes, process_group
from icnn_engine.runs.interrupted_training import read_resume_state
from icnn_engine.runs.run_folder import Run


def run(options: Namespace) -> int:
    """Train or resume; print the table."""
    given = {key: value for key, value in vars(options).items() if key in TrainSettings.model_fields}
    with _joined_processes() as scratch:
        if options.resume is not None:
            finished = _resume(options, given, scratch)
        elif options.folder is None:
            raise SettingsError(translate("Errors", "Give a folder of pictures, or --resume with a run to go on with."))
        else:
            settings = make_settings(PRESETS[options.preset or "quick-look"] | given)
            finished = train(options.folder, settings, scratch or options.output, options.tensorboard)
        if scratch is None:
            write_main_figures(finished)
            print_table(finished)
    return 0


def train(folder: Path, settings: TrainSettings, runs: Path, tensorboard: bool = False) -> Run:
    """Train on a folder, after a line with the time it will take; make the run folder in `runs`."""
    if tensorboard:
        ensure_tensorboard()
    if time := expected_time(folder, settings, runs):
        ProgressPrinter().line(time)
    return watch(run_training(folder, settings, runs, tensorboard), settings.epochs)


@contextmanager
def _joined_processes() -> Iterator[Path | None]:
    """Join the other processes that torchrun has started.

    The first process prints, draws and writes the run (None). The others print nothing and get a temporary folder to
    write into.
    """
    if "WORLD_SIZE" not in os.environ:
        yield None
        return
    with join_processes() as ranks, ExitStack() as stack:
        if ranks.rank == 0:
            yield None
            return
        stack.enter_context(redirect_stderr(stack.enter_context(Path(os.devnull).open("w", encoding="utf-8"))))
        yield Path(stack.enter_context(TemporaryDirectory(prefix="partscope-")))


def _resume(options: Namespace, given: dict[str, Any], scratch: Path | None) -> Run:
    if given or options.preset or options.folder is not None:
        words = (
            "A training goes on with the settings it began with: give nothing but --resume RUN, --images, --as-it-is, "
            "--tensorboard."
        )
        raise SettingsError(translate("Errors", words))
    state, path = read_resume_state(options.resume), options.resume
    if scratch is not None:
        path = Path(shutil.copytree(path, scratch / path.name, ignore=shutil.ignore_patterns("lock", "scratch")))
    process_group().wait()  # no process changes the folder before the others have read it
    operation = resume_training(path, options.images, options.as_it_is, options.tensorboard)
    return watch(operation, state.settings.epochs)
