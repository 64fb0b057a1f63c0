"""Opens a network of the user's own: reads it on a lane, asks before code runs, looks inside or converts as a job."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app.core.context import Context
from app.core.engine import EngineState
from app.core.inspection_watch import NetworkDraft
from app.core.job_result import Cancelled, Failed, Outcome, Succeeded
from app.core.messages import error_text
from app.core.network_operations import (
    NetworkReading,
    architecture_names,
    convert,
    guessed_architecture,
    inspect,
    read_network,
    trust_code,
)
from app.core.settings import runs_folder
from app.networks.asked import command_of, is_conversion, settings_of, source_of
from app.networks.network_dialog import NetworkDialog
from app.widgets.wording import plain_text
from app.widgets.wording.progress import ProgressTracker
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import SettingsError, UntrustedCodeError
from icnn_engine.core.events import Event
from icnn_engine.core.network_source import NetworkSource

NAMES, READ, TRUST = "architectures", "read network", "trust code"  # keys of the lane


class NetworkController(QObject):
    """Owns the dialog; what it holds is kept in `context.inspection`, and shown again in another window."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._watch = context, context.inspection
        self._window, self._progress = window, ProgressTracker()
        self._dialog: NetworkDialog | None = None
        self._watch.is_watched = False  # by this window
        context.requests.network.connect(self.open)

    @property
    def dialog(self) -> NetworkDialog:
        """The dialog, made when it is first needed."""
        if self._dialog is None:
            self._dialog = NetworkDialog(self._window)
            self._connect(self._dialog)
            self._restore(self._dialog)
        return self._dialog

    @Slot(object)
    def open(self, file: Path | None = None) -> None:
        """Show the dialog, with a file of weights if there is one."""
        dialog = self.dialog
        if file is not None and not self._watch.is_running:
            dialog.source.weights.set_value(str(file))
        dialog.show()
        dialog.activateWindow()
        dialog.source.weights.setFocus()

    def _connect(self, dialog: NetworkDialog) -> None:
        context, watch, source = self._context, self._watch, dialog.source
        for signal, slot in (
            (dialog.shown, self._follow_dialog),
            (dialog.look_wanted, self.look),
            (dialog.cancel_wanted, watch.cancel),
            (dialog.folder_wanted, lambda: context.requests.action.emit("open_folder")),
            (dialog.copy_wanted, self._copy),
            (source.weights.edited, self._guess),
            (source.edited, self._keep),
            (source.read_wanted, self.read),
            (dialog.form.edited, self._keep),
            (context.session.folder_changed, self._show_folder),
            (context.jobs.changed, self._show),
            (context.engine.changed, self._ask_names),
            (watch.told, self._show_event),
            (watch.ended, self._end),
        ):
            signal.connect(slot)

    def _restore(self, dialog: NetworkDialog) -> None:
        """Show what the form held when it was last open, and offer the architectures."""
        draft, reading = self._watch.draft, self._watch.reading
        for part in (dialog.source, dialog.form):
            part.blockSignals(True)
            part.set_values(draft.values)
        if reading is not None:
            dialog.form.show_reading(reading, draft)
            dialog.show_form(True)
        for part in (dialog.source, dialog.form):
            part.blockSignals(False)
        self._ask_names()
        self._show_folder()
        if self._watch.is_running:
            dialog.show_busy(self._busy_title(), True)

    def _busy_title(self) -> str:
        return self.tr("Converting…") if is_conversion(self._watch.draft) else self.tr("Looking inside…")

    @Slot()
    def _ask_names(self) -> None:
        """Have the architectures listed once the engine is loaded."""
        if self._context.engine.state is EngineState.READY and not self.dialog.source.architectures():
            self._context.files.ask(NAMES, partial(architecture_names, self._context.engine), self._offer_names)

    def _offer_names(self, names: tuple[str, ...]) -> None:
        self.dialog.source.set_architectures(names)
        self._guess()

    @Slot()
    def _guess(self) -> None:
        """Name the architecture that the file's name speaks of, unless one is named."""
        source = self.dialog.source
        guess = guessed_architecture(source.weights.value(), source.architectures())
        if guess and not source.architecture.currentText().strip():
            source.architecture.setEditText(guess)

    # What the form holds

    @Slot()
    def _keep(self) -> None:
        """Remember what the form holds, and show whether it can be looked at."""
        dialog, reading = self.dialog, self._watch.reading
        values = dialog.source.values() | dialog.form.values()
        draft = replace(self._watch.draft, values=values)
        if reading is not None:
            chosen, given = dialog.form.answers.chosen(), dialog.form.answers.given()
            usual = tuple(name for name, found in reading.found.items() if found.text)
            draft = NetworkDraft(values, given, None if chosen == usual else chosen)
        self._watch.draft = draft
        dialog.source.show_refusal("")  # what was refused is no longer what the form holds
        self._show()

    def _settings(self) -> TrainSettings:
        """Return the settings of what the form asks for. Raises SettingsError."""
        return settings_of(self._watch.draft, self.dialog.form.answers.chosen())

    @Slot()
    def _show(self) -> None:
        """Show the command, and whether the network can be read and looked at."""
        dialog, folder, reading = self.dialog, self._context.session.folder, self._watch.reading
        reason, command = "", ""
        try:
            source = source_of(self._watch.draft)
            if reading is None or not reading.is_of(source):
                reason = self.tr("The form has changed: read the network first.") if reading else " "
            elif folder is None:
                reason = self.tr("Open a folder of pictures: the network is looked at on them.")
            else:
                command = command_of(self._watch.draft, folder.root, self._settings(), runs_folder())
        except SettingsError as error:
            reason = str(error) if reading is not None else " "
        if not reason and self._context.jobs.busy and not self._watch.is_running:
            reason = self.tr("It can start when the work under way has ended.")
        dialog.show_task(is_conversion(self._watch.draft))
        dialog.command.set_text(command)
        dialog.copy.setVisible(bool(command))
        dialog.show_refusal("" if self._watch.is_running else reason.strip())
        dialog.look.setEnabled(not reason and not self._watch.is_running)

    @Slot()
    def _show_folder(self) -> None:
        """Name the folder; answers found for the categories of another one are found anew."""
        folder, reading = self._context.session.folder, self._watch.reading
        text = self.tr("None is open: choose the pictures that the network is looked at on.")
        if folder is not None:
            text = str(folder.root)
            usable = {category for category in folder.categories if not category.startswith("_")}
            if reading is not None and usable != set(reading.found) and not self._watch.is_running:
                self.read()
        self.dialog.show_folder(text)
        self._show()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.dialog.command.whole)
        self._context.messages.note(self.tr("The command is in the clipboard."))

    @Slot(bool)
    def _follow_dialog(self, is_shown: bool) -> None:
        self._watch.is_watched = is_shown

    # Reading the network

    @Slot()
    def read(self) -> None:
        """Read the network that the form names."""
        dialog, folder = self.dialog, self._context.session.folder
        try:
            source = source_of(self._watch.draft)
        except SettingsError as error:
            dialog.source.show_refusal(str(error))
            return
        dialog.source.show_refusal("")
        dialog.show_busy(self.tr("Reading the network…"), False)
        work = partial(read_network, self._context.engine, source, folder.categories if folder else ())
        self._context.lane.ask(READ, work, self._take_reading, partial(self._fail_reading, source))

    def _take_reading(self, reading: NetworkReading) -> None:
        dialog, watch = self.dialog, self._watch
        before = watch.reading
        if before is None or not before.is_of(reading.source) or set(before.found) != set(reading.found):
            watch.draft = replace(watch.draft, answers={}, chosen=None)
        watch.reading = reading
        dialog.show_idle()
        dialog.form.blockSignals(True)
        dialog.form.show_reading(reading, watch.draft)
        dialog.form.blockSignals(False)
        dialog.show_form(True)
        self._keep()

    def _fail_reading(self, source: NetworkSource, failure: Failed) -> None:
        self.dialog.show_idle()
        if isinstance(failure.error, UntrustedCodeError) and self._may_run(source.factory):
            path = Path(source.factory.rpartition(":")[0]).expanduser()
            self._context.files.ask(TRUST, partial(trust_code, path), lambda _none: self.read(), self._show_failure)
            return
        self._show_failure(failure)

    def _show_failure(self, failure: Failed) -> None:
        self.dialog.source.show_refusal(error_text(failure.error))
        self._show()

    def _may_run(self, factory: str) -> bool:
        """Ask whether a Python file of the user's may be run."""
        file, _colon, function = factory.rpartition(":")
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Run this code?"), "", parent=self.dialog)
        text = self.tr("Run {function}() of {file}?").format(function=function, file=file)
        more = self.tr(
            "Python code can do anything on this computer. Run it only if you know what it does. It is asked again "
            "when the file has changed."
        )
        plain_text.set_message_text(box, text, more)
        run = box.addButton(self.tr("Run it"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("Do not run it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is run

    # The look, or the conversion

    @Slot()
    def look(self) -> None:
        """Look inside the network on the pictures of the open folder, or convert it, as the form says."""
        folder = self._context.session.folder
        if folder is None or self._context.jobs.busy:
            return
        try:
            source, settings = source_of(self._watch.draft), self._settings()
        except SettingsError as error:
            self.dialog.show_refusal(str(error))
            return
        self._progress = ProgressTracker(settings.epochs)
        work, title = inspect, self.tr("Looking inside {network}")
        if is_conversion(self._watch.draft):
            work, title = convert, self.tr("Converting {network}")
        make = partial(work, self._context.engine, folder.root, source, settings, runs_folder())
        self.dialog.show_busy(self._busy_title(), True)
        self._watch.start(title.format(network=source.title), make)
        self._show()

    @Slot(object)
    def _show_event(self, event: Event) -> None:
        if (stage := self._progress.of(event)) is not None:
            self.dialog.show_stage(stage)

    @Slot(object)
    def _end(self, outcome: Outcome) -> None:
        dialog = self.dialog
        dialog.show_idle()
        self._show_folder()
        match outcome:
            case Succeeded():
                dialog.hide()
            case Failed(error):
                dialog.show_refusal(error_text(error))
            case Cancelled():
                dialog.show_refusal(self.tr("Cancelled: nothing was kept."))
