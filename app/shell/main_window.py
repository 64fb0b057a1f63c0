"""The frame: navigation, header, menus, status bar; what is dropped on it, and what comes back at the next start."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.context import Context
from app.core.engine import EngineState
from app.core.jobs import RunnerState
from app.core.messages import Message
from app.core.session import NO_FILTER
from app.shell.actions import Actions
from app.shell.drag_drop import drop_of
from app.shell.keys_sheet import Keys, KeysSheet
from app.shell.opening import Opener
from app.shell.page_list import build, page_titles
from app.shell.palette import Palette
from app.shell.recents import Recents
from app.shell.status_progress import StatusProgress
from app.shell.translator import LANGUAGE, SYSTEM
from app.shell.window_chrome import Banner, DropHint, Header, JobStrip, NavigationRail
from app.style import theme
from app.widgets import plain_text

if TYPE_CHECKING:
    from app.shell.commands import Command

NOTE_MS = 8000  # how long a note stays in the status bar


class MainWindow(QMainWindow):
    """The one window of the program."""

    painted = Signal()  # the first time
    language_wanted = Signal(str)  # 'system' or a code

    def __init__(self, context: Context, wanted: Sequence[Path] = (), opener: Opener | None = None) -> None:
        """`wanted`: what to open at the start, instead of what was open last time. `opener`: of the window whose place
        this one takes, when the language is changed; then nothing is opened."""
        super().__init__()
        self.context = context
        self._wanted = wanted
        self._is_first = opener is None
        self._is_retired = False
        self.opener = opener or Opener(context, context.session)
        self.is_painted = False
        self._titles = page_titles()
        self.pages: dict[str, QWidget] = {}
        self.setWindowTitle("Partscope")
        self.setAcceptDrops(True)
        self.setMinimumSize(1080, 680)
        self._build_frame()
        self._build_actions()
        self._build_status()
        self._connect()
        self._restore_layout()

    def start(self) -> None:
        """What follows once the window is there: the other pages, one by one, so that the window answers in between;
        then what was asked for, or else what was open last time, and the engine."""
        missing = next((name for name in self._titles if name not in self.pages), None)
        if missing is not None:
            self._page(missing)
            QTimer.singleShot(0, self.start)
            return
        for path in self._wanted:
            self.opener.open(path)
        if not self._wanted and self._is_first:
            self.opener.restore()
        self.context.engine.load()

    def retire(self) -> None:
        """Go without ending the program: another window takes this one's place."""
        self.context.settings.set_layout("window/geometry", self.saveGeometry())
        self._is_retired = True
        self.close()
        self.deleteLater()

    @property
    def current(self) -> str:
        """The name of the page on show."""
        return self.context.settings.text("window/page", "images")

    def show_page(self, name: str) -> None:
        """Go to a page."""
        title, line = self._titles[name]
        self.command_palette.shut()
        self._stack.setCurrentWidget(self._page(name))
        self.rail.show_page(name)
        self._header.set_title(title, line)
        self.context.settings.set_text("window/page", name)

    def _page(self, name: str) -> QWidget:
        if name not in self.pages:
            self.pages[name] = build(name, self.context)
            self._stack.addWidget(self.pages[name])
        return self.pages[name]

    def _build_frame(self) -> None:
        self.rail = NavigationRail({name: title for name, (title, _line) in self._titles.items()})
        self._header = Header()
        self.banner = Banner()
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for widget in (self.banner, self._header):
            right.addWidget(widget)
        right.addWidget(self._stack, 1)
        centre = QWidget()
        whole = QHBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        self.setCentralWidget(centre)
        centre.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        centre.setFocus()
        self._hint = DropHint(self)
        self.command_palette = Palette(self)
        self.command_palette.chosen.connect(lambda place: self._commands[place][1]())
        self._commands: list[Command] = []

    def _build_actions(self) -> None:
        titles = {name: title for name, (title, _line) in self._titles.items()}
        self.actions_ = Actions(self, titles, self.context.undo)
        self.actions_.fill(self.menuBar())
        do = self.actions_
        do.open_folder.triggered.connect(self._ask_folder)
        do.open_run.triggered.connect(self._ask_run)
        do.try_sample.triggered.connect(self.opener.try_sample)
        do.mark_parts.triggered.connect(self._mark_parts)
        do.mark_parts.setEnabled(False)
        do.forget_recents.triggered.connect(self.context.settings.forget_recents)
        do.quit.triggered.connect(self.close)
        do.full_screen.toggled.connect(lambda full: self.showFullScreen() if full else self.showNormal())
        do.keys.triggered.connect(self.show_keys)
        do.palette.triggered.connect(self.show_palette)
        do.about.triggered.connect(self._about)
        for name, action in do.pages.items():
            action.triggered.connect(lambda _checked=False, name=name: self.show_page(name))
        chosen = self.context.settings.text("window/theme", "system")
        for name, action in do.themes.items():
            action.setChecked(name == chosen)
            action.triggered.connect(lambda _checked=False, name=name: self._choose_theme(name))
        spoken = self.context.settings.text(LANGUAGE, SYSTEM)
        for code, action in do.languages.items():
            action.setChecked(code == spoken)
            action.triggered.connect(lambda _checked=False, code=code: self.language_wanted.emit(code))

    def _build_status(self) -> None:
        self.jobs_strip, self._checks_strip = JobStrip(), JobStrip()
        self._engine_label = QLabel()
        self._engine_label.setContentsMargins(0, 0, 12, 0)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        for widget in (self._checks_strip, self.jobs_strip, self._engine_label):
            bar.addPermanentWidget(widget)
        self.jobs_strip.clicked.connect(lambda: self.show_page("train"))
        self._checks_strip.clicked.connect(lambda: self.show_page("images"))
        self._follow_engine(self.context.engine.state)

    def _connect(self) -> None:
        context = self.context
        self._followers = [
            StatusProgress(context.jobs, self.jobs_strip, self),
            StatusProgress(context.checks, self._checks_strip, self),
        ]
        self.rail.chosen.connect(self.show_page)
        self.rail.help_wanted.connect(self.show_keys)
        context.jobs.changed.connect(self._follow_jobs)
        context.engine.changed.connect(self._follow_engine)
        context.messages.said.connect(self._say)
        context.session.folder_changed.connect(self._name_folder)
        context.session.run_changed.connect(self._name_run)
        context.requests.page.connect(self.show_page)
        context.requests.action.connect(self._do)
        self.banner.details_wanted.connect(self._show_details)
        for acted in (
            *(self.rail.chosen, context.jobs.started, context.session.look_changed),
            *(context.session.folder_changed, context.session.run_changed),
            *(action.triggered for action in self.actions_.pages.values()),
        ):
            acted.connect(self.banner.settle)
        self._recents = Recents(context.settings, self.actions_, self._header, self.opener, self)
        self._name_folder(context.session.folder)
        self._name_run(context.session.run)

    def _restore_layout(self) -> None:
        settings = self.context.settings
        geometry = settings.layout("window/geometry")
        if not (geometry and self.restoreGeometry(geometry)):
            room = self.screen().availableGeometry()
            self.resize(min(1360, room.width() - 40), min(880, room.height() - 60))
        page = settings.text("window/page", "images")
        self.show_page(page if page in self._titles else "images")

    # What the window shows of the session and the lanes

    @Slot(object)
    def _follow_engine(self, state: EngineState) -> None:
        texts = {
            EngineState.ASLEEP: self.tr("Engine asleep"),
            EngineState.LOADING: self.tr("Engine loading…"),
            EngineState.READY: self.tr("Engine ready"),
            EngineState.FAILED: self.tr("Engine cannot be loaded"),
        }
        self._engine_label.setText(texts[state])

    @Slot(object)
    def _follow_jobs(self, state: RunnerState) -> None:
        self.rail.buttons["train"].set_busy(state is not RunnerState.IDLE)

    @Slot(object)
    def _say(self, message: Message) -> None:
        if message.kind == "note":
            self.statusBar().showMessage(message.text, NOTE_MS)
        else:
            self.banner.show_message(message.text, message.details)

    @Slot(object)
    def _name_folder(self, folder: object) -> None:
        root: Path | None = getattr(folder, "root", None)
        self.statusBar().clearMessage()
        self._header.folder.set_name(root.name if root else "", str(root or ""))
        self._name_window()

    @Slot(object)
    def _name_run(self, run: object) -> None:
        path: Path | None = getattr(run, "path", None)
        self._header.run.set_name(path.name if path else "", str(path or ""))
        self.actions_.mark_parts.setEnabled(path is not None)
        self._name_window()

    def _name_window(self) -> None:
        names = [self._header.folder.accessibleName()] if self.context.session.folder else []
        names += [self._header.run.accessibleName()] if self.context.session.run else []
        self.setWindowTitle(plain_text.window_title(" – ".join([*names, "Partscope"])))

    # What the user asks of the frame

    @Slot()
    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of images"), self._near())
        if chosen:
            self.opener.open_folder(Path(chosen))

    @Slot()
    def _ask_run(self) -> None:
        runs = self.context.settings.recent_runs()
        place = str(runs[0].parent) if runs else self._near()
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Open a run"), place)
        if chosen:
            self.opener.open_run(Path(chosen))

    @Slot()
    def _mark_parts(self) -> None:
        self.show_page("measure")
        self.context.requests.mark.emit()

    def _near(self) -> str:
        recent = self.context.settings.recent_folders()
        return str(recent[0].parent if recent else Path.home())

    @Slot(str)
    def _do(self, name: str) -> None:
        actions = {
            "open_folder": self.actions_.open_folder,
            "open_run": self.actions_.open_run,
            "try_sample": self.actions_.try_sample,
        }
        actions[name].trigger()

    @Slot()
    def show_palette(self) -> None:
        """Offer everything that can be done now, to be found by a few letters of it."""
        from app.shell.commands import (
            commands,  # it needs pictures' modules, which the window's start must not wait for
        )

        self._commands = commands(self.actions_, self.context)
        self.command_palette.open([entry for entry, _do in self._commands])

    @Slot()
    def show_keys(self) -> None:
        """Show what every key does: everywhere, then on the page on show, then on the others."""
        KeysSheet(self.keys_by_place(), self).exec()

    def keys_by_place(self) -> dict[str, Keys]:
        """Where keys work -> the keys and what they do."""
        groups = {self.tr("Everywhere"): self.actions_.sheet()}
        for name in sorted(self._titles, key=lambda name: name != self.current):
            own = getattr(self._page(name), "keys", None)
            if own is not None:
                groups[self._titles[name][0]] = list(own())
        return groups

    @Slot()
    def _about(self) -> None:
        from icnn_engine import __version__

        text = self.tr("Partscope {version} finds the parts a network has learned. Everything stays on this machine.")
        QMessageBox.about(self, self.tr("About Partscope"), text.format(version=__version__))

    @Slot(str, str)
    def _show_details(self, text: str, details: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Details"), "", parent=self)
        plain_text.set_message_text(box, text)
        box.setDetailedText(details)
        box.exec()

    def _choose_theme(self, name: str) -> None:
        self.context.settings.set_text("window/theme", name)
        theme.current_theme().choose(name)

    # What Qt tells the window

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        drop = drop_of(event.mimeData(), self.context.session.run is not None)
        if drop is not None:
            # Accepted even where it cannot be opened: else nobody would be told why, nor that the mouse has left.
            event.acceptProposedAction()
            self._hint.show_text(drop.words, drop.path is not None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        event.setAccepted(self._hint.is_welcome)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._hint.hide()
        drop = drop_of(event.mimeData(), self.context.session.run is not None)
        if drop is not None and drop.path is not None:
            event.acceptProposedAction()
            self.opener.open(drop.path)
        elif drop is not None:
            self.context.messages.problem(drop.words)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self._is_retired:
            event.accept()
            return
        if self.context.jobs.busy and not self._may_stop():
            event.ignore()
            return
        settings = self.context.settings
        settings.set_layout("window/geometry", self.saveGeometry())
        settings.set_number("last/filter", self.context.session.filter if self.context.session.run else NO_FILTER)
        self.hide()
        self.context.shut_down()
        event.accept()
        QApplication.quit()

    def _may_stop(self) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Close Partscope?"))
        kept = self.tr("Closing stops it. What a training has learned is kept: go on with it from the Runs page.")
        plain_text.set_message_text(
            box, self.tr("'{title}' is still under way.").format(title=self.context.jobs.title), kept
        )
        stop = box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep going"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        return box.clickedButton() is stop
