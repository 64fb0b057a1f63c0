"""The suspects of a run: a list, the chosen picture with the reason, and the decisions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from app.review.suspects.decision_bar import DecisionBar
from app.review.suspects.suspect_list import SuspectList
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, ElidedLabel, ToolButton, label, row, show_text
from app.widgets.fields import ChoiceField
from app.widgets.guide_link import explained
from app.widgets.layouts.containers import filled_card
from app.widgets.layouts.folding_row import FoldingRow
from app.widgets.menus import menu_of
from app.widgets.pictures.part_markers import PartMarker
from app.widgets.pictures.parts_picture import PartsPicture
from app.widgets.pictures.picture_list import PictureRow
from app.widgets.pictures.picture_view import EVERYTHING, Overlay
from app.widgets.pictures.viewport import Box

LEFT, FOLDED = 320, 700  # points: width of the list, and of the view from which the picture stands beside it
ALL = ""  # of a choice


class SuspectsView(QWidget):
    """Shows suspects; signals which of them are wanted and what is decided."""

    filter_changed = Signal()
    look_wanted = Signal(int)  # look at the picture with the filters
    folder_wanted = Signal(int)  # show the picture in its folder
    take_back_wanted = Signal()  # nothing is decided about the chosen picture any more
    train_wanted = Signal()
    locate_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list, self.decisions = SuspectList(self.tr("Suspect pictures")), DecisionBar()
        self.list.setObjectName("suspect_list")
        left = self._build_left()
        folding = FoldingRow(left, self._build_right(), left, width=LEFT, least=FOLDED, heights=(420, 620))
        self.setLayout(row(folding, margins=(0, 0, LARGE, 0)))
        self.decisions.next_wanted.connect(self.list.step)

    def _build_left(self) -> QFrame:
        self.count = label(self.tr("Suspects"), "heading")
        self.kind, self.category = ChoiceField(), ChoiceField()
        self.kind.setAccessibleName(self.tr("Kind of suspects"))
        self.category.setAccessibleName(self.tr("Label of the suspects"))
        for field in (self.kind, self.category):
            field.edited.connect(self._narrow)
        self.nothing, self.estimate = label("", "muted", wrap=True), label("", "small", wrap=True)
        choices = row((self.kind, 3), (self.category, 2))
        head = explained(self.count, "review")
        return filled_card(
            head, self.estimate, choices, self.nothing, (self.list, 1000), 1, margins=(MEDIUM, MEDIUM, SMALL, SMALL)
        )

    def _build_right(self) -> QFrame:
        self.reason, self.caption = label("", wrap=True), ElidedLabel("", "small", Qt.TextElideMode.ElideMiddle)
        self.reason.setObjectName("suspect_reason")
        self.decided = label("", "pill-good")
        self.take_back = ToolButton("undo", self.tr("Take the decision back"), clicked=self.take_back_wanted.emit)
        self.take_back.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the list
        self.picture = PartsPicture()
        self.picture.setAccessibleName(self.tr("The chosen picture"))
        self.locate = Button(self.tr("Locate pictures…"), "primary", "folder", self.locate_wanted.emit)
        self.look = ToolButton("filters", self.tr("Look at it with the filters"), clicked=self._ask_to_look)
        self.folder = ToolButton("folder", self.tr("Show in folder"), clicked=self._ask_for_folder)
        words = self.tr("Decisions count from the next training on. No file is moved.")
        self.train = Button(self.tr("Train anew…"), "", "train", self.train_wanted.emit)
        for view in (self.list, self.picture):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(lambda point, view=view: self._open_menu(view, point))
        self._show_decided("")
        self.locate.hide()
        return filled_card(
            self.reason,
            (self.picture, 1),
            row((self.caption, 1), self.decided, self.take_back, self.locate, self.look, self.folder),
            self.decisions,
            row((label(words, "small", wrap=True), 1), self.train),
        )

    def offer_choices(self, kinds: Sequence[tuple[str, str]], labels: Sequence[tuple[int | str, str]]) -> None:
        """Offer (value, title) of kinds and labels; the first one of each is all."""
        self.kind.set_choices(kinds)
        self.category.set_choices(labels)

    def show_estimate(self, words: str) -> None:
        """Show how many labels are wrong by an estimate."""
        show_text(self.estimate, words)

    def show_rows(self, rows: Sequence[PictureRow], nothing: str) -> None:
        """List other suspects and choose the first. `nothing`: shown in their place if there are none."""
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        show_text(self.nothing, "" if rows else nothing)
        self._count(rows)

    def renew_rows(self, rows: Sequence[PictureRow]) -> None:
        """Show the same suspects with what is decided about them now."""
        self.list.renew(rows)
        self._count(rows)

    def show_reason(self, reason: str, caption: str, decided: str) -> None:
        """Show why a picture is suspect, its name and label, and what is decided about it."""
        self.reason.setText(reason)
        self.caption.set_text(caption)
        self._show_decided(decided)

    def _show_decided(self, decided: str) -> None:
        show_text(self.decided, decided)
        self.take_back.setVisible(bool(decided))
        self.take_back.setEnabled(bool(decided))  # for the menu

    def show_picture(self, picture: QImage, markers: Sequence[PartMarker], region: Box = EVERYTHING) -> None:
        """Show a picture with its parts."""
        self.locate.hide()
        self.picture.show_picture(picture, Overlay(None, region=region))
        self.picture.show_markers(markers)

    def say(self, why: str, locate: bool = False) -> None:
        """Show no picture, and say why. `locate`: whether the pictures may be in another folder now."""
        self.picture.set_placeholder(why)
        self.picture.show_picture(None, Overlay(None))
        self.picture.show_markers(())
        self.locate.setVisible(locate)

    def _count(self, rows: Sequence[PictureRow]) -> None:
        words = self.tr("{decided} of {count} decided")
        decided = sum(row.good for row in rows)
        self.count.setText(words.format(decided=decided, count=len(rows)) if rows else self.tr("Suspects"))
        for button in (self.look, self.folder, self.decisions.next):
            button.setEnabled(bool(rows))

    def _narrow(self) -> None:
        self.filter_changed.emit()
        self.list.setFocus()  # the keys go on deciding

    def _ask_to_look(self) -> None:
        if self.list.picture >= 0:
            self.look_wanted.emit(self.list.picture)

    def _ask_for_folder(self) -> None:
        if self.list.picture >= 0:
            self.folder_wanted.emit(self.list.picture)

    def menu(self) -> QMenu:
        """Return the menu of the chosen picture."""
        chosen, bar = self.list.picture >= 0, self.decisions
        choices = [(b.accessibleName(), b.isEnabled(), b.click) for b in (bar.right, bar.leave)]
        choices += [(b.text(), chosen, b.click) for b in (self.look, self.folder)]
        choices.insert(2, (self.take_back.text(), self.take_back.isEnabled(), self.take_back.click))
        return menu_of(self, choices)

    def _open_menu(self, view: QWidget, point: QPoint) -> None:
        menu = self.menu()
        menu.exec(view.mapToGlobal(point))
        menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Handle keys that no widget used: they decide about the chosen picture."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.list.setFocus()
            self.list.keyPressEvent(event)
        elif not self.decisions.handle_key(event):
            super().keyPressEvent(event)
