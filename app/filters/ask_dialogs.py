"""Dialogs of the Filters page: which picture to ask about, and where the pictures of a run are now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.settings import Settings

PATTERN = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff"
ASKED = "filters/asked"  # key of the settings


def tr(text: str) -> str:
    """Return a text of the dialogs in the user's language."""
    return QCoreApplication.translate("FiltersPage", text)


def chosen_picture(parent: QWidget, settings: Settings) -> Path | None:
    """Let the user choose any picture, near the last one; None if none is chosen."""
    pattern = tr("Pictures ({endings})").format(endings=PATTERN)
    near = settings.text(ASKED, str(Path.home()))
    chosen, _kind = QFileDialog.getOpenFileName(parent, tr("Ask about a picture"), near, pattern)
    if not chosen:
        return None
    settings.set_text(ASKED, str(Path(chosen).parent))
    return Path(chosen)


def chosen_images(parent: QWidget) -> Path | None:
    """Let the user choose the folder that has the pictures of the run now; None if none is chosen."""
    chosen = QFileDialog.getExistingDirectory(parent, tr("Where are the pictures of this run now?"))
    return Path(chosen) if chosen else None
