"""Form of the report: format, language, title, a note of its author, and the button that writes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.export.name_question import NameQuestion
from app.style.stylesheet import MEDIUM, SMALL
from app.widgets.common import Button, column, label, row
from app.widgets.fields import ChoiceField, WheelFilter
from app.widgets.layouts.containers import scroll_into_sight
from icnn_engine.core.language import TITLES
from icnn_engine.report.frame import ReportFrame

REST_MS = 700  # the texts are taken once the typing has rested so long
NOTE_HEIGHT = 72  # points: three lines


class ReportForm(QWidget):
    """Two choices, two texts, a button, and above it the question that is asked once."""

    write_wanted = Signal()
    pointed = Signal()  # one of its fields has the focus
    changed = Signal()  # the report would look otherwise
    written = Signal(object)  # ReportFrame that the user has written

    def __init__(self, languages: Sequence[str]) -> None:
        super().__init__()
        self.format = ChoiceField([("html", self.tr("HTML, to send")), ("pdf", self.tr("PDF, to print"))])
        self.format.setMinimumContentsLength(12)
        self.format.setAccessibleName(self.tr("Format of the report"))
        spoken = [(code, TITLES.get(code, code)) for code in languages]
        self.language = ChoiceField([("", self.tr("Language of the window")), *spoken])
        self.language.setMinimumContentsLength(16)
        self.language.setAccessibleName(self.tr("Language of the report"))
        self.title, self.note = QLineEdit(), QPlainTextEdit(tabChangesFocus=True)
        for field, name in ((self.title, self.tr("Title of the report")), (self.note, self.tr("Note to the reader"))):
            field.setAccessibleName(name)
        self.title.setPlaceholderText(self.tr("Title (left empty: its own)"))
        self.note.setPlaceholderText(self.tr("Your note to the reader, printed below the title"))
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.viewport().installEventFilter(WheelFilter(self.note))
        self._kept = ReportFrame()  # as it was shown or taken last
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.finish)
        self.format.edited.connect(self.changed)
        self.language.edited.connect(self.changed)
        self.title.textEdited.connect(lambda _text: self._rest.start())
        self.note.textChanged.connect(self._rest.start)
        for watched in (self.format, self.language, self.title, self.note):
            watched.installEventFilter(self)
        self.heading = label(self.tr("One-page report"), "heading")
        about = label(self.tr("For somebody who decides, in plain words."), "small", wrap=True)
        self.question = NameQuestion()
        self.write = Button(self.tr("Write the report"), "primary", "export", self.write_wanted.emit)
        choices = row(self.format, (self.language, 1))
        fields = (about, choices, self.title, self.note, self.question, self.write)
        self.setLayout(column(self.heading, *fields, spacing=SMALL, margins=(0, 0, 0, MEDIUM)))

    @property
    def frame(self) -> ReportFrame:
        """The title and the note."""
        return ReportFrame(self.title.text(), self.note.toPlainText()).tidy()

    def set_frame(self, frame: ReportFrame) -> None:
        """Show another title and note, silently."""
        self.title.setText(frame.title)
        self.note.blockSignals(True)
        self.note.setPlainText(frame.note)
        self.note.blockSignals(False)
        self._kept = frame

    def ask(self, nameless: int) -> None:
        """Ask about so many parts without a name, and scroll the question into sight with the button below it."""
        self.question.ask(nameless)
        scroll_into_sight(self.write, self.question)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell when a field gets the focus."""
        if event.type() is QEvent.Type.FocusIn:
            self.pointed.emit()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.finish()  # another page, or the window is closed
        super().hideEvent(event)

    @Slot()
    def finish(self) -> None:
        """Take the texts now if they have changed."""
        if self.frame != self._kept:
            self._kept = self.frame
            self.written.emit(self.frame)
