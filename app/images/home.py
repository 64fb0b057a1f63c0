"""What the window says before a folder is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.style.stylesheet import LARGE, SMALL, TIGHT
from app.widgets import plain_text
from app.widgets.common import Button, EmptyState, label


class Home(QWidget):
    """How to begin, and what was open lately."""

    action_wanted = Signal(str)  # "open_folder", "try_sample"
    path_wanted = Signal(object)  # Path of a recent folder or run

    def __init__(self) -> None:
        super().__init__()
        open_folder = Button(
            self.tr("Open folder…"), "primary", "folder", lambda: self.action_wanted.emit("open_folder")
        )
        sample = Button(self.tr("Try the sample"), "", "sample", lambda: self.action_wanted.emit("try_sample"))
        text = self.tr(
            "A folder with a sub-folder for each category. Drop it here, or open it. Nothing leaves this machine."
        )
        self.buttons = (open_folder, sample)
        self.recents: list[Button] = []
        state = EmptyState("images", self.tr("Start with a folder of pictures"), text, open_folder, sample)
        steps = self.tr(
            "First steps: open pictures here · Train finds their parts · Filters shows them · Export writes a report"
        )
        state.below.addSpacing(SMALL)
        state.below.addWidget(label(steps, "small"), alignment=Qt.AlignmentFlag.AlignHCenter)
        self._recents = QVBoxLayout()
        self._recents.setSpacing(TIGHT)
        state.below.addSpacing(LARGE)
        state.below.addLayout(self._recents)
        whole = QVBoxLayout(self)
        whole.addWidget(state)

    def set_recents(self, folders: Sequence[Path], runs: Sequence[Path]) -> None:
        """Offer these folders and runs; what is no longer there is greyed."""
        while (item := self._recents.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.recents = []
        recents = [("folder", p) for p in folders[:4]] + [("run", p) for p in runs[:3]]
        for icon, path in recents:
            self.recents.append(self._recent(icon, path))
            self._recents.addWidget(self.recents[-1], alignment=Qt.AlignmentFlag.AlignHCenter)

    def _recent(self, icon: str, path: Path) -> Button:
        button = Button(path.name or str(path), "link", icon, lambda: self.path_wanted.emit(path))
        button.setEnabled(path.exists())
        told = str(path) if path.exists() else self.tr("{path} is no longer there").format(path=path)
        button.setToolTip(plain_text.tooltip_text(told))
        button.setIconSize(QSize(16, 16))
        return button
