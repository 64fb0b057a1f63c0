"""The status bar: notes, the jobs under way, and whether the engine is loaded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStatusBar

from app.core.context import Context
from app.core.engine import EngineState
from app.shell.frame.job_strip import JobStrip


class StatusBar(QStatusBar):
    """Follows the jobs and the engine; a click on a job asks for its page."""

    page_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(sizeGripEnabled=False)
        self.jobs, checks = JobStrip(context.jobs, context.training), JobStrip(context.checks)
        self.jobs.clicked.connect(lambda: self.page_wanted.emit("train"))
        checks.clicked.connect(lambda: self.page_wanted.emit("images"))
        self._engine = QLabel()
        self._engine.setContentsMargins(0, 0, 12, 0)
        for widget in (checks, self.jobs, self._engine):
            self.addPermanentWidget(widget)
        context.engine.changed.connect(self.show_engine)
        self.show_engine(context.engine.state)

    def show_engine(self, state: EngineState) -> None:
        """Show whether the engine is loaded."""
        texts = {
            EngineState.ASLEEP: self.tr("Engine asleep"),
            EngineState.LOADING: self.tr("Engine loading…"),
            EngineState.READY: self.tr("Engine ready"),
            EngineState.FAILED: self.tr("Engine cannot be loaded"),
        }
        self._engine.setText(texts[state])
