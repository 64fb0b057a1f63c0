"""Figure that explains one answer: the answers of the three networks, CAM, and the parts that matter most."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from icnn_engine.audit.novelty import novelty_of
from icnn_engine.audit.novelty_words import unlike_words
from icnn_engine.core.events import NetworkName
from icnn_engine.core.heatmaps import crop
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import chance, chance_of, signed
from icnn_engine.figures.common import (
    Box,
    about,
    faint_top,
    field_box,
    fitted,
    frame_region,
    most_probable,
    overlaid,
    region_box,
    region_words,
    usual_top,
)
from icnn_engine.figures.sheet import ACCENT, DPI, FAINT, GREY, Sheet, outline, shortened
from icnn_engine.inspection.answer_words import answer_words, whole_words
from icnn_engine.inspection.look import AnswerShares, Look, PartShare
from icnn_engine.inspection.verdicts import not_judged
from icnn_engine.runs.network_words import network_title
from icnn_engine.runs.run_folder import Run

GROUPS, CROP_PIXELS = 5, 320
HEAD, BIG, BARS, CELL, GAP = 0.6, 2.0, 1.6, 1.32, 0.1  # inches
OWN, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM
SHADES = {OWN: ACCENT, TWIN: "#7a828c", CAM: "#b06a1c"}
PART_COLOURS = ("#3ce0ff", "#ffd23c", "#7cf46a", "#ff8ad8", "#ffffff")


def explain_figure(run: Run, look: Look, shares: AnswerShares, path: Path, dpi: int = DPI) -> Path:
    """Draw why the network answers so on one picture: the picture with its parts outlined, CAM, the answers of the
    three networks, and the parts that speak most strongly for or against the answer.

    Parameters
    ----------
    run
        An opened run.
    look
        The picture with its maps and answers, from `look_at` or `Explainer.look`.
    shares
        What each part adds to the answer, from `part_shares`.
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
    firing = [part for part in shares.parts if look.maps[list(part.filters)].max() > 0]
    strongest = sorted(firing, key=lambda part: -abs(part.adds))[:GROUPS]
    below = HEAD + max(BIG * flat, BARS) + 0.34
    height = below + (0.4 + CELL * flat + CELL if strongest else 0)
    sheet = Sheet(height, caption=_caption(run, look, shares))
    sheet.title(*_title(run, look))
    cam = overlaid(run, small, look.cam, CAM, 0, faint_top(look.cam, usual_top(run, CAM)), look.geometry)
    cam_title = translate("Figures", "CAM of the same picture")
    if run.own_network:
        cam_title = translate("Figures", "Grad-CAM of the same picture")
    panels = (
        (translate("Figures", "the picture and its strongest parts"), small),
        (cam_title, cam),
    )
    axes = []
    for column, (name, pixels) in enumerate(panels):
        x = 0.1 + column * (BIG + GAP)
        axes.append(sheet.picture(x, HEAD, BIG, BIG * flat, pixels))
        sheet.words(x + BIG / 2, HEAD + BIG * flat + 0.04, name, ha="center", color=GREY)
    _draw_answers(sheet, run, look, 0.1 + 2 * (BIG + GAP) + 0.1)
    frame_region(axes[0], region_box(look.geometry.region, small))
    for column, (part, colour) in enumerate(zip(strongest, PART_COLOURS, strict=False)):
        box = _draw_part(sheet, run, look, small, part, colour, 0.1 + column * (CELL + GAP), below)
        outline(axes[0], box, colour)
    return sheet.save(path, dpi)


def _title(run: Run, look: Look) -> tuple[str, str]:
    """Return the answer in a sentence, and the picture; of several categories the next probable ones as well."""
    below = look.title
    if len(run.categories) > 1:
        rest = ", ".join(f"{name} {chance(share)}" for name, share in most_probable(run, look)[1:])
        below = translate("Figures", "Then {rest}. {title}").format(rest=rest, title=look.title)
    return answer_words(run, look.answers), " ".join(filter(None, (unlike_words(novelty_of(run, look)), below)))


def _draw_answers(sheet: Sheet, run: Run, look: Look, x: float) -> None:
    """Draw the answers of the networks as bars from 0 to 1; Grad-CAM has no answer of its own."""
    head = translate("Figures", "probability of {asked}").format(asked=shortened(look.asked, 1.2, 7.5))
    sheet.words(x, 0.72, head, weight="bold")
    answers = {OWN: look.answer, TWIN: look.twin_answer}
    if not run.own_network:
        answers[CAM] = look.cam_answer
    room = sheet.width - x - 0.2
    for row, (network, value) in enumerate(answers.items()):
        y = 1.0 + row * 0.48
        sheet.words(x, y, network_title(run, network))
        sheet.words(x + room, y, chance(value), ha="right", weight="bold")
        axes = sheet.axes(x, y + 0.17, room, 0.11)
        axes.barh([0], [1], height=1, color=FAINT)
        axes.barh([0], [value], height=1, color=SHADES[network])
        axes.set(xlim=(0, 1), ylim=(-0.5, 0.5))
        axes.axvline(0.5, color="white", linewidth=1)


def strongest_filter(run: Run, look: Look, part: PartShare) -> int:
    """Return the filter of a part that fires strongest on this picture, relative to its usual strength."""
    return max(part.filters, key=lambda f: look.maps[f].max() / max(run.filters[f].strength, 1e-6))


def _draw_part(
    sheet: Sheet, run: Run, look: Look, small: np.ndarray, part: PartShare, colour: str, x: float, y: float
) -> Box:
    """Draw a column for one part: its share, the heatmap and the crop of its strongest filter.

    Return the receptive field of the peak, in pixels of `small`, the picture as it is fitted for paper.
    """
    head = translate("Figures", "part {group}") if part.group >= 0 else translate("Figures", "no part")
    sheet.words(x, y, f"{head.format(group=part.group + 1)}: {signed(part.adds)}", weight="bold")
    filter = run.filters[strongest_filter(run, look, part)]
    alone, one_of = translate("Figures", "filter {index}"), translate("Figures", "one of {count}: filter {index}")
    which = alone if len(part.filters) == 1 else one_of
    sheet.words(x, y + 0.15, which.format(count=len(part.filters), index=filter.index), size=6.3, color=GREY)
    values = look.maps[filter.index]
    box = field_box(look.geometry, filter, divmod(int(values.argmax()), run.geometry.cells), small)
    top = faint_top(values, usual_top(run, OWN, filter.index))
    shown = overlaid(run, small, values, OWN, filter.index, top, look.geometry)
    height = CELL * min(1.0, small.shape[0] / small.shape[1])
    outline(sheet.picture(x, y + 0.32, CELL, height, shown), box, colour)
    scale = look.pixels.shape[1] / small.shape[1]
    left, upper, right, lower = (scale * edge for edge in box)
    sheet.picture(x, y + 0.36 + height, CELL, CELL, crop(look.pixels, (left, upper, right, lower), CROP_PIXELS))
    return box


def _caption(run: Run, look: Look, shares: AnswerShares) -> str:
    """Return how the numbers of the parts make up the answer, and what the run is."""
    if shares.is_sum:
        text = translate(
            "Figures",
            "The answer is a sum: {rest} before any part speaks, {parts} from the parts and {loose} from filters "
            "without a part make {sum}, which stands for {asked} {chance}. A number above 0 speaks for {asked}, one "
            "below 0 against it.",
        )
    else:
        text = translate(
            "Figures",
            "Each number: how far the answer falls without that part. The answer is {sum}, which stands for {asked} "
            "{chance}; the parts explain {parts} of it, filters without a part {loose}, all else {rest}. A number "
            "above 0 speaks for {asked}, one below 0 against it.",
        )
    crops = translate("Figures", "Crops: the effective receptive field of the peak.")
    numbers = {"rest": shares.rest, "parts": shares.of_parts, "loose": shares.of_no_part, "sum": shares.log_odds}
    words = {name: signed(value) for name, value in numbers.items()}
    text = text.format(asked=look.asked, chance=chance_of(shares.log_odds), **words)
    read = [region_words(look.geometry.region), whole_words(run, look)]
    return f"{text} {crops}\n" + " ".join(filter(None, [*read, *not_judged(run), about(run)]))
