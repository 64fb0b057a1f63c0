"""What can be done with the selected pictures: the menu, copying, and showing a file in its folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from app.core.context import Context
from app.images.picture_loader import PictureLoader
from app.images.thumbnails import ThumbnailGrid
from app.widgets.file_manager import reveal
from app.widgets.menus import menu_of
from app.widgets.qimage import to_qimage
from icnn_engine.core.annotations import Picture, Where, file_of

translate = QCoreApplication.translate


class PictureActions(QObject):
    """The context menu of the grid and the actions in it."""

    def __init__(
        self, context: Context, grid: ThumbnailGrid, loader: PictureLoader, show_large: Callable[[Picture], None]
    ) -> None:
        super().__init__(grid)
        self._context, self._grid, self._loader, self._show_large = context, grid, loader, show_large
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._open_menu)
        QShortcut(QKeySequence.StandardKey.Copy, grid, self.copy_paths, context=Qt.ShortcutContext.WidgetShortcut)

    def make_menu(self) -> QMenu | None:
        """Return the menu of the selected pictures; None if no picture is selected."""
        picture, count = self._grid.picture, len(self._grid.selected)
        if picture is None or not count:
            return None
        copy_path = translate("ImagesPage", "Copy path")
        if count > 1:
            copy_path = translate("ImagesPage", "Copy {count} paths").format(count=count)
        has_run = self._context.session.run is not None
        explain = partial(self._context.requests.open.emit, picture.path)
        choices = (
            (translate("ImagesPage", "Explain by the open run"), has_run, explain),
            (translate("ImagesPage", "Show large"), True, partial(self._show_large, picture)),
            (translate("ImagesPage", "Show in folder"), True, partial(self.show_in_folder, picture.name)),
            (copy_path, True, self.copy_paths),
            (translate("ImagesPage", "Copy picture"), True, partial(self._copy_picture, picture)),
        )
        menu = menu_of(self._grid, choices)
        menu.insertSeparator(menu.actions()[2])
        return menu

    @Slot()
    def copy_paths(self) -> None:
        """Copy the paths of the selected pictures."""
        paths = [str(file_of(picture.path)) for picture in self._grid.selected]
        if paths:
            QGuiApplication.clipboard().setText("\n".join(paths))
            text = translate("ImagesPage", "{count} paths are copied.")
            if len(paths) == 1:
                text = translate("ImagesPage", "The path is copied.")
            self._context.messages.note(text.format(count=len(paths)))

    @Slot(str)
    def show_in_folder(self, name: str) -> None:
        """Show a picture, or another entry of the open folder, in the system's file manager."""
        folder = self._context.session.folder
        if folder is None:
            return
        paths = (file_of(picture.path) for picture in folder.pictures if picture.name == name)
        path = next(paths, folder.root / name)
        if not reveal(path):
            text = translate("ImagesPage", "No program that shows folders was found. The file lies here: {path}")
            self._context.messages.problem(text.format(path=path))

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        menu = self.make_menu()
        if menu is not None:
            menu.exec(self._grid.viewport().mapToGlobal(point))
            menu.deleteLater()

    def _copy_picture(self, picture: Picture) -> None:
        self._context.lane.ask("copy picture", partial(_read_whole, self._loader.location(picture)), self._copy_pixels)

    def _copy_pixels(self, pixels: np.ndarray) -> None:
        QGuiApplication.clipboard().setImage(to_qimage(pixels))
        self._context.messages.note(translate("ImagesPage", "The picture is copied."))


def _read_whole(location: Where) -> np.ndarray:
    from icnn_engine.data import read_picture

    return read_picture(location)
