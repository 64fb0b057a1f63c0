"""The tour: a few callouts on the parts of a run; after those of the sample, the way to the user's own pictures."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow, QWidget

from app.core.context import Context
from app.core.settings import sample_run_folder
from app.shell.help.callout import Callout
from app.widgets.common import Button


class Tour(QObject):
    """Shows its steps one after the other. Esc, Skip or another page ends it."""

    def __init__(self, context: Context, window: QMainWindow) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._callout: Callout | None = None
        self._step = 0

    @property
    def callout(self) -> Callout:
        """The callout, made when the tour first begins."""
        if self._callout is None:
            self._callout = Callout(self._window)
            self._callout.closed.connect(self.end)
        return self._callout

    @property
    def is_on(self) -> bool:
        """Whether a callout is on show."""
        return self._callout is not None and self._callout.isVisible()

    def _steps(self) -> list[tuple[str, str]]:
        """Return (name of the widget, text) of each step."""
        tr = self.tr
        return [
            ("parts_picture", tr("The network found these parts by itself. Nobody marked anything: it only knew which "
                                 "pictures show the creature.")),
            ("part_cards", tr("Each card is one part, cut out of pictures that were kept out of training. Choose a "
                              "card to see its part alone in the large picture.")),
            ("name_parts", tr("Name the parts. The names appear everywhere: in the figures and in the report as "
                              "well.")),
            ("filter_views", tr("These views answer the next questions: where is the network wrong, and does an "
                                "ordinary network find parts too?")),
        ]  # fmt: skip

    @Slot()
    def begin(self) -> None:
        """Show the first step."""
        self._step = 0
        self._show()

    @Slot()
    def end(self) -> None:
        """Hide the callouts."""
        if self._callout is not None:
            self._callout.hide_all()

    def _show(self) -> None:
        steps = self._steps()
        while self._step < len(steps) and self._target(steps[self._step][0]) is None:
            self._step += 1
        if self._step >= len(steps):
            self._show_last() if self._is_sample() else self.end()
            return
        name, text = steps[self._step]
        count = f"{self._step + 1} / {len(steps) + self._is_sample()}"
        buttons = [
            Button(self.tr("Next"), "primary", clicked=self._go_on),
            Button(self.tr("Skip"), "quiet", clicked=self.end),
        ]
        self.callout.show_step(self._target(name), count, text, buttons)

    def _go_on(self) -> None:
        self._step += 1
        self._show()

    def _show_last(self) -> None:
        steps = len(self._steps()) + 1
        text = self.tr(
            "Now your pictures: open a folder with a sub-folder for each kind of thing. Or train on the pictures of "
            "the sample yourself and watch its parts appear."
        )
        buttons = [
            Button(self.tr("Open folder…"), "primary", "folder", lambda: self._leave_for("open_folder")),
            Button(self.tr("Train the sample"), clicked=lambda: self._leave_for("train")),
            Button(self.tr("Close"), "quiet", clicked=self.end),
        ]
        self.callout.show_step(None, f"{steps} / {steps}", text, buttons)

    def _is_sample(self) -> bool:
        run = self._context.session.run
        return run is not None and run.path == sample_run_folder().resolve()

    def _leave_for(self, where: str) -> None:
        self.end()
        requests = self._context.requests
        (requests.page if where == "train" else requests.action).emit(where)

    def _target(self, name: str) -> QWidget | None:
        """Return the visible widget of a step."""
        found = self._window.findChild(QWidget, name)
        return found if found is not None and found.isVisible() else None
