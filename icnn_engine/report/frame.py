"""What the author adds to a report: another title and a note, kept in the run folder's report.toml."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.config import from_toml, to_toml
from icnn_engine.core.errors import PartscopeError

FILE = "report.toml"


@dataclass(frozen=True, slots=True)
class ReportFrame:
    """The title of a report (empty: its own) and a note of its author (empty: none), whose line breaks stay."""

    title: str = ""
    note: str = ""

    def tidy(self) -> ReportFrame:
        """Return the same without white space around the texts; the title in one line."""
        return ReportFrame(" ".join(self.title.split()), self.note.strip())


def read_frame(run: Path) -> ReportFrame:
    """Return the title and note in a run folder; empty ones where there are none or they cannot be read."""
    with suppress(OSError, ValueError, PartscopeError):
        kept = from_toml((run / FILE).read_text(encoding="utf-8"))
        return ReportFrame(str(kept.get("title", "")), str(kept.get("note", ""))).tidy()
    return ReportFrame()


def write_frame(run: Path, frame: ReportFrame) -> None:
    """Keep a title and a note in a run folder; without either there is no file. Raises OSError."""
    tidy = frame.tidy()
    if tidy == ReportFrame():
        (run / FILE).unlink(missing_ok=True)
    else:
        write_text(run / FILE, to_toml(asdict(tidy)))
