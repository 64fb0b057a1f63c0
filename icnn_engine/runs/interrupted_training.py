"""The state of a training under way in a run folder, from which it can be resumed. No torch.

checkpoint/begun.toml          pictures, settings, the weight of the filter loss once it is chosen
checkpoint/state.safetensors   the networks and everything else that changes while they learn (`checkpoint`)
checkpoint/lock                held by the program that is training (`run_lock`)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.config import TrainSettings, from_toml, reason_of, to_toml, upgrade_settings
from icnn_engine.core.errors import PartscopeError, RunError
from icnn_engine.core.language import translate

FOLDER = "checkpoint"
BEGUN, STATE = f"{FOLDER}/begun.toml", f"{FOLDER}/state.safetensors"


@dataclass(frozen=True)
class ResumeState:
    """What is trained. `fingerprint`: of the pictures and their sides; `weights`: digest of the backbone's; `strength`:
    how the weight of the filter loss was chosen, empty before that; `resumed`: how often the training was resumed."""

    folder: Path
    settings: TrainSettings
    fingerprint: str
    made: str
    weights: str = ""
    strength: Mapping[str, Any] = field(default_factory=dict)
    resumed: int = 0


_ADAPTER = TypeAdapter(ResumeState)


def new_resume_state(folder: Path, settings: TrainSettings, fingerprint: str) -> ResumeState:
    """Return the state of a training that begins now."""
    return ResumeState(folder.resolve(), settings, fingerprint, datetime.now().isoformat(timespec="seconds"))


def write_resume_state(run: Path, state: ResumeState) -> None:
    """Keep the state in a run folder."""
    write_text(run / BEGUN, to_toml(_ADAPTER.dump_python(state)))


def read_resume_state(run: Path) -> ResumeState:
    """Read the state of the training in a run folder. Raises RunError where there is none, where the training is
    finished, or where the state cannot be read."""
    if (run / "run.toml").is_file():
        words = translate("Errors", "{path} is finished: there is nothing to go on with. Open it instead.")
        raise RunError(words.format(path=run))
    if not (run / BEGUN).is_file():
        words = translate("Errors", "{path} holds no training that could go on. Choose a folder that Train has begun.")
        raise RunError(words.format(path=run))
    try:
        values = from_toml((run / BEGUN).read_text(encoding="utf-8"))
        return _ADAPTER.validate_python(values | {"settings": upgrade_settings(values["settings"])})
    except (OSError, PartscopeError, KeyError, TypeError, ValueError) as error:
        words = translate("Errors", "What was begun in {path} cannot be read ({error}). Start the training anew.")
        raise RunError(words.format(path=run, error=reason_of(error))) from None


def can_resume(run: Path) -> bool:
    """Return whether a folder holds a training that did not come to its end and can be resumed."""
    return (run / BEGUN).is_file() and not (run / "run.toml").exists()
