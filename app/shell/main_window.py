"""The main window: navigation, header, menus and status bar around the pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from app.core.context import Context
from app.core.jobs import RunnerState
from app.core.messages import Message
from app.core.session import NO_FILTER
from app.networks.controller import NetworkController
from app.shell import dialogs
from app.shell.actions import Actions
from app.shell.drag_drop import DropTarget
from app.shell.frame.banner import Banner
from app.shell.frame.header import Header
from app.shell.frame.navigation_rail import NavigationRail
from app.shell.frame.page_area import PageArea
from app.shell.frame.status_bar import StatusBar
from app.shell.help.help_center import HelpCenter
from app.shell.help.keys_sheet import Keys, KeysSheet
from app.shell.next_step import NextStep
from app.shell.opening import Opener
from app.shell.page_list import build, page_titles
from app.shell.pairing import Pairing
from app.shell.palette import Palette
from app.shell.recents import Recents
from app.shell.settings_dialog import SettingsDialog
from app.widgets.common import column, row
from app.widgets.wording import plain_text

NOTE_MS = 8000  # how long a note stays in the status bar
LEAST = (800, 480)  # size of the window
ROOMY = (1000, 660)  # in a smaller window the frame is compact


class MainWindow(QMainWindow):
    """The one window of the program.

    Parameters
    ----------
    context
        Session, settings and worker threads, which outlive the window.
    paths
        Paths to open at the start, instead of what was open last time.
    opener
        The opener of the window that this one replaces when the language is changed. Then nothing is opened.
    """

    painted = Signal()  # for the first time
    language_wanted = Signal(str)  # 'system' or a code

    def __init__(self, context: Context, paths: Sequence[Path] = (), opener: Opener | None = None) -> None:
        super().__init__()
        self.context = context
        self._paths = paths
        self._is_first = opener is None
        self._is_retired = self._is_compact = False
        self.is_painted = False
        self.opener = opener or Opener(context, context.session)
        if opener is None:
            Pairing(context, self.opener, self.opener)
        self._titles = page_titles()
        self.pages: dict[str, QWidget] = {}
        self._areas: dict[str, PageArea] = {}
        self.setWindowTitle("Partscope")
        self.setMinimumSize(*LEAST)
        self._build_frame()
        self._build_actions()
        self._build_status()
        self._connect()
        self._restore_layout()

    def start(self) -> None:
        """Build the missing pages one by one, open what is wanted or was open last time, and load the engine."""
        missing = next((name for name in self._titles if name not in self.pages), None)
        if missing is not None:
            self._page(missing)
            QTimer.singleShot(0, self.start)  # the window answers in between
            return
        for path in self._paths:
            self.opener.open(path)
        if not self._paths and self._is_first:
            self.opener.restore()
        self.context.engine.load()

    def retire(self) -> None:
        """Close the window without ending the program: another window takes its place."""
        self.context.settings.set_layout("window/geometry", self.saveGeometry())
        self._is_retired = True
        self.help.close_guide()
        self.close()
        self.deleteLater()

    @property
    def current(self) -> str:
        """The name of the visible page."""
        return self.context.settings.text("window/page", "images")

    def show_page(self, name: str) -> None:
        """Go to a page."""
        self.command_palette.shut()
        self.help.tour.end()
        self._page(name)
        self._stack.setCurrentWidget(self._areas[name])
        self.rail.show_page(name)
        self.header.set_title(*self._titles[name])
        self.context.settings.set_text("window/page", name)
        self.next_step.show_page(name)

    def _page(self, name: str) -> QWidget:
        if name not in self.pages:
            self.pages[name] = build(name, self.context)
            self._areas[name] = PageArea(self.pages[name])
            self._stack.addWidget(self._areas[name])
        return self.pages[name]

    def _build_frame(self) -> None:
        self.rail = NavigationRail({name: title for name, (title, _line) in self._titles.items()})
        self.banner, self.header, self._stack = Banner(), Header(), QStackedWidget()
        right = column(self.banner, self.header, self._stack, spacing=0)
        right.setStretch(2, 1)
        whole = row(self.rail, spacing=0)
        whole.addLayout(right, 1)
        centre = QWidget()
        centre.setLayout(whole)
        self.setCentralWidget(centre)
        centre.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        centre.setFocus()
        self.next_step = NextStep(self.context, self.header, self)
        self.help = HelpCenter(self.context, self, self.show_page)
        self.networks = NetworkController(self.context, self)
        self._drop_target = DropTarget(self, self.context, self.opener.open)
        self.command_palette = Palette(self)

    def _build_actions(self) -> None:
        titles = {name: title for name, (title, _line) in self._titles.items()}
        self.actions_ = actions = Actions(self, titles, self.context.undo)
        actions.fill(self.menuBar())
        settings = self.context.settings
        for action, slot in (
            (actions.open_folder, lambda: dialogs.ask_folder(self, settings, self.opener.open_folder)),
            (actions.open_run, lambda: dialogs.ask_run(self, settings, self.opener.open_run)),
            (actions.open_network, lambda: self.networks.open()),
            (actions.try_sample, self.opener.try_sample),
            (actions.mark_parts, partial(self._ask_page, "measure", self.context.requests.mark)),
            (actions.draw_boxes, partial(self._ask_page, "images", self.context.requests.draw_boxes)),
            (actions.forbid_part, partial(self._ask_page, "filters", self.context.requests.forbid)),
            (actions.forget_recents, self.context.settings.forget_recents),
            (actions.settings, self.show_settings),
            (actions.quit, self.close),
            (actions.keys, self.show_keys),
            (actions.tour, self.help.begin_tour),
            (actions.guide, lambda: self.help.explain_page(self.current)),
            (actions.palette, self.show_palette),
            (actions.about, lambda: dialogs.show_about(self)),
        ):
            action.triggered.connect(slot)
        actions.full_screen.toggled.connect(lambda full: self.showFullScreen() if full else self.showNormal())
        for name, action in actions.pages.items():
            action.triggered.connect(lambda _checked=False, name=name: self.show_page(name))

    def _build_status(self) -> None:
        status = StatusBar(self.context)
        status.page_wanted.connect(self.show_page)
        self.jobs_strip = status.jobs
        self.setStatusBar(status)

    def _connect(self) -> None:
        context, session, rail = self.context, self.context.session, self.rail
        rail.chosen.connect(self.show_page)
        rail.help_wanted.connect(self.show_keys)
        self.banner.details_wanted.connect(lambda text, details: dialogs.show_details(self, text, details))
        context.jobs.changed.connect(self._show_busy)
        context.messages.said.connect(self._show_message)
        context.requests.page.connect(self.show_page)
        self.opener.sample_opened.connect(self.help.begin_tour)
        context.requests.action.connect(self._trigger)
        session.folder_changed.connect(self.statusBar().clearMessage)
        for changed in (session.folder_changed, session.run_changed):
            changed.connect(self._show_names)
        for acted in (
            *(rail.chosen, context.jobs.started, session.look_changed, session.folder_changed, session.run_changed),
            *(action.triggered for action in self.actions_.pages.values()),
        ):
            acted.connect(self.banner.settle)
        self._recents = Recents(context.settings, self.actions_, self.header, self.opener, self)
        self._show_names()

    def _restore_layout(self) -> None:
        settings = self.context.settings
        geometry = settings.layout("window/geometry")
        if not (geometry and self.restoreGeometry(geometry)):
            room = self.screen().availableGeometry()
            self.resize(min(1360, room.width() - 40), min(880, room.height() - 60))
        self.show_page(self.current if self.current in self._titles else "images")

    # What the frame shows of the session and the engine

    @Slot(object)
    def _show_busy(self, state: RunnerState) -> None:
        self.rail.buttons["train"].set_busy(state is not RunnerState.IDLE)

    @Slot(object)
    def _show_message(self, message: Message) -> None:
        if message.kind == "note" and message.offer is None:
            self.statusBar().showMessage(message.text, NOTE_MS)
        else:
            self.banner.show_message(message)

    @Slot()
    def _show_names(self) -> None:
        """Show the open folder and run in the header and the window's title."""
        session = self.context.session
        folder = (session.folder.root.name, session.folder.root) if session.folder is not None else ("", "")
        run = (session.run.short_name, session.run.path) if session.run is not None else ("", "")
        for (name, path), button in ((folder, self.header.folder), (run, self.header.run)):
            button.set_name(name, str(path))
        names = dict.fromkeys(filter(None, (folder[0], run[0])))  # a run is often called as its folder
        self.actions_.follow(session.folder is not None, session.run is not None)
        self.setWindowTitle(plain_text.window_title(" – ".join([*names, "Partscope"])))

    # What the user asks of the frame

    def _ask_page(self, name: str, request: SignalInstance) -> None:
        self.show_page(name)
        request.emit()

    @Slot(str)
    def _trigger(self, name: str) -> None:
        getattr(self.actions_, name).trigger()

    @Slot()
    def show_palette(self) -> None:
        """Open the command palette with everything that can be done now."""
        from app.shell.commands import commands  # imports pictures' modules, for which the first paint must not wait

        self.command_palette.open(commands(self.actions_, self.context))

    @Slot()
    def show_keys(self) -> None:
        """Show what every key does: everywhere, then on the visible page, then on the others."""
        KeysSheet(self.keys_by_place(), self).exec()

    def keys_by_place(self) -> dict[str, Keys]:
        """Return title of a page (or "Everywhere") -> its keys and what they do."""
        groups = {self.tr("Everywhere"): self.actions_.sheet()}
        for name in sorted(self._titles, key=lambda name: name != self.current):
            keys = getattr(self._page(name), "keys", None)
            if keys is not None:
                groups[self._titles[name][0]] = list(keys())
        return groups

    @Slot()
    def show_settings(self) -> None:
        """Open the settings."""
        dialog = SettingsDialog(self.context, self)
        dialog.language_wanted.connect(self.language_wanted)
        dialog.open()

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._set_compact(self.width() < ROOMY[0] or self.height() < ROOMY[1])

    def _set_compact(self, compact: bool) -> None:
        if compact != self._is_compact:
            self._is_compact = compact
            self.rail.set_compact(compact)
            self.header.set_compact(compact)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self._is_retired:
            event.accept()
            return
        jobs, is_kept = self.context.jobs, self.context.training.is_running
        if jobs.busy and not dialogs.may_stop(self, jobs.title, is_kept):
            event.ignore()
            return
        settings = self.context.settings
        settings.set_layout("window/geometry", self.saveGeometry())
        settings.set_number("last/filter", self.context.session.filter if self.context.session.run else NO_FILTER)
        self.hide()
        self.help.close_guide()
        self.context.shut_down()
        event.accept()
        QApplication.quit()
