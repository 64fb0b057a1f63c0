"""`explain`: the answer about any picture and the parts behind it, as a figure or as one JSON object."""

from __future__ import annotations

import json
import sys
import unicodedata
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icnn_engine.core.errors import PictureError
from icnn_engine.core.escaping import visible

if TYPE_CHECKING:
    from icnn_engine.inspection.explainer import Explainer
    from icnn_engine.inspection.look import Look
    from icnn_engine.runs.run_folder import Run

GROUPS_TOLD = 6


def explain(options: Namespace) -> int:
    """Ask a run about pictures. A picture that cannot be read is named, and does not stop the others."""
    from icnn_engine.inspection.explainer import Explainer
    from icnn_engine.runs.run_folder import open_run

    found = open_run(options.run, options.images)
    explainer = Explainer(found)
    if options.json:
        return _as_json(explainer, options.pictures)
    from icnn_engine.core.files import distinct_name

    place, taken, status = options.output or found.path / "figures", set[str](), 0
    for path, look in _looks(explainer, options.pictures):
        if look is None:
            status = 1
            continue
        target = place / f"{_free_name(distinct_name(f'explain-{path.stem}'), taken)}.{options.format}"
        _draw(explainer, look, path, target, options.dpi)
    return status


def _looks(explainer: Explainer, pictures: list[Path]) -> Iterator[tuple[Path, Look | None]]:
    """Each picture as the networks see it; None, with the reason on standard error, where it cannot be read."""
    from icnn_engine.data import read_picture

    for path in pictures:
        try:
            yield path, explainer.explain(read_picture(explainer.run.toned(path)), path.name)
        except PictureError as error:
            print(f"partscope: {visible(str(path))}: {visible(str(error))}", file=sys.stderr)
            yield path, None


def _free_name(name: str, taken: set[str]) -> str:
    """The name, numbered where pictures of one call share it, as some file systems see it: they tell neither A from a
    nor one way of writing an accent from another."""
    number = 2
    free = name
    while (seen := unicodedata.normalize("NFC", free).casefold()) in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(seen)
    return free


def _draw(explainer: Explainer, look: Look, path: Path, target: Path, dpi: int) -> None:
    from icnn_engine import figures
    from icnn_engine.inspection.verdicts import not_judged

    effects = explainer.effects(look)
    answer = "yes" if look.answer >= 0.5 else "no"
    asked = visible(look.asked)
    print(f"{visible(str(path))}\n  {asked}? {answer}: probability {look.answer:.3f} (interpretable), ", end="")
    print(f"{look.twin_answer:.3f} (twin), {look.cam_answer:.3f} (CAM)")
    for effect in effects.groups[:GROUPS_TOLD]:
        part = f"part {effect.group + 1}" if effect.group >= 0 else "filters that hold no part"
        count = len(effect.filters)
        against = f", counts against {asked}" if effect.loss < 0 else ""
        print(f"  without {part} ({count} filter{'s' if count > 1 else ''}): {-effect.loss:+.3f}{against}")
    for note in not_judged(explainer.run):
        print(f"  {note}")
    figures.explain_figure(explainer.run, look, effects, target, dpi)
    print(f"  {visible(str(target))}")


def _as_json(explainer: Explainer, pictures: list[Path]) -> int:
    found = list(_looks(explainer, pictures))
    objects = [picture_object(explainer, look, path) for path, look in found if look is not None]
    told = {"run": explainer.run.name, "category": explainer.run.category, "pictures": objects}
    print(json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False))
    return int(len(objects) < len(found))


def picture_object(explainer: Explainer, look: Look, path: Path) -> dict[str, Any]:
    r"""What a run says of one picture. `name`: its path, a byte that is not UTF-8 as `\xff`. `answer`: probability of
    the category `asked`; where the answer is a sum over filters its `logit` is `bias` + the sum of what the filters
    add, else `bias` and `adds` are null.

    Of each filter: `part`, its number from 1 (null: it holds none); `x`, `y`, the middle of its peak, and `crop`,
    [x, y, width, height], in pixels of the upright picture from its top left corner; `strength`, its highest
    activation; `threshold`, its median on held-out pictures of its category, from which it counts as present.
    """
    run, answer = explainer.run, explainer.sum_of(look)
    return {
        "name": visible(str(path)),
        "width": look.pixels.shape[1],
        "height": look.pixels.shape[0],
        "asked": look.asked,
        "answer": look.answer,
        "answers": _named_answers(run, look),
        "logit": answer.logit,
        "bias": answer.bias,
        "filters": [
            _filter_object(run, look, f, None if answer.adds is None else float(answer.adds[f]))
            for f in range(len(run.filters))
        ],
    }


def _named_answers(run: Run, look: Look) -> dict[str, float]:
    names = [*run.categories, run.info.get("background") or "background"]
    return {str(name): float(value) for name, value in zip(names, look.answers, strict=False)}


def _filter_object(run: Run, look: Look, filter: int, adds: float | None) -> dict[str, Any]:
    from icnn_engine.inspection.best_pictures import crop_box, firing_threshold, peak_point

    one, own = run.filters[filter], look.maps[filter]
    row, column = divmod(int(own.argmax()), run.geometry.cells)
    height, width = look.pixels.shape[:2]
    x, y = peak_point(run.geometry, (row, column), width, height)
    return {
        "filter": filter,
        "part": one.group + 1 if one.group >= 0 else None,
        "holds": one.holds,
        "x": x,
        "y": y,
        "strength": float(own.max()),
        "crop": list(crop_box(run.geometry, (row, column), width, height)),
        "threshold": firing_threshold(run, filter),
        "adds": adds,
    }
