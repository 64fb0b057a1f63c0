"""Sentences that a file of annotations says about itself: a machine made it, and how."""

from __future__ import annotations

from icnn_engine.core.language import translate
from icnn_engine.core.number_words import decimal
from icnn_engine.figures.annotations.guesses import Guesses
from icnn_engine.inspection.clear_peaks import FAINT
from icnn_engine.runs.run_folder import Run

MACHINE = "machine-made"  # flag in files of programs, never translated


def machine_words(run: Run) -> str:
    """Return a sentence for files: who made the annotations, and that they are no truth. In English whatever the
    language is, so that the same export has the same files."""
    return f"Machine-made by Partscope, run {run.name}: guesses of filters for a person to correct, never ground truth"


def readme(guesses: Guesses) -> str:
    """Return the text of the file that explains an export of annotations."""
    run = guesses.run
    text = translate(
        "Figures",
        """Positions of parts, machine-made by Partscope, run {run}: guesses of filters, to be corrected by a person.
They are never ground truth.

A point is the middle of the cell where the part's filter peaks, in pixels of the upright photograph (x to the right, y
down, from the top left corner). Cells are 1/{cells} of the region that the network read apart: no point is finer.
Confidence: the peak divided by the peak that only one held-out picture in ten exceeds, at most 1. It tells how strongly
the filter fires, not how right the point is. A part is visible if that is {faint} or more. Elsewhere its point is left
out; formats that need one have 0 0 0, "not labelled".
Box of an object: the region that the network read, with a margin around the object; else the whole photograph.

coco.json: keypoints of COCO; score is the mean confidence of the parts, keypoint_scores has each.
yolo/: data.yaml, lists of pictures, labels/ with a file a picture. Put the pictures into yolo/images/. The format has
  no place for a confidence.
labelme/: a file a picture, which names the picture by a relative path; a point's description has its confidence.
cvat.xml: CVAT for images 1.1. cvat-labels.json: the labels, to be pasted into a new task (Raw).
landmarks.csv: for Partscope. machine_confidence is emptied when a point is corrected there. Of several objects in a
  photograph the one with the highest score. Never measure the run by its own guesses.

Files that are there already are never overwritten: you may have corrected them.

Parts:
{parts}
""",
    )
    parts = (f"{run.categories[part.category]}: {part.name}, filter {part.filter}" for part in guesses.parts)
    cells = round(run.geometry.input_size / run.geometry.stride)
    return text.format(run=run.name, cells=cells, faint=decimal(FAINT), parts="\n".join(parts))
