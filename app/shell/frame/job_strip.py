"""The job of a runner in the status bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from app.core.jobs import JobRunner
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import label, row
from app.widgets.wording.progress import ProgressTracker
from icnn_engine.core.events import Event


class JobStrip(QWidget):
    """The job of a runner in the status bar: its title, progress and time left. Hidden while there is none."""

    clicked = Signal()

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self._progress = ProgressTracker()
        self._title, self._left = label(), label()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(self.tr("Progress"))
        whole = row(self._title, self._bar, self._left, spacing=MEDIUM)
        whole.setContentsMargins(SMALL, 0, LARGE, 0)
        self.setLayout(whole)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        runner.started.connect(self._begin)
        runner.told.connect(self._follow)
        runner.ended.connect(self.hide)
        if runner.busy:
            self._begin(runner.title)

    @Slot(str)
    def _begin(self, title: str) -> None:
        self._progress = ProgressTracker()
        self._title.setText(title)
        self._left.clear()
        self._bar.setRange(0, 0)
        self.show()

    @Slot(object)
    def _follow(self, event: Event) -> None:
        if (stage := self._progress.of(event)) is not None:
            self._title.setText(stage.title)
            self._bar.setRange(0, stage.total)
            self._bar.setValue(stage.done)
            self._left.setText(stage.left)
            self.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.clicked.emit()
        super().mouseReleaseEvent(event)
