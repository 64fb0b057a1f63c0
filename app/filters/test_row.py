"""The tests that a filter must pass to hold a part, side by side: name, value, mark, passed or failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.style.stylesheet import MEDIUM
from app.widgets.common import label
from icnn_engine.inspection.verdicts import Reached, reached
from icnn_engine.runs.run_folder import Run, RunFilter

# By test, in the order of `verdicts.reached`: the key of what untrained filters reach; none where it is not measured.
FLOORS = ("equivariance", "slope", "mirror", "transplant", "equivariance_scale", "grounding", "", "")
PASSED, FAILED, UNKNOWN = "✓", "✗", "–"


def tr(text: str) -> str:
    """A text about the tests in the user's language."""
    return QCoreApplication.translate("TestRow", text)


class TestCell(QWidget):
    """One test."""

    __test__ = False  # no test of pytest's

    def __init__(self) -> None:
        super().__init__()
        self._name, self._value, self._mark = label("", "small"), label("", "caption"), label("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for one in (self._name, self._value, self._mark):
            layout.addWidget(one)

    def show_test(self, one: Reached, hint: str) -> None:
        """Show what was reached in another test."""
        known = one.passed is not None
        state = (tr("passed") if one.passed else tr("failed")) if known else tr("not measured")
        sign = (PASSED if one.passed else FAILED) if known else ""
        role = ("good" if one.passed else "bad") if known else "muted"
        self._name.setText(one.test[:1].upper() + one.test[1:])
        self._value.setText(f"{one.value:.2f} {sign}" if known else UNKNOWN)
        self._mark.setText(one.mark)
        if self._value.property("role") != role:
            self._value.setProperty("role", role)
            self._value.style().unpolish(self._value)
            self._value.style().polish(self._value)
        self.setToolTip(hint)
        text = tr("{test}: {value}, {state} ({mark})")
        self.setAccessibleName(
            text.format(test=one.test, value=f"{one.value:.2f}" if known else UNKNOWN, state=state, mark=one.mark)
        )


class TestRow(QWidget):
    """All tests of one filter; hidden where it was not judged."""

    __test__ = False

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(MEDIUM)
        self._cells = [TestCell() for _floor in FLOORS]
        self._columns = 0
        self.set_narrow(False)
        self.hide()

    def show_filter(self, run: Run, one: RunFilter) -> None:
        """Show what another filter reached."""
        rows = reached(one)
        self.setVisible(bool(rows))
        for cell, row, hint in zip(self._cells, rows, _hints(run.table), strict=bool(rows)):
            cell.show_test(row, hint)

    def set_narrow(self, narrow: bool) -> None:
        """Stand in two lines where there is little room."""
        columns = len(FLOORS) // 2 if narrow else len(FLOORS)
        if columns != self._columns:
            self._columns = columns
            for place, cell in enumerate(self._cells):
                self._grid.addWidget(cell, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)

    def texts(self) -> list[str]:
        """What is shown, for those who cannot see it and for tests."""
        return [] if self.isHidden() else [cell.accessibleName() for cell in self._cells]


def _hints(table: Mapping[str, float | None]) -> Sequence[str]:
    """What each test does, in the order of `verdicts.reached`, with what untrained filters reach."""
    texts = (
        tr("The picture is moved: the share of peaks that move with the content."),
        tr("How far the peak moves when the content moves: 1 goes with it, .5 goes half of the way."),
        tr("The picture is flipped and shifted: the share of peaks on the mirrored content. Filters that swap places "
           "fail."),
        tr("The crop is pasted elsewhere into another picture: the share of peaks that go there."),
        tr("The picture is enlarged: the share of peaks that stay on the content."),
        tr("Everything but the crop is blurred: what is left of the filter's strength."),
        tr("Only the crop is blurred: what is left of the filter's strength."),
        tr("Everything but a random crop of the same size is blurred: what is left of the filter's strength."),
    )  # fmt: skip
    floors = [table.get(f"untrained_{key}") if key else None for key in FLOORS]
    more = tr("{text}\nUntrained filters reach {floor:.2f} on average.")
    told = [
        text if floor is None else more.format(text=text, floor=floor)
        for text, floor in zip(texts, floors, strict=True)
    ]
    measured = tr("{text}\nMeasured only on filters that pass the other tests, or nearly.")
    return [*told[:5], *(measured.format(text=text) for text in told[5:])]
