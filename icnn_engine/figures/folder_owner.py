"""Stamp that names the run of an export folder, so that files of two runs are never mixed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.config import from_toml, to_toml
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.metrics import evenly
from icnn_engine.runs.run_folder import Run

STAMP = "export.toml"
MOST_HASHED = 64  # pictures whose maps are hashed: two trainings differ in the maps of every picture


def claim_folder(run: Run, network: NetworkName, folder: Path, unknown: Sequence[str]) -> None:
    """Stamp a folder as an export of this run and network before files are written there.

    `unknown`: names of files there whose run nobody knows without a stamp. Raise RunError if there are some, or if the
    folder is stamped for another run; StorageError if the stamp cannot be written.
    """
    fingerprint, stamp = run_fingerprint(run, network), folder / STAMP
    if not stamp.is_file():
        if unknown:
            text = translate(
                "Errors",
                "{folder} holds {name}, and nothing says which run it is of. Choose an empty folder: nothing that is "
                "there is touched.",
            )
            raise RunError(text.format(folder=folder, name=unknown[0]))
        write_text(stamp, to_toml({"run": run.name, "network": str(network), "fingerprint": fingerprint}))
    elif (stored := _stored_fingerprint(stamp)) != fingerprint:
        text = translate("Errors", "{folder} holds an export of another run or network. Choose an empty folder.")
        if stored is None:
            text = translate(
                "Errors",
                "{folder} holds an export that does not say exactly which run it is of: an earlier version wrote it, "
                "or its {name} is damaged. Choose an empty folder.",
            )
        raise RunError(text.format(folder=folder, name=STAMP))


def _stored_fingerprint(stamp: Path) -> object:
    """Return the fingerprint in a stamp; None if the stamp has none or cannot be read."""
    try:
        return from_toml(stamp.read_text(encoding="utf-8")).get("fingerprint")
    except (UnicodeDecodeError, SettingsError):
        return None


def run_fingerprint(run: Run, network: NetworkName) -> str:
    """Return a digest of the maps, pictures and settings of a run and network.

    Two runs differ in it even if they have the same name. It stays the same when the run or its pictures move, and when
    more is measured. Raise RunError if the maps or the settings cannot be read.
    """
    maps = run.maps(network)
    pictures = [(p.name, p.digest, p.width, p.height, p.box, p.label) for p in run.pictures]
    betas = [(filter.category, filter.beta) for filter in run.of(network)]
    origin = [str(network), run.info.get("made"), _stored_settings(run), pictures, betas, maps.shape]
    digest = hashlib.blake2b(json.dumps(origin).encode(), digest_size=16)
    digest.update(maps[evenly(len(maps), MOST_HASHED)].tobytes())
    return digest.hexdigest()


def _stored_settings(run: Run) -> object:
    """Return the settings as they are stored: a setting that a later version adds must not change the digest."""
    path = run.path / "run.toml"
    try:
        return from_toml(path.read_text(encoding="utf-8")).get("settings")
    except (OSError, UnicodeDecodeError, SettingsError) as error:
        words = translate("Errors", "{path} cannot be read ({error}). Restore it from a copy or train again.")
        raise RunError(words.format(path=path, error=error)) from None
