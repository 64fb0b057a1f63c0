"""What `train`, `demo` and `measure` end with: the main figures of a run, its table and the verdict on it."""

from __future__ import annotations

from icnn_engine import figures
from icnn_engine.cli.progress import ProgressPrinter
from icnn_engine.core.escaping import visible
from icnn_engine.inspection.verdict_lines import verdict_lines
from icnn_engine.runs.run_folder import Run


def write_main_figures(run: Run) -> None:
    """Draw the parts, and the comparison with the twin and CAM, into the run folder."""
    ProgressPrinter().line("Drawing figures")
    figures.parts_figure(run, run.path / "figures" / "parts.png")
    figures.comparison_figure(run, run.path / "figures" / "comparison.png")


def print_table(run: Run) -> None:
    """Print the table of a run, its folder, and last the verdict."""
    print(figures.table_as_text(run))
    if run.table.get("instability") is None:
        print("Location instability needs landmarks: partscope measure RUN --landmarks CSV")
    print(f"Run folder: {run.path}\nFigures:    {run.path / 'figures'}\n")
    for line in verdict_lines(run):
        print(visible(line))
