"""The Images page: thumbnails of the open folder by category, a preview, and the folder's check-up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.core.context import Context
from app.core.job_result import Failed
from app.images.box_mode import BoxMode
from app.images.category_card import LEFT_OUT, CategoryCard
from app.images.checkup_card import CheckUpCard
from app.images.findings import findings
from app.images.folder_words import table_lines, usable_words
from app.images.grid_bar import SIDES, GridBar
from app.images.home import Home
from app.images.large_view import LargeView
from app.images.picture_actions import PictureActions
from app.images.picture_loader import PictureLoader
from app.images.preview import Preview
from app.images.thumbnails import ThumbnailGrid
from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets.common import column, row
from app.widgets.layouts.views import ViewStack
from icnn_engine.core.annotations import CheckUp, Folder, Picture

SIDE = 148  # of the cells at first, points
PREVIEW_SIDE = 720  # pixels
NARROW = 860  # points of the page: below, the categories are in a box


class ImagesPage(QWidget):
    """Shows the session's folder, or offers to open one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._loader = context, PictureLoader(context)
        self.large: LargeView | None = None  # the large view, once it has been opened
        self.home = Home()
        self._stack = ViewStack()
        self._stack.addWidget(self.home)
        self._stack.addWidget(self._build())
        self.setLayout(column(self._stack))
        self.box_mode = BoxMode(context, self._stack, self.grid, self._loader, self)
        self.actions_ = PictureActions(context, self.grid, self._loader, self.show_large, self.box_mode.draw)
        self._connect()
        self._show_recents()
        self._show_folder(context.session.folder)
        self._show_checkup(context.session.checkup)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of this page and what they do."""
        if self.box_mode.is_open:
            return self.box_mode.boxes.panel.keys()
        return [
            (self.tr("Arrows"), self.tr("Go from picture to picture")),
            (self.tr("Shift+Arrows"), self.tr("Select several pictures")),
            (self.tr("Space"), self.tr("Show the picture as large as the window")),
            (self.tr("Return"), self.tr("Have the picture explained by the open run")),
            (self.tr("Delete"), self.tr("Leave the selected pictures out, or take them in again; no file is deleted")),
            ("Ctrl+C", self.tr("Copy the paths of the selected pictures")),
            ("Ctrl+F", self.tr("Find a picture by its name")),
        ]

    def show_large(self, picture: Picture) -> None:
        """Show a picture as large as the window."""
        if self.large is None:
            self.large = LargeView(self.window(), self.grid, self._loader)
            self.large.toggle_wanted.connect(lambda shown: self.actions_.toggle([shown]))
            self.large.folder_wanted.connect(self.actions_.show_in_folder)
        self.large.show_picture(picture)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._follow_drawing()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        if not event.spontaneous():  # another page, not a minimized window
            self._close_large()
            self._context.notes.stack.setActive(True)
        super().hideEvent(event)

    @Slot()
    def _follow_drawing(self) -> None:
        """Give the keys of Undo to the box panel while it is on show."""
        if self.isVisible():
            self._context.left_out.stack.setActive(not self.box_mode.is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        is_wide = self.width() >= NARROW
        self._categories.setVisible(is_wide)
        self.bar.set_wide(is_wide)
        self._categories.box.setVisible(not is_wide)
        self.preview.set_room(self.height())

    def _close_large(self) -> None:
        if self.large is not None:
            self.large.shut()

    # The widgets

    def _build(self) -> QWidget:
        self.splitter = QSplitter(handleWidth=LARGE, childrenCollapsible=False)
        self._categories = CategoryCard()
        self.categories = self._categories.list
        for part in (self._categories, self._build_grid(), self._build_checkup()):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([180, 700, 300])
        self.splitter.restoreState(self._context.settings.layout("images/columns"))
        whole = QWidget()
        layout = row(self.splitter)
        layout.setContentsMargins(WIDE, SMALL, WIDE, LARGE)
        whole.setLayout(layout)
        return whole

    def _build_grid(self) -> QWidget:
        self.grid = ThumbnailGrid()
        self.bar = GridBar(self._categories.box, self._context.settings.number("images/side", SIDE))
        self.search, self.leave = self.bar.search, self.bar.leave
        whole = QWidget()
        column(self.bar, self.grid, spacing=MEDIUM, parent=whole)
        whole.setMinimumWidth(220)
        return whole

    def _build_checkup(self) -> QWidget:
        self.checkup, self.preview = CheckUpCard(), Preview()
        whole = QWidget()
        both = column(self.checkup, self.preview, spacing=LARGE)
        both.setStretch(0, 1)
        whole.setLayout(both)
        whole.setMinimumWidth(296)
        return whole

    def _connect(self) -> None:
        context, grid, preview = self._context, self.grid, self.preview
        self._stack.currentChanged.connect(self._follow_drawing)
        self.checkup.boxes_wanted.connect(self.box_mode.draw)
        context.session.folder_changed.connect(self._show_folder)
        context.session.checkup_changed.connect(self._show_checkup)
        context.settings.recents_changed.connect(self._show_recents)
        context.checks.started.connect(self.checkup.begin)
        context.checks.told.connect(self.checkup.follow)
        context.checks.ended.connect(self.checkup.end)
        self.checkup.chosen.connect(grid.select)
        self.checkup.folder_wanted.connect(self.actions_.show_in_folder)
        self.checkup.leave_out_wanted.connect(self.actions_.leave_out)
        self.checkup.take_in_wanted.connect(self.actions_.take_in)
        self.leave.clicked.connect(lambda _checked=False: self.actions_.toggle_selected())
        context.left_out.changed.connect(self._show_left_out)
        self.home.action_wanted.connect(context.requests.action)
        self.home.path_wanted.connect(context.requests.open)
        for opened in (grid.opened, preview.explain_wanted):
            opened.connect(lambda picture: context.requests.open.emit(picture.path))
        for large_wanted in (grid.large_wanted, preview.large_wanted):
            large_wanted.connect(self.show_large)
        for narrowed in (self.categories.chosen, self.checkup.only_changed, self.bar.searched):
            narrowed.connect(self._filter)
        grid.wanted.connect(self._load_thumbnail)
        grid.chosen.connect(self._choose)
        grid.selection_changed.connect(self._show_count)
        preview.wanted.connect(self._load_preview)
        self.bar.size_.valueChanged.connect(self._resize)
        self.splitter.splitterMoved.connect(
            lambda *_: context.settings.set_layout("images/columns", self.splitter.saveState())
        )
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        self._resize(self.bar.size_.value())

    # The folder

    @Slot(object)
    def _show_folder(self, folder: Folder | None) -> None:
        self._loader.forget()
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
        chosen = settings.text("images/picture")
        self._list_categories(folder, settings.text("images/category"))
        self.search.setText(settings.text("images/search"))
        self.preview.show_picture(None)
        self._filter()
        if chosen:
            self.grid.select(chosen)

    def _list_categories(self, folder: Folder, chosen: str) -> None:
        left_out = self._context.left_out.reasons(folder.root)
        self._categories.show_folder(folder, len(left_out), chosen)
        self.grid.set_left_out(left_out)

    @Slot(object)
    def _show_left_out(self, root: Path) -> None:
        """Show which pictures are left out now."""
        folder = self._context.session.folder
        if folder is not None and folder.root.resolve() == root:
            self._list_categories(folder, self.categories.current)
            if self.large is not None:
                self.large.show_left_out()
            self._show_count()
            self._filter()

    @Slot(object)
    def _show_checkup(self, checkup: CheckUp | None) -> None:
        folder = self._context.session.folder
        if checkup is None or folder is None:
            self.checkup.show_findings(None, "", ())
            return
        if checkup.brightness:  # until now each picture was shown by its own values
            self._loader.forget()
            self.grid.model_.forget_thumbnails()
            self.grid.viewport().update()
            if self.grid.picture is not None:
                self._load_preview(self.grid.picture)
        self.checkup.show_findings(findings(folder, checkup), usable_words(folder, checkup), table_lines(checkup))

    @Slot()
    def _filter(self) -> None:
        """Show the pictures of the chosen category, of the chosen finding, and with the typed name."""
        folder = self._context.session.folder
        if folder is None:
            return
        category, search = self.categories.current, self.search.text().strip()
        self._context.settings.set_text("images/category", category)
        self._context.session.set_category(category)
        self._context.settings.set_text("images/search", search)
        pictures, finding, words = folder.pictures, self.checkup.only_shown, search.casefold()
        if category == LEFT_OUT:
            pictures = tuple(p for p in pictures if p.name in self.grid.model_.left_out)
        elif category:
            pictures = tuple(p for p in pictures if p.category == category)
        if finding is not None:
            pictures = tuple(p for p in pictures if p.name in finding.pictures)
        if words:
            pictures = tuple(p for p in pictures if words in p.name.casefold())
        if pictures != self.grid.model_.pictures:
            self.grid.set_pictures(pictures)

    @Slot()
    def _show_count(self) -> None:
        shown, chosen = len(self.grid.model_.pictures), self.grid.selected
        selected = len(chosen)
        self.leave.setVisible(bool(chosen))
        self.leave.setText(f" {self.actions_.deed(chosen)}")
        self.leave.setAccessibleName(self.actions_.deed(chosen))
        if selected > 1:
            text = self.tr("{selected:,} of {shown:,} selected")
        elif shown == 0:
            text = self.tr("No picture is like that")
        else:
            text = self.tr("1 picture") if shown == 1 else self.tr("{shown:,} pictures")
        self.bar.count.setText(text.format(shown=shown, selected=selected))

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
    def _show_recents(self) -> None:
        settings = self._context.settings
        self.home.set_recents(settings.recent_folders(), settings.recent_runs())

    # Images

    @Slot(object)
    def _load_thumbnail(self, picture: Picture) -> None:
        side = round(SIDES[1] * self.devicePixelRatioF())
        self._loader.load("thumbnail", picture, side, self.grid.set_thumbnail, self._mark_unreadable)

    def _mark_unreadable(self, name: str, _failure: Failed) -> None:
        self.grid.set_thumbnail(name, None)

    @Slot(object)
    def _load_preview(self, picture: Picture) -> None:
        self._loader.load("preview", picture, PREVIEW_SIDE, self.preview.set_image)
