"""What is left of a training that ends early: its lock, its checkpoint, and the advice how to resume it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from icnn_engine.core.errors import PartscopeError, StoppedError
from icnn_engine.core.language import translate
from icnn_engine.runs.interrupted_training import BEGUN, FOLDER, STATE, ResumeState
from icnn_engine.runs.run_lock import LOCK, lock_run

SCRATCH = "scratch"  # in the run folder, while it is made


@contextmanager
def locked_run(path: Path) -> Iterator[None]:
    """Hold the lock of a run folder, which goes with a folder that holds nothing else."""
    try:
        with lock_run(path / LOCK):
            yield
    finally:
        if not (path / BEGUN).is_file():  # some systems do not remove a lock that is held
            shutil.rmtree(path / FOLDER, ignore_errors=True)
            with suppress(OSError):
                path.rmdir()


@contextmanager
def checkpoint_on_error(path: Path, state: ResumeState) -> Iterator[None]:
    """Remove the checkpoint after a training; after an error keep it, unless the operation was closed or a new training
    has learned nothing yet: then remove the run folder."""
    try:
        yield
    except GeneratorExit:
        shutil.rmtree(path, ignore_errors=True)
        raise
    except BaseException as error:
        learned = (path / STATE).is_file()
        shutil.rmtree(path / SCRATCH if learned or state.resumed else path, ignore_errors=True)
        if learned and isinstance(error, PartscopeError | KeyboardInterrupt):
            raise _with_advice(error, path) from error
        raise
    for folder in (FOLDER, SCRATCH):
        shutil.rmtree(path / folder, ignore_errors=True)


def _with_advice(error: PartscopeError | KeyboardInterrupt, path: Path) -> PartscopeError:
    """Return the error, its message completed by how to resume."""
    if isinstance(error, StoppedError | KeyboardInterrupt):
        words = translate(
            "Errors", "Stopped; what was learned is kept in {path}. To go on: partscope train --resume {path}"
        )
        return StoppedError(words.format(path=path))
    words = translate(
        "Errors",
        "What was learned before is kept in {path}: go on with it (Runs, or partscope train --resume), or measure it "
        "as it is (--as-it-is).",
    )
    return type(error)(f"{error} {words.format(path=path)}")
