"""The Images page: thumbnails of the folder by category, and the check-up of it that goes on behind."""

from __future__ import annotations

from collections import Counter
from functools import partial

import numpy as np
from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSlider,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.context import Context
from app.core.job_result import Failed
from app.images.checkup_card import CheckUpCard
from app.images.findings import findings
from app.images.home import Home
from app.images.large_view import LargeView
from app.images.preview import Preview
from app.images.thumbnails import ThumbnailGrid
from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.widgets.common import card, column, label, row
from app.widgets.file_manager import reveal
from app.widgets.lists import CountList
from app.widgets.qimage import to_qimage
from icnn_engine.core.annotations import CheckUp, Folder, Picture, Where, WithBrightness, file_of, location_of

SIDES = (96, 240)  # smallest and largest cells, points
THUMBNAIL, PREVIEW, LARGEST = "thumbnail", "preview", "large"  # keys of the pool
PREVIEW_SIDE, LARGEST_SIDE = 720, 3200  # pixels; more than most screens show, far less than some cameras give
SEARCH_MS = 150


class ImagesPage(QWidget):
    """Shows the session's folder; where none is open it offers to open one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sizes: dict[str, tuple[int, int]] = {}
        self._large: LargeView | None = None
        self._stack = QStackedWidget()
        self.home = Home()
        self._stack.addWidget(self.home)
        self._stack.addWidget(self._build())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._connect()
        self._fill_recents()
        self._show_folder(context.session.folder)
        self._show_checkup(context.session.checkup)

    def keys(self) -> list[tuple[str, str]]:
        """The keys of this page and what they do."""
        return [
            (self.tr("Arrows"), self.tr("Go from picture to picture")),
            (self.tr("Shift+Arrows"), self.tr("Select several pictures")),
            (self.tr("Space"), self.tr("Show the picture as large as the window")),
            (self.tr("Return"), self.tr("Have the picture explained by the open run")),
            ("Ctrl+C", self.tr("Copy the paths of the selected pictures")),
            ("Ctrl+F", self.tr("Find a picture by its name")),
        ]

    # What the page is made of

    def _build(self) -> QWidget:
        self._splitter = splitter = QSplitter()
        splitter.setHandleWidth(LARGE)
        for part in (self._build_categories(), self._build_grid(), self._build_checkup()):
            splitter.addWidget(part)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([210, 700, 320])
        splitter.setChildrenCollapsible(False)
        state = self._context.settings.layout("images/columns")
        if not state.isEmpty():
            splitter.restoreState(state)
        whole = QWidget()
        layout = QHBoxLayout(whole)
        layout.setContentsMargins(WIDE, SMALL, WIDE, LARGE)
        layout.addWidget(splitter)
        return whole

    def _build_categories(self) -> QWidget:
        self.categories = CountList(self.tr("Categories"))
        frame, inside = card()
        frame.setMinimumWidth(170)
        inside.setContentsMargins(SMALL, MEDIUM, SMALL, SMALL)
        heading = label(self.tr("Categories"), "heading")
        heading.setContentsMargins(SMALL, 0, 0, TIGHT)
        inside.addWidget(heading)
        inside.addWidget(self.categories, 1)
        return frame

    def _build_grid(self) -> QWidget:
        self.grid = ThumbnailGrid()
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._count = label("", "muted")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find by name"))
        self.search.setAccessibleName(self.tr("Find a picture by its name"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(*SIDES)
        self._size.setValue(self._context.settings.number("images/side", 148))
        self._size.setFixedWidth(110)
        self._size.setAccessibleName(self.tr("Size of the thumbnails"))
        self._size.setToolTip(self.tr("Size of the thumbnails"))
        self._later = QTimer(self, singleShot=True, interval=SEARCH_MS)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        layout.addLayout(row(self.search, self._count, 1, self._size, spacing=MEDIUM))
        layout.addWidget(self.grid)
        whole.setMinimumWidth(320)
        return whole

    def _build_checkup(self) -> QWidget:
        self.checkup = CheckUpCard()
        self.preview = Preview()
        whole = QWidget()
        both = column(self.checkup, self.preview, spacing=LARGE)
        both.setStretch(0, 1)
        whole.setLayout(both)
        whole.setMinimumWidth(290)
        return whole

    def _connect(self) -> None:
        context = self._context
        context.session.folder_changed.connect(self._show_folder)
        context.session.checkup_changed.connect(self._show_checkup)
        context.checks.started.connect(self.checkup.begin)
        context.checks.told.connect(self.checkup.tell)
        context.checks.ended.connect(self.checkup.end)
        self.categories.chosen.connect(lambda _name: self._filter())
        self.search.textChanged.connect(lambda _text: self._later.start())
        self._later.timeout.connect(self._filter)
        self._size.valueChanged.connect(self._resize)
        self.preview.wanted.connect(self._ask_preview)
        self.preview.explain_wanted.connect(lambda picture: context.requests.open.emit(picture.path))
        self.preview.large_wanted.connect(self.show_large)
        self.home.action_wanted.connect(context.requests.action)
        self.home.path_wanted.connect(context.requests.open)
        context.settings.recents_changed.connect(self._fill_recents)
        self.checkup.chosen.connect(self.grid.select)
        self.checkup.only_changed.connect(lambda _finding: self._filter())
        self.checkup.folder_wanted.connect(self._reveal)
        self._splitter.splitterMoved.connect(
            lambda *_: context.settings.set_layout("images/columns", self._splitter.saveState())
        )
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        self._connect_grid()
        self._resize(self._size.value())

    def _connect_grid(self) -> None:
        grid = self.grid
        grid.wanted.connect(self._ask)
        grid.opened.connect(lambda picture: self._context.requests.open.emit(picture.path))
        grid.large_wanted.connect(self.show_large)
        grid.chosen.connect(self._choose)
        grid.selection_changed.connect(self._tell_count)
        grid.customContextMenuRequested.connect(self._open_menu)
        QShortcut(QKeySequence.StandardKey.Copy, grid, self._copy_paths, context=Qt.ShortcutContext.WidgetShortcut)

    # The folder

    @Slot(object)
    def _show_folder(self, folder: Folder | None) -> None:
        self._context.pool.forget()
        self.grid.model_.forget_thumbnails()
        self._stack.setCurrentIndex(0 if folder is None else 1)
        self._close_large()
        if folder is None:
            self.grid.set_pictures(())
            return
        settings = self._context.settings
        if settings.text("images/folder") != str(folder.root):
            for key in ("category", "search", "picture"):
                settings.set_text(f"images/{key}", "")
            settings.set_text("images/folder", str(folder.root))
        picture = settings.text("images/picture")
        counts = Counter(picture.category for picture in folder.pictures)
        rows = [("", self.tr("All"), len(folder.pictures)), *((c, c, counts[c]) for c in folder.categories)]
        self.categories.set_counts(rows, settings.text("images/category"))
        self.search.setText(settings.text("images/search"))
        self.preview.show_picture(None)
        self._filter()
        if picture:
            self.grid.select(picture)

    @Slot(object)
    def _show_checkup(self, checkup: CheckUp | None) -> None:
        folder = self._context.session.folder
        if checkup is None or folder is None:
            self._sizes = {}
            self.checkup.show_findings(None, 0)
            return
        self._sizes = {p.name: (p.width, p.height) for p in checkup.pictures}
        if checkup.brightness:  # until now each was shown by its own values
            self._context.pool.forget()
            self.grid.model_.forget_thumbnails()
            self.grid.viewport().update()
            if self.grid.picture is not None:
                self._ask_preview(self.grid.picture)
        self.checkup.show_findings(findings(folder, checkup), len(checkup.pictures))

    @Slot()
    def _filter(self) -> None:
        folder = self._context.session.folder
        if folder is None:
            return
        category, sought = self.categories.current, self.search.text().strip()
        self._context.settings.set_text("images/category", category)
        self._context.settings.set_text("images/search", sought)
        pictures, only, words = folder.pictures, self.checkup.only_shown, sought.casefold()
        if category:
            pictures = tuple(p for p in pictures if p.category == category)
        if only is not None:
            pictures = tuple(p for p in pictures if p.name in only.pictures)
        if words:
            pictures = tuple(p for p in pictures if words in p.name.casefold())
        if pictures != self.grid.model_.pictures:
            self.grid.set_pictures(pictures)

    @Slot()
    def _tell_count(self) -> None:
        shown, selected = len(self.grid.model_.pictures), len(self.grid.selectedIndexes())
        if selected > 1:
            text = self.tr("{selected:,} of {shown:,} selected")
        elif shown == 0:
            text = self.tr("No picture is like that")
        else:
            text = self.tr("1 picture") if shown == 1 else self.tr("{shown:,} pictures")
        self._count.setText(text.format(shown=shown, selected=selected))

    @Slot(object)
    def _choose(self, picture: Picture | None) -> None:
        if picture is not None:
            self._context.settings.set_text("images/picture", picture.name)
            self.preview.show_picture(picture)

    @Slot(int)
    def _resize(self, side: int) -> None:
        self.grid.set_side(side)
        self._context.settings.set_number("images/side", side)

    @Slot()
    def _fill_recents(self) -> None:
        settings = self._context.settings
        self.home.set_recents(settings.recent_folders(), settings.recent_runs())

    # What can be done with a picture

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        menu = self.make_menu()
        if menu is not None:
            menu.exec(self.grid.viewport().mapToGlobal(place))
            menu.deleteLater()

    def make_menu(self) -> QMenu | None:
        """What can be done with the selected pictures; None where none is selected."""
        picture, selected = self.grid.picture, self.grid.selected
        if picture is None or not selected:
            return None
        menu = QMenu(self)
        explain = menu.addAction(self.tr("Explain by the open run"))
        explain.triggered.connect(lambda: self._context.requests.open.emit(picture.path))
        explain.setEnabled(self._context.session.run is not None)
        menu.addAction(self.tr("Show large")).triggered.connect(lambda: self.show_large(picture))
        menu.addSeparator()
        menu.addAction(self.tr("Show in folder")).triggered.connect(lambda: self._reveal(picture.name))
        several = self.tr("Copy {count} paths").format(count=len(selected))
        copy = menu.addAction(self.tr("Copy path") if len(selected) == 1 else several)
        copy.triggered.connect(self._copy_paths)
        menu.addAction(self.tr("Copy picture")).triggered.connect(lambda: self._copy_picture(picture))
        return menu

    @Slot()
    def _copy_paths(self) -> None:
        paths = [str(file_of(picture.path)) for picture in self.grid.selected]
        if paths:
            QGuiApplication.clipboard().setText("\n".join(paths))
            text = self.tr("The path is copied.") if len(paths) == 1 else self.tr("{count} paths are copied.")
            self._context.messages.note(text.format(count=len(paths)))

    def _copy_picture(self, picture: Picture) -> None:
        self._context.lane.ask("copy picture", partial(_whole, self._toned(picture)), self._copied)

    def _copied(self, pixels: np.ndarray) -> None:
        QGuiApplication.clipboard().setImage(to_qimage(pixels))
        self._context.messages.note(self.tr("The picture is copied."))

    @Slot(str)
    def _reveal(self, name: str) -> None:
        folder = self._context.session.folder
        if folder is None:
            return
        found = next((p for p in folder.pictures if p.name == name), None)
        path = file_of(found.path) if found is not None else folder.root / name
        if not reveal(path):
            text = self.tr("No program that shows folders was found. The file lies here: {path}")
            self._context.messages.problem(text.format(path=path))

    @Slot(object)
    def show_large(self, picture: Picture) -> None:
        """Show a picture as large as the window."""
        if self._large is None:
            self._large = LargeView(self.window())
            self._large.wanted.connect(self._ask_large)
            self._large.stepped.connect(self._step_large)
            self._large.closed.connect(self.grid.setFocus)
        self._large.show_picture(picture)

    @property
    def large(self) -> LargeView | None:
        """The large view, once it has been opened."""
        return self._large

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        if not event.spontaneous():  # another page, not a window made small
            self._close_large()
        super().hideEvent(event)

    def _close_large(self) -> None:
        if self._large is not None:
            self._large.shut()

    @Slot(int)
    def _step_large(self, step: int) -> None:
        assert self._large is not None
        shown = self._large.picture
        following = self.grid.neighbour(shown.name, step) if shown is not None else None
        if following is not None:
            self.grid.select(following.name)
            self._large.show_picture(following)

    # Thumbnails

    def _toned(self, picture: Picture) -> Where:
        """Where a picture is, with the brightness of its folder once that is known."""
        checkup = self._context.session.checkup
        return (
            WithBrightness(location_of(picture.path), checkup.brightness)
            if checkup and checkup.brightness
            else picture.path
        )

    @Slot(object)
    def _ask(self, picture: Picture) -> None:
        work = partial(_thumbnail, self._toned(picture), round(SIDES[1] * self.devicePixelRatioF()))
        show, miss = partial(self.grid.set_thumbnail, picture.name), partial(self._miss_thumbnail, picture.name)
        self._context.pool.ask((THUMBNAIL, picture.name), work, show, miss)

    def _miss_thumbnail(self, name: str, _failure: Failed) -> None:
        self.grid.set_thumbnail(name, None)

    @Slot(object)
    def _ask_preview(self, picture: Picture) -> None:
        work = partial(_thumbnail, self._toned(picture), PREVIEW_SIDE)
        self._context.pool.ask((PREVIEW, picture.name), work, partial(self.preview.set_image, picture.name))

    @Slot(object)
    def _ask_large(self, picture: Picture) -> None:
        work = partial(_thumbnail, self._toned(picture), LARGEST_SIDE)
        show, miss = partial(self._show_large_image, picture.name), partial(self._miss_large_image, picture.name)
        self._context.pool.ask((LARGEST, picture.name), work, show, miss)

    def _show_large_image(self, name: str, image: QImage) -> None:
        if self._large is not None:
            self._large.set_image(name, image, self._sizes.get(name))

    def _miss_large_image(self, name: str, failure: Failed) -> None:
        if self._large is not None:
            self._large.set_missing(name, str(failure.error))


def _thumbnail(where: Where, side: int) -> np.ndarray:
    """The thumbnail of a picture; runs in the pool."""
    from icnn_engine.data import read_thumbnail

    return read_thumbnail(where, side)


def _whole(where: Where) -> np.ndarray:
    """All pixels of a picture; runs in a lane."""
    from icnn_engine.data import read_picture

    return read_picture(where)
