"""The training under way: its stage and time left, how right the networks are, and the buttons that steer it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.stylesheet import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.widgets.basics import Button, Elided, column, label, row
from app.widgets.pace import Stage
from icnn_engine.events import EpochDone, NetworkName, StrengthTried


class TrainingCard(QFrame):
    """Told how far the training is; says which button is clicked."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    finish_wanted = Signal()
    cancel_wanted = Signal()
    filters_wanted = Signal()
    measure_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._paused = False
        self._title = label("", "heading")
        self._left = Elided("", "muted", Qt.TextElideMode.ElideRight)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the training"))
        self.pause = Button(self.tr("Pause"), "", "pause", self._toggle)
        self.finish = Button(self.tr("Finish now"), "", "finish", self.finish_wanted.emit)
        self.finish.setToolTip(self.tr("End after this epoch and keep what was learned"))
        self.cancel = Button(self.tr("Cancel"), "danger", "", self.cancel_wanted.emit)
        self.cancel.setToolTip(self.tr("Stop and throw away what was learned"))
        self.filters = Button(self.tr("See the filters"), "primary", "filters", self.filters_wanted.emit)
        self.measure = Button(self.tr("Measure"), "", "measure", self.measure_wanted.emit)
        self.answers = Answers()
        self.probes = Probes()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(LARGE, MEDIUM + TIGHT, LARGE, MEDIUM + TIGHT)
        inside.setSpacing(MEDIUM)
        words = column(self._title, self._left, spacing=0)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addLayout(row(self.pause, self.finish, self.cancel, self.measure, self.filters))
        inside.addLayout(top)
        inside.addWidget(self._bar)
        inside.addWidget(self.answers)
        inside.addWidget(self.probes)

    def begin(self, title: str) -> None:
        """A training begins."""
        self.say(title, "")
        self._bar.setRange(0, 0)
        self._bar.show()
        self.filters.hide()
        self.measure.hide()
        self.answers.clear()
        self.probes.clear()

    def say(self, title: str, left: str) -> None:
        """Say in words what is going on."""
        self._title.setText(title)
        self._left.set_text(left)

    def show_stage(self, stage: Stage) -> None:
        """How far it is."""
        self.say(f"{stage.title}…", stage.left or self.tr("Working out how long it takes"))
        self._bar.setRange(0, stage.total)
        self._bar.setValue(stage.done)

    def set_state(self, running: bool, paused: bool, can_finish: bool) -> None:
        """Which buttons make sense now."""
        self._paused = paused
        self.pause.setText(" " + (self.tr("Resume") if paused else self.tr("Pause")))
        self.pause.set_icon("play" if paused else "pause")
        self.pause.setEnabled(can_finish)
        self.finish.setEnabled(can_finish)
        for button in (self.pause, self.finish, self.cancel):
            button.setVisible(running)

    def end(self, kept: bool) -> None:
        """Nothing is going on any more; where a run was kept, it is offered."""
        self._bar.hide()
        self.filters.setVisible(kept)
        self.measure.setVisible(kept)
        if kept:
            self.filters.setFocus()

    def _toggle(self) -> None:
        (self.resume_wanted if self._paused else self.pause_wanted).emit()


class Answers(QWidget):
    """Balanced accuracy of the networks so far."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, QLabel] = {name: label("", "number") for name in NetworkName}
        titles: dict[str, str] = {
            NetworkName.INTERPRETABLE: self.tr("interpretable"),
            NetworkName.TWIN: self.tr("ordinary twin"),
            NetworkName.CAM: self.tr("CAM network"),
        }
        numbers = row(spacing=WIDE)
        for name, number in self._numbers.items():
            numbers.addLayout(column(number, label(titles[name], "small"), spacing=0))
        numbers.addStretch(1)
        whole = column(label(self.tr("Balanced accuracy on pictures kept aside"), "small"), spacing=TIGHT)
        whole.addLayout(numbers)
        self.setLayout(whole)
        self.hide()

    def show_epoch(self, event: EpochDone) -> None:
        """How right a network is after an epoch."""
        self._numbers[event.network].setText(f"{100 * event.balanced_accuracy:.1f} %")
        self.show()

    def clear(self) -> None:
        """Forget the numbers."""
        for number in self._numbers.values():
            number.setText("–")
        self.hide()


class Probes(QWidget):
    """The strengths that were tried, and the one that was taken."""

    def __init__(self) -> None:
        super().__init__()
        self._row = row(spacing=SMALL)
        self._row.addWidget(label(self.tr("Strengths tried"), "small"))
        self._row.addStretch(1)
        self.setLayout(self._row)
        self.hide()

    def add(self, tried: StrengthTried) -> None:
        """One more probe."""
        text = f"{tried.strength:g}  →  {tried.equivariance:.2f}"
        made = label(text, "pill-good" if tried.accepted else "pill")
        made.setToolTip(
            self.tr("Equivariance {reached:.2f}; {threshold:.2f} is needed").format(
                reached=tried.equivariance, threshold=tried.threshold
            )
        )
        self._row.insertWidget(self._row.count() - 1, made)
        self.show()

    def clear(self) -> None:
        """Forget the probes."""
        while self._row.count() > 2:
            item = self._row.takeAt(1)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self.hide()
