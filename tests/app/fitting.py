"""What does not fit on a window: cut off, covered, or out of reach of the scroll bars."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from app.widgets.common import ElidedLabel

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)


def visible(window: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """Return the widgets of some kinds that are shown in a window, scroll bars aside."""
    found = [w for w in window.findChildren(QWidget) if isinstance(w, kinds) and not isinstance(w, QScrollBar)]
    return [w for w in found if w.isVisible() and w.window() is window.window()]


def called(widget: QWidget) -> str:
    """Return the type of a widget with what it says, for messages."""
    said = getattr(widget, "text", lambda: "")()
    name = widget.objectName() or widget.accessibleName()
    return f"{type(widget).__name__} {said or name!r} in {type(widget.parentWidget()).__name__}"


def scrolls_sideways(window: QWidget) -> list[str]:
    """Return the areas whose content is wider than they are; strips, which are meant to be, aside."""
    strips = (view for view in visible(window, QListView) if view.flow() is QListView.Flow.LeftToRight)
    meant = {view for view in strips if not view.isWrapping()}
    wide = [a for a in visible(window, QAbstractScrollArea) if a not in meant and a.horizontalScrollBar().maximum() > 0]
    for area in visible(window, QScrollArea):
        inner = area.widget()
        if inner is not None and inner.width() > area.viewport().width():
            wide.append(area)
    return [called(area) for area in dict.fromkeys(wide)]


def out_of_reach(window: QWidget) -> list[str]:
    """Return the controls that are cut off by something that does not scroll to them."""
    return [called(control) for control in visible(window, *CONTROLS) if not _is_in_reach(control)]


def _is_in_reach(control: QWidget) -> bool:
    """Whether all of a control lies inside whatever it stands in, up to the window."""
    rect, place = control.rect(), control
    while not place.isWindow():
        above = place.parentWidget()
        rect.translate(place.pos())
        area = above.parentWidget()
        if isinstance(area, QScrollArea) and place is area.widget():
            rect = above.rect()  # scrolling brings it into view
        elif isinstance(area, QAbstractScrollArea):
            return True  # of an item of a list
        elif not above.rect().contains(rect):
            return False
        place = above
    return True


def cut_off(window: QWidget) -> list[str]:
    """Return buttons and labels with less room than their text needs."""
    buttons = [b for b in visible(window, QAbstractButton) if b.text() and b.width() < b.minimumSizeHint().width()]
    return [called(widget) for widget in (*buttons, *filter(_is_cut, visible(window, QLabel)))]


def _is_cut(label: QWidget) -> bool:
    if not isinstance(label, QLabel) or isinstance(label, ElidedLabel) or not label.text():
        return False
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width()) - 1
    return label.width() < label.sizeHint().width() - 1 or label.height() < label.sizeHint().height() - 1


def overlapping(window: QWidget) -> list[str]:
    """Return pairs of labels and controls of which one covers the other."""
    shown = [w for w in visible(window, *CONTROLS, QLabel) if not isinstance(w.parentWidget(), CONTROLS)]
    pairs = ((one, other) for one, other in combinations(shown, 2) if one.parentWidget() is other.parentWidget())
    return [
        f"{called(one)} over {called(other)}" for one, other in pairs if one.geometry().intersects(other.geometry())
    ]


def traps_of_the_wheel(window: QWidget) -> list[str]:
    """Return the areas that keep the wheel at their end, so that what is around them does not scroll."""
    trapping = []
    for area in visible(window, QAbstractScrollArea):
        bar, at = area.verticalScrollBar(), QPointF(area.viewport().rect().center())
        for end, notch in ((bar.maximum(), -120), (bar.minimum(), 120)):
            before = bar.value()
            bar.setValue(end)
            turned = QWheelEvent(
                at, area.viewport().mapToGlobal(at), QPoint(), QPoint(0, notch), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            area.wheelEvent(turned)
            if turned.isAccepted():
                trapping.append(called(area))
            bar.setValue(before)
    return list(dict.fromkeys(trapping))


def beyond_the_tabulator(window: QWidget) -> list[str]:
    """Return the enabled controls to which Tab does not lead; of buttons that exclude each other, it leads to one."""
    own = [f for f in visible(window, *CONTROLS) if f.isEnabled() and not f.objectName().startswith("qt_")]
    lone = [f for f in own if not isinstance(f.parentWidget(), CONTROLS) and not _is_one_of_several(f)]
    return [called(field) for field in lone if not field.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _is_one_of_several(control: QWidget) -> bool:
    if not isinstance(control, QAbstractButton) or not control.isCheckable():
        return False
    group = control.group()
    return control.autoExclusive() or (group is not None and group.exclusive())


def against_reading_order(window: QWidget) -> list[str]:
    """Return pairs of controls in one container of which Tab reaches the lower, or the one further right, first."""
    order, now = [], window.nextInFocusChain()
    while now is not window:
        if now.isVisible() and isinstance(now, CONTROLS) and now.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(now)
        now = now.nextInFocusChain()
    pairs = [(one, other) for one, other in pairwise(order) if one.parentWidget() is other.parentWidget()]
    return [f"{called(one)} before {called(other)}" for one, other in pairs if _stands_before(other, one)]


def _stands_before(one: QWidget, other: QWidget) -> bool:
    """Whether one of two widgets in a container is read first: above the other, or left of it in the same line."""
    first, second = one.geometry(), other.geometry()
    same_line = first.top() <= second.center().y() <= first.bottom()
    return first.left() < second.left() if same_line else first.bottom() <= second.top()


def misfits(window: QWidget) -> Iterator[str]:
    """Yield everything that does not fit."""
    for kind in (scrolls_sideways, out_of_reach, cut_off, overlapping):
        yield from (f"{kind.__name__}: {what}" for what in kind(window))
