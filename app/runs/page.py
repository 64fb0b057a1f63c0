"""Runs page: find, open, rename, compare and delete runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFile, QPoint, Qt, SignalInstance, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox, QVBoxLayout, QWidget

from app.core.context import Context
from app.core.job_result import Failed
from app.core.network_operations import network_command
from app.core.settings import runs_folder
from app.core.training_operations import command_line
from app.runs.controller import RunComparisonController
from app.runs.run_comparison import RunCompare
from app.runs.run_thumbnail import run_thumbnail
from app.runs.runs_table import RunsTable
from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets.common import Button, card, label, row, toggle
from app.widgets.empty_state import EmptyState
from app.widgets.file_manager import show_in_folder
from app.widgets.layouts.views import ViewStack
from app.widgets.menus import menu_of
from app.widgets.wording import plain_text
from app.widgets.wording.sizes import in_bytes
from icnn_engine.runs.run_folder import open_run
from icnn_engine.runs.run_list import RunState, RunSummary, list_runs, rename_run

LIST = "runs"  # key of the lane
THUMBNAIL, SIDE = "run", 80  # key of the pool, pixels
MORE = "runs/more"  # key of the setting
EMPTY, ALL, TWO = range(3)  # indices of the stack


class RunsPage(QWidget):
    """Page with the runs in the program's folder and those opened from elsewhere."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._runs: dict[Path, RunSummary] = {}
        self.compare = RunCompare()
        self._comparison = RunComparisonController(context, self.compare, self)
        self.stack = ViewStack()
        for page in (self._build_empty(), self._build_list(), self.compare):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, SMALL, WIDE, LARGE)
        layout.addWidget(self.stack)
        self._connect()

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of this page and their descriptions."""
        return [
            (self.tr("Return"), self.tr("Open the chosen run")),
            (self.tr("F2"), self.tr("Rename the chosen run")),
            (self.tr("Delete"), self.tr("Move the chosen runs to the wastebasket")),
        ]

    def _build_empty(self) -> QWidget:
        wishes = self._context.requests
        return EmptyState(
            "run",
            self.tr("No runs yet"),
            self.tr(
                "Every training, and every look inside your own network, leaves a run: networks, figures and maps of "
                "the pictures. They are listed here."
            ),
            Button(self.tr("Go to Train"), "primary", "train", partial(wishes.page.emit, "train")),
            Button(self.tr("Open run…"), "", "run", partial(wishes.action.emit, "open_run")),
        )

    def _build_list(self) -> QWidget:
        self.search = QLineEdit(placeholderText=self.tr("Find a run"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setMaximumWidth(260)
        self.note = label("", "small")
        self.table = RunsTable()
        self.open = Button(self.tr("Open"), "primary", "run", self._open)
        self.go_on = Button(self.tr("Go on"), "primary", "play", self._go_on)
        self.go_on.setToolTip(self.tr("Go on with the training that was stopped"))
        self.both = Button(self.tr("Compare"), "", "measure", self._compare)
        self.both.setToolTip(self.tr("Choose two runs (Ctrl+click) to see them side by side"))
        self.rename = Button(self.tr("Rename"), "", "", self.table.edit_name)
        self.delete = Button(self.tr("Delete…"), "", "close", self.throw_away)
        frame, inside = card()
        inside.setSpacing(MEDIUM)
        inside.addLayout(row((self.search, 9), 1, self.delete, self.rename, self.both, self.go_on, self.open))
        inside.addWidget(self.table, 1)
        hint = self.tr("Show backbone, variant, equivariance, instability and size as well")
        self.more = toggle(self.tr("More columns"), hint, bool(self._context.settings.number(MORE, 0)))
        inside.addLayout(row(self.note, 1, self.more))
        self._show_more(self.more.isChecked())
        return frame

    def _connect(self) -> None:
        context, table = self._context, self.table
        connections: list[tuple[SignalInstance, Callable[..., object]]] = [
            (context.session.run_changed, self.refresh),
            (context.jobs.changed, self.refresh),
            (context.settings.recents_changed, self.refresh),
            (context.settings.runs_folder_changed, self.refresh),
            (context.exports.changed, self._enable),
            (self.search.textChanged, self._find),
            (self.more.toggled, self._show_more),
            (table.opened, self._open_or_go_on),
            (table.go_on_wanted, self._go_on_with),
            (table.thumbnail_wanted, self._ask_thumbnail),
            (table.renamed, self._rename),
            (table.chosen, self._enable),
            (table.delete_wanted, self.throw_away),
            (table.menu_wanted, self._show_menu),
            (self.compare.back.clicked, lambda _checked=False: self.stack.setCurrentIndex(ALL)),
        ]
        for signal, slot in connections:
            signal.connect(slot)
        self._enable()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    # The list

    @Slot()
    def refresh(self) -> None:
        """Read the list again if the page is visible."""
        if self.isVisible():
            folders = (runs_folder(), *self._context.settings.recent_runs())
            self._context.files.ask(LIST, partial(list_runs, folders), self._show_runs)

    def _show_runs(self, runs: tuple[RunSummary, ...]) -> None:
        self._runs = {run.path: run for run in runs}
        run = self._context.session.run
        self.table.show_runs(runs, None if run is None else run.path)
        if self.stack.currentIndex() != TWO:
            self.stack.setCurrentIndex(ALL if runs else EMPTY)
        self._find()

    @Slot(object)
    def _ask_thumbnail(self, path: Path) -> None:
        if path in self._runs and self._runs[path].state == RunState.WHOLE:
            done = partial(self.table.set_thumbnail, path)
            self._context.pool.ask((THUMBNAIL, path), partial(run_thumbnail, path, SIDE), done)

    @Slot(bool)
    def _show_more(self, more: bool) -> None:
        self._context.settings.set_number(MORE, int(more))
        self.table.show_more(more)

    @Slot()
    def _find(self) -> None:
        shown = self.table.show_only(self.search.text())
        words = self.tr("1 run, {size}") if len(self._runs) == 1 else self.tr("{count} runs, {size}")
        if self.search.text():
            words = self.tr("{shown} of {count} runs")
        size = in_bytes(sum(run.size for run in self._runs.values()))
        self.note.setText(words.format(shown=shown, count=len(self._runs), size=size))

    @Slot()
    def _enable(self) -> None:
        chosen = [self._runs[path] for path in self.table.paths() if path in self._runs]
        states, jobs = [run.state for run in chosen], self._context.jobs
        self.open.setEnabled(states == ["whole"])
        self.go_on.setVisible(states == ["stopped"])
        self.go_on.setEnabled(not jobs.busy)
        self.table.set_can_go_on(not jobs.busy)
        self.open.setVisible(states != ["stopped"])
        self.both.setEnabled(states == ["whole", "whole"])
        exporting = self._context.exports.busy  # it would make the folder of a run again under its old name
        being_made = "training" in states or (jobs.busy and "unfinished" in states)
        self.rename.setEnabled(len(chosen) == 1 and not exporting and "training" not in states)
        self.delete.setEnabled(bool(chosen) and not being_made and not exporting)
        training = self.tr("A training is under way: what is not finished may be what it writes")
        usual = self.tr("Move the chosen runs to the wastebasket")
        self.delete.setToolTip(training if being_made else usual)

    # What can be done

    def _open(self) -> None:
        self._context.requests.open.emit(self.table.paths()[0])

    def _compare(self) -> None:
        older, newer = sorted(self.table.paths(), key=lambda path: self._runs[path].made)
        self._comparison.show(older, newer)
        self.stack.setCurrentIndex(TWO)

    def _go_on(self) -> None:
        self._go_on_with(self.table.paths()[0])

    @Slot(object)
    def _go_on_with(self, path: Path) -> None:
        self._context.requests.page.emit("train")
        self._context.requests.go_on.emit(path)

    @Slot(object)
    def _open_or_go_on(self, path: Path) -> None:
        """Open a run, or go on with one that was stopped."""
        if self._runs[path].state != RunState.STOPPED:
            self._context.requests.open.emit(path)
        elif not self._context.jobs.busy:
            self._go_on_with(path)

    @Slot(object, str)
    def _rename(self, path: Path, name: str) -> None:
        if self._context.exports.busy:
            self._context.messages.note(self.tr("Wait until what is being exported is written; then rename the run."))
            self.refresh()
            return
        work, done = partial(rename_run, path, name), partial(self._renamed, path)
        self._context.files.ask("rename run", work, done, self._show_failure)

    def _renamed(self, before: Path, now: Path) -> None:
        settings, session = self._context.settings, self._context.session
        settings.forget(before)
        if session.run is not None and session.run.path == before:
            self._context.files.ask("run", partial(open_run, now), session.set_run)
        settings.add_run(now)
        self.refresh()

    def _show_failure(self, failure: Failed) -> None:
        self._context.messages.failure(failure.error, failure.details)
        self.refresh()

    @Slot()
    def throw_away(self) -> None:
        """Move the chosen runs to the wastebasket if the user agrees."""
        paths = self.table.paths()
        if self.delete.isEnabled() and self._may_delete(paths):
            for path in paths:
                self._delete(path)
            self.refresh()

    def _delete(self, path: Path) -> None:
        session = self._context.session
        run = session.run
        if run is not None and run.path == path:
            session.set_run(None)  # some systems do not move a file that is being read
        if QFile.moveToTrash(str(path)):
            self._context.settings.forget(path)
            return
        session.set_run(run)
        text = self.tr("{path} cannot be moved to the wastebasket. Delete the folder yourself; nothing was lost.")
        self._context.messages.problem(text.format(path=path))

    def _may_delete(self, paths: list[Path]) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        one, many = self.tr("Move this run to the wastebasket?"), self.tr("Move {count} runs to the wastebasket?")
        question = (one if len(paths) == 1 else many).format(count=len(paths))
        plain_text.set_message_text(box, question, "\n".join(path.name for path in paths[:8]))
        agree = box.addButton(self.tr("Move to the wastebasket"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is agree

    @Slot(object)
    def _show_menu(self, where: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu(self) -> QMenu:
        """Return the menu of the chosen runs."""
        paths = self.table.paths()
        run = self._runs[paths[0]] if len(paths) == 1 else None
        choices = (
            (self.tr("Open"), self.open.isEnabled(), self._open),
            (self.tr("Go on"), self.go_on.isVisible() and self.go_on.isEnabled(), self._go_on),
            (self.tr("Compare"), self.both.isEnabled(), self._compare),
            (self.tr("Rename"), self.rename.isEnabled(), self.table.edit_name),
            (
                self.tr("Show in folder"),
                run is not None,
                lambda: show_in_folder(paths[0], self._context.messages.problem),
            ),
            (self.tr("Copy the command that repeats it"), run is not None and run.settings is not None, self._copy),
            (self.tr("Delete…"), self.delete.isEnabled(), self.throw_away),
        )
        return menu_of(self, choices)

    def _show_in_folder(self) -> None:
        show_in_folder(self.table.paths()[0], self._context.messages.problem)

    def _copy(self) -> None:
        run = self._runs[self.table.paths()[0]]
        if run.settings is not None:
            images, runs = Path(run.images), run.path.parent
            command = command_line(images, run.settings, runs)
            if run.source is not None:
                command = network_command(images, run.source, run.settings, runs, run.converted)
            QGuiApplication.clipboard().setText(command)
            self._context.messages.note(self.tr("The command is in the clipboard."))
