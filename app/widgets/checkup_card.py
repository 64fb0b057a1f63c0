"""The check-up of a folder: how far it is, then what was found and why something was left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QTabWidget, QVBoxLayout

from app.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.basics import label
from app.widgets.lists import NoteList
from app.widgets.pace import Pace
from icnn_engine.annotations import CheckUp
from icnn_engine.events import Event


class CheckUpCard(QFrame):
    """Told the progress and the result of a check-up; says which picture of its lists is clicked."""

    chosen = Signal(str)  # name of a picture

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._pace = Pace()
        self._state = label(wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the check-up"))
        self._left = label("", "small")
        self.problems = NoteList(self.tr("Problems"))
        self.copies = NoteList(self.tr("Copies"))
        self.near = NoteList(self.tr("Near copies"))
        self.tabs = QTabWidget()
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setUsesScrollButtons(False)
        for view in (self.problems, self.copies, self.near):
            self.tabs.addTab(view, view.accessibleName())
            view.chosen.connect(self.chosen)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(LARGE, MEDIUM, MEDIUM, SMALL)
        inside.setSpacing(SMALL)
        inside.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (label(self.tr("Check-up"), "heading"), self._state, self._bar, self._left):
            inside.addWidget(widget)
        inside.addWidget(self.tabs, 1000)
        inside.addStretch(1)  # while there is no list, the words stay at the top
        self.end()
        self.show_checkup(None)

    @Slot(str)
    def begin(self, title: str) -> None:
        """Something begins of which nothing is known yet."""
        self._pace = Pace()
        self._state.setText(f"{title}…")
        self._bar.setRange(0, 0)
        self._left.clear()
        self._bar.show()
        self._left.show()

    @Slot(object)
    def tell(self, event: Event) -> None:
        """How far it is."""
        if (stage := self._pace.of(event)) is not None:
            self._bar.setRange(0, stage.total)
            self._bar.setValue(stage.done)
            shown = self.tr("{done:,} of {total:,}").format(done=stage.done, total=stage.total)
            self._left.setText(f"{shown} · {stage.left}" if stage.left else shown)

    def end(self) -> None:
        """Nothing is going on any more."""
        self._bar.hide()
        self._left.hide()

    @Slot(object)
    def show_checkup(self, checkup: CheckUp | None) -> None:
        """What was found."""
        self.tabs.setVisible(checkup is not None)
        if checkup is None:
            return
        lists = (
            (self.problems, self.tr("Problems"), [(p.path, p.reason) for p in checkup.problems]),
            (self.copies, self.tr("Copies"), [self._group(names) for names in checkup.duplicates]),
            (self.near, self.tr("Near copies"), [self._group(names) for names in checkup.near_copies]),
        )
        for i, (view, title, notes) in enumerate(lists):
            view.set_notes(notes)
            self.tabs.setTabText(i, f"{title} {len(notes):,}")
            self.tabs.setTabVisible(i, bool(notes))
        self.tabs.setVisible(any(notes for _view, _title, notes in lists))
        self._state.setText(self._summary(checkup))

    def _group(self, names: tuple[str, ...]) -> tuple[str, str]:
        return names[0], self.tr("looks like {others}").format(others=", ".join(names[1:]))

    def _summary(self, checkup: CheckUp) -> str:
        words = [self.tr("{count:,} pictures can be used.").format(count=len(checkup.pictures))]
        if checkup.problems:
            words.append(self.tr("What is left out, and why, stands below."))
        else:
            words.append(self.tr("Every file could be read."))
        if checkup.duplicates or checkup.near_copies:
            words.append(self.tr("Copies are kept on one side of the split."))
        return " ".join(words)
