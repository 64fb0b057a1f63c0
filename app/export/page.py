"""The Export page: report, figures, tables and files of the run, written one after the other behind."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTemporaryDir, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.context import Context
from app.core.job_result import Failed
from app.core.messages import error_text
from app.core.session import NO_FILTER
from app.export.export_form import ExportForm
from app.export.export_source import DRAWN, OF_FILTER, OF_PICTURE, ExportSource
from app.export.figure_preview import FigurePreview
from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets.common import Button, EmptyState, ToolButton, card, label, row
from app.widgets.export_list import ExportEntry, ExportList, ExportState, mime_of
from app.widgets.file_manager import reveal
from app.widgets.menus import menu_of
from icnn_engine.core.language import current, languages

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

PREVIEW = "export preview"  # in the lane
KEPT = "export/form"  # key of the settings


class ExportPage(QWidget):
    """Writes what is ticked of the session's run, picture and filter."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pointed = "parts"
        self._shown: tuple[object, ...] = ()  # what the preview was drawn of
        self._drawn = QTemporaryDir()  # of the preview; goes with the page
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_work())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.form.recall(context.settings.text(KEPT))
        self._connect()
        self._show_run(context.session.run)
        for entry in context.exports.entries.values():
            self._show_entry(entry)

    @property
    def is_empty(self) -> bool:
        """Whether no run is open."""
        return self._stack.currentIndex() == 0

    def keys(self) -> list[tuple[str, str]]:
        """The keys of this page and what they do."""
        copy = QKeySequence(QKeySequence.StandardKey.Copy).toString(QKeySequence.SequenceFormat.NativeText)
        return [
            (self.tr("Space"), self.tr("Tick what to export")),
            (self.tr("Return"), self.tr("Open an export")),
            (copy, self.tr("Copy the chosen export, or the preview")),
            (self.tr("Delete"), self.tr("Cancel the chosen export")),
        ]

    # What the page is made of

    def _build_empty(self) -> QWidget:
        requests = self._context.requests
        return EmptyState(
            "export",
            self.tr("Nothing to export yet"),
            self.tr("Open a run, or train one: its report, figures and tables are written from here."),
            Button(self.tr("Open run…"), "primary", "run", lambda: requests.action.emit("open_run")),
            Button(self.tr("Train"), "", "train", lambda: requests.page.emit("train")),
        )

    def _build_work(self) -> QWidget:
        self.form = ExportForm(languages(), current())
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(LARGE)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._build_preview())
        self._splitter.addWidget(self._build_list())
        self._splitter.setSizes([360, 300])
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(WIDE, SMALL, WIDE, LARGE)
        layout.setSpacing(LARGE)
        layout.addWidget(self.form)
        layout.addWidget(self._splitter, 1)
        return whole

    def _build_preview(self) -> QWidget:
        frame, inside = card()
        inside.setContentsMargins(LARGE, MEDIUM, MEDIUM, MEDIUM)
        self.preview = FigurePreview()
        self._previewed = label(self.tr("Preview"), "heading")
        self.copy_preview = Button(self.tr("Copy figure"), "", "copy", self.preview.copy)
        inside.addLayout(row(self._previewed, 1, self.copy_preview))
        inside.addWidget(self.preview, 1)
        return frame

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
        self.folder = Button(self.tr("Open folder"), "", "folder", self.open_folder)
        self.clear = Button(self.tr("Clear"), "quiet", "close", self._clear)
        self.clear.setToolTip(self.tr("Take what has ended off the list; the files stay"))
        buttons = (self.stop, self.again, self.copy, self.clear, self.folder)
        inside.addLayout(row(label(self.tr("Exports"), "heading"), 1, *buttons))
        inside.addWidget(self._none)
        inside.addWidget(self.list, 1)
        return frame

    def _connect(self) -> None:
        session, queue, form = self._context.session, self._context.exports, self.form
        session.run_changed.connect(self._show_run)
        session.filter_changed.connect(self._show_chosen)
        session.look_changed.connect(self._show_chosen)
        self._context.notes.changed.connect(self._show_chosen)
        form.choices.changed.connect(self._enable)
        form.choices.pointed.connect(self._point)
        form.bulk.changed.connect(self._enable)
        form.style_changed.connect(self._draw)
        form.begin_wanted.connect(self.begin)
        form.place_wanted.connect(self.choose_place)
        queue.changed.connect(self._show_entry)
        queue.failed.connect(self._tell_failure)
        self.list.opened.connect(_open)
        self.list.chosen.connect(self._show_actions)
        self.list.menu_wanted.connect(self._show_menu)
        self.stop.clicked.connect(self._cancel)
        self.again.clicked.connect(self._retry)
        self.copy.clicked.connect(self._copy)
        self._show_actions(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Copies and cancels what is chosen in the list."""
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.list.hasFocus() and self.list.entry is not None:
                self._copy()
            else:
                self.preview.copy()
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
        if run is not None:
            self._set_place(run.path / "figures")
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        """Call things by the filter and the picture that are chosen, or say that none is."""
        session, choices = self._context.session, self.form.choices
        missing = {}
        if session.filter == NO_FILTER:
            no_filter = self.tr("No filter is chosen: click one on the Filters page.")
            missing = dict.fromkeys(OF_FILTER, no_filter)
            choices.set_titles({"filter": self.tr("Figure of the filter")})
        else:
            choices.set_titles({"filter": self.tr("Figure of filter {index}").format(index=session.filter)})
        if session.look is None:
            no_picture = self.tr("No picture is being looked at: choose one on the Filters page.")
            missing = dict.fromkeys(OF_PICTURE, no_picture) | missing
        choices.set_missing(missing)
        self._draw()

    def _enable(self) -> None:
        source, ticked = self._source(), self.form.choices.ticked()
        words, ready = "", bool(ticked)
        if source is not None and "bulk" in ticked:
            words, ready = self._count(source)
        self.form.bulk.count.setText(words)
        self.form.set_ready(ready)

    def _count(self, source: ExportSource) -> tuple[str, bool]:
        """How many files a bulk export writes, and whether there is anything to write."""
        choice = self.form.bulk.choice
        if choice.filters == "this" and source.filter == NO_FILTER:
            return self.tr("No filter is chosen: click one on the Filters page."), False
        wanted = source.wanted(choice)
        if not wanted.filters:
            return self.tr("No filter is starred: star some on the Filters page (S)."), False
        if not (wanted.kinds and wanted.pictures):
            return self.tr("Tick at least one kind of files."), False
        images = sum(kind in ("overlays", "heatmaps") for kind in wanted.kinds)
        words = self.tr("{filters} × {pictures} pictures: {files} files")
        files = images * len(wanted.filters) * len(wanted.pictures)
        files += ("maps" in wanted.kinds) * len(wanted.pictures) + ("peaks" in wanted.kinds)
        one, many = self.tr("1 filter"), self.tr("{count} filters").format(count=len(wanted.filters))
        filters = one if len(wanted.filters) == 1 else many
        return words.format(filters=filters, pictures=len(wanted.pictures), files=f"{files:,}"), True

    def _set_place(self, place: Path) -> None:
        self._place = place
        self.form.set_place(place)

    def choose_place(self) -> None:
        """Ask for the folder to write to."""
        near = next((str(p) for p in (self._place, *self._place.parents) if p.is_dir()), "")
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose the folder to write to"), near)
        if chosen:
            self._set_place(Path(chosen))

    # The preview

    @Slot(str)
    def _point(self, key: str) -> None:
        if key != self._pointed:
            self._pointed = key
            self._draw()

    def _draw(self) -> None:
        """Draw what somebody is at, as it will be written."""
        source, key, lane = self._source(), self._pointed, self._context.files
        if source is None or not self.isVisible():
            return
        box = self.form.choices.boxes[key]
        wanted = (*source.drawn_of(key), self._context.notes.remarks, box.text(), box.isEnabled())
        if wanted == self._shown:
            return
        self._shown = wanted
        lane.forget(PREVIEW)
        self._previewed.setText(self.tr("Preview: {title}").format(title=box.text()))
        self.copy_preview.setEnabled(False)
        if not box.isEnabled():
            self.preview.say(box.accessibleDescription())
        elif key not in DRAWN:
            self.preview.say(self.tr("Nothing to preview: what is written opens by a double click."))
        else:
            self.preview.say(self.tr("Drawing…"))
            work = partial(source.preview, key, Path(self._drawn.path()))
            lane.ask(PREVIEW, work, self._show_figure, self._no_figure)

    def _show_figure(self, path: Path) -> None:
        self.preview.show_figure(path, self.form.choices.boxes[self._pointed].text())
        self.copy_preview.setEnabled(True)

    def _no_figure(self, failure: Failed) -> None:
        self._shown = ()
        self.preview.say(error_text(failure.error))

    # Exporting

    def _source(self) -> ExportSource | None:
        session = self._context.session
        if session.run is None:
            return None
        return ExportSource(self._context.engine, session.run, session.filter, session.look, self.form.chosen)

    def begin(self) -> None:
        """Put everything that is ticked into the queue."""
        source = self._source()
        if source is None:
            return
        self._context.settings.set_text(KEPT, self.form.remembered())
        for key in self.form.choices.ticked():
            title = self.form.choices.boxes[key].text()
            for job in source.jobs(key, title, self._place, self.form.bulk.choice):
                self._context.exports.add(job)

    @Slot(object)
    def _show_entry(self, entry: ExportEntry) -> None:
        self._none.hide()
        self.list.show_entry(entry)

    def _clear(self) -> None:
        self._context.exports.forget_ended()
        self.list.clear_ended()
        self._none.setVisible(not self.list.entries)

    def open_folder(self) -> None:
        """Show the folder that is written to, or that of the chosen export."""
        chosen = self.list.entry
        place = self._place if chosen is None else chosen.path.parent
        if place.is_dir():
            _open(place)
        else:
            self._context.messages.note(self.tr("Nothing was exported to {place} yet.").format(place=place))

    @Slot(object)
    def _tell_failure(self, failure: Failed) -> None:
        self._context.messages.failure(failure.error, failure.details)

    # What can be done with one of the list

    @Slot(object)
    def _show_actions(self, entry: ExportEntry | None) -> None:
        self.stop.setEnabled(entry is not None and not entry.state.ended)
        self.again.setEnabled(entry is not None and entry.state.ended)
        self.copy.setEnabled(entry is not None and entry.state is ExportState.DONE)

    def _cancel(self) -> None:
        if (entry := self.list.entry) is not None and not entry.state.ended:
            self._context.exports.cancel(entry.path)

    def _retry(self) -> None:
        if (entry := self.list.entry) is not None:
            self._context.exports.retry(entry.path)

    def _copy(self) -> None:
        entry = self.list.entry
        if entry is not None and entry.state is ExportState.DONE:
            QApplication.clipboard().setMimeData(mime_of(entry.path))
            self._context.messages.note(self.tr("Copied {name}").format(name=entry.path.name))

    @Slot(object, object)
    def _show_menu(self, entry: ExportEntry, where: QPoint) -> None:
        menu = self.menu_of(entry)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu_of(self, entry: ExportEntry) -> QMenu:
        """Everything that can be done with an export."""
        exports, done = self._context.exports, entry.state is ExportState.DONE
        choices = (
            (self.tr("Open"), done, lambda: _open(entry.path)),
            (self.tr("Copy"), done, self._copy),
            (self.tr("Show in folder"), done, lambda: reveal(entry.path)),
            (self.tr("Copy the command that writes it"), bool(entry.command), lambda: _copy_text(entry.command)),
            (self.tr("Write again"), entry.state.ended, lambda: exports.retry(entry.path)),
            (self.tr("Cancel"), not entry.state.ended, lambda: exports.cancel(entry.path)),
        )
        return menu_of(self, choices)


def _copy_text(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
