"""Report as a PDF on A4: the words and pictures of the HTML page, laid out by matplotlib; text stays text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isnan
from pathlib import Path

from icnn_engine.audit.novelty import Abstention
from icnn_engine.core.escaping import visible
from icnn_engine.figures.coverage import BELOW, draw_coverage
from icnn_engine.figures.coverage import EDGE as LABELS
from icnn_engine.figures.sheet import ACCENT, FAINT, GREY, Sheet, broken, open_figure_file, shortened
from icnn_engine.report.facts import Mistake, ReportFacts
from icnn_engine.report.frame import ReportFrame
from icnn_engine.report.parts import Part
from icnn_engine.report.wording import tr
from icnn_engine.report.words import Bar, ReportText, report_text

WIDTH, HEIGHT, EDGE = 8.27, 11.69, 0.4  # inches of A4, and of its margins
ROOM = WIDTH - 2 * EDGE
LINE = 1.42  # distance of lines in heights of a letter
BODY, FINE, HEADING, TITLE = 8.0, 6.6, 10.5, 16.0  # points
ROW, NAME, PART, CROP, GAP = 3, 0.18, 0.78, 0.37, 0.08  # parts a row; inches: name, picture's height, crop, between
COLUMN = (ROOM - (ROW - 1) * 2 * GAP) / ROW  # inches that a part takes
BAR_NAME, BAR_WORDS = 1.35, 1.75  # inches on either side of a bar
CURVES, CURVES_WIDE = 0.8, 3.2  # inches
NO_FRAME = ReportFrame()
COLUMNS = (0.16, 0.28, 0.1, 0.23, 0.23)  # shares of the page that the columns of the table of slices take
BOTH = (0.43, 0.2, 0.2, 0.17)  # of the table of both answers
COLOURS = (ACCENT, "#7a828c", "#b4bbc4")  # of the bars: this network, the ordinary one, guessing


def write_pdf(facts: ReportFacts, path: Path, frame: ReportFrame) -> Path:
    """Write the report as a PDF in the current language, at once or not at all, with its fonts. Return `path`."""
    from matplotlib.backends.backend_pdf import PdfPages

    text = report_text(facts)
    sheets = lay_out(facts, text, frame)
    about = {"Title": visible(frame.title or text.title), "Creator": "Partscope", "CreationDate": None, "ModDate": None}
    for sheet in sheets:
        sheet.make_plain()
    figures = [sheet.figure for sheet in sheets]
    with open_figure_file(path, *figures) as temporary, PdfPages(temporary, metadata=about) as file:
        for sheet in sheets:
            file.savefig(sheet.figure, dpi=200)
    return path


def draw_pages(facts: ReportFacts, folder: Path, frame: ReportFrame, dpi: int) -> tuple[Path, ...]:
    """Draw the pages of the PDF as pictures, page-1.png and so on, in the current language. Return their paths."""
    sheets = lay_out(facts, report_text(facts), frame)
    return tuple(sheet.save(folder / f"page-{number}.png", dpi) for number, sheet in enumerate(sheets, 1))


class _Paper:
    """Pages that are filled from top to bottom; a block that does not fit starts another page."""

    def __init__(self) -> None:
        self.sheets = [Sheet(HEIGHT, WIDTH)]
        self.y = EDGE

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def need(self, height: float) -> None:
        """Start another page unless so many inches are left on this one."""
        if self.y + height > HEIGHT - EDGE:
            self.sheets.append(Sheet(HEIGHT, WIDTH))
            self.y = EDGE

    def text(self, text: str, size: float = BODY, indent: float = 0.0, after: float = 0.05, **look: object) -> None:
        """Write a paragraph over the width of the page."""
        lines = broken(text, ROOM - indent, size)
        self.need(_height(lines, size))
        self.sheet.words(EDGE + indent, self.y, lines, size=size, **look)
        self.y += _height(lines, size) + after

    def heading(self, text: str, below: float) -> None:
        """Write a heading on the same page as the next `below` inches."""
        self.y += 0.08
        self.need(HEADING / 72 * LINE + below)
        self.text(text, HEADING, after=0.02, weight="bold", color=ACCENT)

    def bullets(self, texts: Iterable[str], size: float = BODY) -> None:
        """Write a bullet list."""
        for text in texts:
            self.need(_height(broken(text, ROOM - 0.15, size), size))
            self.sheet.words(EDGE + 0.03, self.y, "•", size=size)
            self.text(text, size, indent=0.15, after=0.02)


def _height(lines: str, size: float) -> float:
    return (1 + lines.count("\n")) * size / 72 * LINE


def lay_out(facts: ReportFacts, text: ReportText, frame: ReportFrame = NO_FRAME) -> list[Sheet]:
    """Lay out the report on as many pages as it needs."""
    paper = _Paper()
    paper.text(frame.title or text.title, TITLE, after=0.0, weight="bold")
    paper.text(text.below, after=0.06, color=GREY)
    for paragraph in frame.note.splitlines():
        paper.text(paragraph, 9.0, after=0.02)
    paper.bullets(text.short, 9.0)
    paper.heading(text.trained_heading, 0.3)
    paper.text(text.trained)
    paper.heading(text.parts_heading, 0.4 + PART)
    paper.text(text.parts_intro)
    for start in range(0, len(facts.parts), ROW):
        _draw_parts(paper, facts.parts[start : start + ROW], text.parts[start : start + ROW])
    paper.heading(text.right_heading, 0.8)
    paper.text(text.right)
    for bar, colour in zip(text.bars, COLOURS, strict=False):
        _draw_bar(paper, bar, colour)
    paper.heading(text.wrong_heading, 0.3 + (1.2 if text.mistakes else 0))
    paper.text(text.wrong)
    if text.mistakes:
        _draw_mistakes(paper, facts.mistakes, text.mistakes)
    if facts.abstention is not None:
        _draw_abstention(paper, facts.abstention, text.abstention)
    if text.slices:
        paper.heading(text.slices_heading, 0.4)
        _draw_table(paper, text.slices, COLUMNS)
    if text.forbidden.rows:
        paper.heading(text.forbidden.heading, 0.6)
        paper.text(" ".join(text.forbidden.lines))
        _draw_table(paper, text.forbidden.rows, BOTH)
    paper.heading(text.limits_heading, 0.3)
    paper.bullets(text.limits)
    paper.y += 0.05
    paper.text(text.repeat, FINE, color=GREY)
    return paper.sheets


def _draw_parts(paper: _Paper, parts: Sequence[Part], texts: Sequence[tuple[str, tuple[str, ...]]]) -> None:
    """Draw a row of parts: the name, the whole picture with four crops beside it, the sentences below them."""
    lines = [broken(" ".join(sentences), COLUMN, FINE) for _name, sentences in texts]
    height = NAME + PART + 0.05 + max(_height(text, FINE) for text in lines)
    paper.need(height)
    for column, (part, (name, _sentences), text) in enumerate(zip(parts, texts, lines, strict=True)):
        left, top = EDGE + column * (COLUMN + 2 * GAP), paper.y + NAME
        paper.sheet.words(left, paper.y, shortened(name, COLUMN, BODY), size=BODY, weight="bold")
        paper.sheet.picture(left, top, COLUMN - 2 * CROP - GAP, PART, part.whole)
        for number, crop in enumerate(part.crops[:4]):
            down, right = divmod(number, 2)
            x = left + COLUMN - (2 - right) * (CROP + 0.04) + 0.04
            paper.sheet.picture(x, top + down * (CROP + 0.04), CROP, CROP, crop)
        paper.sheet.words(left, top + PART + 0.05, text, size=FINE)
    paper.y += height + 0.05


def _draw_bar(paper: _Paper, bar: Bar, colour: str) -> None:
    """Draw a value from 0 to 1 as a bar, its interval as a dark line on it."""
    paper.need(0.17)
    paper.sheet.words(EDGE, paper.y + 0.02, bar.name)
    axes = paper.sheet.axes(EDGE + BAR_NAME, paper.y + 0.03, ROOM - BAR_NAME - BAR_WORDS, 0.11)
    axes.set(xlim=(0, 1), ylim=(0, 1), facecolor=FAINT)
    axes.spines[:].set_visible(False)
    axes.barh(0.5, bar.value, height=1.0, color=colour)
    if not isnan(bar.low):
        axes.plot([bar.low, bar.high], [0.5, 0.5], color="#1b1f24", linewidth=1.6, solid_capstyle="butt")
    paper.sheet.words(WIDTH - EDGE, paper.y + 0.02, bar.words, ha="right")
    paper.y += 0.17


def _draw_abstention(paper: _Paper, found: Abstention, words: str) -> None:
    """Write what is gained by not answering on unlike pictures, and draw the curves beside it."""
    left = EDGE + LABELS + CURVES_WIDE + 2 * GAP
    lines = broken(words, WIDTH - EDGE - left, BODY)
    height = max(CURVES + BELOW, _height(lines, BODY))
    paper.need(height)
    draw_coverage(paper.sheet, found, EDGE + LABELS, paper.y, CURVES_WIDE, CURVES)
    paper.sheet.words(left, paper.y, lines, size=BODY)
    paper.y += height


def _draw_table(paper: _Paper, rows: Sequence[Sequence[str]], columns: Sequence[float]) -> None:
    """Draw a table, its heading in bold, its cells broken to the widths of their columns."""
    for number, row in enumerate(rows):
        cells = [broken(cell, share * ROOM - GAP, FINE) for cell, share in zip(row, columns, strict=True)]
        height = max(_height(cell, FINE) for cell in cells)
        paper.need(height)
        left = EDGE
        for cell, share in zip(cells, columns, strict=True):
            paper.sheet.words(left, paper.y, cell, size=FINE, weight="normal" if number else "bold")
            left += share * ROOM
        paper.y += height + 0.02


def _draw_mistakes(paper: _Paper, mistakes: Sequence[Mistake], captions: Sequence[str]) -> None:
    """Draw a row of pictures with a wrong answer, a caption below each."""
    side = (ROOM - 5 * GAP) / 6
    lines = [broken(caption, side, 6.5) for caption in captions]
    height = side * 0.68 + 0.05 + max(_height(text, 6.5) for text in lines)
    paper.need(height)
    for column, (mistake, text) in enumerate(zip(mistakes, lines, strict=False)):
        left = EDGE + column * (side + GAP)
        if mistake.pixels is None:
            paper.sheet.words(left, paper.y, broken(tr("The picture is gone."), side, 6.5), size=6.5, color=GREY)
        else:
            paper.sheet.picture(left, paper.y, side, side * 0.68, mistake.pixels)
        paper.sheet.words(left, paper.y + side * 0.68 + 0.05, text, size=6.5)
    paper.y += height + 0.05
