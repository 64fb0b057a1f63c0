"""Figure that explains one answer: the answers of the three networks, CAM, and the parts that matter most."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.core.heatmaps import crop
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import chance
from icnn_engine.figures.common import Box, about, faint_top, field_box, fitted, most_probable, overlaid, usual_top
from icnn_engine.figures.sheet import ACCENT, DPI, FAINT, GREY, Sheet, outline, shortened
from icnn_engine.inspection.look import Effects, GroupEffect, Look
from icnn_engine.inspection.verdicts import not_judged
from icnn_engine.runs.run_folder import Run

GROUPS, CROP_PIXELS = 5, 320
HEAD, BIG, BARS, CELL, GAP = 0.6, 2.0, 1.6, 1.32, 0.1  # inches
OWN, CAM = NetworkName.INTERPRETABLE, NetworkName.CAM
SHADES = {"interpretable": ACCENT, "twin": "#7a828c", "CAM": "#b06a1c"}
PART_COLOURS = ("#3ce0ff", "#ffd23c", "#7cf46a", "#ff8ad8", "#ffffff")


def explain_figure(run: Run, look: Look, effects: Effects, path: Path, dpi: int = DPI) -> Path:
    """Draw why the network answers so on one picture: the picture with its parts outlined, CAM, the answers of the
    three networks, and the groups of filters whose absence changes the answer most.

    Parameters
    ----------
    run
        An opened run.
    look
        The picture with its maps and answers, from `look_at` or `Explainer.look`.
    effects
        Change of the answer without each group of filters, from `Explainer.effects`.
    path
        The file to write: .png, .svg or .pdf.
    dpi
        Dots per inch of the pictures on the page.

    Returns
    -------
    Path
        `path`.

    Raises
    ------
    SettingsError
        The suffix is another one.
    """
    small = fitted(look.pixels)
    flat = min(1.0, small.shape[0] / small.shape[1])  # a wide picture needs less height
    firing = [effect for effect in effects.groups if look.maps[list(effect.filters)].max() > 0][:GROUPS]
    below = HEAD + max(BIG * flat, BARS) + 0.34
    height = below + (0.4 + CELL * flat + CELL if firing else 0)
    sheet = Sheet(height, caption=_caption(run, effects, look.asked))
    sheet.title(*_title(run, look))
    cam = overlaid(run, small, look.cam, CAM, 0, faint_top(look.cam, usual_top(run, CAM)))
    panels = (
        (translate("Figures", "the picture and its strongest parts"), small),
        (translate("Figures", "CAM of the same picture"), cam),
    )
    axes = []
    for column, (name, pixels) in enumerate(panels):
        x = 0.1 + column * (BIG + GAP)
        axes.append(sheet.picture(x, HEAD, BIG, BIG * flat, pixels))
        sheet.words(x + BIG / 2, HEAD + BIG * flat + 0.04, name, ha="center", color=GREY)
    _draw_answers(sheet, look, 0.1 + 2 * (BIG + GAP) + 0.1)
    for column, (effect, colour) in enumerate(zip(firing, PART_COLOURS, strict=False)):
        box = _draw_part(sheet, run, look, small, effect, colour, 0.1 + column * (CELL + GAP), below)
        outline(axes[0], box, colour)
    return sheet.save(path, dpi)


def _title(run: Run, look: Look) -> tuple[str, str]:
    """Return the question with its answer, and the picture; of several categories the three most probable ones."""
    if len(run.categories) == 1:
        yes = translate("Figures", "Yes, with probability {probability}.")
        no = translate("Figures", "No, with probability {probability}.")
        answer = (yes if look.answer >= 0.5 else no).format(probability=chance(max(look.answer, 1 - look.answer)))
        head = translate("Figures", "Is this a {asked}? {answer}")
        return head.format(asked=look.asked, answer=answer), look.title
    (category, probability), *others = most_probable(run, look)
    rest = ", ".join(f"{name} {chance(share)}" for name, share in others)
    head = translate("Figures", "Most probable: {category}, with probability {probability}.")
    below = translate("Figures", "Then {rest}. {title}").format(rest=rest, title=look.title)
    return head.format(category=category, probability=chance(probability)), below


def _draw_answers(sheet: Sheet, look: Look, x: float) -> None:
    """Draw the answers of the three networks as bars from 0 to 1."""
    head = translate("Figures", "probability of {asked}").format(asked=shortened(look.asked, 1.2, 7.5))
    sheet.words(x, 0.72, head, weight="bold")
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
    """Return the filter of a group that fires strongest on this picture, relative to its usual strength."""
    return max(effect.filters, key=lambda f: look.maps[f].max() / max(run.filters[f].strength, 1e-6))


def _draw_part(
    sheet: Sheet, run: Run, look: Look, small: np.ndarray, effect: GroupEffect, colour: str, x: float, y: float
) -> Box:
    """Draw a column for one group: its effect, the heatmap and the crop of its strongest filter.

    Return the receptive field of the peak, in pixels of `small`, the picture as it is fitted for paper.
    """
    head = translate("Figures", "part {group}") if effect.group >= 0 else translate("Figures", "hold no part")
    sheet.words(x, y, f"{head.format(group=effect.group + 1)}: {signed(-effect.loss, 3)}", weight="bold")
    filter = run.filters[strongest_filter(run, look, effect)]
    alone, one_of = translate("Figures", "filter {index}"), translate("Figures", "one of {count}: filter {index}")
    which = alone if len(effect.filters) == 1 else one_of
    sheet.words(x, y + 0.15, which.format(count=len(effect.filters), index=filter.index), size=6.3, color=GREY)
    values = look.maps[filter.index]
    box = field_box(run, filter, divmod(int(values.argmax()), run.geometry.cells), small)
    shown = overlaid(run, small, values, OWN, filter.index, faint_top(values, usual_top(run, OWN, filter.index)))
    height = CELL * min(1.0, small.shape[0] / small.shape[1])
    outline(sheet.picture(x, y + 0.32, CELL, height, shown), box, colour)
    scale = look.pixels.shape[1] / small.shape[1]
    left, top, right, bottom = (scale * edge for edge in box)
    sheet.picture(x, y + 0.36 + height, CELL, CELL, crop(look.pixels, (left, top, right, bottom), CROP_PIXELS))
    return box


def signed(value: float, digits: int) -> str:
    """Return '−0.310' or '+0.020'."""
    return f"{value:+.{digits}f}".replace("-", "−")


def _caption(run: Run, effects: Effects, asked: str) -> str:
    added = -sum(effect.loss for effect in effects.groups)
    text = translate(
        "Figures",
        "Each number: how the probability changes when all filters of "
        "that part are silent; above 0: the part counts against {asked}. These changes do not add up: their sum is "
        "{added}, while all filters together change the probability by {together}. Crops: the "
        "effective receptive field of the peak.\n",
    )
    text = text.format(asked=asked, added=signed(added, 2), together=signed(added - effects.unexplained, 2))
    return text + " ".join([*not_judged(run), about(run)])
