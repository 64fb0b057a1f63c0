"""The buttons that decide about a picture, and their keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.review.suspects.suspect_words import category_title
from app.style.theme import set_role
from app.widgets.common import Button, label
from app.widgets.layouts.wrapping_row import WrappingRow
from app.widgets.menus import menu_of

NUMBERED = 9  # categories that have a key
RIGHT_KEYS = (Qt.Key.Key_R, Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAVE_KEYS = (Qt.Key.Key_X, Qt.Key.Key_Delete)


class DecisionBar(QWidget):
    """Buttons for one picture: right as it is, a category, leave out, next."""

    right_wanted = Signal()
    category_wanted = Signal(str)
    leave_out_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.categories: dict[str, Button] = {}
        self._rest: tuple[str, ...] = ()
        self.right = _button(tr("Right as it is"), "R", self.right_wanted.emit, tr("Its label is right (R or Enter)"))
        hint = tr("Later trainings do not use it; its file stays (X or Delete)")
        self.leave = _button(tr("Leave out"), "X", self.leave_out_wanted.emit, hint)
        hint = tr("Go on without a decision (Space or Down)")
        self.next = _button(tr("Next"), tr("Space"), self.next_wanted.emit, hint)
        self.more = _button(tr("Another category…"), "", self._ask_rest, "")
        self.belongs = label(tr("Belongs to"), "muted")
        self.belongs.setMinimumHeight(self.right.sizeHint().height())
        self._row = WrappingRow()
        self.setLayout(self._row)
        self._arrange()

    def show_categories(self, categories: Sequence[str]) -> None:
        """Offer these categories, the first ones with a number as their key."""
        if tuple(categories) == (*self.categories, *self._rest) and categories:
            return
        for button in self.categories.values():
            self._row.removeWidget(button)
            button.deleteLater()
        self.categories, self._rest = {}, tuple(categories[NUMBERED:])
        for number, category in enumerate(categories[:NUMBERED], 1):
            title = category_title(category)
            hint = self.tr("It shows {category} ({key})").format(category=title, key=number)
            button = _button(title, str(number), lambda category=category: self.category_wanted.emit(category), hint)
            self.categories[category] = button
        self._arrange()

    def _arrange(self) -> None:
        """Put all buttons into their order."""
        for widget in (self.right, self.belongs, *self.categories.values(), self.more, self.leave, self.next):
            self._row.removeWidget(widget)
            self._row.addWidget(widget)
        self.more.setVisible(bool(self._rest))
        self.belongs.setVisible(bool(self.categories))

    def propose(self, category: str) -> None:
        """Emphasize the category that is likelier; empty for none."""
        for name, button in self.categories.items():
            set_role(button, "primary" if name == category else "")

    def enable(self, possible: bool) -> None:
        """Enable the decisions, or none of them."""
        for button in (self.right, self.leave, self.more, *self.categories.values()):
            button.setEnabled(possible)

    def handle_key(self, event: QKeyEvent) -> bool:
        """Do what a key means. Return False if it means nothing."""
        key, numbered = event.key(), list(self.categories.values())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in RIGHT_KEYS:
            self.right.click()
        elif key in LEAVE_KEYS:
            self.leave.click()
        elif key == Qt.Key.Key_Space:
            self.next.click()
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(numbered):
            numbered[key - Qt.Key.Key_1].click()
        else:
            return False
        return True

    def _ask_rest(self) -> None:
        choices = [
            (category_title(category), True, lambda category=category: self.category_wanted.emit(category))
            for category in self._rest
        ]
        menu = menu_of(self, choices)
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height())))
        menu.deleteLater()


def _button(title: str, key: str, clicked: object, hint: str) -> Button:
    """Return a button that names its key. A click leaves the keyboard where it is, for the next picture."""
    made = Button(f"{title}  {key}".rstrip(), "", "", clicked, hint)  # type: ignore[arg-type]
    made.setAccessibleName(title)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
