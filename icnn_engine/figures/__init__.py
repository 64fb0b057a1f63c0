"""Figures and tables of a run for a paper or a person: PNG, SVG or PDF by the file's suffix. No Qt, no torch."""

from icnn_engine.figures.alike_sheet import alike_sheet
from icnn_engine.figures.answer import explain_figure
from icnn_engine.figures.bulk import (
    Exported,
    Wanted,
    chosen_filters_of,
    chosen_pictures_of,
    export_bulk,
    peaks_as_csv,
)
from icnn_engine.figures.by_kind import FIGURE_KINDS, FigureKind, draw_figure, figure_name
from icnn_engine.figures.comparison import comparison_figure
from icnn_engine.figures.coverage import coverage_figure, coverage_pixels
from icnn_engine.figures.experiment import experiment_figure
from icnn_engine.figures.forbidden import forbidden_figure, forbidden_tables
from icnn_engine.figures.heatmap_files import export_heatmaps, heatmap_name, save_heatmap
from icnn_engine.figures.one_filter import filter_figure
from icnn_engine.figures.parts import parts_figure
from icnn_engine.figures.positions import positions_figure, twins_of
from icnn_engine.figures.sheet import FORMATS, NO_KOREAN_FONT, WIDTHS, ColumnWidth, korean_font
from icnn_engine.figures.stages import stages_figure
from icnn_engine.figures.suspects import suspects_figure
from icnn_engine.figures.tables import Row, table_as_csv, table_as_latex, table_as_markdown, table_as_text, table_rows

__all__ = [
    "FIGURE_KINDS",
    "FORMATS",
    "NO_KOREAN_FONT",
    "WIDTHS",
    "ColumnWidth",
    "Exported",
    "FigureKind",
    "Row",
    "Wanted",
    "alike_sheet",
    "chosen_filters_of",
    "chosen_pictures_of",
    "comparison_figure",
    "coverage_figure",
    "coverage_pixels",
    "draw_figure",
    "experiment_figure",
    "explain_figure",
    "export_bulk",
    "export_heatmaps",
    "figure_name",
    "filter_figure",
    "forbidden_figure",
    "forbidden_tables",
    "heatmap_name",
    "korean_font",
    "parts_figure",
    "peaks_as_csv",
    "positions_figure",
    "save_heatmap",
    "stages_figure",
    "suspects_figure",
    "table_as_csv",
    "table_as_latex",
    "table_as_markdown",
    "table_as_text",
    "table_rows",
    "twins_of",
]
