"""The table of an experiment as a model: a row a network, a column a measure, sorted by any of them."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.widgets import plain_text
from icnn_engine.core.config import BACKBONE_TITLES
from icnn_engine.experiment.experiment_table import Column, ExperimentRow, Figure
from icnn_engine.experiment.table_text import columns_of, printed
from icnn_engine.metrics import Interval

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
SMALL_TEXT = Qt.ItemDataRole.UserRole + 1  # the interval below a figure
GAIN = Qt.ItemDataRole.UserRole + 2  # 1: better than the ordinary network, -1: worse, 0: no difference to speak of
NAMES = 3  # columns before the measures: task, backbone, network


def tr(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate("StudyTable", text)


def network_title(network: str) -> str:
    """What a network of an experiment is called."""
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
    """What a backbone of an experiment is called, whatever weights it has."""
    titles = {str(known): title for known, title in BACKBONE_TITLES.items()}
    name = backbone.partition("=")[0]
    return titles.get(name, name)


def interval_words(interval: Interval, digits: int) -> str:
    """'0.841 to 0.862', or nothing."""
    return f"{interval.low:.{digits}f} – {interval.high:.{digits}f}" if isfinite(interval.low) else ""


def gain_of(figure: Figure, column: Column) -> int:
    """Whether a figure is better (1) or worse (-1) than the ordinary network's; 0 where no difference is shown."""
    if figure.against is None or not figure.differs or not column.better:
        return 0
    return 1 if (figure.against.mean > 0) == (column.better == "high") else -1


class ExperimentModel(QAbstractTableModel):
    """Told the rows of an experiment; keeps them in the order that was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[ExperimentRow, ...] = ()
        self._order: list[int] = []
        self._sorted = (0, Qt.SortOrder.AscendingOrder)
        self.columns: tuple[Column, ...] = ()
        self._titles: tuple[str, ...] = ()

    def set_rows(self, rows: Sequence[ExperimentRow]) -> None:
        """Show other rows, in the same order as before."""
        self.beginResetModel()
        self._given = tuple(rows)
        self.columns = columns_of(rows)
        self._titles = (tr("Trained for"), tr("Backbone"), tr("Network"), *(column.title for column in self.columns))
        self._order = self._arranged()
        self.endResetModel()

    def row(self, place: int) -> ExperimentRow:
        """The row that stands in a place."""
        return self._given[self._order[place]]

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
                return self._meaning(self.columns[section - NAMES])
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
                return f"{figure.value.mean:.{column.digits}f}{'*' if figure.differs else ''}"
            case _ if role == SMALL_TEXT:
                return interval_words(figure.value, column.digits)
            case _ if role == GAIN:
                return gain_of(figure, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return plain_text.model_tooltip(role, self._told(row, column, figure))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; what was not measured comes last either way."""
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        self._order = self._arranged()
        self.layoutChanged.emit()

    def _arranged(self) -> list[int]:
        column, order = self._sorted
        if column >= len(self._titles):
            return list(range(len(self._given)))
        sign = -1 if order is Qt.SortOrder.DescendingOrder else 1
        return sorted(range(len(self._given)), key=lambda place: (self._key(place, column, sign), place))

    def _key(self, place: int, column: int, sign: int) -> float:
        """Where a row stands by a column. Names keep the order in which the experiment has them."""
        row = self._given[place]
        if column < NAMES:
            names = list(dict.fromkeys(self._plain(other, column) for other in self._given))
            return sign * names.index(self._plain(row, column))
        figure = row.figures.get(self.columns[column - NAMES].key)
        return sign * figure.value.mean if figure is not None and isfinite(figure.value.mean) else inf

    def _plain(self, row: ExperimentRow, column: int) -> str:
        return (row.task.name, row.backbone, row.network)[column]

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

    def _meaning(self, column: Column) -> str:
        way = {"high": tr("More is better."), "low": tr("Less is better.")}.get(column.better, "")
        return f"{column.meaning} {way}".strip()

    def _told(self, row: ExperimentRow, column: Column, figure: Figure) -> str:
        """A figure in full: its interval, and the difference from the ordinary network with its own."""
        lines = [f"{row.task.name}, {network_title(row.network)}: {column.title} {printed(figure, column)}"]
        if not isfinite(figure.value.low):
            lines.append(tr("No interval: it takes several seeds."))
        if figure.against is not None and isfinite(figure.against.low):
            words = tr("Against the ordinary network: {mean:+.{digits}f}, 95 % interval {interval}: {verdict}.")
            verdict = tr("a difference") if figure.differs else tr("no difference can be claimed")
            lines.append(
                words.format(
                    mean=figure.against.mean,
                    digits=column.digits,
                    interval=interval_words(figure.against, column.digits),
                    verdict=verdict,
                )
            )
        return "\n".join(lines)
