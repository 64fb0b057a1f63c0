"""`explain`: the answer about any picture and the parts behind it, as a figure or as one JSON object."""

from __future__ import annotations

import sys
import unicodedata
from argparse import Namespace
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine import figures
from icnn_engine.audit.forbidden_words import forbidden_lines
from icnn_engine.audit.novelty import novelty_of
from icnn_engine.audit.novelty_words import unlike_by, unlike_words
from icnn_engine.cli.output import print_json
from icnn_engine.core.annotations import Box
from icnn_engine.core.atomic_files import distinct_name
from icnn_engine.core.errors import PictureError, SettingsError
from icnn_engine.core.escaping import visible
from icnn_engine.core.events import NetworkName
from icnn_engine.core.number_words import chance, chance_of, signed
from icnn_engine.core.receptive_field import WHOLE
from icnn_engine.data import read_picture
from icnn_engine.inspection.answer_words import answer_words, whole_words
from icnn_engine.inspection.explainers import AnyExplainer, explainer_of
from icnn_engine.inspection.explanation_values import explanation_values
from icnn_engine.inspection.look import Look
from icnn_engine.inspection.part_shares import part_shares
from icnn_engine.inspection.verdicts import not_judged
from icnn_engine.runs.network_words import network_in_sentence
from icnn_engine.runs.run_folder import Run, open_run

MOST_GROUPS = 6  # whose share is printed


def run(options: Namespace) -> int:
    """Explain pictures. One that cannot be read is named on stderr and does not stop the others."""
    opened = open_run(options.run, options.images)
    _ensure_box(options, opened)
    explainer = explainer_of(opened)
    if options.json:
        looks = list(_looks(explainer, options.pictures, options.box))
        objects = [_values(explainer, look, path) for path, look in looks]
        print_json({"run": opened.name, "category": opened.category, "pictures": objects})
        return int(len(objects) < len(options.pictures))
    folder, names = options.output or opened.path / "figures", list[str]()
    for path, look in _looks(explainer, options.pictures, options.box):
        names.append(_free_name(distinct_name(f"explain-{path.stem}"), names))
        _draw(explainer, look, path, folder / f"{names[-1]}.{options.format}", options.dpi)
    return int(len(names) < len(options.pictures))


def _values(explainer: AnyExplainer, look: Look, path: Path) -> dict[str, Any]:
    """Return the explanation of a picture as plain values, and how unlike the training pictures it is (null: that
    cannot be told)."""
    novelty = novelty_of(explainer.run, look)
    values = explanation_values(explainer, look, str(path))
    return values | {"novelty": novelty.as_dict() if novelty else None}


def _ensure_box(options: Namespace, run: Run) -> None:
    """Raise SettingsError if --box is given where it can mean nothing."""
    if options.box is None:
        return
    if run.settings.region == "whole":
        raise SettingsError("This run reads whole pictures: leave --box out.")
    if len(options.pictures) > 1:
        raise SettingsError("--box is the box of one picture: explain the pictures one by one.")
    if min(options.box[2:]) <= 0:
        raise SettingsError("--box is X Y WIDTH HEIGHT in pixels: width and height are more than 0.")


def _looks(explainer: AnyExplainer, pictures: list[Path], box: list[float] | None) -> Iterator[tuple[Path, Look]]:
    """Yield each picture that can be read, as the networks see it; print why another cannot."""
    for path in pictures:
        try:
            pixels = read_picture(explainer.run.toned(path))
            yield path, explainer.explain(pixels, path.name, box=_edges(box, pixels))
        except PictureError as error:
            print(f"partscope: {visible(str(path))}: {visible(str(error))}", file=sys.stderr)


def _edges(box: list[float] | None, pixels: np.ndarray) -> Box | None:
    """Return left, top, right, bottom of a box; None without one. Raises PictureError if it is not in the picture."""
    if box is None:
        return None
    x, y, wide, high = box
    height, width = pixels.shape[:2]
    if x < 0 or y < 0 or x + wide > width or y + high > height:
        raise PictureError(f"the box lies outside the picture of {width} x {height} pixels")
    return x, y, x + wide, y + high


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
    if read := _read_words(run, look):
        answer = f"{answer}\n  {read}"
    novelty = novelty_of(run, look)
    if novelty and novelty.unlike:
        answer = f"{answer}\n  {unlike_words(novelty)} {unlike_by(novelty)}"
    others = f"{asked} by {network_in_sentence(run, NetworkName.TWIN)}: {chance(look.twin_answer)}"
    if not run.own_network:
        others += f", by CAM: {chance(look.cam_answer)}"
    print(f"{visible(str(path))}\n  {answer}\n  {others}")
    for part in sorted(shares.parts, key=lambda part: -abs(part.adds))[:MOST_GROUPS]:
        name = f"part {part.group + 1}" if part.group >= 0 else "filters without a part"
        plural = "s" if len(part.filters) > 1 else ""
        side = f", {'for' if part.adds > 0 else 'against'} {asked}" if part.adds else ""
        print(f"  {name} ({len(part.filters)} filter{plural}): {signed(part.adds)}{side}")
    rest = "before any part speaks" if shares.is_sum else "what the parts leave unexplained"
    total = f"  all together: {signed(shares.log_odds)}, which stands for {asked} {chance_of(shares.log_odds)}"
    print(f"  {rest}: {signed(shares.rest)}\n{total}")
    for note in (*forbidden_lines(run)[:1], *not_judged(run)):
        print(f"  {note}")
    figures.explain_figure(run, look, shares, target, dpi)
    print(f"  {visible(str(target))}")


def _read_words(run: Run, look: Look) -> str:
    """Return what was read of the picture, unless the run reads whole ones."""
    if look.geometry.region == WHOLE:
        return whole_words(run, look)
    found = "" if look.found else ", a guess: the object was not found"
    return "read: {} {} to {} {} (left, top to right, bottom){}".format(*look.region, found)
