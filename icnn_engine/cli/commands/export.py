"""`export`: write figures, tables, heatmaps, chosen filters on chosen pictures in bulk, or the network as ONNX."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from icnn_engine import figures
from icnn_engine.cli.output import changed_pictures_noted, check_filters
from icnn_engine.cli.progress import watch
from icnn_engine.core.escaping import visible
from icnn_engine.core.events import NetworkName
from icnn_engine.export.onnx_files import MODEL
from icnn_engine.figures.folder_owner import claim_folder
from icnn_engine.inspection.filter_order import representatives
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.run_folder import Run, open_run, write_text

CLOSEST = 3  # filters that are exported where none holds a part


def run(options: Namespace) -> int:
    """Write what the options ask for; print each file or folder written."""
    opened = open_run(options.run, options.images)
    chosen = () if options.filter is None else (options.filter,)
    check_filters(opened, list(chosen))
    if options.what == "bulk":
        return _export_bulk(opened, chosen, options)
    if options.what == "onnx":
        return _export_onnx(opened, options.output or opened.path / "onnx" / MODEL)
    folder = options.output or opened.path / "figures"
    if options.output:
        claim_folder(opened, NetworkName.INTERPRETABLE, folder, ())
    filters = chosen or representatives(opened.filters) or closest_filters(opened.filters)[:CLOSEST]
    if options.what in ("figures", "all"):
        with changed_pictures_noted(opened):
            _export_figures(opened, filters, folder, options)
    if options.what in ("figures", "tables", "all"):
        _export_tables(opened, folder)
    if options.what in ("heatmaps", "all"):
        _export_heatmaps(opened, filters, folder, options)
    return 0


def _export_figures(run: Run, filters: tuple[int, ...], folder: Path, options: Namespace) -> None:
    kind, dpi = options.format, options.dpi
    if options.filter is None:
        print(figures.parts_figure(run, folder / f"parts.{kind}", dpi), flush=True)
        print(figures.comparison_figure(run, folder / f"comparison.{kind}", dpi), flush=True)
    for filter in filters:
        print(figures.filter_figure(run, filter, folder / f"filter-{filter:03d}.{kind}", dpi=dpi), flush=True)


def _export_tables(run: Run, folder: Path) -> None:
    tables = {
        "table.csv": figures.table_as_csv(run),
        "table.md": figures.table_as_markdown(run),
        "table.tex": figures.table_as_latex(run),
    }
    for name, text in tables.items():
        write_text(folder / name, text)
        print(folder / name)


def _export_heatmaps(run: Run, filters: tuple[int, ...], folder: Path, options: Namespace) -> None:
    for filter in filters:
        own = folder / f"heatmaps-filter-{filter:03d}"
        count = watch(figures.export_heatmaps(run, filter, own, options.format, options.dpi))
        print(f"{own}: {count} heatmaps", flush=True)


def _export_bulk(run: Run, chosen: tuple[int, ...], options: Namespace) -> int:
    folder = options.output or run.path / "export"
    network = NetworkName.TWIN if options.twin else NetworkName.INTERPRETABLE
    filters = chosen or figures.chosen_filters_of(run, options.filters, network)
    pictures = figures.chosen_pictures_of(run, None if options.side == "all" else options.side, options.category)
    wanted = figures.Wanted(filters, pictures, tuple(options.kinds), network)
    done = watch(figures.export_bulk(run, wanted, folder))
    print(f"{folder}: {done.written} files written, {done.kept} were there already", flush=True)
    return 0


def _export_onnx(run: Run, path: Path) -> int:
    from icnn_engine.export.export_onnx import export_onnx
    from icnn_engine.export.words import export_words

    done = watch(export_onnx(run, path))
    print(visible(str(done.model)), *export_words(run, done), sep="\n  ", flush=True)
    if done.example is not None:
        print(visible(str(done.example)))
    return 0
