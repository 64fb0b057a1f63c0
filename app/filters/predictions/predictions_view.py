"""The predictions of a run: the confusion table, those worth a look, and the parts in two of the pictures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from app.filters.predictions.confusion_table import ConfusionTable
from app.filters.predictions.part_comparison import PartComparison, PartPair
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, ToolButton, column, label, row, toggle
from app.widgets.guide_link import explained
from app.widgets.layouts.containers import button_group, filled_card, scroll_area, widget_of
from app.widgets.layouts.folding_row import FoldingRow
from app.widgets.menus import menu_of
from app.widgets.pictures.picture_list import PictureList, PictureRow
from app.widgets.pictures.picture_pane import PicturePane
from app.widgets.pictures.picture_view import Overlay

LEFT, FOLDED = 320, 700  # points: width of the list, and of the view from which the pictures stand beside it


class PredictionsView(QWidget):
    """Shows predictions; signals which of them are wanted and chosen."""

    kinds_wanted = Signal()  # other predictions are to be listed
    look_wanted = Signal(int)  # look at the picture with the filters
    filter_wanted = Signal(int)  # look at a filter on the picture
    leave_out_wanted = Signal(int)  # leave the picture out of later trainings, or take it in again
    folder_wanted = Signal(int)  # show the picture in its folder

    def __init__(self) -> None:
        super().__init__()
        self.picture = -1  # on show, -1 for none
        self.table, self.list, self.parts = (
            ConfusionTable(),
            PictureList(self.tr("Answers worth a look")),
            PartComparison(),
        )
        self.summary, self.nothing = label("", "muted", wrap=True), label("", "muted", wrap=True)
        self.panes = PicturePane(QSize(160, 160)), PicturePane(QSize(160, 160))
        self.here, self.there = self.panes
        self.here.view.setAccessibleName(self.tr("The chosen picture"))
        self.there.view.setAccessibleName(self.tr("A picture of the same kind that was answered rightly"))
        self.here.view.viewport_changed.connect(self.there.view.set_viewport)
        self.there.view.viewport_changed.connect(self.here.view.set_viewport)
        self.misled, self.reading = label("", wrap=True), label("", "small", wrap=True)
        self.misled.hide()
        self.unlike = label("", "warning", wrap=True)
        left = self._build_left()
        folding = FoldingRow(left, self._build_right(), left, width=LEFT, least=FOLDED, heights=(460, 620))
        self.setLayout(row(folding, margins=(0, 0, LARGE, 0)))

    def name_train_side(self, is_own: bool) -> None:
        """Name the pictures of the side train. `is_own`: of a network of the user's own, which was not trained here."""
        words = self.tr("With the pictures it was trained on")
        hint = self.tr("It has learned from these, so it is right more often than about new ones")
        if is_own:
            words, hint = self.tr("With the pictures that filters were chosen by"), ""
        self.trained.setText(words)
        self.trained.setToolTip(hint)

    def _build_left(self) -> QWidget:
        self.worth = toggle(self.tr("Wrong or unsure"), self.tr("Wrong answers first, then those that were close"))
        self.all = toggle(self.tr("All answers"), self.tr("Every answer, in the order of the pictures"))
        self.trained = QCheckBox()
        self.name_train_side(False)
        button_group(self, self.worth, self.all)
        self.worth.setChecked(True)
        for button in (self.worth, self.trained):
            button.toggled.connect(lambda _on: self.kinds_wanted.emit())
        return filled_card(
            label(self.tr("Shown (rows) and answered (columns)"), "heading"),
            self.summary,
            self.table,
            row(self.worth, self.all, 1),
            self.trained,
            self.nothing,
            (self.list, 1000),
            1,
            margins=(MEDIUM, MEDIUM, SMALL, SMALL),
        )

    def _build_right(self) -> QWidget:
        heading = explained(label(self.tr("Parts seen, against their usual strength"), "heading"), "answers")
        self._compared = filled_card(heading, self.misled, self.reading, self.parts)
        scroll = scroll_area(widget_of(column((self._build_pictures(), 1), self._compared, spacing=MEDIUM)))
        self.parts.chosen.connect(self.filter_wanted)
        return scroll

    def _build_pictures(self) -> QWidget:
        self.overlay = toggle(self.tr("Parts"), self.tr("Show or hide the parts in their colours (Space)"))
        self.overlay.setChecked(True)
        self.overlay.toggled.connect(self._show_overlay)
        self.look = Button(
            self.tr("Look at it with the filters"), "", "filters", lambda: self.look_wanted.emit(self.picture)
        )
        self.leave = Button("", "", "leave-out", lambda: self.leave_out_wanted.emit(self.picture))
        self.folder = ToolButton("folder", self.tr("Show in folder"), clicked=self._ask_for_folder)
        self.show_left_out(False, False)
        for view in (self.list, self.here.view):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(partial(self._open_menu, view))
        panes = row((self.here, 1), (self.there, 1), spacing=MEDIUM)
        frame = filled_card((panes, 1), self.unlike, row(self.overlay, 1, self.look), row(self.leave, self.folder, 1))
        frame.setMinimumHeight(300)
        return frame

    def show_counts(self, names: Sequence[str], counts: np.ndarray, summary: str) -> None:
        """Show other counts (K, K) and a sentence about them."""
        self.table.show_counts(names, counts)
        self.summary.setText(summary)

    def show_predictions(self, rows: Sequence[PictureRow], nothing: str) -> None:
        """List other predictions. `nothing`: shown in their place if there are none."""
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setText(nothing)
        self.nothing.setVisible(not rows)

    def show_nothing(self, why: str) -> None:
        """Show no picture, and say why."""
        for pane in self.panes:
            pane.view.set_placeholder(why)
            pane.show_pane(None, Overlay(None), "", "")
        self.show_picture(-1, (), "")

    def show_picture(self, picture: int, pairs: Sequence[PartPair], reading: str) -> None:
        """Show the parts of the picture in the panes."""
        self.picture = picture
        self.parts.show_pairs(pairs)
        self.reading.setText(reading)
        self.look.setEnabled(picture >= 0)
        for shown in (self.there, self._compared):  # without a picture, one empty place is enough
            shown.setVisible(picture >= 0)

    def show_misled(self, words: str) -> None:
        """Show which part misled the network, or nothing."""
        self.misled.setText(words)
        self.misled.setVisible(bool(words))

    def show_left_out(self, possible: bool, left_out: bool) -> None:
        """Show whether the picture is left out of later trainings. `possible`: whether that can be changed."""
        deed = self.tr("Take in again") if left_out else self.tr("Leave out")
        self.leave.setText(f" {deed}")
        self.leave.setAccessibleName(deed)
        self.leave.setEnabled(possible)
        why = self.tr("Later trainings do not use the picture. Its file stays, and this run is not changed.")
        self.leave.setToolTip(self.tr("Later trainings use the picture again.") if left_out else why)

    def menu(self) -> QMenu:
        """Return the menu of the picture on show."""
        leave = (self.leave.accessibleName(), self.leave.isEnabled(), self.leave.click)
        look = (self.look.accessibleName(), self.look.isEnabled(), self.look.click)
        return menu_of(self, (look, leave, (self.folder.text(), self.picture >= 0, self._ask_for_folder)))

    def _open_menu(self, view: QWidget, point: QPoint) -> None:
        menu = self.menu()
        menu.exec(view.mapToGlobal(point))
        menu.deleteLater()

    def _ask_for_folder(self) -> None:
        if self.picture >= 0:
            self.folder_wanted.emit(self.picture)

    def _show_overlay(self, shown: bool) -> None:
        for pane in self.panes:
            pane.view.set_overlay_shown(shown)
