"""Exports of the open run: the jobs that write each of them, and previews of figures."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from app.core.engine import Engine
from app.core.export_queue import ExportJob
from app.export.annotation_export import AnnotationExport
from app.export.annotation_form import AnnotationChoice
from app.export.bulk_export import BulkExport
from app.export.bulk_form import BulkChoice
from app.export.export_form import FigureStyle
from app.export.make_job import at_once, make_job
from app.widgets.measures.measure_lines import as_csv, as_markdown
from icnn_engine.core.annotations import location_of
from icnn_engine.core.atomic_files import distinct_name
from icnn_engine.core.events import Operation
from icnn_engine.core.language import current
from icnn_engine.export.onnx_files import MODEL, missing_packages
from icnn_engine.report.frame import ReportFrame

if TYPE_CHECKING:
    from icnn_engine.inspection.look import Look
    from icnn_engine.runs.run_folder import Run

DRAWN = (
    "report",
    "parts",
    "comparison",
    "stages",
    "positions",
    "filter",
    "answer",
    "heatmap",
)  # exports with a preview
OF_FILTER, OF_PICTURE = ("filter", "stages", "heatmap"), ("stages", "heatmap", "answer")
PREVIEW_DPI, PAGE_DPI = 110, 150
TABLES = ("table.csv", "table.md", "table.tex")
WEIGHTS = ("model.safetensors", "run.toml")  # all that is needed to use the trained network elsewhere
NO_FRAME = ReportFrame()
ManyChoice = BulkChoice | AnnotationChoice


def missing_exports(run: Run | None) -> dict[str, str]:
    """Return why exports of a run cannot be written whatever is chosen, by their keys."""
    if run is not None and run.own_network:
        translate = QCoreApplication.translate
        return {"onnx": translate("ExportPage", "For networks trained here: export yours from where it was made.")}
    return {"onnx": missing} if (missing := missing_packages()) else {}


@dataclass(frozen=True, eq=False)
class ExportSource:
    """The run, the filter and the picture that are chosen, the style of figures, title and note of the report."""

    engine: Engine
    run: Run
    filter: int
    look: Look | None
    style: FigureStyle
    frame: ReportFrame = NO_FRAME

    def jobs(self, key: str, title: str, folder: Path, choice: ManyChoice | None = None) -> tuple[ExportJob, ...]:
        """Return the jobs that write one export into a folder. `choice`: of an export of many files."""
        if choice is not None:
            many = self.many(choice)
            return (many.job(title, folder),) if many.count()[1] else ()
        match key:
            case "table":
                command = ("export", self.run.path, "--what", "tables", "--output", folder)
                paths = (folder / name for name in TABLES)
                return tuple(
                    make_job(path, title, partial(at_once, path, self._write_table), command) for path in paths
                )
            case "model":
                path = folder / "model"
                return (make_job(path, title, partial(at_once, path, self._write_model)),)
            case "onnx":
                path = folder / "onnx" / MODEL
                command = ("export", self.run.path, "--what", "onnx", "--output", path)
                return (make_job(path, title, partial(self._write_onnx, path), command, " ".join),)
        path = folder / self._file_name(key)
        write = self._write_report if key == "report" else partial(self._draw, key, self.style.dpi)
        return (make_job(path, title, partial(at_once, path, write), self._command(key, folder, path)),)

    def inputs_of(self, key: str) -> tuple[object, ...]:
        """Return the inputs of a preview: while they stay the same, there is nothing to draw again."""
        filter = self.filter if key in OF_FILTER else None
        look = self.look if key in OF_PICTURE else None
        own = (self.language, self.frame) if key == "report" else (self.style.column,)
        return key, self.run.identity, tuple(self.run.table.items()), filter, look, *own

    def preview(self, key: str, folder: Path) -> tuple[Path, ...]:
        """Draw a figure, or the pages of the report, coarsely into a folder; runs on a lane."""
        if key == "report":
            return self._draw_report(folder)
        self._draw(key, PREVIEW_DPI, folder / f"{key}.png")
        return (folder / f"{key}.png",)

    @property
    def language(self) -> str:
        """The language of the report: the window's, unless the user chose another."""
        return self.style.language or current()

    def _file_name(self, key: str) -> str:
        kind = self.style.kind
        names = {
            "filter": f"filter-{self.filter:03d}.{kind}",
            "stages": f"stages-filter-{self.filter:03d}.{kind}",
            "heatmap": f"heatmap-{self._picture_name()}-filter-{self.filter:03d}.{kind}",
            "answer": f"explanation-{self._picture_name()}.{kind}",
            "report": f"report.{self.style.report}",
        }
        return names.get(key, f"{key}.{kind}")

    def _picture_name(self) -> str:
        """Return the picture's name as a part of a file name, with its folder if the picture belongs to the run."""
        name = Path(self.look.title if self.look is not None else "picture")
        inside = self.look is not None and self.look.picture is not None
        text = "__".join([*(name.parent.parts if inside else ()), name.stem])
        return distinct_name("".join(c if c.isalnum() or c in "-_.() " else "-" for c in text))

    def _command(self, key: str, folder: Path, path: Path) -> tuple[object, ...]:
        """Return the arguments of the command that writes the same; nothing if there is no such command."""
        style = ("--format", self.style.kind, "--dpi", self.style.dpi, "--output", folder)
        match key:
            case "parts" | "comparison" | "positions":
                column = ("--column", self.style.column) if key == "positions" else ()
                return ("figures", self.run.path, "--kind", key, *column, *style)
            case "filter":
                return ("figures", self.run.path, "--kind", key, "--filter", self.filter, *style)
            case "stages" if self.look is not None and self.look.picture is not None:
                own = ("--filter", self.filter, "--picture", self.look.title, "--column", self.style.column)
                return ("figures", self.run.path, "--kind", key, *own, *style)
            case "answer" if self.look is not None and self.look.picture is not None:
                where = location_of(self.run.pictures[self.look.picture].where(self.run.images))
                return ("explain", self.run.path, where, *style) if isinstance(where, Path) else ()
            case "report":
                words = (("--title", self.frame.title), ("--note", self.frame.note))
                told = tuple(part for option in words if option[1] for part in option)
                return ("report", self.run.path, "--language", self.language, *told, "--output", path)
        return ()

    def _draw(self, key: str, dpi: int, path: Path) -> None:
        from icnn_engine import figures

        run, look, column = self.run, cast("Look", self.look), self.style.column
        draw: dict[str, Callable[..., Path]] = {
            "parts": partial(figures.parts_figure, run),
            "comparison": partial(figures.comparison_figure, run),
            "positions": partial(figures.positions_figure, run, column=column),
            "filter": partial(figures.filter_figure, run, self.filter),
            "stages": partial(figures.stages_figure, run, look, self.filter, column=column),
            "heatmap": partial(figures.save_heatmap, run, look, self.filter),
            "answer": partial(self._explain, look),
        }
        draw[key](path=path, dpi=dpi)

    def _explain(self, look: Look, path: Path, dpi: int) -> Path:
        self.engine.wait()
        from icnn_engine.figures import explain_figure
        from icnn_engine.inspection.explainers import explainer_of
        from icnn_engine.inspection.part_shares import part_shares

        return explain_figure(self.run, look, part_shares(explainer_of(self.run), look), path, dpi)

    def _write_report(self, path: Path) -> None:
        self.engine.wait()
        from icnn_engine.report import write_report

        write_report(self.run, path, self.language, self.frame)

    def _draw_report(self, folder: Path) -> tuple[Path, ...]:
        self.engine.wait()
        from icnn_engine.report import draw_report

        return draw_report(self.run, folder, self.language, self.frame, PAGE_DPI)

    def _write_model(self, folder: Path) -> None:
        from icnn_engine.core.atomic_files import atomic_path

        for name in WEIGHTS:
            with atomic_path(folder / name) as part:
                shutil.copyfile(self.run.path / name, part)

    def _write_onnx(self, path: Path) -> Operation[tuple[str, ...]]:
        """Write the network as ONNX; return what there is to say about it."""
        self.engine.wait()
        from icnn_engine.export.export_onnx import export_onnx
        from icnn_engine.export.words import export_words

        return export_words(self.run, (yield from export_onnx(self.run, path)))

    def _write_table(self, path: Path) -> None:
        from icnn_engine.core.atomic_files import write_text
        from icnn_engine.figures import table_as_latex
        from icnn_engine.inspection.run_verdict import guessing

        table, guess = self.run.table, guessing(self.run)
        match path.suffix:
            case ".csv":
                write_text(path, as_csv(table, guess, self.run))
            case ".md":
                write_text(path, as_markdown(table, guess, self.run))
            case _:
                write_text(path, table_as_latex(self.run))

    def many(self, choice: ManyChoice) -> BulkExport | AnnotationExport:
        """Return an export of many files."""
        if isinstance(choice, BulkChoice):
            return BulkExport(self.run, self.filter, choice)
        return AnnotationExport(self.run, choice)

    def file_count(self, key: str, choice: ManyChoice | None = None) -> int:
        """Return how many files one export writes."""
        if choice is not None:
            return self.many(choice).count()[1]
        return {"table": len(TABLES), "model": len(WEIGHTS), "onnx": 2}.get(key, 1)
