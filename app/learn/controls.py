"""The controls around the slide: what the lecture is about above it, the way through its steps beside and below it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from app.style.stylesheet import SMALL
from app.widgets.common import Button, ElidedLabel, label, progress_bar, row

LIST = 232  # width of the list of chapters


class SubjectBar(QWidget):
    """Above the slide: filter, picture, saving and the whole screen."""

    filter_chosen = Signal(int)
    picture_wanted = Signal()
    save_wanted = Signal()
    full_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.filters = QComboBox()
        self.filters.setAccessibleName(self.tr("Filter"))
        self.filters.setToolTip(self.tr("The filter that the lecture is about"))
        self.filters.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.filters.setMinimumContentsLength(14)
        self.filters.activated.connect(lambda place: self.filter_chosen.emit(self.filters.itemData(place)))
        hint = self.tr("Give the lecture on another held-out picture that shows the parts plainly")
        self.other = Button(self.tr("Other picture"), "", "images", self.picture_wanted.emit, hint)
        self.picture = ElidedLabel("", "muted")
        hint = self.tr("Save this step as a figure: PNG, SVG or PDF")
        self.save = Button(self.tr("Save this step…"), "", "export", self.save_wanted.emit, hint)
        hint = self.tr("Show the steps on the whole screen (F); Esc leaves it")
        self.full = Button(self.tr("Full screen"), "", "fullscreen", self.full_wanted.emit, hint)
        row(self.filters, self.other, (self.picture, 1), self.save, self.full, parent=self)

    def show_filters(self, titles: Mapping[int, str], chosen: int) -> None:
        """Offer filters in their order, by index."""
        self.filters.clear()
        for index, title in titles.items():
            self.filters.addItem(title, index)
        self.filters.setCurrentIndex(self.filters.findData(chosen))


class StepBar(QWidget):
    """Below the slide: back, the chapter where there is no list beside, how far the lecture is, next."""

    moved = Signal(int)
    chapter_chosen = Signal(str)

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.back = Button(self.tr("Back"), "", "left", lambda: self.moved.emit(-1), self.tr("Left arrow"))
        self.next = Button(
            self.tr("Next"), "primary", "right", lambda: self.moved.emit(1), self.tr("Right arrow or Space")
        )
        self.chapters = QComboBox()
        self.chapters.setAccessibleName(self.tr("Chapter"))
        self.chapters.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for number, (name, title) in enumerate(titles.items(), 1):
            self.chapters.addItem(f"{number}. {title}", name)
        self.chapters.activated.connect(lambda place: self.chapter_chosen.emit(self.chapters.itemData(place)))
        self.progress = label("", "muted")
        self.bar = progress_bar(self.tr("How far the lecture is"))
        row(self.back, (self.chapters, 2), (self.bar, 1), self.progress, self.next, spacing=SMALL + 4, parent=self)

    def show_place(self, chapter: str, number: int, count: int) -> None:
        """Show where the lecture is: chapter, and which step of all."""
        self.chapters.setCurrentIndex(self.chapters.findData(chapter))
        self.progress.setText(f"{number} / {count}")
        self.bar.setRange(0, count)
        self.bar.setValue(number)
        self.back.setEnabled(number > 1)
        self.next.setEnabled(number < count)


class ChapterList(QListWidget):
    """Beside the slide: the chapters."""

    chosen = Signal(str)

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setAccessibleName(self.tr("Chapters"))
        self.setWordWrap(True)
        self.setFixedWidth(LIST)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, (name, title) in enumerate(titles.items(), 1):
            item = QListWidgetItem(f"{number}. {title}", self)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.currentRowChanged.connect(self._choose)

    def show_chapter(self, place: int) -> None:
        """Mark a chapter."""
        self.blockSignals(True)
        self.setCurrentRow(place)
        self.blockSignals(False)

    def _choose(self, place: int) -> None:
        self.chosen.emit(self.item(place).data(Qt.ItemDataRole.UserRole))
