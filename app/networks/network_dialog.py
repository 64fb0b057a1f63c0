"""The dialog that opens a network of the user's own: which one, what is done with it, and the work under way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QWidget

from app.networks.look_form import LookForm
from app.networks.source_form import SourceForm
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, ElidedLabel, ToolButton, column, label, progress_bar, row, show_text
from app.widgets.layouts.containers import widget_of
from app.widgets.wording.progress import ProgressStage

SIZE = (1040, 760)  # of the dialog, where there is room
SOURCE = 320  # width of the left half


class NetworkDialog(QDialog):
    """Told what to show; says what is clicked. It can be closed while work is under way."""

    shown = Signal(bool)
    look_wanted = Signal()
    cancel_wanted = Signal()
    folder_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open a network of your own"))
        self.source, self.form = SourceForm(), LookForm()
        self._folder = ElidedLabel("", "")
        self.choose_folder = Button(self.tr("Open folder…"), "", "folder", self.folder_wanted.emit)
        self.empty = label(
            self.tr(
                "Name a file of weights and its architecture, then read the network: its layers are listed here, and "
                "which of its answers stand for the categories of the folder. Looking inside trains nothing; "
                "converting does."
            ),
            "muted",
            wrap=True,
        )
        self.command = ElidedLabel("", "mono", Qt.TextElideMode.ElideRight)
        self.copy = ToolButton("copy", self.tr("Copy the command that does the same"), clicked=self.copy_wanted.emit)
        self.refusal = label("", "warning", wrap=True)
        self.look = Button(self.tr("Look inside"), "primary", "filters", self.look_wanted.emit)
        self.cancel = Button(self.tr("Cancel"), "danger", "", self.cancel_wanted.emit)
        self._stage, self._left = label("", "caption"), label("", "small")
        self.bar = progress_bar(self.tr("Progress"))
        for button in (self.source.read, self.look, self.cancel, self.choose_folder):
            button.setAutoDefault(False)
        column(
            self._build_folder(),
            (self._build_halves(), 1),
            row((self.command, 1), self.copy),
            self.refusal,
            row((column(row(self._stage, 1, self._left), self.bar, spacing=SMALL), 1), self.cancel, self.look),
            spacing=MEDIUM,
            margins=(LARGE, MEDIUM, LARGE, MEDIUM),
            parent=self,
        )
        self._fit_screen()
        self.show_idle()
        self.show_refusal("")
        self.show_form(False)

    def _build_folder(self) -> QHBoxLayout:
        return row(label(self.tr("Pictures"), "caption"), (self._folder, 1), self.choose_folder, spacing=MEDIUM)

    def _build_halves(self) -> QHBoxLayout:
        left = QScrollArea(widgetResizable=True)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setWidget(widget_of(column(self.source, margins=(0, 0, MEDIUM, 0))))
        left.setFixedWidth(SOURCE)
        right = QScrollArea(widgetResizable=True)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right.setFrameShape(QFrame.Shape.NoFrame)
        right.setWidget(widget_of(column(self.empty, (self.form, 1), margins=(0, 0, SMALL, 0))))
        return row(left, (right, 1), spacing=LARGE)

    def _fit_screen(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width() - 80), min(SIZE[1], room.height() - 60))

    def show_folder(self, text: str) -> None:
        """Name the folder whose pictures are looked at."""
        self._folder.set_text(text)

    def show_form(self, is_read: bool) -> None:
        """Show what can be chosen, or, before a network was read, what to do."""
        self.form.setVisible(is_read)
        self.empty.setVisible(not is_read)

    def show_refusal(self, reason: str) -> None:
        """Say why it cannot be looked inside, or converted, now; "": it can."""
        show_text(self.refusal, reason)

    def show_task(self, is_conversion: bool) -> None:
        """Say on the button whether the network is to be looked inside or converted."""
        self.look.setText(self.tr("Convert") if is_conversion else self.tr("Look inside"))

    def show_idle(self) -> None:
        """Show that nothing is under way."""
        self.bar.hide()
        self.cancel.hide()
        for shown in (self._stage, self._left):
            shown.setText("")
        self.source.setEnabled(True)
        self.form.setEnabled(True)

    def show_busy(self, title: str, may_cancel: bool) -> None:
        """Show that a network is being read, looked at or converted."""
        self.bar.setRange(0, 0)
        self.bar.show()
        self._stage.setText(title)
        self._left.setText("")
        self.cancel.setVisible(may_cancel)
        self.source.setEnabled(False)
        self.form.setEnabled(False)

    def show_stage(self, stage: ProgressStage) -> None:
        """Show how far the work is."""
        self._stage.setText(stage.title)
        self._left.setText(stage.left)
        self.bar.setRange(0, stage.total)
        self.bar.setValue(stage.done)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.shown.emit(False)
