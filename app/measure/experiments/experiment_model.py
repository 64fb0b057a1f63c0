"""The table of an experiment as a model: one row per network, one column per measure, sorted by any column."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.widgets.wording import plain_text
from icnn_engine.core.config import BACKBONE_TITLES
from icnn_engine.core.number_words import measured_difference, measured_value
from icnn_engine.experiment.experiment_table import Column, ExperimentRow, Figure
from icnn_engine.experiment.table_text import columns_of, printed
from icnn_engine.metrics import Interval

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
SMALL_TEXT = Qt.ItemDataRole.UserRole + 1  # the interval below a figure
GAIN = Qt.ItemDataRole.UserRole + 2  # 1: better than the ordinary network, -1: worse, 0: no difference shown
NAMES = 3  # columns before the measures: task, backbone, network


def tr(text: str) -> str:
    """Return a text of the table in the user's language."""
    return QCoreApplication.translate("StudyTable", text)


def network_title(network: str) -> str:
    """Return the title of a network of an experiment."""
    known = {
        "ordinary": tr("Ordinary"),
        "paper": tr("Paper (eq. 1)"),
        "released": tr("Released code"),
        "partscope": tr("Partscope"),
        "cam": tr("CAM network"),
        "kmeans": tr("k-means, no training"),
        "nmf": tr("NMF, no training"),
        "floors": tr("Without learning"),
    }
    return known.get(network, network)


def backbone_title(backbone: str) -> str:
    """Return the title of a backbone of an experiment, without its weights."""
    titles = {str(known): title for known, title in BACKBONE_TITLES.items()}
    name = backbone.partition("=")[0]
    return titles.get(name, name)


def interval_words(interval: Interval, column: Column) -> str:
    """Return '0.841 – 0.862', or '96.1 % – 98.8 %'; empty without an interval."""
    if not isfinite(interval.low):
        return ""
    low, high = (measured_value(column.key, end, column.digits) for end in (interval.low, interval.high))
    return f"{low} – {high}"


def difference_words(interval: Interval, column: Column) -> str:
    """Return the interval of a difference, '-0.012 – +0.003'."""
    low, high = (measured_difference(column.key, end, column.digits) for end in (interval.low, interval.high))
    return f"{low} – {high}"


def gain_of(figure: Figure, column: Column) -> int:
    """Return 1 for a figure better than the ordinary network's, -1 for a worse one, 0 if no difference is shown."""
    if figure.against is None or not figure.differs or not column.better:
        return 0
    return 1 if (figure.against.mean > 0) == (column.better == "high") else -1


class ExperimentModel(QAbstractTableModel):
    """Holds the rows of an experiment, sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ExperimentRow, ...] = ()
        self._order: list[int] = []
        self._sorted_by = (0, Qt.SortOrder.AscendingOrder)
        self.columns: tuple[Column, ...] = ()
        self._titles: tuple[str, ...] = ()

    def set_rows(self, rows: Sequence[ExperimentRow]) -> None:
        """Show other rows, sorted as before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.columns = columns_of(rows)
        self._titles = (tr("Trained for"), tr("Backbone"), tr("Network"), *(column.title for column in self.columns))
        self._order = self._sorted_rows()
        self.endResetModel()

    def row(self, position: int) -> ExperimentRow:
        """Return the row at a position of the sorted table."""
        return self._rows[self._order[position]]

    def rowCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = NO_PARENT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if way is not Qt.Orientation.Horizontal or section >= len(self._titles):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._titles[section]
            case Qt.ItemDataRole.ToolTipRole if section >= NAMES:
                return _meaning(self.columns[section - NAMES])
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if section >= NAMES else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if index.column() < NAMES:
            return self._name(row, index.column(), role)
        column = self.columns[index.column() - NAMES]
        figure = row.figures.get(column.key)
        if figure is None or not isfinite(figure.value.mean):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{measured_value(column.key, figure.value.mean, column.digits)}{'*' if figure.differs else ''}"
            case _ if role == SMALL_TEXT:
                return interval_words(figure.value, column)
            case _ if role == GAIN:
                return gain_of(figure, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return plain_text.model_tooltip(role, _explanation(row, column, figure))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column; rows without a figure come last in either order."""
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        self._order = self._sorted_rows()
        self.layoutChanged.emit()

    def _sorted_rows(self) -> list[int]:
        column, order = self._sorted_by
        if column >= len(self._titles):
            return list(range(len(self._rows)))
        sign = -1 if order is Qt.SortOrder.DescendingOrder else 1
        return sorted(range(len(self._rows)), key=lambda index: (self._key(index, column, sign), index))

    def _key(self, index: int, column: int, sign: int) -> float:
        """Return the sort key of a row. Names keep the order that they have in the experiment."""
        row = self._rows[index]
        if column < NAMES:
            names = list(dict.fromkeys(_names(other)[column] for other in self._rows))
            return sign * names.index(_names(row)[column])
        figure = row.figures.get(self.columns[column - NAMES].key)
        return sign * figure.value.mean if figure is not None and isfinite(figure.value.mean) else inf

    def _name(self, row: ExperimentRow, column: int, role: int) -> Any:
        seeds = tr("1 seed") if len(row.seeds) == 1 else tr("{count} seeds").format(count=len(row.seeds))
        poor = "" if row.pretrained else tr("no learned weights")
        titles = (row.task.name, backbone_title(row.backbone), network_title(row.network))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return titles[column]
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return plain_text.model_tooltip(role, ", ".join(filter(None, (*titles, seeds, poor))))
            case _ if role == SMALL_TEXT:
                return (seeds, poor, "")[column]
        return None


def _names(row: ExperimentRow) -> tuple[str, str, str]:
    return row.task.name, row.backbone, row.network


def _meaning(column: Column) -> str:
    direction = {"high": tr("More is better."), "low": tr("Less is better.")}.get(column.better, "")
    return f"{column.meaning} {direction}".strip()


def _explanation(row: ExperimentRow, column: Column, figure: Figure) -> str:
    """Return a figure with its interval, and the difference from the ordinary network with its own."""
    lines = [f"{row.task.name}, {network_title(row.network)}: {column.title} {printed(figure, column)}"]
    if not isfinite(figure.value.low):
        lines.append(tr("No interval: it takes several seeds."))
    if figure.against is not None and isfinite(figure.against.low):
        words = tr("Against the ordinary network: {mean}, 95 % interval {interval}: {verdict}.")
        verdict = tr("a difference") if figure.differs else tr("no difference can be claimed")
        mean = measured_difference(column.key, figure.against.mean, column.digits)
        lines.append(words.format(mean=mean, interval=difference_words(figure.against, column), verdict=verdict))
    return "\n".join(lines)
