"""A table of frozen rows that prints in columns and can become arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Generic, TypeVar, overload

import numpy as np

from icnn_engine.core.language import translate
from icnn_engine.core.number_words import decimal
from icnn_engine.core.table_formats import as_text
from icnn_engine.library.html import table

T = TypeVar("T")
PRINTED = 12  # rows


class RowTable(Sequence[T], Generic[T]):
    """A sequence of frozen rows, dataclasses of one type. `columns`: the fields that are printed; `as_dict` has all."""

    __slots__ = ("_rows", "columns")

    def __init__(self, rows: Iterable[T], columns: Sequence[str]) -> None:
        self._rows, self.columns = tuple(rows), tuple(columns)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> RowTable[T]: ...
    def __getitem__(self, index: int | slice) -> T | RowTable[T]:
        return RowTable(self._rows[index], self.columns) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def as_dict(self) -> dict[str, np.ndarray]:
        """Return an array (N,) for each field of the rows, by its name; `pandas.DataFrame` takes it as it is."""
        names = [field.name for field in fields(self._rows[0])] if self._rows else self.columns  # type: ignore[arg-type]
        return {name: np.array([getattr(row, name) for row in self._rows]) for name in names}

    def __repr__(self) -> str:
        lines = as_text([self.columns, *self._cells()], "l" * len(self.columns))
        return lines + self._below()

    def _repr_html_(self) -> str:
        return table([self.columns, *self._cells()], self._below())

    def _below(self) -> str:
        """Return how many rows there are, or how many more than are printed."""
        if len(self) <= PRINTED:
            return translate("Library", "Rows: {count}").format(count=len(self))
        return translate("Library", "… and {count} more rows").format(count=len(self) - PRINTED)

    def _cells(self) -> list[list[str]]:
        return [[_printed(getattr(row, name)) for name in self.columns] for row in self._rows[:PRINTED]]


def _printed(value: object) -> str:
    return decimal(value, 3) if isinstance(value, float) else "" if value is None else str(value)
