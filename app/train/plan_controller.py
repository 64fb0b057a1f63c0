"""The next training: its form, how long it takes, why it cannot start, and the command that does the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from app.core.context import Context
from app.core.engine import EngineState
from app.core.jobs import RunnerState
from app.core.training_operations import Forecast, command_line, training_forecast
from app.widgets.common import Button, ElidedLabel, ToolButton, form_card, label, row, show_text
from app.widgets.layouts.containers import scroll_into_sight
from app.widgets.training_settings.settings_form import SettingsForm
from app.widgets.wording import plain_text
from icnn_engine.core.annotations import CheckUp, Folder
from icnn_engine.core.config import TrainSettings, make_settings
from icnn_engine.core.errors import SettingsError
from icnn_engine.data import everything_of
from icnn_engine.data.task import refusal

FORM = 336  # width of the form


class PlanController(QObject):
    """Owns the card with the form; `start` begins the training, and can be clicked where that is possible."""

    def __init__(self, context: Context, runs: Callable[[], Path], parent: QObject) -> None:
        """`runs`: where runs are kept."""
        super().__init__(parent)
        self._context, self._runs = context, runs
        self.form = SettingsForm()
        self.start = Button(self.tr("Start training"), "primary", "play")
        self._command = ElidedLabel("", "mono", Qt.TextElideMode.ElideRight)
        self.copy = ToolButton("copy", self.tr("Copy the command that does the same"))
        self.refusal = label("", "warning", wrap=True)
        self.refusal.hide()
        hint = self.tr("See the filters of a network that you have, without training it")
        self.own = Button(self.tr("Look inside a network of your own…"), "link", "search", tool_tip=hint)
        self.own.clicked.connect(lambda _checked=False: context.requests.action.emit("open_network"))
        self.card = form_card(FORM, self.form, self.refusal, self.start, self.own)
        self.form.more.add(row(self._command, self.copy))
        context.settings.remember_fold(self.form.more, "train/more")
        self._connect()
        before = context.session.train_values  # of the window before, in another language
        self._show_folder(context.session.folder)
        if before:
            self.form.set_values(before)

    def _connect(self) -> None:
        context = self._context
        context.session.folder_changed.connect(self._show_folder)
        context.session.checkup_changed.connect(self._show)
        context.requests.train_category.connect(self.form.set_category)
        context.requests.train_boxes.connect(self._choose_boxes)
        context.jobs.changed.connect(self._follow)
        context.engine.changed.connect(self._show)
        context.training.ended.connect(self._show)  # one more training to estimate from, and more maps at hand
        self.form.edited.connect(self._show)
        self.copy.clicked.connect(self._copy)

    def settings(self) -> TrainSettings | None:
        """Return the settings of the form; None if they cannot be trained, which is said beside the button."""
        try:
            return None if self.refusal.text() else make_settings(self.form.values())
        except SettingsError:
            return None

    @Slot(object)
    def _show_folder(self, folder: Folder | None) -> None:
        if folder is not None:
            self.form.set_categories(folder.categories, everything_of(folder.root))
            if self.form.fields["region"].value() == "boxes":  # of the folder before
                self.form.set_region("whole")
        self._show()

    @Slot()
    def _choose_boxes(self) -> None:
        """Read the boxes of the folder's pictures, and show that setting."""
        self.form.set_region("boxes")
        self.form.more.set_open(True)
        scroll_into_sight(self.form.fields["region"])
        self.form.fields["region"].setFocus()

    @Slot()
    def _show(self) -> None:
        """Show what would be done with the settings as they are: the command, how long it takes, or why it cannot."""
        session = self._context.session
        folder: Folder | CheckUp | None = session.checkup or session.folder
        if folder is None:
            return
        try:
            session.train_values = self.form.values()
            settings = make_settings(session.train_values)
        except SettingsError as error:
            self._command.set_text("")
            self._show_refusal(str(error))
            return
        self._command.set_text(command_line(folder.root, settings, self._runs()))
        self._show_refusal(refusal(folder, settings))
        if self._context.engine.state is EngineState.READY and not self.refusal.text():
            work = partial(training_forecast, folder, settings, self._runs())
            self._context.files.ask("forecast", work, self._show_forecast)

    def _show_refusal(self, reason: str) -> None:
        show_text(self.refusal, reason)
        self.start.setToolTip(plain_text.tooltip_text(reason))
        self.start.setAccessibleDescription(reason)
        self._follow(self._context.jobs.state)
        if reason:
            self._show_forecast(Forecast())

    def _show_forecast(self, forecast: Forecast) -> None:
        known = Forecast() if self.refusal.text() else forecast
        self.form.show_forecast(known.words, known.steps, known.presets)

    @Slot(object)
    def _follow(self, state: RunnerState) -> None:
        idle = state is RunnerState.IDLE
        self.form.setEnabled(idle)
        self.start.setEnabled(idle and not self.refusal.text())

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._command.whole)
        self._context.messages.note(self.tr("The command is in the clipboard."))
