"""What can be exported of what is open: for each thing its jobs, and for what is drawn a preview."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.core.engine import Engine
from app.core.export_queue import ExportJob
from app.core.system import quote_command
from app.export.bulk_form import BulkChoice
from app.export.export_form import FigureStyle
from app.widgets.measures.measure_lines import as_csv, as_markdown
from icnn_engine.core.annotations import location_of
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.files import distinct_name

if TYPE_CHECKING:
    from icnn_engine.figures import Exported, Wanted
    from icnn_engine.inspection.look import Look
    from icnn_engine.runs.run_folder import Run

DRAWN = ("parts", "comparison", "stages", "positions", "filter", "answer", "heatmap")  # what has a preview
OF_FILTER, OF_PICTURE = ("filter", "stages", "heatmap"), ("stages", "heatmap", "answer")
PREVIEW_DPI = 110
WEIGHTS = ("model.safetensors", "run.toml")  # all that is needed to use the trained network elsewhere


@dataclass(frozen=True, eq=False)
class ExportSource:
    """What exports are made of: the run, the filter and the picture that are chosen, the style."""

    engine: Engine
    run: Run
    filter: int
    look: Look | None
    style: FigureStyle

    def jobs(self, key: str, title: str, place: Path, bulk: BulkChoice) -> tuple[ExportJob, ...]:
        """The jobs that write one thing into a folder."""
        match key:
            case "bulk":
                return (self._bulk(title, place / "bulk", bulk),)
            case "table":
                return tuple(self._table(place / f"table.{end}", title) for end in ("csv", "md", "tex"))
            case "model":
                return (self._job(place / "model", title, self._write_model, ()),)
        path = place / self._name(key)
        return (self._job(path, title, getattr(self, f"_write_{key}"), self._words(key, place, path)),)

    def drawn_of(self, key: str) -> tuple[object, ...]:
        """What a preview depends on: while this is the same, there is nothing to draw anew."""
        filter = self.filter if key in OF_FILTER else None
        look = self.look if key in OF_PICTURE else None
        return key, self.run.identity, tuple(self.run.table.items()), self.style.column, filter, look

    def preview(self, key: str, folder: Path) -> Path:
        """Draw a figure coarsely into a folder, to be looked at; runs on a lane."""
        path = folder / f"{key}.png"
        getattr(self, f"_write_{key}")(path, dpi=PREVIEW_DPI)
        return path

    def _job(self, path: Path, title: str, write: Callable[[Path], None], words: tuple[object, ...]) -> ExportJob:
        name = QCoreApplication.translate("ExportPage", "{title} · {file}").format(title=title, file=path.name)
        return ExportJob(
            path, name, partial(_at_once, path, write), quote_command(("partscope", *words)) if words else ""
        )

    # Names and commands

    def _name(self, key: str) -> str:
        kind = self.style.kind
        match key:
            case "filter":
                return f"filter-{self.filter:03d}.{kind}"
            case "stages":
                return f"stages-filter-{self.filter:03d}.{kind}"
            case "heatmap":
                return f"heatmap-{self._picture()}-filter-{self.filter:03d}.{kind}"
            case "answer":
                return f"explanation-{self._picture()}.{kind}"
            case "report":
                return f"report.{self.style.report}"
        return f"{key}.{kind}"

    def _picture(self) -> str:
        """The picture's name as a part of a file's name; its folder belongs to it where it is one of the run."""
        name = Path(self.look.title if self.look is not None else "picture")
        inside = self.look is not None and self.look.picture is not None
        words = "__".join([*(name.parent.parts if inside else ()), name.stem])
        return distinct_name("".join(c if c.isalnum() or c in "-_.() " else "-" for c in words))

    def _words(self, key: str, place: Path, path: Path) -> tuple[object, ...]:
        """The words of the command that writes the same, without the program's name; none where there is no such."""
        style = ("--format", self.style.kind, "--dpi", self.style.dpi, "--output", place)
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
                return ("report", self.run.path, "--language", self.style.language, "--output", path)
        return ()

    # What is written

    def _write_heatmap(self, path: Path, dpi: int = 0) -> None:
        from icnn_engine.figures import save_heatmap

        assert self.look is not None
        save_heatmap(self.run, self.look, self.filter, path, dpi=dpi or self.style.dpi)

    def _write_answer(self, path: Path, dpi: int = 0) -> None:
        self.engine.wait()
        from icnn_engine.figures import explain_figure
        from icnn_engine.inspection.explainer import Explainer

        assert self.look is not None
        effects = Explainer(self.run).effects(self.look)
        explain_figure(self.run, self.look, effects, path, dpi or self.style.dpi)

    def _write_filter(self, path: Path, dpi: int = 0) -> None:
        from icnn_engine.figures import filter_figure

        filter_figure(self.run, self.filter, path, dpi=dpi or self.style.dpi)

    def _write_stages(self, path: Path, dpi: int = 0) -> None:
        from icnn_engine.figures import stages_figure

        assert self.look is not None
        stages_figure(self.run, self.look, self.filter, path, column=self.style.column, dpi=dpi or self.style.dpi)

    def _write_positions(self, path: Path, dpi: int = 0) -> None:
        from icnn_engine.figures import positions_figure

        positions_figure(self.run, path, column=self.style.column, dpi=dpi or self.style.dpi)

    def _write_parts(self, path: Path, dpi: int = 0) -> None:
        from icnn_engine.figures import parts_figure

        parts_figure(self.run, path, dpi or self.style.dpi)

    def _write_comparison(self, path: Path, dpi: int = 0) -> None:
        from icnn_engine.figures import comparison_figure

        comparison_figure(self.run, path, dpi or self.style.dpi)

    def _write_report(self, path: Path) -> None:
        self.engine.wait()
        from icnn_engine.report import write_report

        write_report(self.run, path, self.style.language)

    def _write_model(self, folder: Path) -> None:
        from icnn_engine.core.files import atomic_path

        for name in WEIGHTS:
            with atomic_path(folder / name) as part:
                shutil.copyfile(self.run.path / name, part)

    def _table(self, path: Path, title: str) -> ExportJob:
        return self._job(path, title, self._write_table, ("export", self.run.path, "--what", "tables", "--output",
                                                          path.parent))  # fmt: skip

    def _write_table(self, path: Path) -> None:
        from icnn_engine.core.files import write_text
        from icnn_engine.figures import table_as_latex
        from icnn_engine.figures.common import guessing

        table, guess = self.run.table, guessing(self.run)
        match path.suffix:
            case ".csv":
                write_text(path, as_csv(table, guess))
            case ".md":
                write_text(path, as_markdown(table, guess))
            case _:
                write_text(path, table_as_latex(self.run))

    # Many files

    def _bulk(self, title: str, folder: Path, choice: BulkChoice) -> ExportJob:
        own = ("--filter", self.filter) if choice.filters == "this" else ("--filters", choice.filters)
        words = ("export", self.run.path, "--what", "bulk", *own, "--side", choice.side or "all", "--kinds",
                 *choice.kinds, "--output", folder)  # fmt: skip
        name = QCoreApplication.translate("ExportPage", "{title} · {file}").format(title=title, file=folder.name)
        return ExportJob(
            folder, name, partial(self._write_bulk, folder, choice), quote_command(("partscope", *words)), _told
        )

    def wanted(self, choice: BulkChoice) -> Wanted:
        """Which filters, pictures and kinds of files a bulk export is about."""
        from icnn_engine.figures import Wanted, chosen_filters_of, chosen_pictures_of

        filters = (self.filter,) if choice.filters == "this" else chosen_filters_of(self.run, choice.filters)
        return Wanted(filters, chosen_pictures_of(self.run, choice.side), choice.kinds)

    def _write_bulk(self, folder: Path, choice: BulkChoice) -> Operation[Exported]:
        from icnn_engine.figures import export_bulk

        return (yield from export_bulk(self.run, self.wanted(choice), folder))


def _at_once(path: Path, write: Callable[[Path], None]) -> Operation[None]:
    yield Progress(path.name, 0, 1)
    write(path)


def _told(exported: Exported) -> str:
    """What a bulk export has done."""
    text = QCoreApplication.translate("ExportPage", "{written} files written, {kept} were there already")
    return text.format(written=f"{exported.written:,}", kept=f"{exported.kept:,}")
