"""What can be done with pictures: the menu, copying, leaving out, and showing a file in its folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from app.core.context import Context
from app.images.picture_loader import PictureLoader
from app.images.thumbnails import ThumbnailGrid
from app.widgets.file_manager import show_in_folder
from app.widgets.menus import menu_of
from app.widgets.qimage import to_qimage
from icnn_engine.core.annotations import Picture, Where, file_of

translate = QCoreApplication.translate


class PictureActions(QObject):
    """The context menu of the grid and the actions in it."""

    def __init__(
        self,
        context: Context,
        grid: ThumbnailGrid,
        loader: PictureLoader,
        show_large: Callable[[Picture], None],
        draw_boxes: Callable[[str], None],
    ) -> None:
        super().__init__(grid)
        self._context, self._grid, self._loader = context, grid, loader
        self._show_large, self._draw_boxes = show_large, draw_boxes
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._open_menu)
        grid.leave_out_wanted.connect(self.toggle_selected)
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
            (translate("ImagesPage", "Draw boxes…"), True, partial(self._draw_boxes, picture.name)),
            (translate("ImagesPage", "Show in folder"), True, partial(self.show_in_folder, picture.name)),
            (copy_path, True, self.copy_paths),
            (translate("ImagesPage", "Copy picture"), True, partial(self._copy_picture, picture)),
            (self.deed(self._grid.selected), True, self.toggle_selected),
        )
        menu = menu_of(self._grid, choices)
        menu.insertSeparator(menu.actions()[2])
        menu.insertSeparator(menu.actions()[-1])
        return menu

    # Leaving out

    @property
    def _left_out(self) -> Mapping[str, str]:
        folder = self._context.session.folder
        return {} if folder is None else self._context.left_out.reasons(folder.root)

    def deed(self, pictures: Sequence[Picture]) -> str:
        """Return what `toggle` does with pictures."""
        count = len(pictures)
        one, many = translate("ImagesPage", "Leave out"), translate("ImagesPage", "Leave {count:,} out")
        if all(picture.name in self._left_out for picture in pictures):
            one = translate("ImagesPage", "Take in again")
            many = translate("ImagesPage", "Take {count:,} in again")
        return (one if count == 1 else many).format(count=count)

    @Slot()
    def toggle_selected(self) -> None:
        """Leave the selected pictures out; take them in again if all of them are left out."""
        self.toggle(self._grid.selected)

    def toggle(self, pictures: Sequence[Picture]) -> None:
        """Leave pictures out; take them in again if all of them are left out."""
        names = [picture.name for picture in pictures]
        if all(name in self._left_out for name in names):
            self.take_in(names)
        else:
            self.leave_out(dict.fromkeys(names, ""))

    @Slot(object)
    def leave_out(self, reasons: Mapping[str, str]) -> None:
        """Leave pictures of the open folder out, by name with the reason."""
        if (folder := self._context.session.folder) is not None:
            self._context.left_out.leave_out(folder.root, reasons)

    @Slot(object)
    def take_in(self, names: Collection[str]) -> None:
        """Take pictures of the open folder in again."""
        if (folder := self._context.session.folder) is not None:
            self._context.left_out.take_in(folder.root, names)

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
        show_in_folder(path, self._context.messages.problem)

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
