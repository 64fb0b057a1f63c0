"""The Export page: heatmaps, figures and the table of the run as files, written one after the other behind."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.context import Context
from app.engine import Engine
from app.lanes import Lane
from app.messages import in_words
from app.outcomes import Failed
from app.session import NO_FILTER
from app.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets.basics import Button, Elided, EmptyState, card, label, row
from app.widgets.export_choices import ExportChoices, Offer
from app.widgets.export_list import Entry, ExportList, State
from app.widgets.fields import Choice, Whole
from app.widgets.measure_lines import as_csv
from icnn_engine.events import Event, Operation, Progress

if TYPE_CHECKING:
    from icnn_engine.inspection import Look
    from icnn_engine.model_file import Run

FORM = 420  # width of the form
DPI = (72, 200, 1200)  # least, usual, most
KEY = "export"  # in the lane


class ExportPage(QWidget):
    """Writes what is ticked of the session's run, picture and filter."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.queue = ExportQueue(context.files, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_work())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        self.choices.tick("parts", "table")
        self._show_run(context.session.run)

    @property
    def is_empty(self) -> bool:
        """Whether no run is open."""
        return self._stack.currentIndex() == 0

    def keys(self) -> list[tuple[str, str]]:
        """The keys of this page and what they do."""
        return [(self.tr("Space"), self.tr("Tick what to export")), (self.tr("Return"), self.tr("Open an export"))]

    # What the page is made of

    def _build_empty(self) -> QWidget:
        wishes = self._context.wishes
        return EmptyState(
            "export",
            self.tr("Nothing to export yet"),
            self.tr("Open a run, or train one: its heatmaps, figures and table are written from here."),
            Button(self.tr("Open run…"), "primary", "run", lambda: wishes.action.emit("open_run")),
            Button(self.tr("Train"), "", "train", lambda: wishes.page.emit("train")),
        )

    def _build_work(self) -> QWidget:
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(WIDE, SMALL, WIDE, LARGE)
        layout.setSpacing(LARGE)
        layout.addWidget(self._build_form())
        layout.addWidget(self._build_list(), 1)
        return whole

    def _build_form(self) -> QWidget:
        frame, inside = card()
        frame.setFixedWidth(FORM)
        inside.setContentsMargins(LARGE, MEDIUM, SMALL, LARGE)
        self.choices = ExportChoices(self._offers())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        padded = QWidget()
        padding = QVBoxLayout(padded)
        padding.setContentsMargins(0, SMALL, MEDIUM, 0)
        padding.addWidget(self.choices)
        padding.addStretch(1)
        scroll.setWidget(padded)
        inside.addWidget(label(self.tr("What to export"), "heading"))
        inside.addWidget(scroll, 1)
        inside.addLayout(self._build_how())
        return frame

    def _offers(self) -> tuple[Offer, ...]:
        tr = self.tr
        return (
            Offer("parts", tr("Parts figure"), tr("The best filter of each part, with crops from held-out pictures.")),
            Offer("comparison", tr("Comparison figure"), tr("Interpretable, ordinary twin and CAM on one page.")),
            Offer("filter", tr("Figure of the filter"), tr("How it reads a picture, and its best pictures.")),
            Offer("heatmaps", tr("All heatmaps of the filter"), tr("On every held-out picture, a file each.")),
            Offer("heatmap", tr("Heatmap of the picture"), tr("The picture with the filter's heatmap over it.")),
            Offer("answer", tr("Explanation of the picture"), tr("Why the network answers so, part by part.")),
            Offer("table", tr("Table as CSV"), tr("What the Measure page shows.")),
        )

    def _build_how(self) -> QVBoxLayout:
        self.kind = Choice([("png", "PNG"), ("svg", "SVG"), ("pdf", "PDF")])
        self.kind.setAccessibleName(self.tr("Format"))
        self.dpi = Whole(DPI[0], DPI[2])
        self.dpi.set_value(DPI[1])
        self.dpi.setSingleStep(50)
        self.dpi.setAccessibleName(self.tr("Dots per inch"))
        self.dpi.setToolTip(self.tr("How fine pictures on a page are; a heatmap as PNG keeps the picture's own pixels"))
        self.place = Elided("", "mono")
        self.choose = Button(self.tr("Choose…"), "", "folder", self.choose_place)
        self.choose.setToolTip(self.tr("Choose the folder to write to"))
        self.start = Button(self.tr("Export"), "primary", "export", self.begin)
        place = row(label(self.tr("To"), "muted"), self.choose, spacing=MEDIUM)
        place.insertWidget(1, self.place, 1)
        made = QVBoxLayout()
        made.setContentsMargins(0, SMALL, MEDIUM, 0)
        made.setSpacing(MEDIUM)
        format_, dpi = label(self.tr("Format"), "muted"), label(self.tr("dpi"), "muted")
        made.addLayout(row(format_, self.kind, SMALL, dpi, self.dpi, 1, spacing=MEDIUM))
        made.addLayout(place)
        made.addWidget(self.start)
        return made

    def _build_list(self) -> QWidget:
        frame, inside = card()
        inside.setContentsMargins(LARGE, MEDIUM, MEDIUM, MEDIUM)
        self.list = ExportList()
        self._none = label(self.tr("What is exported appears here. Click it to open it."), "muted", wrap=True)
        self.folder = Button(self.tr("Open folder"), "", "folder", self.open_folder)
        self.clear = Button(self.tr("Clear"), "quiet", "close", self._clear)
        self.clear.setToolTip(self.tr("Take what has ended off the list; the files stay"))
        inside.addLayout(row(label(self.tr("Exports"), "heading"), 1, self.clear, self.folder))
        inside.addWidget(self._none)
        inside.addWidget(self.list, 1)
        return frame

    def _connect(self) -> None:
        session = self._context.session
        session.run_changed.connect(self._show_run)
        session.filter_changed.connect(lambda _index: self._show_chosen())
        session.look_changed.connect(lambda _look: self._show_chosen())
        self.choices.changed.connect(self._enable)
        self.queue.changed.connect(self._show_entry)
        self.queue.failed.connect(lambda failure: self._context.messages.failure(failure.error, failure.details))
        self.list.opened.connect(_open)

    # What can be exported

    @Slot(object)
    def _show_run(self, run: Run | None) -> None:
        self._stack.setCurrentIndex(0 if run is None else 1)
        if run is not None:
            self._set_place(run.path / "figures")
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Call things by the filter and the picture that are chosen, or say that none is."""
        session = self._context.session
        chosen, look = session.filter, session.look
        named = {"filter": self.tr("Figure of the filter"), "heatmaps": self.tr("All heatmaps of the filter")}
        missing = {}
        no_filter = self.tr("No filter is chosen: click one on the Filters page.")
        no_picture = self.tr("No picture is being looked at: choose one on the Filters page.")
        if chosen == NO_FILTER:
            missing = dict.fromkeys(("filter", "heatmaps", "heatmap"), no_filter)
        else:
            named = {
                "filter": self.tr("Figure of filter {index}"),
                "heatmaps": self.tr("All heatmaps of filter {index}"),
            }
        if look is None:
            missing |= dict.fromkeys(("heatmap", "answer"), no_picture)
        self.choices.set_titles({key: title.format(index=chosen) for key, title in named.items()})
        self.choices.set_missing(missing)

    def _enable(self) -> None:
        ready = bool(self.choices.ticked())
        self.start.setEnabled(ready)
        self.start.setToolTip("" if ready else self.tr("Tick what to export first"))

    def _set_place(self, place: Path) -> None:
        self._place = place
        self.place.set_text(str(place))

    def choose_place(self) -> None:
        """Ask for the folder to write to."""
        near = next((str(p) for p in (self._place, *self._place.parents) if p.is_dir()), "")
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose the folder to write to"), near)
        if chosen:
            self._set_place(Path(chosen))

    # Exporting

    def begin(self) -> None:
        """Put everything that is ticked into the queue."""
        session, run = self._context.session, self._context.session.run
        if run is None:
            return
        source = Source(self._context.engine, run, session.filter, session.look, self.kind.value(), self.dpi.value())
        for key in self.choices.ticked():
            path, make = source.export(key, self._place)
            title = self.choices.boxes[key].text()
            self.queue.add(Job(path, f"{title} · {path.name}", make))

    @Slot(object)
    def _show_entry(self, entry: Entry) -> None:
        self._none.hide()
        self.list.show_entry(entry)

    def _clear(self) -> None:
        self.list.clear_ended()
        self._none.setVisible(not self.list.entries)

    def open_folder(self) -> None:
        """Show the folder that is written to."""
        if self._place.is_dir():
            _open(self._place)
        else:
            self._context.messages.note(self.tr("Nothing was exported to {place} yet.").format(place=self._place))


@dataclass(frozen=True, eq=False)
class Job:
    """Something to write: where to, what it is called, and the operation that writes it."""

    path: Path
    title: str
    make: Callable[[], Operation[Any]]


@dataclass(frozen=True, slots=True)
class _Ended:
    """An operation has come to its end."""


class ExportQueue(QObject):
    """Writes jobs one after the other, a step at a time, so that the lane stays free for others in between."""

    changed = Signal(object)  # Entry
    failed = Signal(object)  # Failed

    def __init__(self, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._waiting: deque[Job] = deque()
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._job is not None

    def add(self, job: Job) -> None:
        """Write it when its turn comes; what waits already to write the same file is not written twice."""
        if self._job is not None and self._job.path == job.path:
            return
        self._waiting = deque([*(other for other in self._waiting if other.path != job.path), job])
        self._tell(job, State.WAITING, self.tr("Waiting"))
        if not self.busy:
            self._begin()

    def _begin(self) -> None:
        self._job = self._waiting.popleft() if self._waiting else None
        if self._job is not None:
            self._tell(self._job, State.RUNNING, self.tr("Being written…"))
            self._step(self._job, self._job.make())

    def _step(self, job: Job, operation: Operation[Any]) -> None:
        work = partial(_advance, operation)
        self._lane.ask(KEY, work, partial(self._stepped, job, operation), partial(self._fail, job))

    def _stepped(self, job: Job, operation: Operation[Any], event: Event | _Ended) -> None:
        match event:
            case _Ended():
                self._tell(job, State.DONE, self.tr("Done · {place}").format(place=job.path.parent))
                self._begin()
                return
            case Progress(_title, done, total) if total > 1:
                words = self.tr("Being written: {done} of {total}").format(done=done, total=total)
                self._tell(job, State.RUNNING, words)
        self._step(job, operation)

    def _fail(self, job: Job, failure: Failed) -> None:
        self._tell(job, State.FAILED, self.tr("Failed: {reason}").format(reason=in_words(failure.error)))
        self.failed.emit(failure)
        self._begin()

    def _tell(self, job: Job, state: State, words: str) -> None:
        self.changed.emit(Entry(job.path, job.title, state, words))


@dataclass(frozen=True, eq=False)
class Source:
    """What exports are made of: the run, the filter and the picture that were chosen, the format."""

    engine: Engine
    run: Run
    filter: int
    look: Look | None
    kind: str
    dpi: int

    def export(self, key: str, place: Path) -> tuple[Path, Callable[[], Operation[Any]]]:
        """Where an export goes, and the operation that writes it, to be advanced on a worker thread."""
        path = place / self._name(key)
        if key == "heatmaps":
            return path, partial(self._heatmaps, path)
        return path, partial(_at_once, path, getattr(self, f"_write_{key}"))

    def _name(self, key: str) -> str:
        match key:
            case "table":
                return "table.csv"
            case "filter":
                return f"filter-{self.filter:03d}.{self.kind}"
            case "heatmaps":
                return f"heatmaps-filter-{self.filter:03d}"
            case "heatmap":
                return f"heatmap-{self._picture()}-filter-{self.filter:03d}.{self.kind}"
            case "answer":
                return f"explanation-{self._picture()}.{self.kind}"
        return f"{key}.{self.kind}"

    def _picture(self) -> str:
        """The picture's name as a part of a file's name; its folder belongs to it where it is one of the run."""
        name = Path(self.look.title if self.look is not None else "picture")
        inside = self.look is not None and self.look.picture is not None
        words = "__".join([*(name.parent.parts if inside else ()), name.stem])
        return "".join(c if c.isalnum() or c in "-_.() " else "-" for c in words)

    def _heatmaps(self, folder: Path) -> Operation[int]:
        from icnn_engine.figures import export_heatmaps

        return (yield from export_heatmaps(self.run, self.filter, folder, self.kind, self.dpi))

    def _write_heatmap(self, path: Path) -> None:
        from icnn_engine.figures import save_heatmap

        assert self.look is not None
        save_heatmap(self.run, self.look, self.filter, path, dpi=self.dpi)

    def _write_answer(self, path: Path) -> None:
        self.engine.wait()
        from icnn_engine.explanation import Explainer
        from icnn_engine.figures import explain_figure

        assert self.look is not None
        explain_figure(self.run, self.look, Explainer(self.run).effects(self.look), path, self.dpi)

    def _write_filter(self, path: Path) -> None:
        from icnn_engine.figures import filter_figure

        filter_figure(self.run, self.filter, path, dpi=self.dpi)

    def _write_parts(self, path: Path) -> None:
        from icnn_engine.figures import parts_figure

        parts_figure(self.run, path, self.dpi)

    def _write_comparison(self, path: Path) -> None:
        from icnn_engine.figures import comparison_figure

        comparison_figure(self.run, path, self.dpi)

    def _write_table(self, path: Path) -> None:
        from icnn_engine.figures.pieces import guessing
        from icnn_engine.model_file import write_text

        write_text(path, as_csv(self.run.table, guessing(self.run)))


def _at_once(path: Path, write: Callable[[Path], None]) -> Operation[None]:
    yield Progress(path.name, 0, 1)
    write(path)


def _advance(operation: Operation[Any]) -> Event | _Ended:
    """The next event of an operation; runs in the lane."""
    return next(operation, _Ended())


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
