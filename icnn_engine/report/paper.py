"""A report as pages of A4: the same words and pictures as the HTML page, laid out by matplotlib, text as text."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan
from pathlib import Path

from icnn_engine.core.escaping import visible
from icnn_engine.figures.sheet import ACCENT, FAINT, GREY, Sheet, broken, open_figure_file, shortened
from icnn_engine.report.facts import Mistake, ReportFacts
from icnn_engine.report.parts import Part
from icnn_engine.report.wording import tr
from icnn_engine.report.words import Bar, ReportText, report_text

WIDTH, HEIGHT, EDGE = 8.27, 11.69, 0.4  # inches of A4, and of its margins
ROOM = WIDTH - 2 * EDGE
LINE = 1.48  # distance of lines, in letters' heights
BODY, FINE, HEADING, TITLE = 8.0, 6.6, 10.5, 16.0  # points
ROW, NAME, PART, CROP, GAP = 3, 0.18, 0.78, 0.37, 0.08  # parts a row; inches: name, picture's height, crop, between
COLUMN = (ROOM - (ROW - 1) * 2 * GAP) / ROW  # inches that a part takes
BAR_NAME, BAR_TOLD = 1.35, 1.75  # inches on either side of a bar
SHADES = (ACCENT, "#7a828c", "#b4bbc4")  # of the bars: this network, the ordinary one, guessing


def report_pdf(facts: ReportFacts, path: Path) -> Path:
    """Write the report as a PDF, at once or not at all, in the language that is spoken here. Fonts are embedded."""
    from matplotlib.backends.backend_pdf import PdfPages

    told = report_text(facts)
    pages = _laid_out(facts, told)
    about = {"Title": visible(told.title), "Creator": "Partscope", "CreationDate": None, "ModDate": None}
    with open_figure_file(path) as temporary, PdfPages(temporary, metadata=about) as file:
        for sheet in pages:
            sheet.make_plain()
            file.savefig(sheet.figure, dpi=200)
    return path


class _Paper:
    """Pages that are filled from top to bottom; what does not fit begins another page."""

    def __init__(self) -> None:
        self.sheets = [Sheet(HEIGHT, WIDTH)]
        self.y = EDGE

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def need(self, height: float) -> None:
        """Make sure that so many inches are left on the page."""
        if self.y + height > HEIGHT - EDGE:
            self.sheets.append(Sheet(HEIGHT, WIDTH))
            self.y = EDGE

    def text(self, text: str, size: float = BODY, indent: float = 0.0, after: float = 0.05, **look: object) -> None:
        """A paragraph over the width of the page."""
        lines = broken(text, ROOM - indent, size)
        height = _height(lines, size)
        self.need(height)
        self.sheet.words(EDGE + indent, self.y, lines, size=size, **look)
        self.y += height + after

    def heading(self, text: str, below: float) -> None:
        """A heading that stays together with `below` inches of what follows."""
        self.y += 0.08
        self.need(HEADING / 72 * LINE + below)
        self.text(text, HEADING, after=0.02, weight="bold", color=ACCENT)

    def bullets(self, texts: Iterable[str], size: float = BODY) -> None:
        """Paragraphs behind dots."""
        for text in texts:
            self.need(_height(broken(text, ROOM - 0.15, size), size))
            self.sheet.words(EDGE + 0.03, self.y, "•", size=size)
            self.text(text, size, indent=0.15, after=0.02)


def _height(lines: str, size: float) -> float:
    return (1 + lines.count("\n")) * size / 72 * LINE


def _laid_out(facts: ReportFacts, told: ReportText) -> list[Sheet]:
    paper = _Paper()
    paper.text(told.title, TITLE, after=0.0, weight="bold")
    paper.text(told.below, after=0.06, color=GREY)
    paper.bullets(told.short, 9.0)
    paper.heading(told.trained_heading, 0.3)
    paper.text(told.trained)
    paper.heading(told.parts_heading, 0.4 + PART)
    paper.text(told.parts_intro)
    _parts(paper, facts.parts, told.parts)
    paper.heading(told.right_heading, 0.8)
    paper.text(told.right)
    for bar, shade in zip(told.bars, SHADES, strict=False):
        _bar(paper, bar, shade)
    paper.heading(told.wrong_heading, 0.3 + (1.2 if told.mistakes else 0))
    paper.text(told.wrong)
    _mistakes(paper, facts.mistakes[: len(told.mistakes)], told.mistakes)
    paper.heading(told.limits_heading, 0.3)
    paper.bullets(told.limits)
    paper.y += 0.05
    paper.text(told.repeat, FINE, color=GREY)
    return paper.sheets


def _parts(paper: _Paper, parts: tuple[Part, ...], told: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    """Three parts a row: the name, the whole picture with four crops beside it, below them what is known."""
    for start in range(0, len(parts), ROW):
        row = [(part, name, broken(" ".join(texts), COLUMN, FINE)) for part, (name, texts) in
               zip(parts[start : start + ROW], told[start : start + ROW], strict=True)]  # fmt: skip
        height = NAME + PART + 0.05 + max(_height(texts, FINE) for _part, _name, texts in row)
        paper.need(height)
        for place, (part, name, texts) in enumerate(row):
            left, top = EDGE + place * (COLUMN + 2 * GAP), paper.y + NAME
            paper.sheet.words(left, paper.y, shortened(name, COLUMN, BODY), size=BODY, weight="bold")
            paper.sheet.picture(left, top, COLUMN - 2 * CROP - GAP, PART, part.whole)
            for number, crop in enumerate(part.crops[:4]):
                down, right = divmod(number, 2)
                x = left + COLUMN - (2 - right) * (CROP + 0.04) + 0.04
                paper.sheet.picture(x, top + down * (CROP + 0.04), CROP, CROP, crop)
            paper.sheet.words(left, top + PART + 0.05, texts, size=FINE)
        paper.y += height + 0.05


def _bar(paper: _Paper, bar: Bar, shade: str) -> None:
    """A value from 0 to 1 as a bar, its interval as a dark line in it."""
    paper.need(0.17)
    room, sheet = ROOM - BAR_NAME - BAR_TOLD, paper.sheet
    sheet.words(EDGE, paper.y + 0.02, bar.name)
    axes = sheet.axes(EDGE + BAR_NAME, paper.y + 0.03, room, 0.11)
    axes.set(xlim=(0, 1), ylim=(0, 1), facecolor=FAINT)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.barh(0.5, bar.value, height=1.0, color=shade)
    if not isnan(bar.low):
        axes.plot([bar.low, bar.high], [0.5, 0.5], color="#1b1f24", linewidth=1.6, solid_capstyle="butt")
    sheet.words(WIDTH - EDGE, paper.y + 0.02, bar.told, ha="right")
    paper.y += 0.17


def _mistakes(paper: _Paper, mistakes: tuple[Mistake, ...], captions: tuple[str, ...]) -> None:
    """A row of pictures that were answered wrong, each with what was said."""
    if not mistakes:
        return
    side = (ROOM - 5 * GAP) / 6
    lines = [broken(caption, side, 6.5) for caption in captions]
    height = side * 0.68 + 0.05 + max(_height(text, 6.5) for text in lines)
    paper.need(height)
    for place, (one, text) in enumerate(zip(mistakes, lines, strict=True)):
        left = EDGE + place * (side + GAP)
        if one.pixels is None:
            gone = broken(tr("The picture is gone."), side, 6.5)
            paper.sheet.words(left, paper.y, gone, size=6.5, color=GREY)
        else:
            paper.sheet.picture(left, paper.y, side, side * 0.68, one.pixels)
        paper.sheet.words(left, paper.y + side * 0.68 + 0.05, text, size=6.5)
    paper.y += height + 0.05
