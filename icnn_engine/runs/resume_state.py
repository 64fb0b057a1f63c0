"""A training that was begun in a run folder: what is needed to go on with it, and whether somebody is at it. No torch.

checkpoint/begun.toml          what is being trained: pictures, settings, the strength once it is chosen
checkpoint/state.safetensors   the networks and everything else that changes while they learn (`checkpoint`)
checkpoint/lock                held by the program that is training
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from icnn_engine.core.config import TrainSettings, from_toml, make_settings, to_toml, upgrade_settings
from icnn_engine.core.errors import PartscopeError, RunError, StorageError
from icnn_engine.core.files import PART, write_text
from icnn_engine.core.language import translate

FOLDER = "checkpoint"
PATIENCE = 0.5  # seconds: who only asks whether a lock is held holds it for a moment
BEGUN, STATE, LOCK = f"{FOLDER}/begun.toml", f"{FOLDER}/state.safetensors", f"{FOLDER}/lock"


@dataclass(frozen=True)
class ResumeState:
    """What was begun. `fingerprint`: of the pictures and their sides; `weights`: digest of the backbone's; `strength`:
    how it was chosen, empty before that; `resumed`: how often the training was taken up again."""

    folder: Path
    settings: TrainSettings
    fingerprint: str
    made: str
    weights: str = ""
    strength: Mapping[str, Any] = field(default_factory=dict)
    resumed: int = 0


def new_resume_state(folder: Path, settings: TrainSettings, fingerprint: str) -> ResumeState:
    """A training that begins now."""
    return ResumeState(folder.resolve(), settings, fingerprint, datetime.now().isoformat(timespec="seconds"))


def write_resume_state(run: Path, begun: ResumeState) -> None:
    """Keep what was begun in a run folder."""
    values = {
        "folder": str(begun.folder),
        "fingerprint": begun.fingerprint,
        "made": begun.made,
        "weights": begun.weights,
        "resumed": begun.resumed,
        "settings": begun.settings.model_dump(),
        "strength": dict(begun.strength),
    }
    write_text(run / BEGUN, to_toml(values))


def read_resume_state(run: Path) -> ResumeState:
    """What was begun in a run folder. Raises RunError where nothing was, where it came to its end, or where that cannot
    be read."""
    if (run / "run.toml").is_file():
        words = translate("Errors", "{path} is finished: there is nothing to go on with. Open it instead.")
        raise RunError(words.format(path=run))
    if not (run / BEGUN).is_file():
        words = translate("Errors", "{path} holds no training that could go on. Choose a folder that Train has begun.")
        raise RunError(words.format(path=run))
    try:
        values = from_toml((run / BEGUN).read_text(encoding="utf-8"))
        return ResumeState(
            Path(str(values["folder"])),
            make_settings(upgrade_settings(values["settings"])),
            str(values["fingerprint"]),
            str(values["made"]),
            str(values["weights"]),
            dict(values["strength"]),
            int(values["resumed"]),
        )
    except (OSError, UnicodeDecodeError, PartscopeError, KeyError, TypeError, ValueError) as error:
        words = translate("Errors", "What was begun in {path} cannot be read ({error}). Start the training anew.")
        raise RunError(words.format(path=run, error=error)) from None


def can_resume(run: Path) -> bool:
    """Whether a folder holds a training that did not come to its end and can be taken up again."""
    return (run / BEGUN).is_file() and not (run / "run.toml").exists()


@contextmanager
def lock_run(lock: Path) -> Iterator[None]:
    """Nobody else holds `lock` while the block runs. Raises RunError where somebody does, in words, or StorageError."""
    holder = FileLock(lock)
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        holder.acquire(timeout=PATIENCE, poll_interval=0.05)
    except Timeout:
        words = translate(
            "Errors",
            "Another Partscope is at work in {path}. Wait until it has ended, or stop it there, then try again.",
        )
        raise RunError(words.format(path=_whole(lock))) from None
    except OSError as error:
        words = translate(
            "Errors", "{path} cannot be written to ({reason}). Allow writing there, or choose another place."
        )
        raise StorageError(words.format(path=_whole(lock), reason=error.strerror or error)) from None
    try:
        yield
    finally:
        holder.release()


def is_locked(lock: Path) -> bool:
    """Whether a program holds a lock."""
    if not lock.is_file():
        return False
    holder = FileLock(lock)
    try:
        holder.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False  # nobody can train where nobody can write
    holder.release()
    return False


def clear_parts(run: Path) -> None:
    """Remove the halves of files that a crash has left in a run folder; whoever calls this holds its lock."""
    for path in run.rglob(f".*{PART}"):
        with suppress(OSError):
            path.unlink()


def _whole(lock: Path) -> Path:
    return lock.parent.parent if lock.parent.name == FOLDER else lock.parent
