"""What was measured of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate
from icnn_engine.figures import table_as_csv, table_as_latex, table_as_markdown, table_as_text
from icnn_engine.figures.tables import lines_of
from icnn_engine.inspection.verdict_lines import verdict_lines
from icnn_engine.library import html
from icnn_engine.runs.run_folder import Run

WRITERS = {".csv": table_as_csv, ".md": table_as_markdown, ".tex": table_as_latex}


@dataclass(frozen=True, eq=False, repr=False)
class Measures:
    """The table of a run: each measure of the network beside its twin, the CAM network and a baseline."""

    stored: Run = field(repr=False)

    def __getitem__(self, key: str) -> float:
        """Return a value by its name in `as_dict`. Raises KeyError where it was not measured."""
        return self.as_dict()[key]

    def as_dict(self) -> dict[str, float]:
        """Return every value that was measured, by name; the twin's begin with `twin_`, CAM's with `cam_`."""
        return {key: value for key, value in self.stored.table.items() if value is not None}

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the table as .csv, .md or .tex; return the path. Raises SettingsError for another suffix."""
        target = Path(path).expanduser()
        if (write := WRITERS.get(target.suffix.lower())) is None:
            words = translate(
                "Errors", "{path}: a table is written as .csv, .md or .tex. Give the file one of these ends."
            )
            raise SettingsError(words.format(path=target.name))
        write_text(target, write(self.stored))
        return target

    def __repr__(self) -> str:
        return table_as_text(self.stored) + "\n" + "\n".join(verdict_lines(self.stored))

    def _repr_html_(self) -> str:
        return html.card(html.table(lines_of(self.stored)), *map(html.words, verdict_lines(self.stored)))
