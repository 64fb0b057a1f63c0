"""A part on a card: its colour and name, crops of it, on how many pictures it is seen, its filters folded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QIcon,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from app.filters.notes_bar import LONGEST_NAME, NoteField
from app.filters.parts.crop_row import CropRow
from app.style import theme
from app.style.colours import part_colour
from app.style.stylesheet import MEDIUM, SMALL, TIGHT
from app.widgets.common import Button, ElidedLabel, FlowLayoutWidget, IconLabel, ToolButton, column, label, row
from app.widgets.menus import Choice, menu_of
from app.widgets.painting import rounded_square
from app.widgets.pictures.painting import paint_number
from app.widgets.pictures.part_markers import NOWHERE
from app.widgets.wording import plain_text

CROPS, CROP = 6, 72  # crops at most, and the smallest side of one in points
CHIP, CHIP_WIDTH = 34, 84  # points: the crop of a filter, and the narrowest button with it


@dataclass(frozen=True, slots=True)
class PartLine:
    """What a card says of a part. `mark`: its number from 0; `name`: the user's, or ""; `title`: that or 'Part 1';
    `is_forbidden`: whether the answer does without it; `why_not`: why it cannot be forbidden ("": it can)."""

    mark: int
    title: str
    name: str
    seen: str
    filters: tuple[int, ...]
    filters_title: str
    starred: bool
    is_forbidden: bool = False
    why_not: str = ""


class NumberDot(QWidget):
    """The number of a part on its colour, as it is marked on pictures."""

    def __init__(self, mark: int) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(26, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_number(painter, QPointF(13, 13), self._mark + 1, part_colour(self._mark).darker(125), 11.0)


class RenameField(NoteField):
    """The line in which a name is written over the old one; Esc leaves it as it was."""

    left = Signal()  # the name is kept, or not

    def __init__(self) -> None:
        super().__init__(LONGEST_NAME)
        self.editingFinished.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            self.left.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class PartCard(QFrame):
    """Shows one part; signals what is asked for. The parent arranges which card is chosen."""

    chosen = Signal(int)  # mark of the part
    hovered = Signal(int)  # mark of the part under the mouse, or NOWHERE
    renamed = Signal(int, str)  # mark, name
    crop_chosen = Signal(int, int)  # mark, place of the crop
    unfolded = Signal(int)  # mark: the crops of its filters are needed
    filter_chosen = Signal(int)
    alike_wanted = Signal(int, int)  # filter that stands for the part, picture: show those most alike to it
    forbid_wanted = Signal(int)  # mark

    def __init__(self, line: PartLine) -> None:
        super().__init__()
        self.line = line
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name, self.field = ElidedLabel("", "heading", Qt.TextElideMode.ElideRight), RenameField()
        self.star = IconLabel("starred", 16)
        self.pencil = ToolButton("edit", self.tr("Rename (F2)"), size=16, clicked=self.rename)
        self.forbid = ToolButton("leave-out", self.tr("Forbid this part…"), size=16, clicked=self._ask_to_forbid)
        self.forbid.setObjectName("forbid_part")
        self.forbidden = label(self.tr("Not allowed in this run"), "warning")
        self.crops, self.seen = CropRow(CROPS, CROP), label("", "muted", wrap=True)
        self.fold = Button("", "link", "right")
        self.fold.setCheckable(True)
        self.chips: dict[int, Button] = {}
        self._flow: FlowLayoutWidget | None = None
        self.field.hide()
        head = row(NumberDot(line.mark), (self.name, 1), (self.field, 1), self.star, self.pencil, self.forbid)
        items = (head, self.forbidden, self.crops, self.seen, row(self.fold, 1))
        self._column = column(*items, spacing=TIGHT + 2, margins=(MEDIUM, SMALL, MEDIUM, SMALL))
        self.setLayout(self._column)
        self._connect()
        self.show_line(line)

    def _connect(self) -> None:
        self.crops.chosen.connect(lambda place: self.crop_chosen.emit(self.line.mark, place))
        self.fold.toggled.connect(self._unfold)
        self.field.written.connect(lambda name: self.renamed.emit(self.line.mark, name))
        self.field.left.connect(self._end_rename)

    def show_line(self, line: PartLine) -> None:
        """Show other words about the same part."""
        self.line = line
        self.name.set_text(line.title)
        self.seen.setText(line.seen)
        self.star.setVisible(line.starred)
        self.forbidden.setVisible(line.is_forbidden)
        self.forbid.setEnabled(not line.why_not)
        self.forbid.setToolTip(plain_text.tooltip_text(line.why_not or self.forbid.text()))
        self.forbid.setAccessibleName(self.tr("Forbid {part}").format(part=line.title))
        self.field.show_text(line.name)
        self.field.setPlaceholderText(line.title)
        self.field.setAccessibleName(self.tr("Name of {part}").format(part=line.title))
        self.pencil.setAccessibleName(self.tr("Rename {part}").format(part=line.title))
        self.fold.setText(f" {line.filters_title}")
        self.fold.setAccessibleName(f"{line.title}: {line.filters_title}")
        self.fold.setToolTip(self.tr("The filters that found this part; click one to look at it"))
        self.setAccessibleName(line.title)
        self.setAccessibleDescription(line.seen)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the card as the chosen one, or not."""
        theme.set_role(self, "card-chosen" if chosen else "card")

    # The menu

    def menu(self, picture: int | None = None) -> QMenu:
        """Return what can be done with the part. `picture`: that of the crop which is asked about."""
        forbid = (self.forbid.text(), self.forbid.isEnabled(), self._ask_to_forbid)
        choices: list[Choice] = [(self.tr("Rename"), True, self.rename), forbid]
        if picture is not None:
            ask = partial(self.alike_wanted.emit, self.line.filters[0], picture)
            choices.insert(0, (self.tr("Show those most alike"), True, ask))
        menu = menu_of(self, choices)
        menu.setToolTipsVisible(True)
        menu.actions()[-1].setToolTip(self.forbid.toolTip())
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.chosen.emit(self.line.mark)
        menu = self.menu(self.crops.picture_at(self.crops.mapFromGlobal(QPointF(event.globalPos()))))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _ask_to_forbid(self) -> None:
        self.forbid_wanted.emit(self.line.mark)

    # Renaming

    def rename(self) -> None:
        """Let the user write another name."""
        self.name.hide()
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def _end_rename(self) -> None:
        if self.field.isVisible():
            had_focus = self.field.hasFocus()
            self.field.hide()
            self.name.show()
            if had_focus:
                self.setFocus()

    # The filters

    def _unfold(self, unfolded: bool) -> None:
        self.fold.set_icon("down" if unfolded else "right")
        if unfolded and self._flow is None:
            self._flow = FlowLayoutWidget(CHIP_WIDTH, TIGHT)
            self.chips = {index: self._chip(index) for index in self.line.filters}
            for chip in self.chips.values():
                self._flow.add(chip)
            self._column.addWidget(self._flow)
            self.unfolded.emit(self.line.mark)
        if self._flow is not None:
            self._flow.setVisible(unfolded)

    def _chip(self, index: int) -> Button:
        made = Button(str(index), clicked=lambda: self.filter_chosen.emit(index))
        words = self.tr("Look at filter {number}").format(number=index)
        made.setAccessibleName(words)
        made.setToolTip(plain_text.tooltip_text(words))
        made.setIconSize(QSize(CHIP, CHIP))
        return made

    def set_chip(self, index: int, image: QImage) -> None:
        """Show the crop of a filter on its button."""
        if index in self.chips:
            self.chips[index].setIcon(QIcon(rounded_square(image, CHIP, self.devicePixelRatioF(), 4)))

    # Mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.line.mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.name.geometry().contains(event.position().toPoint()):
            self.rename()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self.hovered.emit(self.line.mark)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.hovered.emit(NOWHERE)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.chosen.emit(self.line.mark)
