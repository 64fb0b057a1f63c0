"""A sheet of paper to lay pictures and words on, in inches from its top left corner, and how it is saved.

matplotlib is imported when the first sheet is made; pyplot and its global state are never used.
"""

from __future__ import annotations

import logging
import threading
import unicodedata
import warnings
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np

from icnn_engine.core.errors import SettingsError
from icnn_engine.core.escaping import visible
from icnn_engine.core.files import atomic_path
from icnn_engine.core.heatmaps import colour
from icnn_engine.core.language import translate

FORMATS = ("png", "svg", "pdf")
DPI = 200
SMALL = 6.5  # points of a caption
BOLD = 1.2  # how much wider bold letters are
WIDTH = 7.2  # inches: a page of two columns
ColumnWidth = Literal["single", "double"]
WIDTHS: dict[ColumnWidth, float] = {"single": 3.5, "double": WIDTH}  # inches
INK, GREY, FAINT, ACCENT = "#1b1f24", "#5c6570", "#d5dae0", "#0a6fa8"
KOREAN_FONTS = (
    "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "AppleGothic", "NanumGothic",
    "NanumBarunGothic", "Source Han Sans KR", "Source Han Sans K", "UnDotum",
    "Noto Sans CJK JP", "Noto Sans CJK SC",  # the same letters; older versions of matplotlib see one name of a file
)  # fmt: skip
NO_KOREAN_FONT = (
    "No Korean font was found, so Korean letters in figures become boxes. Install one, for example Noto Sans CJK KR "
    "(Debian: fonts-noto-cjk)."
)
_log = logging.getLogger(__name__)
_saving = threading.Lock()  # matplotlib's settings are global: one figure is written at a time


@cache
def korean_font() -> str | None:
    """The first Korean font that is installed, or None, which is logged."""
    found = _listed_font()
    if found is None:
        _list_new_fonts()
        found = _listed_font()
    if found is None:
        _log.warning(NO_KOREAN_FONT)
    return found


def _listed_font() -> str | None:
    """The first Korean font in matplotlib's list."""
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in KOREAN_FONTS if name in installed), None)


def _list_new_fonts() -> None:
    """Add to matplotlib's list the fonts that were installed after it was kept: it is made once and never renewed."""
    from matplotlib import font_manager

    known = {Path(font.fname) for font in font_manager.fontManager.ttflist}
    for path in sorted(set(map(Path, font_manager.findSystemFonts())) - known):
        with suppress(Exception):  # whatever one broken font file raises, the others are listed
            font_manager.fontManager.addfont(path)


def fonts() -> list[str]:
    """Families for all text; a letter is taken from the first one that has it."""
    return ["DejaVu Sans", *([name] if (name := korean_font()) else [])]


def style() -> Any:
    """matplotlib's settings for publication: text stays text in SVG, fonts are embedded in PDF."""
    return {
        "font.family": fonts(),
        "svg.fonttype": "none",
        "pdf.fonttype": 42,
        "svg.hashsalt": "partscope",
    }


class Sheet:
    """A white page of `width` x `height` inches; every position is in inches, x to the right, y down."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self.figure = Figure(figsize=(width, height), facecolor="white")

    def axes(self, x: float, y: float, width: float, height: float) -> Any:
        """Empty axes without ticks over a rectangle."""
        place = (x / self.width, 1 - (y + height) / self.height, width / self.width, height / self.height)
        axes = self.figure.add_axes(place, xticks=[], yticks=[])
        for spine in axes.spines.values():
            spine.set(linewidth=0.6, color=FAINT)
        return axes

    def picture(self, x: float, y: float, width: float, height: float, pixels: np.ndarray) -> Any:
        """Pixels (H, W, 3), fitted into the rectangle; the axes' coordinates are edges of pixels, y down."""
        tall, wide = pixels.shape[:2]
        scale = min(width / wide, height / tall)
        own_width, own_height = wide * scale, tall * scale
        left, top = x + (width - own_width) / 2, y + (height - own_height) / 2
        axes = self.axes(left, top, own_width, own_height)
        axes.imshow(pixels, extent=(0, wide, tall, 0), aspect="auto", interpolation="auto")
        axes.set(xlim=(0, wide), ylim=(tall, 0))
        return axes

    def cells(self, x: float, y: float, side: float, values: np.ndarray, top: float) -> Any:
        """A map (n, n) as squares, from 0 (dark) to `top` (bright)."""
        axes = self.axes(x, y, side, side)
        shown = np.clip(np.asarray(values, dtype=np.float32) / max(top, 1e-12), 0, 1)
        axes.imshow(colour(shown), interpolation="nearest", aspect="auto")
        return axes

    def colour_bar(self, x: float, y: float, width: float, top: float, unit: str) -> None:
        """The colours of maps from 0 to `top`, with what the numbers are; it takes 0.42 inches."""
        axes = self.axes(x, y, width, 0.09)
        axes.imshow(colour(np.linspace(0, 1, 256, dtype=np.float32)[None]), aspect="auto")
        for place, align, text in ((0.0, "left", "0"), (0.5, "center", unit), (1.0, "right", f"{top:.3g}")):
            self.words(x + place * width, y + 0.13, text, size=SMALL, ha=align, color=GREY)

    def words(self, x: float, y: float, text: str, size: float = 7.5, **more: Any) -> Any:
        """Text whose top left corner is at (x, y), unless `ha` or `va` say otherwise."""
        look: dict[str, Any] = {"color": INK, "ha": "left", "va": "top", "linespacing": 1.35, "family": fonts()} | more
        return self.figure.text(x / self.width, 1 - y / self.height, text, fontsize=size, **look)

    def title(self, text: str, below: str = "", x: float = 0.1) -> None:
        """A heading and a grey line below it, at the top of the page; it takes 0.52 inches."""
        self.words(x, 0.06, shortened(text, self.width - 2 * x, 11 * BOLD), size=11, weight="bold")
        self.words(x, 0.3, shortened(below, self.width - 2 * x, 7.5), color=GREY)

    def caption(self, text: str, x: float = 0.1) -> None:
        """Small print over the whole width at the foot of the page; it takes `caption_height(text)` inches."""
        y = self.height - caption_height(text, self.width)
        self.words(x, y + 0.06, broken(text, self.width - 2 * x, SMALL), size=SMALL, color=GREY)

    def arrow(self, x: float, y: float) -> None:
        """A small arrow to the right, centred on (x, y)."""
        self.words(x, y, "→", size=11, color=GREY, ha="center", va="center")

    def make_plain(self) -> None:
        """Let every text be drawn letter for letter, however it was made and whatever matplotlib is set to: none is
        mathematics or TeX, and every letter can be written."""
        from matplotlib.text import Text

        for text in self.figure.findobj(Text):
            text.set(text=visible(text.get_text(), lines=True), parse_math=False, usetex=False)

    def save(self, path: Path, dpi: int = DPI) -> Path:
        """Write the sheet at once or not at all, as its suffix says: .png, .svg or .pdf. Returns `path`.

        Raises SettingsError for another suffix.
        """
        import matplotlib as mpl

        kind = checked_format(path)
        empty: dict[str, dict[str, None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None, "ModDate": None}}
        with _saving, mpl.rc_context(style()), warnings.catch_warnings(), atomic_path(path) as part:
            warnings.filterwarnings("ignore", message="Glyph .* missing")
            self.make_plain()
            self.figure.savefig(part, format=kind, dpi=dpi, metadata=empty.get(kind))
        return path


def caption_height(text: str, width: float = WIDTH) -> float:
    """Inches that a caption takes on a page of `width` inches, with room around it."""
    return 0.14 + (1 + broken(text, width - 0.2, SMALL).count("\n")) * SMALL / 72 * 1.6


def checked_format(path: Path) -> str:
    """png, svg or pdf, by the suffix of a path. Raises SettingsError for another one."""
    kind = path.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise SettingsError(
            translate(
                "Errors", "{path}: a figure is written as .png, .svg or .pdf. Give the file one of these ends."
            ).format(path=path.name)
        )
    return kind


def outline(axes: Any, box: tuple[float, float, float, float], shade: str = "#3ce0ff", width: float = 1.1) -> None:
    """A bright rectangle with a dark edge, seen on any picture: (left, top, right, bottom) in the axes' pixels."""
    from matplotlib.patches import Rectangle

    left, top, right, bottom = box
    for line, edge in ((width + 1.0, "#101418"), (width, shade)):
        axes.add_patch(Rectangle((left, top), right - left, bottom - top, fill=False, linewidth=line, edgecolor=edge))


def text_width(text: str, size: float) -> float:
    """About how many inches a line takes: .53 em for a letter of DejaVu Sans, 1 em for a Korean one."""
    ems = sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.53 for letter in text)
    return ems * size / 72


def shortened(text: str, room: float, size: float) -> str:
    """The text as one line, its end replaced by '…' where it needs more than `room` inches."""
    text = visible(text)
    if text_width(text, size) <= room:
        return text
    while text and text_width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def broken(text: str, room: float, size: float) -> str:
    """The text in lines that take at most `room` inches each; a line break in it starts a new line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and text_width(longer, size) > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return "\n".join(lines)
