"""`export`: write figures, tables, heatmaps, annotations, many files in bulk, or the network as ONNX."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Literal

from icnn_engine import figures
from icnn_engine.cli.arguments import ANNOTATION_FORMATS, FIGURE_FORMATS
from icnn_engine.cli.output import changed_pictures_noted
from icnn_engine.cli.progress import watch
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.escaping import visible
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.export.onnx_files import MODEL
from icnn_engine.figures.annotations import export_annotations
from icnn_engine.figures.folder_owner import claim_folder
from icnn_engine.inspection.best_pictures import From
from icnn_engine.inspection.filter_order import check_filters, representatives
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.run_folder import Run, open_run, write_text

CLOSEST = 3  # filters that are exported where none holds a part


def run(options: Namespace) -> int:
    """Write what the options ask for; print each file or folder written."""
    _check_formats(options)
    opened = open_run(options.run, options.images)
    chosen = () if options.filter is None else (options.filter,)
    check_filters(opened, list(chosen))
    if options.what == "annotations":
        return _export_annotations(opened, options)
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
    kind, dpi = _figure_format(options), options.dpi
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
        **figures.forbidden_tables(run),
    }
    for name, text in tables.items():
        write_text(folder / name, text)
        print(folder / name)


def _export_heatmaps(run: Run, filters: tuple[int, ...], folder: Path, options: Namespace) -> None:
    for filter in filters:
        own = folder / f"heatmaps-filter-{filter:03d}"
        count = watch(figures.export_heatmaps(run, filter, own, _figure_format(options), options.dpi))
        print(f"{own}: {count} heatmaps", flush=True)


def _export_bulk(run: Run, chosen: tuple[int, ...], options: Namespace) -> int:
    folder = options.output or run.path / "export"
    network = NetworkName.TWIN if options.twin else NetworkName.INTERPRETABLE
    filters = chosen or figures.chosen_filters_of(run, options.filters, network)
    wanted = figures.Wanted(filters, _pictures(run, options, "held-out"), tuple(options.kinds), network)
    done = watch(figures.export_bulk(run, wanted, folder))
    print(f"{folder}: {done.written} files written, {done.kept} were there already", flush=True)
    return 0


def _export_annotations(run: Run, options: Namespace) -> int:
    folder = options.output or run.path / "annotations"
    formats = tuple(dict.fromkeys(options.format or ANNOTATION_FORMATS))
    done = watch(export_annotations(run, _pictures(run, options, "all"), formats, folder))
    print(f"{folder}: {done.written} files written, {done.kept} were there already", flush=True)
    return 0


def _pictures(run: Run, options: Namespace, usual: From | Literal["all"]) -> tuple[int, ...]:
    """Return the pictures of the chosen side and category; the `usual` side if none is chosen."""
    side: From | Literal["all"] = options.side or usual
    return figures.chosen_pictures_of(run, None if side == "all" else side, options.category)


def _figure_format(options: Namespace) -> str:
    return str(options.format[0]) if options.format else FIGURE_FORMATS[0]


def _check_formats(options: Namespace) -> None:
    """Raise SettingsError if --format does not fit --what."""
    given = options.format or ()
    if options.what == "annotations":
        if wrong := [name for name in given if name not in ANNOTATION_FORMATS]:
            text = translate("Errors", "Annotations cannot be written as {wrong}. Choose some of: {formats}.")
            raise SettingsError(text.format(wrong=wrong[0], formats=" ".join(ANNOTATION_FORMATS)))
    elif len(given) > 1 or not set(given) <= set(FIGURE_FORMATS):
        text = translate(
            "Errors",
            "Figures have one of these formats: {formats}. The formats {others} need --what annotations.",
        )
        raise SettingsError(text.format(formats=" ".join(FIGURE_FORMATS), others=" ".join(ANNOTATION_FORMATS)))


def _export_onnx(run: Run, path: Path) -> int:
    from icnn_engine.export.export_onnx import export_onnx
    from icnn_engine.export.words import export_words

    done = watch(export_onnx(run, path))
    print(visible(str(done.model)), *export_words(run, done), sep="\n  ", flush=True)
    if done.example is not None:
        print(visible(str(done.example)))
    return 0
