"""The figure of one picture asked about: the three answers, the parts that made ours, CAM and the twin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.core.heatmaps import crop
from icnn_engine.core.language import translate
from icnn_engine.figures.common import about, faint_top, fitted, most_probable, overlaid, usual_top
from icnn_engine.figures.sheet import ACCENT, DPI, FAINT, GREY, Sheet, caption_height, outline, shortened
from icnn_engine.inspection.look import Effects, GroupEffect, Look
from icnn_engine.inspection.verdicts import not_judged
from icnn_engine.runs.run_folder import Run

GROUPS, CROP_PIXELS = 5, 320
HEAD, BIG, BARS, CELL, GAP = 0.6, 2.0, 1.6, 1.32, 0.1  # inches
OWN, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM
SHADES = {"interpretable": ACCENT, "twin": "#7a828c", "CAM": "#b06a1c"}
PART_SHADES = ("#3ce0ff", "#ffd23c", "#7cf46a", "#ff8ad8", "#ffffff")


def explain_figure(run: Run, look: Look, effects: Effects, path: Path, dpi: int = DPI) -> Path:
    """Why the network answers so on one picture: the picture with its parts outlined, CAM, the answers of the three
    networks; then the groups of filters whose absence changes the answer most. Raises SettingsError."""
    small = fitted(look.pixels)
    flat = min(1.0, small.shape[0] / small.shape[1])  # a wide picture needs less height
    shown = [effect for effect in effects.groups if look.maps[list(effect.filters)].max() > 0][:GROUPS]
    told = _explained(run, effects, look.asked)
    below = HEAD + max(BIG * flat, BARS) + 0.34
    sheet = Sheet(below + (0.4 + CELL * flat + CELL if shown else 0) + caption_height(told))
    sheet.title(*_title(run, look))
    picture = sheet.picture(0.1, HEAD, BIG, BIG * flat, small)
    cam = overlaid(run, small, look.cam, CAM, 0, faint_top(look.cam, usual_top(run, CAM)))
    sheet.picture(0.1 + BIG + GAP, HEAD, BIG, BIG * flat, cam)
    for place, name in enumerate(
        (translate("Figures", "the picture and its strongest parts"), translate("Figures", "CAM of the same picture"))
    ):
        x = 0.1 + place * (BIG + GAP) + BIG / 2
        sheet.words(x, HEAD + BIG * flat + 0.04, name, ha="center", color=GREY)
    _bars(sheet, look, 0.1 + 2 * (BIG + GAP) + 0.1)
    for column, effect in enumerate(shown):
        part = _Part(effect, strongest_filter(run, look, effect), PART_SHADES[column])
        _draw_part(sheet, picture, run, look, small, part, 0.1 + column * (CELL + GAP), below)
    sheet.caption(told)
    return sheet.save(path, dpi)


@dataclass(frozen=True, slots=True)
class _Part:
    """One group in the figure: its effect, the filter that stands for it here, the colour of its outline."""

    effect: GroupEffect
    filter: int
    shade: str


def _title(run: Run, look: Look) -> tuple[str, str]:
    """The question with its answer and, below it, the picture; of several categories the three most probable ones."""
    if len(run.categories) == 1:
        return translate("Figures", "Is this a {asked}? {answer}").format(
            asked=look.asked, answer=_answer(look)
        ), look.title
    first, *others = most_probable(run, look)
    rest = ", ".join(f"{name} {share:.0%}" for name, share in others)
    head = translate("Figures", "Most probable: {category}, with probability {probability:.0%}.").format(
        category=first[0], probability=first[1]
    )
    return head, translate("Figures", "Then {rest}. {title}").format(rest=rest, title=look.title)


def _answer(look: Look) -> str:
    yes = translate("Figures", "Yes, with probability {probability:.0%}.")
    no = translate("Figures", "No, with probability {probability:.0%}.")
    return (yes if look.answer >= 0.5 else no).format(probability=max(look.answer, 1 - look.answer))


def _bars(sheet: Sheet, look: Look, x: float) -> None:
    """The three answers as bars from 0 to 1."""
    sheet.words(
        x,
        0.72,
        translate("Figures", "probability of {asked}").format(asked=shortened(look.asked, 1.2, 7.5)),
        weight="bold",
    )
    answers = {"interpretable": look.answer, "twin": look.twin_answer, "CAM": look.cam_answer}
    room = sheet.width - x - 0.2
    for row, (name, value) in enumerate(answers.items()):
        y = 1.0 + row * 0.48
        sheet.words(x, y, name)
        sheet.words(x + room, y, f"{value:.3f}", ha="right", weight="bold")
        axes = sheet.axes(x, y + 0.17, room, 0.11)
        axes.barh([0], [1], height=1, color=FAINT)
        axes.barh([0], [value], height=1, color=SHADES[name])
        axes.set(xlim=(0, 1), ylim=(-0.5, 0.5))
        axes.axvline(0.5, color="white", linewidth=1)


def strongest_filter(run: Run, look: Look, effect: GroupEffect) -> int:
    """The filter of a group that fires strongest on this picture, each measured by its own usual strength."""
    usual = [max(run.filters[f].strength, 1e-6) for f in effect.filters]
    return int(
        effect.filters[int(np.argmax([look.maps[f].max() / u for f, u in zip(effect.filters, usual, strict=True)]))]
    )


def _draw_part(
    sheet: Sheet, picture: Any, run: Run, look: Look, small: np.ndarray, part: _Part, x: float, y: float
) -> None:
    """The group's effect, its filter's heatmap and crop in a column; its outline on the whole picture, too."""
    own, effect = look.maps[part.filter], part.effect
    row, at = divmod(int(own.argmax()), run.geometry.cells)
    (height, width), side = small.shape[:2], run.filters[part.filter].effective_field
    box = run.geometry.box((row, at), side, width, height)
    outline(picture, box, part.shade)
    head = (
        translate("Figures", "part {group}").format(group=effect.group + 1)
        if effect.group >= 0
        else translate("Figures", "hold no part")
    )
    sheet.words(x, y, f"{head}: {change(effect)}", weight="bold")
    alone, one_of = translate("Figures", "filter {index}"), translate("Figures", "one of {count}: filter {index}")
    which = alone if len(effect.filters) == 1 else one_of
    sheet.words(
        x,
        y + 0.15,
        which.format(count=len(effect.filters), index=part.filter),
        size=6.3,
        color=GREY,
    )
    top = faint_top(own, usual_top(run, OWN, part.filter))
    tall = CELL * min(1.0, height / width)
    outline(sheet.picture(x, y + 0.32, CELL, tall, overlaid(run, small, own, OWN, part.filter, top)), box, part.shade)
    scale = look.pixels.shape[1] / width
    left, upper, right, lower = (scale * edge for edge in box)
    sheet.picture(x, y + 0.36 + tall, CELL, CELL, crop(look.pixels, (left, upper, right, lower), CROP_PIXELS))


def change(effect: GroupEffect) -> str:
    """What the answer does without a group, signed: '−0.310'."""
    return f"{-effect.loss:+.3f}".replace("-", "−")


def _explained(run: Run, effects: Effects, asked: str) -> str:
    sum_ = -sum(effect.loss for effect in effects.groups)
    text = translate(
        "Figures",
        "Each number: how the probability changes when all filters of "
        "that part are silent; above 0: the part counts against {asked}. These changes do not add up: their sum is "
        "{added}, while all filters together change the probability by {together}. Crops: the "
        "effective receptive field of the peak.\n",
    )
    added, together = (f"{value:+.2f}".replace("-", "−") for value in (sum_, sum_ - effects.unexplained))
    told = text.format(asked=asked, added=added, together=together)
    return told + " ".join([*not_judged(run), about(run)])
