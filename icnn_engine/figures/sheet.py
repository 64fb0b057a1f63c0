"""A page for a figure: text and pictures are placed in inches from its top left corner.

matplotlib is imported when the first page is made; pyplot and its global state are never used.
"""

from __future__ import annotations

import logging
import threading
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from icnn_engine.core.atomic_files import atomic_path
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.escaping import visible
from icnn_engine.core.heatmaps import colour
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from matplotlib.figure import Figure

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
TRUE_TYPE, TYPE_3 = 42, 3  # kinds of fonts in PDF, as matplotlib numbers them; type 3 fonts are outlines alone
_log = logging.getLogger(__name__)
_saving = threading.Lock()  # matplotlib's settings are global: one figure is written at a time


@cache
def korean_font() -> str | None:
    """Return the first Korean font that is installed; log a warning where there is none."""
    name = _listed_font()
    if name is None:
        _list_new_fonts()
        name = _listed_font()
    if name is None:
        _log.warning(NO_KOREAN_FONT)
    return name


def _listed_font() -> str | None:
    """Return the first Korean font in matplotlib's list."""
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in KOREAN_FONTS if name in installed), None)


def _list_new_fonts() -> None:
    """Add newly installed fonts to matplotlib's list, which matplotlib makes once and never renews."""
    from matplotlib import font_manager

    known = {Path(font.fname) for font in font_manager.fontManager.ttflist}
    for path in sorted(set(map(Path, font_manager.findSystemFonts())) - known):
        with suppress(Exception):  # one broken font file must not keep the others off the list
            font_manager.fontManager.addfont(path)


def fonts() -> list[str]:
    """Return the font families of all text; matplotlib takes each letter from the first one that has it."""
    return ["DejaVu Sans", *([name] if (name := korean_font()) else [])]


@contextmanager
def open_figure_file(path: Path, *figures: Figure) -> Iterator[Path]:
    """Set matplotlib up for publication: text stays text in SVG, fonts are embedded in PDF.

    Yield a temporary file to draw the figures into; it becomes `path` when the block ends without an error.
    """
    import matplotlib as mpl

    kind = TYPE_3 if any(map(_has_korean_outlines, figures)) else TRUE_TYPE
    style: Any = {"font.family": fonts(), "svg.fonttype": "none", "pdf.fonttype": kind, "svg.hashsalt": "partscope"}
    with _saving, mpl.rc_context(style), warnings.catch_warnings(), atomic_path(path) as temporary:
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        yield temporary


def _has_korean_outlines(figure: Figure) -> bool:
    """Return whether a figure needs letters of a font collection with PostScript outlines, as Noto's: matplotlib embeds
    it as TrueType, and some PDF viewers then show no letter of it."""
    from matplotlib.text import Text

    letters = {letter for text in figure.findobj(Text) for letter in text.get_text()}
    return any(_is_wide(letter) for letter in letters) and has_postscript_outlines(korean_font())


@cache
def has_postscript_outlines(name: str | None) -> bool:
    """Return whether a font, the first of its file, is of the kind 'OTTO' (OpenType, "Organization of an OpenType
    Font")."""
    from matplotlib import font_manager

    if name is None:
        return False
    with Path(font_manager.findfont(name)).open("rb") as file:
        if file.read(4) == b"ttcf":  # a collection: a header, and the places of its fonts
            file.seek(12)
            file.seek(int.from_bytes(file.read(4), "big"))
        else:
            file.seek(0)
        return file.read(4) == b"OTTO"


class Sheet:
    """A white page of `width` x `height` inches; every position is in inches, x to the right, y down.

    A `caption` in small print makes the page longer and stands at its foot.
    """

    def __init__(self, height: float, width: float = WIDTH, caption: str = "") -> None:
        from matplotlib.figure import Figure

        self._caption = broken(caption, width - 0.2, SMALL)
        self._caption_top = height + 0.06
        lines = 1 + self._caption.count("\n")
        self.width = width
        self.height = height + (0.14 + lines * SMALL / 72 * 1.6 if caption else 0)
        self.figure = Figure(figsize=(width, self.height), facecolor="white")

    def axes(self, x: float, y: float, width: float, height: float) -> Any:
        """Add empty axes without ticks over a rectangle."""
        rectangle = (x / self.width, 1 - (y + height) / self.height, width / self.width, height / self.height)
        axes = self.figure.add_axes(rectangle, xticks=[], yticks=[])
        axes.spines[:].set(linewidth=0.6, color=FAINT)
        return axes

    def picture(self, x: float, y: float, width: float, height: float, pixels: np.ndarray) -> Any:
        """Fit pixels (H, W, 3) into a rectangle; the coordinates of the axes are edges of pixels, y down."""
        tall, wide = pixels.shape[:2]
        scale = min(width / wide, height / tall)
        own_width, own_height = wide * scale, tall * scale
        left, top = x + (width - own_width) / 2, y + (height - own_height) / 2
        axes = self.axes(left, top, own_width, own_height)
        axes.imshow(pixels, extent=(0, wide, tall, 0), aspect="auto", interpolation="auto")
        axes.set(xlim=(0, wide), ylim=(tall, 0))
        return axes

    def cells(self, x: float, y: float, side: float, values: np.ndarray, top: float) -> Any:
        """Draw a map (n, n) as squares, from 0 (dark) to `top` (bright)."""
        axes = self.axes(x, y, side, side)
        shown = np.clip(np.asarray(values, dtype=np.float32) / max(top, 1e-12), 0, 1)
        axes.imshow(colour(shown), interpolation="nearest", aspect="auto")
        return axes

    def colour_bar(self, x: float, y: float, width: float, top: float, unit: str) -> None:
        """Draw the colours of maps from 0 to `top`, labelled with their unit; it takes 0.42 inches."""
        self.axes(x, y, width, 0.09).imshow(colour(np.linspace(0, 1, 256, dtype=np.float32)[None]), aspect="auto")
        for share, align, text in ((0.0, "left", "0"), (0.5, "center", unit), (1.0, "right", f"{top:.3g}")):
            self.words(x + share * width, y + 0.13, text, size=SMALL, ha=align, color=GREY)

    def words(self, x: float, y: float, text: str, size: float = 7.5, **more: Any) -> Any:
        """Write text with its top left corner at (x, y), unless `ha` or `va` say otherwise."""
        look: dict[str, Any] = {"color": INK, "ha": "left", "va": "top", "linespacing": 1.35, "family": fonts()} | more
        return self.figure.text(x / self.width, 1 - y / self.height, text, fontsize=size, **look)

    def title(self, text: str, below: str = "") -> None:
        """Write a heading and a grey line below it at the top of the page; they take 0.52 inches."""
        self.words(0.1, 0.06, shortened(text, self.width - 0.2, 11 * BOLD), size=11, weight="bold")
        self.words(0.1, 0.3, shortened(below, self.width - 0.2, 7.5), color=GREY)

    def arrow(self, x: float, y: float) -> None:
        """Draw a small arrow to the right, centred on (x, y)."""
        self.words(x, y, "→", size=11, color=GREY, ha="center", va="center")

    def make_plain(self) -> None:
        """Draw every text letter for letter: none is mathematics or TeX, whatever matplotlib is set to, and control
        letters become visible."""
        from matplotlib.text import Text

        for text in self.figure.findobj(Text):
            text.set(text=visible(text.get_text(), lines=True), parse_math=False, usetex=False)

    def save(self, path: Path, dpi: int = DPI) -> Path:
        """Write the page at once or not at all, as .png, .svg or .pdf by its suffix. Return `path`.

        Raise SettingsError for another suffix.
        """
        kind = checked_format(path)
        empty: dict[str, dict[str, None]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None, "ModDate": None}}
        if self._caption:
            self.words(0.1, self._caption_top, self._caption, size=SMALL, color=GREY)
        self.make_plain()
        with open_figure_file(path, self.figure) as temporary:
            self.figure.savefig(temporary, format=kind, dpi=dpi, metadata=empty.get(kind))
        return path


def checked_format(path: Path) -> str:
    """Return png, svg or pdf, by the suffix of a path. Raise SettingsError for another one."""
    kind = path.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise SettingsError(
            translate(
                "Errors", "{path}: a figure is written as .png, .svg or .pdf. Give the file one of these ends."
            ).format(path=path.name)
        )
    return kind


def outline(axes: Any, box: tuple[float, float, float, float], shade: str = "#3ce0ff", width: float = 1.1) -> None:
    """Draw a bright rectangle with a dark edge, visible on any picture: (left, top, right, bottom) in pixels."""
    from matplotlib.patches import Rectangle

    left, top, right, bottom = box
    for line, edge in ((width + 1.0, "#101418"), (width, shade)):
        axes.add_patch(Rectangle((left, top), right - left, bottom - top, fill=False, linewidth=line, edgecolor=edge))


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def text_width(text: str, size: float) -> float:
    """Estimate the width of a line in inches: .53 em for a letter of DejaVu Sans, 1 em for a Korean one."""
    return sum(1.0 if _is_wide(letter) else 0.53 for letter in text) * size / 72


def shortened(text: str, room: float, size: float) -> str:
    """Return the text as one line, its end replaced by '…' where it needs more than `room` inches."""
    text = visible(text)
    if text_width(text, size) <= room:
        return text
    while text and text_width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def broken(text: str, room: float, size: float) -> str:
    """Break the text into lines of at most `room` inches each; line breaks of the text stay."""
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
