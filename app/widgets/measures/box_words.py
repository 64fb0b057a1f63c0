"""Titles and meanings of the lines of a run's table about marked boxes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return a text about boxes in the user's language."""
    return QCoreApplication.translate("BoxWords", text)


def box_words() -> dict[str, tuple[str, str]]:
    """Return title and meaning of the lines about boxes, by key."""
    interval = tr(
        "With other test pictures, as many as these, the share would lie between these two, in 95 of 100 cases."
    )
    return {
        "box_found": (
            tr("Box found by one filter"),
            tr(
                "The filter that finds the box most often on the val side: in how many test pictures its peak lies on "
                "the box, or at most one cell beside it. The baseline is a cell chosen at random."
            ),
        ),
        "box_found_constant": (
            tr("by one and the same cell"),
            tr("The cell that lies at the box most often on the val side, whatever the picture shows."),
        ),
        "box_found_low": (tr("95 % interval, from"), interval),
        "box_found_high": (tr("95 % interval, to"), interval),
        "box_found_firing": (
            tr("found and fires"),
            tr(
                "The share of test pictures in which the filter finds the box and its peak is above its threshold. The "
                "threshold is the one that separates the pictures of the val side best."
            ),
        ),
        "box_fires_elsewhere": (
            tr("Fires on other pictures"),
            tr("In how many test pictures of something else the same filter fires, by the same threshold."),
        ),
        "box_in_crop": (
            tr("Whole box in its crop"),
            tr(
                "In how many test pictures the crop that the program shows for this filter holds the whole box. The "
                "baseline is the same crop at a random cell."
            ),
        ),
        "box_filter": (tr("number of the filter"), tr("The filter that was chosen, as it is numbered on the wall.")),
    }
