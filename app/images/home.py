"""The Images page before a folder is open: how to begin, and what was open lately."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.style.stylesheet import LARGE, TIGHT
from app.widgets.common import Button, column, label
from app.widgets.empty_state import EmptyState
from app.widgets.wording import plain_text


class Home(QWidget):
    """Buttons to begin with, and the recent folders and runs."""

    action_wanted = Signal(str)  # "open_folder", "try_sample"
    path_wanted = Signal(object)  # Path of a recent folder or run

    def __init__(self) -> None:
        super().__init__()
        open_folder = Button(
            self.tr("Open folder…"), "primary", "folder", lambda: self.action_wanted.emit("open_folder")
        )
        sample = Button(self.tr("Try the sample"), "", "sample", lambda: self.action_wanted.emit("try_sample"))
        text = self.tr(
            "Their parts are found without marking any. Use a folder with a sub-folder for each kind of thing: drop it "
            "here, or open it. Nothing leaves this machine."
        )
        self.buttons = (open_folder, sample)
        self.recents: list[Button] = []
        state = EmptyState("images", self.tr("Start with a folder of pictures"), text, open_folder, sample)
        hint = label(self.tr("The sample is a finished run on drawn creatures: see its parts at once."), "small")
        state.below.addWidget(hint, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._recents = column(spacing=TIGHT)
        state.below.addSpacing(LARGE)
        state.below.addLayout(self._recents)
        QVBoxLayout(self).addWidget(state)

    def set_recents(self, folders: Sequence[Path], runs: Sequence[Path]) -> None:
        """Offer these folders and runs; missing ones are disabled."""
        for button in self.recents:
            button.hide()
            button.deleteLater()
        self.recents = [self._recent("folder", path) for path in folders[:4]]
        self.recents += [self._recent("run", path) for path in runs[:3]]
        for button in self.recents:
            self._recents.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _recent(self, icon: str, path: Path) -> Button:
        button = Button(path.name or str(path), "link", icon, lambda: self.path_wanted.emit(path))
        button.setEnabled(path.exists())
        text = str(path) if path.exists() else self.tr("{path} is no longer there").format(path=path)
        button.setToolTip(plain_text.tooltip_text(text))
        button.setIconSize(QSize(16, 16))
        return button
