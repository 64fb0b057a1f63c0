"""The tests that a filter must pass to hold a part: name, value, mark, passed or failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.filters.filter_facts import Fact, FactCell
from app.style.stylesheet import MEDIUM
from icnn_engine.inspection.verdicts import Reached, reached
from icnn_engine.runs.run_folder import Run, RunFilter

# The key of the mean of untrained filters in each test, in the order of `verdicts.reached`; empty: not measured.
FLOORS = ("equivariance", "slope", "mirror", "transplant", "equivariance_scale", "grounding", "", "")
PASSED, FAILED, UNKNOWN = "✓", "✗", "–"


def tr(text: str) -> str:
    """Return a text about the tests in the user's language."""
    return QCoreApplication.translate("VerdictRow", text)


class VerdictRow(QWidget):
    """All tests of one filter; hidden if it was not judged."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(MEDIUM)
        self._cells = [FactCell() for _floor in FLOORS]
        self._columns = 0
        self.set_narrow(False)
        self.hide()

    def show_filter(self, run: Run, filter: RunFilter) -> None:
        """Show the results of another filter."""
        results = reached(filter)
        self.setVisible(bool(results))
        for cell, result, hint, key in zip(self._cells, results, _hints(run.table), FLOORS, strict=bool(results)):
            name = tr("Distance moved") if key == "slope" else result.test[:1].upper() + result.test[1:]
            cell.show_fact(_fact(name, result, hint))

    def set_narrow(self, narrow: bool) -> None:
        """Stand in two lines if there is little room."""
        columns = len(FLOORS) // 2 if narrow else len(FLOORS)
        if columns != self._columns:
            self._columns = columns
            for place, cell in enumerate(self._cells):
                self._grid.addWidget(cell, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)

    def texts(self) -> list[str]:
        """Return the accessible names of the tests on show."""
        return [] if self.isHidden() else [cell.accessibleName() for cell in self._cells]


def _fact(name: str, result: Reached, hint: str) -> Fact:
    """Return the result of one test as a figure."""
    value = UNKNOWN if result.passed is None else f"{result.value:.2f}"
    state, sign, role = {
        True: (tr("passed"), PASSED, "good"),
        False: (tr("failed"), FAILED, "bad"),
        None: (tr("not measured"), "", "muted"),
    }[result.passed]
    words = tr("{test}: {value}, {state} ({mark})")
    words = words.format(test=name, value=value, state=state, mark=result.mark)
    return Fact(name, f"{value} {sign}".rstrip(), result.mark, hint, role, words)


def _hints(table: Mapping[str, float | None]) -> Sequence[str]:
    """Return what each test does, in the order of `verdicts.reached`, with the mean of untrained filters."""
    texts = (
        tr("The picture is moved: the share of peaks that move with the content."),
        tr("How far the peak moves when the content moves: 1 goes with it, 0.5 goes half of the way."),
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
    hints = [
        text if floor is None else more.format(text=text, floor=floor)
        for text, floor in zip(texts, floors, strict=True)
    ]
    measured = tr("{text}\nMeasured only on filters that pass the other tests, or nearly.")
    return [*hints[:5], *(measured.format(text=text) for text in hints[5:])]
