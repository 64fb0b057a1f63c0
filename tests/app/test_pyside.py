"""What the pinned PySide6 must not do: 6.12.0 drops a reference to True at each emission, and CPython 3.11 aborts."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class Teller(QObject):
    told = Signal(object)
    counted = Signal(int)


def test_thousands_of_signals_leave_the_interpreter_as_it_was() -> None:
    teller = Teller()
    heard: list[int] = []
    teller.told.connect(lambda value: heard.append(id(value)))
    teller.counted.connect(heard.append)
    before = sys.getrefcount(True), sys.getrefcount(None)

    for count in range(5000):
        teller.told.emit(True)
        teller.counted.emit(count)
    after = sys.getrefcount(True), sys.getrefcount(None)

    assert len(heard) == 10_000
    assert all(abs(now - then) < 500 for now, then in zip(after, before, strict=True))
