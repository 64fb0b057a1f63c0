"""The chapters in their order: their titles, how many steps they usually have, and how their steps are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.learn.chapters import activation, cam, convolution, cost, history, mirror, pixels, shrinking, template, twin
from app.learn.drawing.items import Step
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.lecture.subject import Subject
    from icnn_engine.runs.run_folder import Run

MAKERS: dict[str, Callable[[Any, Run, Subject], tuple[Step, ...]]] = {
    "pixels": pixels.steps,
    "convolution": convolution.steps,
    "activation": activation.steps,
    "shrinking": shrinking.steps,
    "cam": cam.steps,
    "twin": twin.steps,
    "template": template.steps,
    "history": history.steps,
    "mirror": mirror.steps,
    "cost": cost.steps,
}
# Steps of a chapter as long as it is not computed: only the whole number on the page depends on it.
USUAL = {
    "pixels": 4,
    "convolution": 6,
    "activation": 2,
    "shrinking": 3,
    "cam": 3,
    "twin": 2,
    "template": 7,
    "history": 3,
    "mirror": 3,
    "cost": 4,
}


def chapter_titles() -> dict[str, str]:
    """Return the titles of the chapters."""
    return {
        "pixels": translate("Lecture", "A picture is numbers"),
        "convolution": translate("Lecture", "One filter slides"),
        "activation": translate("Lecture", "Only what answers stays"),
        "shrinking": translate("Lecture", "Maps shrink, cells see more"),
        "cam": translate("Lecture", "Where the answer comes from"),
        "twin": translate("Lecture", "Why it is hard to name"),
        "template": translate("Lecture", "One filter, one part"),
        "history": translate("Lecture", "Before and after"),
        "mirror": translate("Lecture", "Does it hold in the mirror?"),
        "cost": translate("Lecture", "What it costs"),
    }
