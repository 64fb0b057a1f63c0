"""Export page: writes the report, figures, tables and files of the open run in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, SignalInstance, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QWidget

from app.core.context import Context
from app.core.job_result import Failed
from app.core.session import NO_FILTER
from app.export.export_form import WIDTH, ExportForm
from app.export.export_source import OF_FILTER, OF_PICTURE, ExportSource, missing_exports
from app.export.preview_card import REPORT, PreviewCard
from app.export.report_controller import ReportController
from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets.common import Button, ToolButton, card, label, row
from app.widgets.empty_state import EmptyState
from app.widgets.export_list import ExportEntry, ExportList, ExportState, mime_of
from app.widgets.file_manager import open_file, reveal
from app.widgets.layouts.folding_row import FoldingRow
from app.widgets.layouts.views import ViewStack
from app.widgets.menus import menu_of
from icnn_engine.core.language import languages

if TYPE_CHECKING:
    from pathlib import Path

    from icnn_engine.runs.run_folder import Run

FORM = "export/form"  # key of the settings
FOLDED = 980  # points of width below which the preview stands under the form


class ExportPage(QWidget):
    """Page that exports what is ticked of the session's run, picture and filter."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pointed = REPORT  # the export that the preview shows
        self._stack = ViewStack()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_work())
        row(self._stack, parent=self)
        self.form.recall(context.settings.text(FORM))
        self._connect()
        self._show_run(context.session.run)
        for entry in context.exports.entries.values():
            self._show_entry(entry)

    @property
    def is_empty(self) -> bool:
        """Whether no run is open."""
        return self._stack.currentIndex() == 0

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of this page and their descriptions."""
        copy = QKeySequence(QKeySequence.StandardKey.Copy).toString(QKeySequence.SequenceFormat.NativeText)
        return [
            (self.tr("Space"), self.tr("Tick what to export")),
            (self.tr("Return"), self.tr("Open an export")),
            (copy, self.tr("Copy the chosen export, or the preview")),
            (self.tr("Delete"), self.tr("Cancel the chosen export")),
        ]

    def _build_empty(self) -> QWidget:
        wishes = self._context.requests
        return EmptyState(
            "export",
            self.tr("Nothing to export yet"),
            self.tr("Open a run, or train one: its report, figures and tables are written from here."),
            Button(self.tr("Open run…"), "primary", "run", partial(wishes.action.emit, "open_run")),
            Button(self.tr("Train"), "", "train", partial(wishes.page.emit, "train")),
        )

    def _build_work(self) -> QWidget:
        self.form, self.preview = ExportForm(languages()), PreviewCard(self._context)
        self._report = ReportController(self._context, self.form)
        splitter = QSplitter(Qt.Orientation.Vertical, handleWidth=LARGE, childrenCollapsible=False)
        splitter.addWidget(self.preview)
        splitter.addWidget(self._build_list())
        splitter.setSizes([520, 180])
        splitter.setStretchFactor(0, 1)
        edges = (WIDE, SMALL, WIDE, LARGE)
        return FoldingRow(self.form, splitter, self.form, width=WIDTH, least=FOLDED, heights=(640, 560), margins=edges)

    def _build_list(self) -> QWidget:
        frame, inside = card()
        inside.setContentsMargins(LARGE, MEDIUM, MEDIUM, MEDIUM)
        self.list = ExportList()
        self._none = label(
            self.tr("What is exported appears here: open it by a double click, or drag it to another program."),
            "muted", wrap=True,
        )  # fmt: skip
        self.stop = ToolButton("close", self.tr("Cancel the chosen export"))
        self.again = ToolButton("redo", self.tr("Write the chosen export again"))
        self.copy = ToolButton("copy", self.tr("Copy the chosen export, to paste it elsewhere"))
        self.clear = Button(self.tr("Clear"), "quiet", "close", self._clear)
        self.clear.setToolTip(self.tr("Take what has ended off the list; the files stay"))
        self.folder = Button(self.tr("Open folder"), "", "folder", self.open_folder)
        buttons = (self.stop, self.again, self.copy, self.clear, self.folder)
        inside.addLayout(row(label(self.tr("Exports"), "heading"), 1, *buttons))
        inside.addWidget(self._none)
        inside.addWidget(self.list, 1)
        return frame

    def _connect(self) -> None:
        session, exports, form = self._context.session, self._context.exports, self.form
        connections: list[tuple[SignalInstance, Callable[..., object]]] = [
            (session.run_changed, self._show_run),
            (session.filter_changed, self._show_chosen),
            (session.look_changed, self._show_chosen),
            (self._context.notes.changed, self._show_chosen),
            (form.choices.changed, self._enable),
            (form.choices.pointed, self._point),
            (form.style_changed, self._draw),
            (self._report.changed, partial(self._point, REPORT)),
            (self._report.loaded, self._draw),
            (self._context.engine.changed, self._draw),
            (self._report.write_wanted, partial(self._write, REPORT)),
            (form.begin_wanted, self.begin),
            (exports.changed, self._show_entry),
            (exports.failed, self._show_failure),
            (self.list.opened, self._open),
            (self.list.chosen, self._show_actions),
            (self.list.menu_wanted, self._show_menu),
            (self.stop.clicked, self._cancel),
            (self.again.clicked, self._retry),
            (self.copy.clicked, self._copy),
        ]
        for signal, slot in connections:
            signal.connect(slot)
        self._show_actions(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Copy or cancel the export that is chosen in the list."""
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.list.hasFocus() and self.list.entry is not None:
                self._copy()
            else:
                self.preview.figure.copy()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._cancel()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._draw()

    # What can be exported

    @Slot(object)
    def _show_run(self, run: Run | None) -> None:
        self._stack.setCurrentIndex(0 if run is None else 1)
        self._report.show(run)
        if run is not None:
            self.form.set_folder(run.path / "figures")
            self.form.annotations.show_categories(run.categories)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        """Name exports after the filter that is chosen, or say why they are missing."""
        session, choices = self._context.session, self.form.choices
        title = self.tr("Figure of filter {index}").format(index=session.filter)
        missing = missing_exports(session.run)
        if session.look is None:
            no_picture = self.tr("No picture is being looked at: choose one on the Filters page.")
            missing |= dict.fromkeys(OF_PICTURE, no_picture)
        if session.filter == NO_FILTER:
            title = self.tr("Figure of the filter")
            missing |= dict.fromkeys(OF_FILTER, self.tr("No filter is chosen: click one on the Filters page."))
        choices.set_title("filter", title)
        choices.set_missing(missing)
        self._draw()

    @Slot()
    def _enable(self) -> None:
        source, ticked, form = self.source(), self.form.choices.ticked(), self.form
        if source is None:
            return
        why = self.tr("Tick what to export first.")
        for key in filter(form.many.__contains__, ticked):
            why, _files = source.many(form.many[key].choice).count()
            form.many[key].count.setText(why)
        form.set_count(sum(source.file_count(key, form.choice_of(key)) for key in ticked), why)

    @Slot(str)
    def _point(self, key: str) -> None:
        self._pointed = key
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if (source := self.source()) is not None and self.isVisible():
            self.preview.draw(source, self._pointed, *self.form.words_of(self._pointed))

    # Exporting

    def source(self) -> ExportSource | None:
        """Return what is exported now, or None without a run."""
        if (session := self._context.session).run is None:
            return None
        frame, style = self.form.report.frame, self.form.chosen
        return ExportSource(self._context.engine, session.run, session.filter, session.look, style, frame)

    @Slot()
    def begin(self) -> None:
        """Put everything that is ticked into the queue."""
        self._write(*self.form.choices.ticked())

    def _write(self, *keys: str) -> None:
        self.form.report.finish()
        if (source := self.source()) is None:
            return
        self._context.settings.set_text(FORM, self.form.to_json())
        for key in keys:
            for job in source.jobs(key, self.form.words_of(key)[0], self.form.folder, self.form.choice_of(key)):
                self._context.exports.add(job)
                if key == REPORT:
                    self.list.choose(job.path)

    @Slot(object)
    def _show_entry(self, entry: ExportEntry) -> None:
        self._none.hide()
        self.list.show_entry(entry)

    def _clear(self) -> None:
        self._context.exports.forget_ended()
        self.list.clear_ended()
        self._none.setVisible(not self.list.entries)

    @Slot(object)
    def _open(self, path: Path) -> None:
        open_file(path, self._context.messages.note)

    def open_folder(self) -> None:
        """Open the folder that is written to, or that of the chosen export."""
        folder = self.form.folder if self.list.entry is None else self.list.entry.path.parent
        if folder.is_dir():
            self._open(folder)
        else:
            self._context.messages.note(self.tr("Nothing was exported to {place} yet.").format(place=folder))

    @Slot(object)
    def _show_failure(self, failure: Failed) -> None:
        self._context.messages.failure(failure.error, failure.details)

    # The chosen export

    @Slot(object)
    def _show_actions(self, entry: ExportEntry | None) -> None:
        state = None if entry is None else entry.state
        self.stop.setEnabled(state is not None and not state.ended)
        self.again.setEnabled(state is not None and state.ended)
        self.copy.setEnabled(state is ExportState.DONE)

    @Slot()
    def _cancel(self) -> None:
        if self.list.entry is not None:
            self._context.exports.cancel(self.list.entry.path)

    @Slot()
    def _retry(self) -> None:
        if self.list.entry is not None:
            self._context.exports.retry(self.list.entry.path)

    @Slot()
    def _copy(self) -> None:
        entry = self.list.entry
        if entry is not None and entry.state is ExportState.DONE:
            QGuiApplication.clipboard().setMimeData(mime_of(entry.path))
            self._context.messages.note(self.tr("Copied {name}").format(name=entry.path.name))

    @Slot(object, object)
    def _show_menu(self, entry: ExportEntry, where: QPoint) -> None:
        menu = self.menu_of(entry)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu_of(self, entry: ExportEntry) -> QMenu:
        """Return the menu of an export."""
        exports, ended, done = self._context.exports, entry.state.ended, entry.state is ExportState.DONE
        copy_command = partial(QGuiApplication.clipboard().setText, entry.command)
        choices = (
            (self.tr("Open"), done, partial(self._open, entry.path)),
            (self.tr("Copy"), done, self._copy),
            (self.tr("Show in folder"), done, partial(reveal, entry.path)),
            (self.tr("Copy the command that writes it"), bool(entry.command), copy_command),
            (self.tr("Write again"), ended, partial(exports.retry, entry.path)),
            (self.tr("Cancel"), not ended, partial(exports.cancel, entry.path)),
        )
        return menu_of(self, choices)
