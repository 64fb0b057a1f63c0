"""Going over the answers: how often which was given, those worth a look, and what parts were seen there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.filters.answers.answer_list import AnswerList, AnswerRow
from app.filters.answers.confusion_table import ConfusionTable
from app.filters.answers.part_compare import PartCompare, PartPair
from app.style.stylesheet import LARGE, MEDIUM, SMALL
from app.widgets.common import Button, card, label, row, toggle
from app.widgets.pictures.picture_pane import PicturePane
from app.widgets.pictures.picture_view import Overlay


class AnswersView(QWidget):
    """Told what to show; says which cell of the table and which picture is chosen."""

    kinds_wanted = Signal()  # other answers are to be listed
    look_wanted = Signal(int)  # look at the picture with the filters
    filter_wanted = Signal(int)  # look at a filter on the picture

    def __init__(self) -> None:
        super().__init__()
        self._picture = -1
        self.table, self.list, self.parts = ConfusionTable(), AnswerList(), PartCompare()
        self.told = label("", "muted", wrap=True)
        self.nothing = label("", "muted", wrap=True)
        self.here, self.there = PicturePane(QSize(160, 160)), PicturePane(QSize(160, 160))
        self.here.view.setAccessibleName(self.tr("The chosen picture"))
        self.there.view.setAccessibleName(self.tr("A picture of the same kind that was answered rightly"))
        self.reading = label("", "small", wrap=True)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(LARGE)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._build_left())
        self.splitter.addWidget(self._build_right())
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([320, 600])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, LARGE, 0)
        layout.addWidget(self.splitter)
        for one, other in ((self.here, self.there), (self.there, self.here)):
            one.view.viewport_changed.connect(other.view.set_viewport)

    def _build_left(self) -> QWidget:
        frame, inside = card()
        frame.setMinimumWidth(280)
        inside.setContentsMargins(MEDIUM, MEDIUM, SMALL, SMALL)
        self.worth = toggle(self.tr("Wrong or unsure"), self.tr("Wrong answers first, then those that were close"))
        self.all = toggle(self.tr("All answers"), self.tr("Every answer, in the order of the pictures"))
        self.trained = QCheckBox(self.tr("With the pictures it was trained on"))
        self.trained.setToolTip(self.tr("It knows these, so they flatter it"))
        self.worth.setChecked(True)
        either = QButtonGroup(self)
        for button in (self.worth, self.all):
            either.addButton(button)
        self.worth.toggled.connect(lambda _on: self.kinds_wanted.emit())
        self.trained.toggled.connect(lambda _on: self.kinds_wanted.emit())
        inside.addWidget(label(self.tr("Shown (rows) and answered (columns)"), "heading"))
        inside.addWidget(self.told)
        inside.addWidget(self.table)
        inside.addLayout(row(self.worth, self.all, 1))
        inside.addWidget(self.trained)
        inside.addWidget(self.nothing)
        inside.addWidget(self.list, 1)
        return frame

    def _build_right(self) -> QWidget:
        pictures, inside = card()
        both = QHBoxLayout()
        both.setSpacing(MEDIUM)
        for pane in (self.here, self.there):
            both.addWidget(pane, 1)
        inside.addLayout(both, 1)
        self.overlay = toggle(self.tr("Parts"), self.tr("Show or hide the parts in their colours (Space)"))
        self.overlay.setChecked(True)
        self.overlay.toggled.connect(self._show_overlay)
        self.look = Button(self.tr("Look at it with the filters"), "", "filters")
        self.look.clicked.connect(lambda _checked=False: self.look_wanted.emit(self._picture))
        inside.addLayout(row(self.overlay, 1, self.look))
        parts, inside = card()
        inside.addWidget(label(self.tr("Parts seen, against their usual strength"), "heading"))
        inside.addWidget(self.reading)
        inside.addWidget(self.parts)
        self.parts.chosen.connect(self.filter_wanted)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MEDIUM)
        layout.addWidget(pictures, 1)
        layout.addWidget(parts)
        pictures.setMinimumHeight(300)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(whole)
        scroll.setMinimumWidth(360)
        return scroll

    @property
    def picture(self) -> int:
        """The picture on show, -1 for none."""
        return self._picture

    def toggle_overlay(self) -> None:
        """Show the parts if they are hidden, else hide them."""
        self.overlay.toggle()

    def show_counts(self, names: Sequence[str], counts: np.ndarray, told: str) -> None:
        """Show other counts (K, K) and a sentence about them."""
        self.table.show_counts(names, counts)
        self.told.setText(told)

    def show_answers(self, rows: Sequence[AnswerRow], nothing: str) -> None:
        """List other answers; where there are none, say why, and that it is good news."""
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setText(nothing)
        self.nothing.setVisible(not rows)

    def show_nothing(self, why: str) -> None:
        """Show no picture, and say why."""
        self._picture = -1
        for pane in (self.here, self.there):
            pane.view.set_placeholder(why)
            pane.show_pane(None, Overlay(None), "", "")
        self.parts.show_pairs(())
        self.reading.setText("")
        self.look.setEnabled(False)

    def show_picture(self, picture: int, pairs: Sequence[PartPair], reading: str) -> None:
        """Show the parts of a picture, which the panes show."""
        self._picture = picture
        self.parts.show_pairs(pairs)
        self.reading.setText(reading)
        self.look.setEnabled(True)

    def _show_overlay(self, shown: bool) -> None:
        for pane in (self.here, self.there):
            pane.view.set_overlay_shown(shown)
