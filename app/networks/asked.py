"""What the form of a network asks for: the network, the settings, the command that does the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.core.inspection_watch import NetworkDraft
from app.core.network_operations import OF_CONVERT, network_command
from icnn_engine.core.config import TrainSettings, made, make_settings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.network_source import NetworkSource

OF_SOURCE = ("layer", "input_size", "resize", "mean", "std")  # values of the look's form that the source holds


def tr(text: str) -> str:
    """Return a text of the dialog in the user's language."""
    return QCoreApplication.translate("NetworkController", text)


def is_conversion(draft: NetworkDraft) -> bool:
    """Return whether the network is to be converted, not looked inside."""
    return bool(draft.values.get("convert"))


def source_of(draft: NetworkDraft) -> NetworkSource:
    """Return the network that the form names. Raises SettingsError."""
    values = draft.values
    given = {name: values.get(name) for name in OF_SOURCE} | {"matching": dict(draft.answers)}
    given |= {name: values.get(name, "") for name in ("weights", "names")}
    if values.get("file"):
        given["factory"] = f"{values['file']}:{values.get('function') or 'make'}"
        return made(NetworkSource, given)
    if not (values.get("weights") and values.get("architecture")):
        raise SettingsError(tr("Name the file of weights and the architecture it was saved from."))
    return made(NetworkSource, given | {"architecture": values["architecture"]})


def settings_of(draft: NetworkDraft, chosen: Sequence[str]) -> TrainSettings:
    """Return the settings of the look, or of the conversion, at the chosen categories. Raises SettingsError."""
    if not chosen:
        raise SettingsError(tr("Tick the categories to look at."))
    several = tuple(chosen) if len(chosen) > 1 else ()
    names = ("filters", "max_pictures", *(OF_CONVERT if is_conversion(draft) else ()))
    numbers = {name: draft.values[name] for name in names}
    return make_settings({"category": "" if several else chosen[0], "categories": several, **numbers})


def command_of(draft: NetworkDraft, folder: Path, settings: TrainSettings, runs: Path) -> str:
    """Return the command that does what the form asks for. Raises SettingsError."""
    return network_command(folder, source_of(draft), settings, runs, is_conversion(draft))
