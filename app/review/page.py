"""The Review page: the pictures of the run that matter, one by one and in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.core.context import Context
from app.review.slices.controller import SlicesController
from app.review.slices.slices_view import SlicesView
from app.review.suspects.controller import SuspectsController
from app.review.suspects.suspects_view import SuspectsView
from app.style.stylesheet import LARGE, SMALL, WIDE
from app.widgets.common import Button, column, row
from app.widgets.empty_state import EmptyState
from app.widgets.layouts.containers import widget_of
from app.widgets.layouts.views import Views, ViewStack

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

SUSPECTS, SLICES = range(2)  # the views of the page


class ReviewPage(QWidget):
    """Shows suspects and slices of the session's run. They are read once the page is on show."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.suspects = SuspectsView()
        self._suspects = SuspectsController(context, self.suspects, self)
        self.slices = SlicesView()
        self._slices = SlicesController(context, self.slices, self)
        self.views = Views()
        self.views.add(
            self.tr("Suspects"), self.tr("Pictures that are likely wrong, to be decided one by one"), self.suspects
        )
        self.views.add(
            self.tr("Slices"), self.tr("Groups of pictures by how parts appear, and where answers fail"), self.slices
        )
        self._stack = ViewStack()
        for widget in (self._build_empty(), self._build_work()):
            self._stack.addWidget(widget)
        self.setLayout(row(self._stack))
        self.views.shown.connect(self._show_current)
        context.session.run_changed.connect(self._show_run)
        self._show_run(context.session.run)

    @property
    def is_empty(self) -> bool:
        """Whether no run is open."""
        return self._stack.currentIndex() == 0

    def keys(self) -> list[tuple[str, str]]:
        """The keys of this page and what they do."""
        return [
            (self.tr("R  Enter"), self.tr("Suspects: the picture is right as it is")),
            (self.tr("1 … 9"), self.tr("Suspects: the picture belongs to that category")),
            (self.tr("X  Delete"), self.tr("Suspects: leave the picture out; no file is deleted")),
            (self.tr("Space  Down"), self.tr("Suspects: go on to the next picture")),
            (self.tr("Enter"), self.tr("Slices: look at the chosen picture with the filters")),
        ]

    def _build_empty(self) -> QWidget:
        requests = self._context.requests
        return EmptyState(
            "review",
            self.tr("Nothing to review yet"),
            self.tr(
                "Open a run, or train one: here are the pictures that are likely wrong, and the groups of pictures in "
                "which parts are missing."
            ),
            Button(self.tr("Open run…"), "primary", "run", lambda: requests.action.emit("open_run")),
            Button(self.tr("Train"), "", "train", lambda: requests.page.emit("train")),
        )

    def _build_work(self) -> QWidget:
        return widget_of(column((self.views, 1), margins=(WIDE, SMALL, SMALL, LARGE)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._show_current()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        if not event.spontaneous():  # another page, not a minimized window
            self._context.notes.stack.setActive(True)
            self._suspects.decisions.settle()

    @Slot(object)
    def _show_run(self, run: Run | None) -> None:
        self._stack.setCurrentIndex(0 if run is None else 1)
        if run is None:
            self._suspects.clear()
            self._slices.clear()
        self._show_current()

    @Slot()
    def _show_current(self) -> None:
        """Read what the view on show needs, and give it the keyboard and the keys of Undo."""
        run = self._context.session.run
        if run is None or not self.isVisible():
            return
        if self.views.place == SUSPECTS:
            self._suspects.show(run)
            self._suspects.decisions.stack.setActive(True)
            self.suspects.list.setFocus()
        else:
            self._slices.show(run)
            self._slices.saved.stack.setActive(True)
            self.slices.list.setFocus()
