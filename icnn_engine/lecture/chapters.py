"""The chapters of the lecture by name, in their order, each computed from one run, one picture and one filter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from icnn_engine.lecture.before_after import before_after
from icnn_engine.lecture.cam_sum import cam_sum
from icnn_engine.lecture.cost import cost
from icnn_engine.lecture.first_layer import first_layer
from icnn_engine.lecture.mirror import mirror_lesson
from icnn_engine.lecture.networks import LectureNetworks
from icnn_engine.lecture.pixels import pixel_lesson
from icnn_engine.lecture.shrinking import shrinking
from icnn_engine.lecture.subject import Subject
from icnn_engine.lecture.template import template_lesson
from icnn_engine.lecture.twin_crops import twin_crops

CHAPTERS: dict[str, Callable[[LectureNetworks, Subject], Any]] = {
    "pixels": lambda networks, subject: pixel_lesson(networks.run, subject),
    "convolution": first_layer,
    "activation": first_layer,
    "shrinking": shrinking,
    "cam": cam_sum,
    "twin": lambda networks, subject: twin_crops(networks.run, subject),
    "template": template_lesson,
    "history": lambda networks, subject: before_after(networks.run, subject),
    "mirror": mirror_lesson,
    "cost": lambda networks, _subject: cost(networks.run),
}
