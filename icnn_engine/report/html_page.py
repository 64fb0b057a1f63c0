"""Report as one HTML file that needs nothing else: pictures inside, no script, nothing to load; prints well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from math import isnan
from pathlib import Path
from string import Template

import numpy as np

from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.language import current
from icnn_engine.figures.coverage import coverage_pixels
from icnn_engine.report.facts import Mistake, ReportFacts
from icnn_engine.report.frame import ReportFrame
from icnn_engine.report.html_image import image_tag
from icnn_engine.report.parts import Part
from icnn_engine.report.wording import tr
from icnn_engine.report.words import Bar, report_text

KINDS = ("own", "other", "guess")  # CSS classes of the bars
PAGE = Template("""<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>$title</title>
<style>
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 28px; max-width: 840px; background: #fff; color: #1b1f24; line-height: 1.4;
  font: 13px/1.4 "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "Segoe UI", system-ui, sans-serif;
  overflow-wrap: anywhere; word-break: keep-all; }
h1 { font-size: 23px; line-height: 1.2; margin: 0; }
h2 { font-size: 15px; margin: 18px 0 4px; color: #0a5f90; }
h3 { font-size: 13px; margin: 0; }
p, ul { margin: 0 0 6px; }
ul { padding-left: 18px; }
.grey { color: #5c6570; }
.short { margin: 10px 0 0; padding: 9px 14px 9px 30px; background: #eef5fa; border-left: 4px solid #0a6fa8;
  font-size: 14px; }
.note { margin: 8px 0 0; white-space: pre-line; font-size: 14px; }
.parts { display: grid; grid-template-columns: 1fr 1fr; gap: 8px 18px; }
.part { display: grid; grid-template-columns: 124px 1fr; gap: 0 9px; break-inside: avoid; }
.part .whole { width: 124px; height: 96px; object-fit: contain; background: #f3f5f7; }
.part .crops { display: flex; gap: 3px; }
.part .crops img { width: 54px; height: 54px; }
.part .told { font-size: 12px; margin: 3px 0 0; }
.bars { width: 100%; border-collapse: collapse; }
.bars th { text-align: left; font-weight: normal; width: 150px; padding: 2px 0; }
.bars td.value { width: 210px; text-align: right; }
.bar { position: relative; height: 12px; background: #e3e7ec; }
.bar b { position: absolute; left: 0; top: 0; bottom: 0; background: #0a6fa8; }
.bar i { position: absolute; top: 4px; bottom: 4px; background: #1b1f24; }
tr.other .bar b { background: #7a828c; }
tr.guess .bar b { background: #b4bbc4; }
.slices { border-collapse: collapse; width: 100%; }
.slices th { text-align: left; }
.slices th, .slices td { padding: 2px 8px 2px 0; border-bottom: 1px solid #d5dae0; vertical-align: top; }
.mistakes { display: grid; grid-template-columns: repeat(6, 1fr); gap: 8px; }
figure { margin: 0; break-inside: avoid; }
figure img, figure .gone { width: 100%; height: 88px; object-fit: contain; background: #f3f5f7; }
figcaption { font-size: 11px; line-height: 1.3; }
.coverage { width: 440px; max-width: 100%; display: block; }
.small { font-size: 11px; margin-top: 12px; border-top: 1px solid #d5dae0; padding-top: 5px; }
@media (max-width: 640px) { .parts { grid-template-columns: 1fr; }
  .mistakes { grid-template-columns: repeat(3, 1fr); } }
@page { size: A4; margin: 11mm; }
@media print { body { padding: 0; max-width: none; font-size: 11px; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; } h1 { font-size: 19px; } h2 { font-size: 13px; margin-top: 10px;
  break-after: avoid; } .short { font-size: 12px; } .part .told { font-size: 10px; } figcaption { font-size: 9px; }
  .parts { gap: 5px 14px; } figure img { height: 74px; } }
</style>
</head>
<body>
<h1>$title</h1>
<p class="grey">$below</p>
$note
$short
<h2>$trained_heading</h2>
<p>$trained</p>
<h2>$parts_heading</h2>
<p>$parts_intro</p>
<div class="parts">
$parts
</div>
<h2>$right_heading</h2>
<p>$right</p>
<table class="bars">
$bars
</table>
<h2>$wrong_heading</h2>
<p>$wrong</p>
<div class="mistakes">
$mistakes
</div>
$abstention
$slices
$forbidden
<h2>$limits_heading</h2>
$limits
<p class="small grey">$repeat</p>
</body>
</html>
""")


def write_html(facts: ReportFacts, path: Path, frame: ReportFrame) -> Path:
    """Write the report as one HTML page in the current language. Return `path`."""
    text = report_text(facts)
    text = replace(text, title=frame.title or text.title)
    escaped = {name: escape(value) for name, value in vars(text).items() if isinstance(value, str)}
    parts = (_part(part, *texts) for part, texts in zip(facts.parts, text.parts, strict=True))
    mistakes = (_mistake(mistake, caption) for mistake, caption in zip(facts.mistakes, text.mistakes, strict=False))
    page = PAGE.substitute(
        escaped,
        language=escape(current()),
        short=_list(text.short, "short"),
        note=f'<p class="note">{escape(frame.note)}</p>' if frame.note else "",
        parts="\n".join(parts),
        bars="\n".join(_bar(bar, kind) for bar, kind in zip(text.bars, KINDS, strict=False)),
        mistakes="\n".join(mistakes),
        abstention=_abstention(facts, text.abstention),
        slices=_table(text.slices_heading, (), text.slices),
        forbidden=_table(text.forbidden.heading, text.forbidden.lines, text.forbidden.rows),
        limits=_list(text.limits),
    )
    write_text(path, page)
    return path


def _abstention(facts: ReportFacts, words: str) -> str:
    if facts.abstention is None:
        return ""
    told = tr("Curves: share of right answers against the share of pictures that are answered")
    return f"<p>{escape(words)}</p>\n{_image(coverage_pixels(facts.abstention), told, 'coverage')}"


def _list(texts: Iterable[str], kind: str = "") -> str:
    rows = "\n".join(f"<li>{escape(text)}</li>" for text in texts)
    return f'<ul class="{kind}">\n{rows}\n</ul>' if kind else f"<ul>\n{rows}\n</ul>"


def _part(part: Part, name: str, sentences: tuple[str, ...]) -> str:
    whole = tr("A picture with {part} lit up").format(part=name)
    crops = "".join(
        _image(pixels, tr("{part}, find {number}").format(part=name, number=number))
        for number, pixels in enumerate(part.crops, 1)
    )
    return (
        f'<section class="part">{_image(part.whole, whole, "whole")}<div><h3>{escape(name)}</h3>'
        f'<div class="crops">{crops}</div><p class="told">{escape(" ".join(sentences))}</p></div></section>'
    )


def _bar(bar: Bar, kind: str) -> str:
    spread = ""
    if not isnan(bar.low):
        spread = f'<i style="left:{100 * bar.low:.1f}%;width:{100 * (bar.high - bar.low):.1f}%"></i>'
    return (
        f'<tr class="{kind}"><th scope="row">{escape(bar.name)}</th><td><div class="bar">'
        f'<b style="width:{100 * bar.value:.1f}%"></b>{spread}</div></td>'
        f'<td class="value">{escape(bar.words)}</td></tr>'
    )


def _table(heading: str, sentences: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a section with a table, its heading the first row; nothing where there are no rows."""
    if not rows:
        return ""
    tags = ("th", *["td"] * (len(rows) - 1))
    cells = ("".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) for tag, row in zip(tags, rows, strict=True))
    body = "\n".join(f"<tr>{row}</tr>" for row in cells)
    told = f"<p>{escape(' '.join(sentences))}</p>\n" if sentences else ""
    return f'<h2>{escape(heading)}</h2>\n{told}<table class="slices">\n{body}\n</table>'


def _mistake(mistake: Mistake, caption: str) -> str:
    if mistake.pixels is None:
        gone = tr("The picture is gone.")
        picture = f'<p class="gone grey">{escape(gone)}</p>'
    else:
        picture = _image(mistake.pixels, tr("The picture {name}").format(name=mistake.name))
    return f"<figure>{picture}<figcaption>{escape(caption)}</figcaption></figure>"


def _image(pixels: np.ndarray, words: str, kind: str = "") -> str:
    return image_tag(pixels, words, f'class="{kind}"' if kind else "")
