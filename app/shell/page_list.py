"""The pages: names, titles, and how each is made."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.context import Context
from app.shell.translator import tr


def page_titles() -> dict[str, tuple[str, str]]:
    """Return name -> (title, line of explanation) of the pages, in their order."""
    return {
        "images": (tr("Images"), tr("The pictures of the folder, and what its check-up found")),
        "train": (tr("Train"), tr("Teach filters to answer to one part each, or look inside a network of your own")),
        "filters": (tr("Filters"), tr("What each filter sees, and whether it holds a part")),
        "measure": (tr("Measure"), tr("How far to trust it, against a network without parts and plain guessing")),
        "review": (
            tr("Review"),
            tr(
                "The pictures of a run that matter: likely wrong labels, odd ones, and groups in which parts are "
                "missing"
            ),
        ),
        "export": (tr("Export"), tr("Report, figures, tables and files for others")),
        "runs": (tr("Runs"), tr("What earlier trainings and looks have left")),
        "learn": (tr("Learn"), tr("How a network sees, and why one filter finds one part, on your own run")),
    }


def build(name: str, context: Context) -> QWidget:
    """Return a new page. Its module is imported here, so that the window is painted before."""
    match name:
        case "images":
            from app.images.page import ImagesPage

            return ImagesPage(context)
        case "train":
            from app.train.page import TrainPage

            return TrainPage(context)
        case "filters":
            from app.filters.page import FiltersPage

            return FiltersPage(context)
        case "measure":
            from app.measure.page import MeasurePage

            return MeasurePage(context)
        case "review":
            from app.review.page import ReviewPage

            return ReviewPage(context)
        case "export":
            from app.export.page import ExportPage

            return ExportPage(context)
        case "runs":
            from app.runs.page import RunsPage

            return RunsPage(context)
        case _:
            from app.learn.page import LearnPage

            return LearnPage(context)
