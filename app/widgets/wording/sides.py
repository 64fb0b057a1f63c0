"""On which side of the split a picture is, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icnn_engine.runs.network_words import is_converted, is_own
from icnn_engine.runs.run_folder import Run


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate("FilterWords", text)


def side_words(run: Run, picture: int) -> str:
    """Return whether a picture of a run was trained on, or, of a network of the user's own, whether filters were chosen
    by it, or the conversion learned from it."""
    train = run.pictures[picture].side == "train"
    if is_own(run):
        return tr("filters were chosen by it") if train else tr("kept aside")
    if is_converted(run):
        return tr("the conversion learned from it") if train else tr("kept out of the conversion")
    return tr("trained on") if train else tr("kept out of training")
