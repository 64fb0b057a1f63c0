"""The dialog that asks what is not to count, says what will happen, and shows the fit under way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from app.filters.forbidding.choices import Choice
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, column, label, progress_bar, row, show_text
from app.widgets.fields import ChoiceField
from app.widgets.guide_link import explained
from app.widgets.wording.progress import ProgressStage

WIDTH = 520


class ForbidDialog(QDialog):
    """Told what to show; says what is clicked. It can be closed while the fit is under way."""

    forbid_wanted = Signal()
    cancel_wanted = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("forbid_dialog")
        self.setWindowTitle(self.tr("Forbid a part"))
        self.choice = ChoiceField()
        self.choice.setObjectName("forbidden_choice")
        self.choice.setAccessibleName(self.tr("What is not to count"))
        self.table = Button(self.tr("Regions marked in a table…"), "", "box", self._ask_table)
        self.table.setToolTip(self.tr("A CSV with the columns image,x,y,width,height in pixels of the picture"))
        self.told = label("", wrap=True)
        self.refusal = label("", "warning", wrap=True)
        self._stage, self._left = label("", "caption"), label("", "small")
        self.bar = progress_bar(self.tr("Progress"))
        self.start = Button(self.tr("Forbid it"), "primary", "leave-out", self.forbid_wanted.emit)
        self.start.setObjectName("forbid_start")
        self.close_button = Button(self.tr("Close"), clicked=self.close)
        self.cancel = Button(self.tr("Cancel"), "danger", "", self.cancel_wanted.emit)
        for button in (self.table, self.start, self.close_button, self.cancel):
            button.setAutoDefault(False)
        column(
            explained(label(self.tr("What must the answer not use?"), "heading"), "answers"),
            row((self.choice, 1), self.table, spacing=MEDIUM),
            self.told,
            self.refusal,
            1,
            self._build_foot(),
            spacing=MEDIUM,
            margins=(LARGE,) * 4,
            parent=self,
        )
        self.setFixedWidth(WIDTH)
        self.choice.edited.connect(self.edited)
        self.show_idle()
        self.show_refusal("")

    def _build_foot(self) -> QHBoxLayout:
        stage = column(row(self._stage, 1, self._left), self.bar, spacing=SMALL)
        return row((stage, 1), self.close_button, self.cancel, self.start, spacing=MEDIUM)

    def show_choices(self, choices: Sequence[tuple[Choice, str]], chosen: Choice | None) -> None:
        """Offer what can be forbidden. `chosen`: None for the first one."""
        self.choice.set_choices(choices)
        self.choice.set_value(chosen)

    def show_words(self, text: str) -> None:
        """Say what will happen."""
        show_text(self.told, text)
        self._fit()

    def show_refusal(self, reason: str) -> None:
        """Say why it cannot start now, or what went wrong; "": nothing."""
        show_text(self.refusal, reason)
        self._fit()

    def show_idle(self) -> None:
        """Show that nothing is under way."""
        self._set_busy(False)
        self._stage.setText("")
        self._left.setText("")

    def show_busy(self, title: str) -> None:
        """Show that the answer is being fitted, which can be cancelled."""
        self._set_busy(True)
        self.cancel.setFocus()
        self.bar.setRange(0, 0)
        self._stage.setText(title)

    def show_stage(self, stage: ProgressStage) -> None:
        """Show how far the fit is."""
        self._stage.setText(stage.title)
        self._left.setText(stage.left)
        self.bar.setRange(0, stage.total)
        self.bar.setValue(stage.done)

    def _set_busy(self, busy: bool) -> None:
        for shown in (self.cancel, self.bar):
            shown.setVisible(busy)
        for shown in (self.start, self.close_button):
            shown.setVisible(not busy)
        for part in (self.choice, self.table):
            part.setEnabled(not busy)
        self._fit()

    def _fit(self) -> None:
        """Become as high as the sentences need; of wrapped text Qt takes account of a few lines only."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            flexible = layout.hasHeightForWidth()
            self.setFixedHeight(layout.totalHeightForWidth(WIDTH) if flexible else layout.totalSizeHint().height())

    def _ask_table(self) -> None:
        title, kinds = self.tr("Choose a table of boxes"), self.tr("CSV (*.csv)")
        path, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.add_table(path)

    def add_table(self, path: str) -> None:
        """Offer what a table of boxes marks, and choose it."""
        if self.choice.findData(path) < 0:
            self.choice.addItem(
                self.tr("What {table} marks").format(table=path.replace("\\", "/").split("/")[-1]), path
            )
        self.choice.setCurrentIndex(self.choice.findData(path))
        self.choice.setItemData(self.choice.currentIndex(), path, Qt.ItemDataRole.ToolTipRole)
        self.edited.emit()
