"""Opens every picture of a listed folder: what can be read, what is a copy of what, what is left out and why."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from hashlib import blake2b
from itertools import islice

import numpy as np

from icnn_engine.core.annotations import (
    CheckedPicture,
    CheckUp,
    Crop,
    Folder,
    Picture,
    Problem,
    Where,
    WithBrightness,
    file_of,
    location_of,
)
from icnn_engine.core.errors import PictureError
from icnn_engine.core.events import Event, FinishNow, Operation, Progress
from icnn_engine.core.language import translate
from icnn_engine.data.copies import contradictions, duplicates, near_copies, perceptual_hash, series_groups, tied_groups
from icnn_engine.data.digests import digest_of
from icnn_engine.data.equal_pictures import DECODED, cells_of, is_plain
from icnn_engine.data.reading.brightness import brightness_of
from icnn_engine.data.reading.high_depth import LEVELS
from icnn_engine.data.reading.pictures import cut, frame_of, opened, read_bytes, upright_size
from icnn_engine.data.splitting import SIDES
from icnn_engine.data.tables.folder_tables import try_tables

TITLE = "Reading pictures"
WORKERS = 2
AHEAD = 16  # pictures under way at once: bounds the memory, and what a Cancel has to wait for is two of them
EVERY_SECONDS = 0.1
EXAMPLES = 3
EVERY_PICTURES = 100


def check_folder(folder: Folder) -> Operation[CheckUp]:
    """Opens every picture of a folder in two threads and returns what is usable. Yields Progress by time.

    A picture that cannot be read is a problem with its reason, and so is a copy, a near copy or a picture of the same
    source that a `train/ val/ test/` layout puts nearer to training than another: it is left out. Those of more than 8
    bits are read by one rule for the whole folder from then on, which their paths bring. `FinishNow` changes
    nothing here, for half a check-up is none.
    """
    found = yield from _open_all(folder.pictures)
    problems = [*folder.problems, *(p for p in found if isinstance(p, Problem))]
    opened_ones = [p for p in found if isinstance(p, CheckedPicture)]
    tables = try_tables(folder.root, opened_ones)
    everything = [replace(p, source=tables.sources.get(p.name, p.source)) for p in opened_ones]
    near = near_copies(everything)
    series = series_groups(everything, near)
    if untied := {p.digest for group in series for p in group if p.name in tables.sources}:
        everything = [replace(p, series=p.digest in untied) for p in everything]
        near = near_copies(everything)
        series = series_groups(everything, near)
    pictures, straddling = _without_straddling(everything)
    brightness = brightness_of(p.levels for p in pictures if p.levels)
    toned = [replace(p, path=WithBrightness(location_of(p.path), brightness)) if p.levels else p for p in pictures]
    categories = tuple(sorted({p.category for p in pictures}))
    gone = [
        Problem(c, translate("Errors", "none of its pictures can be used"))
        for c in folder.categories
        if c not in categories
    ]
    return CheckUp(
        folder.root,
        tuple(toned),
        categories,
        tuple(sorted([*problems, *tables.notes, *tables.refused, *straddling, *gone], key=lambda p: p.path)),
        duplicates(pictures),
        near if len(pictures) == len(everything) else near_copies(pictures),
        folder_fingerprint(pictures),
        brightness,
        tables.notes,
        tables.refused,
        contradictions(everything, near),
        (*folder.notes, *map(_of_series, series)),
    )


def _of_series(group: tuple[CheckedPicture, ...]) -> str:
    words = translate(
        "Errors",
        "{count} pictures are nearly alike, such as {examples}: they are kept on one side of the split. If they are "
        "different pictures from one camera, give each a source of its own in groups.csv (image,source).",
    )
    return words.format(count=len(group), examples=", ".join(p.name for p in group[:EXAMPLES]))


def folder_notices(checkup: CheckUp) -> list[str]:
    """What should be known of a folder before anything is learned from it: how it was read, what contradicts it."""
    notes = list(checkup.notes)
    if groups := checkup.contradictions:
        text = translate(
            "Errors",
            "Pictures that are in several categories: {count}, such as {examples}. Nothing is learned from what "
            "contradicts itself: keep each in one category.",
        )
        notes.append(text.format(count=len(groups), examples=" = ".join(groups[0][:EXAMPLES])))
    return notes


def check_picture(picture: Picture) -> CheckedPicture | Problem:
    """One picture opened and decoded, or why that cannot be done. An object's source is its photograph."""
    where, path = picture.path, file_of(picture.path)
    try:
        data = read_bytes(path)
        with opened(data, where) as image:
            kind, levels = image.format or "", image.info.get(LEVELS)
            left, top, right, bottom = frame_of(where, *upright_size(image))
            # Of a JPEG an eighth of the pixels will do, though every byte is decoded.
            small = cut(image, where, DECODED)
            grey = np.asarray(small.convert("L").resize((9, 8), _BILINEAR))
            cells = cells_of(small, right - left, bottom - top)
        pixels = _digest_of_pixels(data, where) if is_plain(cells) else ""
    except PictureError as error:
        return Problem(picture.name, str(error))
    size, digest, source = (right - left, bottom - top), digest_of(data, where), picture.source
    if isinstance(where, Crop):
        source = source or digest_of(data, path)
    look, mirror = perceptual_hash(grey), perceptual_hash(grey[:, ::-1])
    checked = CheckedPicture(picture.name, where, picture.category, *size, digest, look, source, picture.side, mirror)
    return replace(checked, format=kind, levels=levels, cells=cells, pixels=pixels)


def folder_fingerprint(pictures: Sequence[CheckedPicture]) -> str:
    """Names the content of a folder (hex): it changes with any picture's bytes or name, not with the folder's place."""
    whole = blake2b(digest_size=16)
    for picture in sorted(pictures, key=lambda p: p.name):
        whole.update(f"{picture.name}\0{picture.digest}\n".encode())
    return whole.hexdigest()


def _digest_of_pixels(data: bytes, where: Where) -> str:
    """The digest (hex) of a picture's decoded pixels and its size. Raises PictureError."""
    with opened(data, where) as image:
        whole = cut(image, where)
        return blake2b(repr(whole.size).encode() + whole.tobytes(), digest_size=16).hexdigest()


_BILINEAR = 2  # Pillow's number, so that Pillow need not be imported here


def _open_all(
    pictures: Sequence[Picture],
) -> Generator[Event, FinishNow | None, list[CheckedPicture | Problem]]:
    """Every picture checked, in order. Closing the generator waits for the pictures under way, no more."""
    found: list[CheckedPicture | Problem] = []
    waiting = iter(pictures)
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="check")
    try:
        running: deque[Future[CheckedPicture | Problem]] = deque(
            pool.submit(check_picture, p) for p in islice(waiting, AHEAD)
        )
        told, when = -1, 0.0
        while True:
            if time.monotonic() - when >= EVERY_SECONDS or len(found) - told >= EVERY_PICTURES or not running:
                told = len(found)
                yield Progress(TITLE, told, len(pictures))
                when = time.monotonic()
            if not running:
                return found
            found.append(running.popleft().result())
            running.extend(pool.submit(check_picture, p) for p in islice(waiting, 1))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _without_straddling(pictures: list[CheckedPicture]) -> tuple[list[CheckedPicture], list[Problem]]:
    """Leaves out what would let a fixed test or validation picture be known from training, and says so."""
    left_out: dict[str, Problem] = {}
    for group in tied_groups(pictures) if any(p.side for p in pictures) else ():
        fixed = [pictures[i] for i in group if pictures[i].side]
        keeper = max(fixed, key=lambda p: SIDES.index(p.side or "train"), default=None)
        for picture in fixed:
            if keeper and picture.side != keeper.side:
                left_out[picture.name] = Problem(picture.name, _why_tied(picture, keeper))
    return [p for p in pictures if p.name not in left_out], list(left_out.values())


def _why_tied(picture: CheckedPicture, keeper: CheckedPicture) -> str:
    near = translate("Errors", "left out, for it is a near copy of {name}, which another side of the split holds")
    copy = translate("Errors", "left out, for it is a copy of {name}, which another side of the split holds")
    same = translate(
        "Errors", "left out, for it is of the same source as {name}, which another side of the split holds"
    )
    if picture.digest == keeper.digest:
        text = copy
    else:
        text = same if picture.source and picture.source == keeper.source else near
    return text.format(name=keeper.name)
