"""The Runs page: every run that was made, to be found, opened, renamed, compared and thrown away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from app.core.context import Context
from app.core.job_result import Failed
from app.core.settings import runs_folder
from app.core.training_jobs import command_line
from app.runs.controller import RunComparisonController
from app.runs.run_comparison import RunCompare
from app.runs.runs_table import RunsTable, in_bytes
from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets import plain_text
from app.widgets.common import Button, EmptyState, card, label, row
from app.widgets.file_manager import reveal
from app.widgets.menus import menu_of

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run
    from icnn_engine.runs.run_list import RunSummary

LIST = "runs"  # in the lane
EMPTY, ALL, TWO = range(3)  # places in the stack


class RunsPage(QWidget):
    """Lists the runs where the window keeps them, and those opened from elsewhere."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._runs: dict[Path, RunSummary] = {}
        self.stack = QStackedWidget()
        self.stack.addWidget(self._build_empty())
        self.stack.addWidget(self._build_list())
        self.compare = RunCompare()
        self.stack.addWidget(self.compare)
        self._comparing = RunComparisonController(context, self.compare, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, SMALL, WIDE, LARGE)
        layout.addWidget(self.stack)
        self._connect()

    def keys(self) -> list[tuple[str, str]]:
        """The keys of this page and what they do."""
        return [
            (self.tr("Return"), self.tr("Open the chosen run")),
            (self.tr("F2"), self.tr("Rename the chosen run")),
            (self.tr("Delete"), self.tr("Move the chosen runs to the wastebasket")),
        ]

    def _build_empty(self) -> QWidget:
        requests = self._context.requests
        return EmptyState(
            "run",
            self.tr("No runs yet"),
            self.tr("Every training leaves a run: its networks, figures and pictures' maps. They are listed here."),
            Button(self.tr("Go to Train"), "primary", "train", lambda: requests.page.emit("train")),
            Button(self.tr("Open run…"), "", "run", lambda: requests.action.emit("open_run")),
        )

    def _build_list(self) -> QWidget:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a run"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self.note = label("", "small")
        self.open = Button(self.tr("Open"), "primary", "run", self._open)
        self.go_on = Button(self.tr("Go on"), "primary", "play", self._go_on)
        self.go_on.setToolTip(self.tr("Go on with the training that was interrupted"))
        self.both = Button(self.tr("Compare"), "", "measure", self._compare)
        self.both.setToolTip(self.tr("Choose two runs (Ctrl+click) to see them side by side"))
        self.rename = Button(self.tr("Rename"), "", "", self._edit)
        self.delete = Button(self.tr("Delete…"), "", "close", self.throw_away)
        self.table = RunsTable()
        frame, inside = card()
        inside.setSpacing(MEDIUM)
        inside.addLayout(row(self.search, self.note, 1, self.delete, self.rename, self.both, self.go_on, self.open))
        inside.addWidget(self.table, 1)
        return frame

    def _connect(self) -> None:
        context = self._context
        context.session.run_changed.connect(self.refresh)
        context.jobs.changed.connect(self.refresh)
        context.settings.recents_changed.connect(self.refresh)
        context.exports.changed.connect(self._enable)
        self.search.textChanged.connect(self._find)
        self.table.opened.connect(self._open_path)
        self.table.renamed.connect(self._rename)
        self.table.chosen.connect(self._enable)
        self.table.delete_wanted.connect(self.throw_away)
        self.table.menu_wanted.connect(self._show_menu)
        self.compare.back.clicked.connect(lambda _checked=False: self.stack.setCurrentIndex(ALL))
        self._enable()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    # The list

    @Slot()
    def refresh(self) -> None:
        """Read what is there now, where it is on show."""
        if self.isVisible():
            places = (runs_folder(), *self._context.settings.recent_runs())
            self._context.files.ask(LIST, partial(_list, places), self._got)

    def _got(self, runs: tuple[RunSummary, ...]) -> None:
        self._runs = {one.path: one for one in runs}
        self.table.show_runs(runs)
        if self.stack.currentIndex() != TWO:
            self.stack.setCurrentIndex(ALL if runs else EMPTY)
        self._find()

    @Slot()
    def _find(self) -> None:
        shown = self.table.show_only(self.search.text())
        size = in_bytes(sum(one.size for one in self._runs.values()))
        if self.search.text():
            words = self.tr("{shown} of {count} runs").format(shown=shown, count=len(self._runs))
        elif len(self._runs) == 1:
            words = self.tr("1 run, {size}").format(size=size)
        else:
            words = self.tr("{count} runs, {size}").format(count=len(self._runs), size=size)
        self.note.setText(words)

    @Slot()
    def _enable(self) -> None:
        chosen = [self._runs[path] for path in self.table.paths() if path in self._runs]
        whole = [one for one in chosen if one.state == "whole"]
        stopped, training = ([one for one in chosen if one.state == state] for state in ("stopped", "training"))
        self.open.setEnabled(len(chosen) == len(whole) == 1)
        self.go_on.setVisible(len(chosen) == len(stopped) == 1)
        self.go_on.setEnabled(not self._context.jobs.busy)
        self.open.setVisible(not self.go_on.isVisibleTo(self))
        self.both.setEnabled(len(chosen) == len(whole) == 2)
        exporting = self._context.exports.busy  # which would make the folder of a run anew under its old name
        self.rename.setEnabled(len(chosen) == 1 and not exporting and not training)
        being_made = bool(training) or (self._context.jobs.busy and any(one.state == "unfinished" for one in chosen))
        self.delete.setEnabled(bool(chosen) and not being_made and not exporting)
        being_told = self.tr("A training is under way: what is not finished may be what it writes")
        usual = self.tr("Move the chosen runs to the wastebasket")
        self.delete.setToolTip(being_told if being_made else usual)

    # What can be done

    def _open(self) -> None:
        self._open_path(self.table.paths()[0])

    @Slot(object)
    def _open_path(self, path: Path) -> None:
        self._context.requests.open.emit(path)

    def _compare(self) -> None:
        one, other = sorted(self.table.paths(), key=lambda path: self._runs[path].made)
        self._comparing.show(one, other)
        self.stack.setCurrentIndex(TWO)

    def _go_on(self) -> None:
        requests, path = self._context.requests, self.table.paths()[0]
        requests.page.emit("train")
        requests.go_on.emit(path)

    def _edit(self) -> None:
        self.table.edit_name()

    @Slot(object, str)
    def _rename(self, path: Path, name: str) -> None:
        if self._context.exports.busy:
            self._context.messages.note(self.tr("Wait until what is being exported is written; then rename the run."))
            self.refresh()
            return
        self._context.files.ask("rename run", partial(_rename, path, name), partial(self._renamed, path), self._refused)

    def _renamed(self, before: Path, now: Path) -> None:
        settings, session = self._context.settings, self._context.session
        settings.forget(before)
        if session.run is not None and session.run.path == before:
            self._context.files.ask("run", partial(_open, now), session.set_run)
        settings.add_run(now)
        self.refresh()

    def _refused(self, failure: Failed) -> None:
        self._context.messages.failure(failure.error, failure.details)
        self.refresh()

    @Slot()
    def throw_away(self) -> None:
        """Move the chosen runs to the wastebasket, after asking."""
        paths = self.table.paths()
        if not self.delete.isEnabled() or not self._may_delete(paths):
            return
        session = self._context.session
        for path in paths:
            open_ = session.run if session.run is not None and session.run.path == path else None
            if open_ is not None:
                session.set_run(None)  # some systems do not move what is being read
            if QFile.moveToTrash(str(path)):
                self._context.settings.forget(path)
            else:
                session.set_run(open_ or session.run)
                text = self.tr(
                    "{path} cannot be moved to the wastebasket. Delete the folder yourself; nothing was lost."
                )
                self._context.messages.problem(text.format(path=path))
        self.refresh()

    def _may_delete(self, paths: list[Path]) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        one, many = self.tr("Move this run to the wastebasket?"), self.tr("Move {count} runs to the wastebasket?")
        asked = (one if len(paths) == 1 else many).format(count=len(paths))
        plain_text.set_message_text(box, asked, "\n".join(path.name for path in paths[:8]))
        go = box.addButton(self.tr("Move to the wastebasket"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is go

    @Slot(object)
    def _show_menu(self, where: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu(self) -> QMenu:
        """Everything that can be done with the chosen runs."""
        paths = self.table.paths()
        one = self._runs[paths[0]] if len(paths) == 1 else None
        choices = (
            (self.tr("Open"), self.open.isEnabled(), self._open),
            (self.tr("Go on"), self.go_on.isVisible() and self.go_on.isEnabled(), self._go_on),
            (self.tr("Compare"), self.both.isEnabled(), self._compare),
            (self.tr("Rename"), self.rename.isEnabled(), self._edit),
            (self.tr("Show in folder"), one is not None, lambda: reveal(paths[0])),
            (self.tr("Copy the command that repeats it"), one is not None and one.settings is not None, self._copy),
            (self.tr("Delete…"), self.delete.isEnabled(), self.throw_away),
        )
        return menu_of(self, choices)

    def _copy(self) -> None:
        one = self._runs[self.table.paths()[0]]
        if one.settings is not None:
            QGuiApplication.clipboard().setText(command_line(Path(one.images), one.settings, one.path.parent))
            self._context.messages.note(self.tr("The command is in the clipboard."))


def _list(places: tuple[Path, ...]) -> tuple[RunSummary, ...]:
    from icnn_engine.runs.run_list import list_runs

    return list_runs(places)


def _rename(path: Path, name: str) -> Path:
    from icnn_engine.runs.run_list import rename_run

    return rename_run(path, name)


def _open(path: Path) -> Run:
    from icnn_engine.runs.run_folder import open_run

    return open_run(path)
