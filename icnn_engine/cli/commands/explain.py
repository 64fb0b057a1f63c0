"""`explain`: the answer about any picture and the parts behind it, as a figure or as one JSON object."""

from __future__ import annotations

import sys
import unicodedata
from argparse import Namespace
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any

from icnn_engine import figures
from icnn_engine.cli.output import print_json
from icnn_engine.core.atomic_files import distinct_name
from icnn_engine.core.errors import PictureError
from icnn_engine.core.escaping import visible
from icnn_engine.core.events import NetworkName
from icnn_engine.core.number_words import chance, chance_of, signed
from icnn_engine.data import read_picture
from icnn_engine.inspection.answer_words import answer_words
from icnn_engine.inspection.best_pictures import crop_box, firing_threshold, peak_point
from icnn_engine.inspection.explainers import AnyExplainer, explainer_of
from icnn_engine.inspection.look import AnswerShares, Look
from icnn_engine.inspection.part_shares import part_shares
from icnn_engine.inspection.verdicts import not_judged
from icnn_engine.runs.network_words import is_own, network_in_sentence
from icnn_engine.runs.run_folder import Run, open_run

MOST_GROUPS = 6  # whose share is printed


def run(options: Namespace) -> int:
    """Explain pictures. One that cannot be read is named on stderr and does not stop the others."""
    opened = open_run(options.run, options.images)
    explainer = explainer_of(opened)
    if options.json:
        looks = list(_looks(explainer, options.pictures))
        objects = [picture_object(explainer, look, path) for path, look in looks]
        print_json({"run": opened.name, "category": opened.category, "pictures": objects})
        return int(len(objects) < len(options.pictures))
    folder, names = options.output or opened.path / "figures", list[str]()
    for path, look in _looks(explainer, options.pictures):
        names.append(_free_name(distinct_name(f"explain-{path.stem}"), names))
        _draw(explainer, look, path, folder / f"{names[-1]}.{options.format}", options.dpi)
    return int(len(names) < len(options.pictures))


def _looks(explainer: AnyExplainer, pictures: list[Path]) -> Iterator[tuple[Path, Look]]:
    """Yield each picture that can be read, as the networks see it; print why another cannot."""
    for path in pictures:
        try:
            yield path, explainer.explain(read_picture(explainer.run.toned(path)), path.name)
        except PictureError as error:
            print(f"partscope: {visible(str(path))}: {visible(str(error))}", file=sys.stderr)


def _free_name(name: str, taken: list[str]) -> str:
    """Return the name, numbered if an earlier picture has it, as file systems that ignore case would see it."""
    keys = {_file_key(other) for other in taken}
    numbered = (f"{name}-{number}" for number in count(2))
    return next(free for free in chain([name], numbered) if _file_key(free) not in keys)


def _file_key(name: str) -> str:
    """Return the same key for names that some file systems take for one: case and the encoding of accents differ."""
    return unicodedata.normalize("NFC", name).casefold()


def _draw(explainer: AnyExplainer, look: Look, path: Path, target: Path, dpi: int) -> None:
    run, shares = explainer.run, part_shares(explainer, look)
    asked, answer = visible(look.asked), visible(answer_words(run, look.answers))
    others = f"{asked} by {network_in_sentence(run, NetworkName.TWIN)}: {chance(look.twin_answer)}"
    if not is_own(run):
        others += f", by CAM: {chance(look.cam_answer)}"
    print(f"{visible(str(path))}\n  {answer}\n  {others}")
    for part in sorted(shares.parts, key=lambda part: -abs(part.adds))[:MOST_GROUPS]:
        name = f"part {part.group + 1}" if part.group >= 0 else "filters without a part"
        plural = "s" if len(part.filters) > 1 else ""
        side = "for" if part.adds > 0 else "against"
        print(f"  {name} ({len(part.filters)} filter{plural}): {signed(part.adds)}, {side} {asked}")
    rest = "before any part speaks" if shares.is_sum else "what the parts leave unexplained"
    total = f"  all together: {signed(shares.log_odds)}, which stands for {asked} {chance_of(shares.log_odds)}"
    print(f"  {rest}: {signed(shares.rest)}\n{total}")
    for note in not_judged(run):
        print(f"  {note}")
    figures.explain_figure(run, look, shares, target, dpi)
    print(f"  {visible(str(target))}")


def picture_object(explainer: AnyExplainer, look: Look, path: Path) -> dict[str, Any]:
    r"""Return the explanation of one picture as a JSON object.

    `name`: its path, a byte that is not UTF-8 as `\xff`. `answer`: probability of the category `asked`. If the answer
    is a sum over filters, its `logit` is `bias` + the sum of their `adds`; else `bias` and `adds` are null.

    `width`, `height`: of the picture. `region`: left, top, right, bottom of what the networks read of it, in pixels:
    the object if the run finds objects, else the whole picture.

    For each filter: `part`, its number from 1 (null: none); `x`, `y`, the middle of its peak, and `crop`,
    [x, y, width, height], in pixels of the upright picture from its top left corner; `strength`, its highest
    activation; `threshold`, the median of that on held-out pictures of its category, from which it counts as present.
    `shares`: the answer's `log_odds` as a sum of what each part `adds` and a `rest` (see `AnswerShares`).
    """
    run, answer = explainer.run, explainer.sum_of(look)
    names = [*run.categories, run.info.get("background") or "background"]
    return {
        "name": visible(str(path)),
        "width": look.pixels.shape[1],
        "height": look.pixels.shape[0],
        "region": list(look.region),
        "asked": look.asked,
        "answer": look.answer,
        "answers": {str(name): float(value) for name, value in zip(names, look.answers, strict=False)},
        "logit": answer.logit,
        "bias": answer.bias,
        "filters": [
            _filter_object(run, look, f, None if answer.adds is None else float(answer.adds[f]))
            for f in range(len(run.filters))
        ],
        "shares": _shares_object(part_shares(explainer, look)),
    }


def _shares_object(shares: AnswerShares) -> dict[str, Any]:
    parts = [
        {"part": part.group + 1 if part.group >= 0 else None, "filters": list(part.filters), "adds": part.adds}
        for part in shares.parts
    ]
    return {"log_odds": shares.log_odds, "parts": parts, "rest": shares.rest, "is_sum": shares.is_sum}


def _filter_object(run: Run, look: Look, filter: int, adds: float | None) -> dict[str, Any]:
    run_filter, feature_map = run.filters[filter], look.maps[filter]
    row, column = divmod(int(feature_map.argmax()), run.geometry.cells)
    height, width = look.pixels.shape[:2]
    x, y = peak_point(look.geometry, (row, column), width, height)
    crop = crop_box(look.geometry, (row, column), width, height)
    return {
        "filter": filter,
        "part": run_filter.group + 1 if run_filter.group >= 0 else None,
        "holds": run_filter.holds,
        "x": x,
        "y": y,
        "strength": float(feature_map.max()),
        "crop": list(crop),
        "threshold": firing_threshold(run, filter),
        "adds": adds,
    }
