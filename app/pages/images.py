"""The Images page: thumbnails of the folder by category, and the check-up of it that goes on behind."""

from __future__ import annotations

from collections import Counter
from functools import partial

import numpy as np
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.context import Context
from app.outcomes import Failed
from app.stylesheet import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.widgets.basics import card, column, label, row
from app.widgets.checkup_card import CheckUpCard
from app.widgets.home import Home
from app.widgets.images import to_qimage
from app.widgets.lists import CountList
from app.widgets.preview import Preview
from app.widgets.thumbnails import ThumbnailGrid
from icnn_engine.annotations import Folder, Picture, Where

SIDES = (96, 240)  # smallest and largest cells, points
THUMBNAIL, PREVIEW = "thumbnail", "preview"  # keys in the pool begin with one of them
PREVIEW_SIDE = 720
SEARCH_MS = 150


class ImagesPage(QWidget):
    """Shows the session's folder; where none is open it offers to open one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._category = ""
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
        self.checkup.show_checkup(context.session.checkup)

    def keys(self) -> list[tuple[str, str]]:
        """The keys of this page and what they do."""
        return [
            (self.tr("Arrows"), self.tr("Go from picture to picture")),
            (self.tr("Return"), self.tr("Have the picture explained by the open run")),
            ("Ctrl+F", self.tr("Find a picture by its name")),
        ]

    def _build(self) -> QWidget:
        splitter = QSplitter()
        splitter.setHandleWidth(LARGE)
        for part in (self._build_categories(), self._build_grid(), self._build_checkup()):
            splitter.addWidget(part)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([210, 700, 320])
        splitter.setChildrenCollapsible(False)
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
        self._count = label("", "muted")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find by name"))
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
        whole.setLayout(column(self.checkup, self.preview, spacing=LARGE))
        whole.setMinimumWidth(290)
        return whole

    def _connect(self) -> None:
        context = self._context
        context.session.folder_changed.connect(self._show_folder)
        context.session.checkup_changed.connect(self.checkup.show_checkup)
        context.checks.started.connect(self.checkup.begin)
        context.checks.told.connect(self.checkup.tell)
        context.checks.ended.connect(lambda *_: self.checkup.end())
        context.pool.made.connect(self._made)
        context.pool.missed.connect(self._missed)
        self.grid.wanted.connect(self._ask)
        self.grid.opened.connect(lambda picture: context.wishes.open.emit(picture.path))
        self.categories.chosen.connect(self._choose)
        self.search.textChanged.connect(lambda _text: self._later.start())
        self._later.timeout.connect(self._filter)
        self._size.valueChanged.connect(self._resize)
        self.grid.chosen.connect(self.preview.show_picture)
        self.preview.wanted.connect(self._ask_preview)
        self.preview.explain_wanted.connect(lambda picture: context.wishes.open.emit(picture.path))
        self.home.action_wanted.connect(context.wishes.action)
        self.home.path_wanted.connect(context.wishes.open)
        context.settings.recents_changed.connect(self._fill_recents)
        self.checkup.chosen.connect(self.grid.select)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        self._resize(self._size.value())

    # The folder

    @Slot(object)
    def _show_folder(self, folder: Folder | None) -> None:
        self._context.pool.forget()
        self.grid.model_.forget_thumbnails()
        self._stack.setCurrentIndex(0 if folder is None else 1)
        self._category = ""
        if folder is None:
            self.grid.set_pictures(())
            return
        counts = Counter(picture.category for picture in folder.pictures)
        rows = [("", self.tr("All"), len(folder.pictures)), *((c, c, counts[c]) for c in folder.categories)]
        self.categories.set_counts(rows)
        self.search.clear()
        self._filter()
        self.preview.show_picture(None)

    @Slot(str)
    def _choose(self, category: str) -> None:
        self._category = category
        self._filter()

    @Slot()
    def _filter(self) -> None:
        folder = self._context.session.folder
        if folder is None:
            return
        pictures, sought = folder.pictures, self.search.text().strip().casefold()
        if self._category:
            pictures = tuple(p for p in pictures if p.category == self._category)
        if sought:
            pictures = tuple(p for p in pictures if sought in p.name.casefold())
        self.grid.set_pictures(pictures)
        self._count.setText(
            self.tr("%n picture(s)", "", len(pictures)).replace("(s)", "" if len(pictures) == 1 else "s")
        )

    @Slot(int)
    def _resize(self, side: int) -> None:
        self.grid.set_side(side)
        self._context.settings.set_number("images/side", side)

    @Slot()
    def _fill_recents(self) -> None:
        settings = self._context.settings
        self.home.set_recents(settings.recent_folders(), settings.recent_runs())

    # Thumbnails

    @Slot(object)
    def _ask(self, picture: Picture) -> None:
        side = round(SIDES[1] * self.devicePixelRatioF())
        self._context.pool.ask((THUMBNAIL, picture.name), partial(_thumbnail, picture.path, side))

    @Slot(object)
    def _ask_preview(self, picture: Picture) -> None:
        self._context.pool.ask((PREVIEW, picture.name), partial(_thumbnail, picture.path, PREVIEW_SIDE))

    @Slot(object, object)
    def _made(self, key: object, array: np.ndarray) -> None:
        match key:
            case (kind, str(name)) if kind == THUMBNAIL:
                self.grid.set_thumbnail(name, to_qimage(array))
            case (kind, str(name)) if kind == PREVIEW:
                self.preview.set_image(name, to_qimage(array))

    @Slot(object, object)
    def _missed(self, key: object, _failure: Failed) -> None:
        match key:
            case (kind, str(name)) if kind == THUMBNAIL:
                self.grid.set_thumbnail(name, None)


def _thumbnail(where: Where, side: int) -> np.ndarray:
    """The thumbnail of a picture; runs in the pool."""
    from icnn_engine.datasets import read_thumbnail

    return read_thumbnail(where, side)
