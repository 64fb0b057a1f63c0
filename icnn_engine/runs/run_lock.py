"""The lock of a run folder: only one program at a time trains in it. No torch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from icnn_engine.core.errors import RunError, StorageError
from icnn_engine.core.language import translate
from icnn_engine.core.temporary_files import PART
from icnn_engine.runs.interrupted_training import FOLDER

LOCK = f"{FOLDER}/lock"
PATIENCE = 0.5  # seconds: who only asks whether a lock is held holds it for a moment


@contextmanager
def lock_run(lock: Path) -> Iterator[None]:
    """Hold `lock` while the block runs. Raises RunError where another program holds it, or StorageError."""
    file_lock = FileLock(lock)
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file_lock.acquire(timeout=PATIENCE, poll_interval=0.05)
    except Timeout:
        words = translate(
            "Errors",
            "Another Partscope is at work in {path}. Wait until it has ended, or stop it there, then try again.",
        )
        raise RunError(words.format(path=_locked_folder(lock))) from None
    except OSError as error:
        words = translate(
            "Errors", "{path} cannot be written to ({reason}). Allow writing there, or choose another place."
        )
        raise StorageError(words.format(path=_locked_folder(lock), reason=error.strerror or error)) from None
    try:
        yield
    finally:
        file_lock.release()


def is_locked(lock: Path) -> bool:
    """Return whether a program holds a lock."""
    if not lock.is_file():
        return False
    try:
        with FileLock(lock).acquire(timeout=0):
            return False
    except Timeout:
        return True
    except OSError:
        return False  # nobody can train where nobody can write


def clear_parts(run: Path) -> None:
    """Remove the temporary files that a crash has left in a run folder; the caller holds its lock."""
    for path in run.rglob(f".*{PART}"):
        with suppress(OSError):
            path.unlink()


def _locked_folder(lock: Path) -> Path:
    return lock.parent.parent if lock.parent.name == FOLDER else lock.parent
