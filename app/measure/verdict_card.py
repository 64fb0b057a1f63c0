"""The card above the table that says in short what the run gained and what that costs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from app.style.stylesheet import SMALL
from app.widgets.common import CARD, column, label, progress_bar, row, show_text
from app.widgets.guide_link import GuideButton, explained
from app.widgets.measures.measure_lines import MeasureLine
from icnn_engine.inspection.run_verdict import RunVerdict
from icnn_engine.inspection.verdict_words import verdict_sentences

translate = QCoreApplication.translate


class VerdictCard(QFrame):
    """The verdict on the open run: gain, price, parts. A loss is a warning; a label is
    hidden while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.gain = label("", "heading", wrap=True)
        self.price = label("", "heading", wrap=True)
        self.loss = label("", "warning", wrap=True)
        self.parts = label("", wrap=True)  # a count, not praise: copies of one detector hold too
        self.no_part = label("", "warning", wrap=True)
        self.unlike = label("", "muted", wrap=True)  # filled by its own controller: it takes longer
        heading = label(translate("MeasurePage", "In short"), "caption")
        sentences = (self.gain, self.price, self.loss, self.parts, self.no_part)
        column(explained(heading, "measure"), *sentences, self.unlike, spacing=SMALL, margins=CARD, parent=self)
        self.clear()

    def clear(self) -> None:
        """Say nothing, until the verdict on another run is there."""
        for sentence in (self.gain, self.price, self.loss, self.parts, self.no_part):
            show_text(sentence, "")

    def show_verdict(self, verdict: RunVerdict) -> None:
        """Show the verdict on a run."""
        told = verdict_sentences(verdict)
        show_text(self.gain, told.gain)
        show_text(self.price, "" if verdict.loses else _unbroken(told.price))
        show_text(self.loss, _unbroken(told.price) if verdict.loses else "")
        missing = verdict.judged and not verdict.parts
        show_text(self.parts, "" if missing else told.parts)
        show_text(self.no_part, told.parts if missing else "")


def _unbroken(text: str) -> str:
    """Return the text with numbers that keep their per cent on the line."""
    return text.replace(" %", "\u00a0%")


class ReadingCard(QFrame):
    """Explains the chosen line of the table and what the run is compared with, and shows that it is being measured."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.line = label("", "caption", wrap=True)
        self.meaning = label("", wrap=True)
        self.baseline = label("", wrap=True)
        self.means = label("", "small", wrap=True)
        self.basis = label("", "small", wrap=True)
        self.missing = label("", "muted", wrap=True)
        self.marked = label("", "muted", wrap=True)
        self._measuring = label(translate("MeasurePage", "Measuring…"), "muted")
        self.busy = progress_bar(translate("MeasurePage", "Measuring"))
        self.busy.setRange(0, 0)
        heading = label(translate("MeasurePage", "How to read this"), "heading")
        self.about_missing = GuideButton("landmarks")
        missing = row((self.missing, 1), self.about_missing)
        lines = (self.line, self.meaning, self.baseline, self.means, self.basis, missing, self.marked)
        column(heading, *lines, self._measuring, self.busy, 1, margins=CARD, parent=self)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Show whether the run is being measured."""
        self.busy.setVisible(busy)
        self._measuring.setVisible(busy)

    def explain(self, line: MeasureLine | None) -> None:
        """Explain a line of the table, or none."""
        show_text(self.line, "" if line is None else line.title)
        show_text(self.meaning, "" if line is None else line.meaning)
        baseline = translate("MeasurePage", "Baseline: {name}.")
        show_text(self.baseline, baseline.format(name=line.baseline) if line is not None and line.baseline else "")

    def show_verdict(self, verdict: RunVerdict) -> None:
        """Say what the twin is, what the gain counts, and which pictures all of it was measured on."""
        told = verdict_sentences(verdict)
        baseline = translate("MeasurePage", "The baseline is what comes without learning.")
        show_text(self.means, f"{told.means} {baseline}")
        show_text(self.basis, _unbroken(" ".join(filter(None, (told.basis, told.spread)))))

    def show_landmarks(self, measured: bool, marked: str) -> None:
        """Say what was not measured for want of landmarks, or on what it was measured."""
        missing = translate(
            "MeasurePage",
            "{dash} was not measured: there are no landmarks. Location instability needs points marked by hand: "
            "click them by Mark parts…, or choose a CSV with the columns image, part, x, y by Landmarks…",
        )
        show_text(self.missing, "" if measured else missing.format(dash="—"))
        self.about_missing.setVisible(not measured)
        show_text(self.marked, marked)
