"""The job of a runner in the status bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from app.core.jobs import JobRunner
from app.core.training_watch import TrainingWatch
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import label, row
from app.widgets.wording.progress import ProgressTracker
from icnn_engine.core.events import Event

WHOLE = 1000  # steps of the bar


class JobStrip(QWidget):
    """The job of a runner in the status bar: its title, progress and time left. Hidden while there is none.

    Of a training it shows the whole, as the Train page does, not the stage under way.
    """

    clicked = Signal()

    def __init__(self, runner: JobRunner, training: TrainingWatch | None = None) -> None:
        super().__init__()
        self._progress, self._training = ProgressTracker(), training
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
        if training is not None:
            training.progressed.connect(self._show_training)
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
        if self._training is not None and self._training.is_running:
            return
        if (stage := self._progress.of(event)) is not None:
            self._title.setText(stage.title)
            self._bar.setRange(0, stage.total)
            self._bar.setValue(stage.done)
            self._left.setText(stage.left)
            self.show()

    @Slot(float, str, str)
    def _show_training(self, share: float, step: str, left: str) -> None:
        self._title.setText(step)
        self._bar.setRange(0, WHOLE)
        self._bar.setValue(round(WHOLE * share))
        self._left.setText(left)
        self.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.clicked.emit()
        super().mouseReleaseEvent(event)
