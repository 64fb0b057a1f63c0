"""The training under way: its steps, the time left in all, and the buttons that steer it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.style.stylesheet import LARGE, TIGHT
from app.style.theme import set_role
from app.train.training_progress import OverallProgress, Step
from app.widgets.common import Button, label
from app.widgets.job_card import JobCard, JobWords
from app.widgets.layouts.wrapping_row import WrappingRow
from icnn_engine.training.estimate_text import rough_duration

PIECES = 1000  # of the bar


def tr(text: str) -> str:
    """Return a text of the card in the user's language."""
    return QCoreApplication.translate("TrainingCard", text)


def step_titles() -> dict[Step, tuple[str, str]]:
    """Return what each step is called: in the list, and in the sentence on the step under way."""
    return {
        Step.READING: (tr("Read the pictures"), tr("reading the pictures")),
        Step.FINDING: (tr("Find the object"), tr("finding the object in each picture")),
        Step.MAPPING: (tr("Compute their maps"), tr("computing the maps of the pictures")),
        Step.PROBING: (tr("Choose the loss weight"), tr("choosing the loss weight")),
        Step.LEARNING: (tr("Train"), tr("training")),
        Step.TESTING: (tr("Test the parts"), tr("testing the parts and writing the run")),
    }


class TrainingCard(JobCard):
    """Told how far the training is; says which button is clicked."""

    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            JobWords(
                progress=tr("Progress of the training"),
                finish=tr("End after this epoch and keep what was learned"),
                question=tr("Throw away {time} of training?"),
                keep=tr("Keep training"),
                give_up=tr("Cancel the training"),
                stop=tr("Stop and keep what was learned at the last checkpoint: go on from the Runs page"),
            )
        )
        self.cancel.setToolTip(tr("Stop and throw away what was learned; asks first"))
        self.again = Button(tr("Try again"), "primary", "play", self.again_wanted.emit)
        self.again.setToolTip(tr("Start once more with the settings as they are in the form now"))
        self.buttons.addWidget(self.again)
        self.steps, self._is_compact = StepList(), False
        self.inside.insertWidget(2, self.steps)

    def begin_steps(self, title: str, steps: Sequence[Step]) -> None:
        """A training with these steps begins."""
        self.begin(title)
        self.offer_again(False)
        self.set_learned(False)
        self.steps.set_steps(steps)
        self.steps.setVisible(not self._is_compact)
        self.show_share(0, PIECES)

    def set_compact(self, compact: bool) -> None:
        """Do without the list of steps, whose number stands in the title."""
        if compact != self._is_compact:
            self._is_compact = compact
            self.steps.setVisible(not compact and self.is_running)

    def set_learned(self, learned: bool) -> None:
        """Allow to finish now: there is something to keep."""
        self.allow_finish("" if learned else tr("Possible after the first epoch: nothing has been learned yet"))

    def show_progress(self, progress: OverallProgress) -> None:
        """Show how far the training is."""
        number, count = self.steps.reach(progress.step)
        if progress.step is Step.TESTING:
            self.allow_finish(tr("It has learned all it will: its parts are being tested"))
        head = tr("Step {number} of {count}: {step}")
        title = head.format(number=number, count=count, step=step_titles()[progress.step][1])
        self.say(title, left_words(progress.left))

    def show_bar(self, share: float) -> None:
        """Show the share of the whole training that is done."""
        self.show_share(round(PIECES * share), PIECES)

    def end(self) -> None:
        """Show that no training is running any more."""
        super().end()
        self.steps.hide()

    def offer_again(self, failed: bool) -> None:
        """Offer to start once more after a failure, or do not."""
        self.again.setVisible(failed)
        if failed:
            self.again.setFocus()


class StepList(QWidget):
    """The steps of a training: those that are done have a tick."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: dict[Step, QLabel] = {}
        self._row = WrappingRow(spacing=LARGE, between=TIGHT)
        self.setLayout(self._row)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps; none is done yet."""
        for old in self._labels.values():
            self._row.removeWidget(old)
            old.deleteLater()
        self._labels = {step: label() for step in steps}
        for made in self._labels.values():
            self._row.addWidget(made)
        self.reach(steps[0])

    def reach(self, step: Step) -> tuple[int, int]:
        """Mark the step under way; return its number, counted from 1, and how many there are."""
        titles = step_titles()
        for one, shown in self._labels.items():
            mark, role = ("✓", "step-done") if one < step else ("●", "step") if one == step else ("○", "small")
            text = f"{mark} {titles[one][0]}"
            if shown.text() != text:
                shown.setText(text)
                set_role(shown, role)
        steps = list(self._labels)
        return 1 + sum(one < step for one in steps), len(steps)


def left_words(seconds: float | None) -> str:
    """Return the time that the whole training still takes, in words."""
    if seconds is None:
        return tr("Working out how long it takes")
    return tr("About {time} left in all").format(time=rough_duration(seconds))
