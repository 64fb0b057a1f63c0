"""The display of pictures on the Filters page, kept in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.context import Context

if TYPE_CHECKING:
    from app.widgets.pictures.picture_trio import PictureTrio

PREFIX = "filters/"


class DisplaySettings(QObject):
    """Restores the overlay as it was left, and keeps changes."""

    def __init__(self, context: Context, trio: PictureTrio, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._trio = context.settings, trio
        self._toggles = {"smooth": trio.smooth, "marks": trio.marks, "parts": trio.parts}
        self._choices = {"palette": trio.palette_choice, "reach": trio.reach}
        self._restore()
        trio.drawing_changed.connect(self._keep)
        trio.looks_changed.connect(self._keep)

    def _restore(self) -> None:
        for name, button in self._toggles.items():
            button.setChecked(bool(self._settings.number(PREFIX + name, int(button.isChecked()))))
        for name, choice in self._choices.items():
            choice.set_value(self._settings.text(PREFIX + name, choice.value()))
        self._trio.opacity.setValue(self._settings.number(PREFIX + "opacity", self._trio.opacity.value()))

    @Slot()
    def _keep(self) -> None:
        for name, button in self._toggles.items():
            self._settings.set_number(PREFIX + name, int(button.isChecked()))
        for name, choice in self._choices.items():
            self._settings.set_text(PREFIX + name, choice.value())
        self._settings.set_number(PREFIX + "opacity", self._trio.opacity.value())
