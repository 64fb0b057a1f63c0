"""Forbids a part of the open run: asks, fits the answer anew as a job, and opens the run that it leaves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.core.context import Context
from app.core.job_result import Cancelled, Failed, Outcome, Succeeded
from app.core.jobs import RunnerState
from app.core.messages import Offer, error_text
from app.core.session import NO_FILTER
from app.filters.forbidding.choices import Choice, choice_words, choices_of, forbid_when_ready
from app.filters.forbidding.forbid_dialog import ForbidDialog
from app.filters.wall.wall_panel import WallPanel
from app.widgets.menus import menu_of
from app.widgets.pictures.compute_scene import INTERPRETABLE
from app.widgets.wording import plain_text
from app.widgets.wording.progress import ProgressTracker
from icnn_engine.audit.forbidden_words import forbidden_lines
from icnn_engine.audit.forbidding import why_not
from icnn_engine.core.events import Event, Warned

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run


class ForbidController(QObject):
    """Owns the dialog. One run at a time is fitted anew, whatever run is open meanwhile."""

    def __init__(self, context: Context, panel: WallPanel, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._panel, self._page = context, panel, page
        self._dialog: ForbidDialog | None = None
        self._open: Run | None = None  # that the dialog is about
        self._run: Run | None = None  # that is being fitted
        self._title, self._progress = "", ProgressTracker()
        for signal, slot in (
            (context.requests.forbid, self.ask),
            (panel.wall.menu_wanted, self._show_menu),
            (context.jobs.told, self._show_event),
            (context.jobs.changed, self._show),
            (context.jobs.ended, self._end),
        ):
            signal.connect(slot)

    @property
    def dialog(self) -> ForbidDialog:
        """The dialog, made when it is first needed."""
        if self._dialog is None:
            self._dialog = ForbidDialog(self._page)
            self._dialog.forbid_wanted.connect(self.forbid)
            self._dialog.cancel_wanted.connect(self._context.jobs.cancel)
            self._dialog.edited.connect(self._show)
        return self._dialog

    @Slot()
    def ask(self) -> None:
        """Ask whether the part of the chosen filter is to be forbidden."""
        run, index = self._context.session.run, self._context.session.filter
        if run is not None:
            group = run.filters[index].group if index != NO_FILTER else -1
            self.ask_about(max(group, 0))

    @Slot(int)
    def ask_about(self, group: int) -> None:
        """Ask whether a part of the open run, by its number from 0, is to be forbidden."""
        run, dialog = self._context.session.run, self.dialog
        if run is None:
            return
        if self._run is None:  # else the dialog shows the fit under way
            self._open = run
            choices = choices_of(run, self._context.notes.remarks)
            dialog.show_choices(choices, group if group < len(run.groups()) else None)
            dialog.show_refusal("")
        self._show()
        dialog.show()
        dialog.activateWindow()
        (dialog.start if dialog.start.isEnabled() else dialog.choice).setFocus()

    @Slot(int, object)
    def _show_menu(self, index: int, place: QPoint) -> None:
        menu = self.menu(index)
        menu.exec(place)
        menu.deleteLater()

    def menu(self, index: int) -> QMenu:
        """Return the menu of a filter on the wall."""
        run = self._context.session.run
        if run is None:
            return QMenu(self._panel)
        group = run.of(self._panel.network)[index].group
        reason = self._why_not(run, group)
        menu = menu_of(self._panel, ((self.tr("Forbid this part…"), not reason, partial(self.ask_about, group)),))
        menu.setToolTipsVisible(True)
        menu.actions()[0].setToolTip(plain_text.tooltip_text(reason))
        return menu

    def _why_not(self, run: Run, group: int) -> str:
        if self._panel.network is not INTERPRETABLE:
            return self.tr("Only the answer of the interpretable network is fitted anew.")
        return why_not(run) if group >= 0 else self.tr("This filter holds no part.")

    @property
    def _choice(self) -> Choice | None:
        choice: Choice | None = self.dialog.choice.value()
        return choice

    @Slot()
    def _show(self) -> None:
        """Say what will happen, or why it cannot."""
        run = self._open
        if self._dialog is None or run is None or self._run is not None:
            return
        choice, reason = self._choice, why_not(run)
        if not reason and choice is None:
            reason = self.tr("No filter of this run holds a part. Mark regions in a table to forbid them.")
        if not reason and self._context.jobs.state is not RunnerState.IDLE:
            reason = self.tr("It can start when the work under way has ended.")
        self._dialog.show_words("" if reason else self._words(choice))
        self._dialog.show_refusal(reason)
        self._dialog.start.setEnabled(not reason)

    def _words(self, choice: Choice | None) -> str:
        lines = (
            self.tr("The answer of this run is fitted anew so that it does not use {title}. That takes a minute "
                    "or two for a few hundred pictures; no filter is trained."),
            self.tr("The filters stay. They still see {title}, and it is still marked on pictures; the answer "
                    "ignores it."),
            self.tr("A new run is made beside this one, and opened. This run stays as it is."),
            self.tr("Then the Measure page shows both answers side by side: how often they are right, and how much "
                    "they change when {title} is covered, or put into other pictures."),
        )  # fmt: skip
        title = choice_words(choice, self._context.notes.remarks)
        return "\n\n".join(line.format(title=title) for line in lines)

    # The fit

    @Slot()
    def forbid(self) -> None:
        """Fit the answer of the run anew without what is chosen."""
        run, choice = self._open, self._choice
        if run is None or choice is None or self._context.jobs.busy:
            return
        notes = self._context.notes.remarks
        title = choice_words(choice, notes)
        self._run, self._progress = run, ProgressTracker()
        self._title = self.tr("Fitting {name} without {title}").format(name=run.short_name, title=title)
        self.dialog.show_refusal("")
        self.dialog.show_busy(self.tr("Waiting for the engine…"))
        self._context.jobs.start(self._title, partial(forbid_when_ready, self._context.engine, run, choice, notes))

    @Slot(object)
    def _show_event(self, event: Event) -> None:
        if self._run is None:
            return
        if isinstance(event, Warned):
            self._context.messages.problem(event.text)
        elif (stage := self._progress.of(event)) is not None:
            self.dialog.show_stage(stage)

    @Slot(str, object)
    def _end(self, title: str, outcome: Outcome) -> None:
        run = self._run
        if run is None or title != self._title:
            return
        self._run = None
        self.dialog.show_idle()
        self._show()
        match outcome:
            case Succeeded(new):
                self.dialog.hide()
                self._take(run, new)
            case Failed(error, details):
                self._tell(error_text(error), partial(self._context.messages.failure, error, details))
            case Cancelled():
                text = self.tr("Cancelled: nothing was made.")
                self._tell(text, partial(self._context.messages.note, text))

    def _tell(self, text: str, otherwise: partial[None]) -> None:
        """Say in the dialog how it ended; where that is closed, across the window."""
        if self.dialog.isVisible():
            self.dialog.show_refusal(text)
        else:
            otherwise()

    def _take(self, run: Run, new: Run) -> None:
        """Open the new run, or offer it where another one was opened meanwhile."""
        now = self._context.session.run
        if now is not None and now.identity == run.identity:
            self._open_new(new)
            return
        text = self.tr("'{title}' is done.").format(title=self._title)
        self._context.messages.offer(text, Offer(self.tr("See what changed"), partial(self._open_new, new)))

    def _open_new(self, new: Run) -> None:
        self._context.session.set_run(new)
        self._context.requests.page.emit("measure")
        self._context.messages.note(" ".join(forbidden_lines(new)[:2]))
