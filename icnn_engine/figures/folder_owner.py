"""Whose files a folder holds: a stamp beside them, so that those of two runs are never mixed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from icnn_engine.core.config import from_toml, to_toml
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.files import write_text
from icnn_engine.core.language import translate
from icnn_engine.metrics import evenly
from icnn_engine.runs.run_folder import Run

STAMP = "export.toml"
MOST_HASHED = 64  # pictures whose maps go into a fingerprint: two trainings differ in the maps of every picture


def claim_folder(run: Run, network: NetworkName, folder: Path, unknown: Sequence[str]) -> None:
    """Say by a stamp in a folder that the files which are about to be written there are of this run and network.

    `unknown`: names of files there of which without a stamp nobody knows what run they are of. Raises RunError where
    there are some, or the files are another run's; StorageError.
    """
    own, stamp = run_fingerprint(run, network), folder / STAMP
    if not stamp.is_file():
        if unknown:
            text = translate(
                "Errors",
                "{folder} holds {name}, and nothing says which run it is of. Choose an empty folder: nothing that is "
                "there is touched.",
            )
            raise RunError(text.format(folder=folder, name=unknown[0]))
        write_text(stamp, to_toml({"run": run.name, "network": str(network), "fingerprint": own}))
    elif (kept := _stamped(stamp)) != own:
        text = translate("Errors", "{folder} holds an export of another run or network. Choose an empty folder.")
        if kept is None:
            text = translate(
                "Errors",
                "{folder} holds an export that does not say exactly which run it is of: an earlier version wrote it, "
                "or its {name} is damaged. Choose an empty folder.",
            )
        raise RunError(text.format(folder=folder, name=STAMP))


def _stamped(stamp: Path) -> str | None:
    """The fingerprint of the run whose files lie in a folder; None where its stamp does not tell."""
    try:
        kept = from_toml(stamp.read_text(encoding="utf-8")).get("fingerprint")
    except (UnicodeDecodeError, SettingsError):
        return None
    return kept if isinstance(kept, str) else None


def run_fingerprint(run: Run, network: NetworkName) -> str:
    """What tells the files of a run and network from those of any other, also of one in a folder of the same name:
    what they were drawn from. The same wherever the run and its pictures lie, and whatever was measured of it since.
    Raises RunError where its maps or its settings cannot be read."""
    maps = run.maps(network)
    pictures = [(p.name, p.digest, p.width, p.height, p.box, p.label) for p in run.pictures]
    betas = [(one.category, one.beta) for one in run.of(network)]
    told = [str(network), run.info.get("made"), _settings_of(run), pictures, betas, maps.shape]
    found = hashlib.blake2b(json.dumps(told).encode(), digest_size=16)
    found.update(maps[evenly(len(maps), MOST_HASHED)].tobytes())
    return found.hexdigest()


def _settings_of(run: Run) -> object:
    """The settings as the run's file has them: one that a later version knows besides makes no other run of it."""
    path = run.path / "run.toml"
    try:
        return from_toml(path.read_text(encoding="utf-8")).get("settings")
    except (OSError, UnicodeDecodeError, SettingsError) as error:
        words = translate("Errors", "{path} cannot be read ({error}). Restore it from a copy or train again.")
        raise RunError(words.format(path=path, error=error)) from None
