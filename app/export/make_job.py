"""Jobs of the Export page: their titles in the list, their commands, what is said at their end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.core.export_queue import ExportJob
from app.core.system import quote_command
from icnn_engine.core.events import Operation, Progress

if TYPE_CHECKING:
    from icnn_engine.figures import Exported


def make_job(
    path: Path,
    title: str,
    make: Callable[[], Operation[Any]],
    command: tuple[object, ...] = (),
    describe: Callable[[Any], str] | None = None,
) -> ExportJob:
    """Return the job that writes a file or a folder; `command`: the arguments of the command that writes the same."""
    name = QCoreApplication.translate("ExportPage", "{title} · {file}").format(title=title, file=path.name)
    return ExportJob(path, name, make, quote_command(("partscope", *command)) if command else "", describe)


def at_once(path: Path, write: Callable[[Path], None]) -> Operation[None]:
    """Write a file in one step."""
    yield Progress(path.name, 0, 1)
    write(path)


def exported_words(exported: Exported) -> str:
    """Say how many files an export wrote."""
    text = QCoreApplication.translate("ExportPage", "{written} files written, {kept} were there already")
    return text.format(written=f"{exported.written:,}", kept=f"{exported.kept:,}")
