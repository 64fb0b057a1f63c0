"""Opens every picture of a listed folder: which can be read, which are copies, and what is left out and why."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Mapping, MutableMapping, Sequence
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
from icnn_engine.core.events import Event, FinishNow, Operation, PicturesRead, Progress
from icnn_engine.core.language import translate
from icnn_engine.data.copies import contradictions, duplicates, near_copies, perceptual_hash, series_groups, tied_groups
from icnn_engine.data.digests import digest_of
from icnn_engine.data.equal_pictures import BILINEAR, DECODED, cells_of, is_plain
from icnn_engine.data.reading.brightness import brightness_of
from icnn_engine.data.reading.decoding import opened, upright_size
from icnn_engine.data.reading.high_depth import LEVELS
from icnn_engine.data.reading.pictures import cut, frame_of, read_bytes
from icnn_engine.data.splitting import SIDES
from icnn_engine.data.tables.corrections import corrections_notice
from icnn_engine.data.tables.folder_tables import try_tables
from icnn_engine.data.tables.left_out import left_out_notice, left_out_pictures

TITLE = "Reading pictures"
TOLD = 4  # of the pictures read since the report before, at most
WORKERS = 2
AHEAD = 16  # pictures submitted at once: bounds the memory; a Cancel waits for at most WORKERS of them
EVERY_SECONDS = 0.1
EXAMPLES = 3
EVERY_PICTURES = 100


def check_folder(
    folder: Folder, opened: MutableMapping[str, CheckedPicture | Problem] | None = None
) -> Operation[CheckUp]:
    """Open every picture of a folder that is not left out, in two threads, and read its tables.

    A picture that cannot be read is a problem with its reason. If a `train/ val/ test/` layout puts copies, near copies
    or pictures of one source on different sides, those nearer to training are left out as problems. Pictures of more
    than 8 bits share one range of brightness, taken from the whole folder, which their paths carry.

    Parameters
    ----------
    folder
        The listed folder, see `list_folder`.
    opened
        What came of the pictures by name, if an earlier check-up of the same folder opened them: they are not opened
        again. Those opened now are added, also if this check-up is cancelled.

    Yields
    ------
    Progress
        At most every 0.1 s, and every 100 pictures. `FinishNow` changes nothing.

    Returns
    -------
    CheckUp
        The usable pictures, their groups of copies, and all problems, sorted by path.
    """
    left_out = left_out_pictures(folder.root, folder.pictures)
    wanted = [p for p in folder.pictures if p.name not in left_out.names]
    opened = {} if opened is None else opened
    yield from _check_all([p for p in wanted if p.name not in opened], opened)
    results = [opened[p.name] for p in wanted]
    listed = {p.name: p for p in wanted}  # an earlier check-up may have opened a picture before it was corrected
    readable = [
        replace(p, category=listed[p.name].category, was=listed[p.name].was)
        for p in results
        if isinstance(p, CheckedPicture)
    ]
    tables = try_tables(folder.root, readable)
    everything, near, series = _with_sources(readable, tables.sources)
    pictures, straddling = _without_straddling(everything)
    brightness = brightness_of(p.levels for p in pictures if p.levels)
    categories = tuple(sorted({p.category for p in pictures}))
    notes = (*left_out.notes, *folder.corrections.notes, *tables.notes)
    refused = (*left_out.refused, *folder.corrections.refused, *tables.refused)
    unusable = translate("Errors", "none of its pictures can be used")
    problems = (
        *(p for p in folder.problems if not (tables.boxes and tables.boxes.holds(p.path))),
        *(p for p in results if isinstance(p, Problem)),
        *(*notes, *refused, *straddling),
        *(Problem(category, unusable) for category in folder.categories if category not in categories),
    )
    return CheckUp(
        root=folder.root,
        pictures=tuple(
            replace(p, path=WithBrightness(location_of(p.path), brightness)) if p.levels else p for p in pictures
        ),
        categories=categories,
        problems=tuple(sorted(problems, key=lambda p: p.path)),
        duplicates=duplicates(pictures),
        near_copies=near_copies(pictures) if straddling else near,
        fingerprint=folder_fingerprint(pictures),
        brightness=brightness,
        table_notes=notes,
        tables_refused=refused,
        contradictions=contradictions(everything, near),
        notes=(*folder.notes, *map(_series_note, series)),
        left_out=left_out.pictures,
        tables=tables.used,
        boxes=tables.found_boxes,
        corrected=folder.corrections.applied,
        confirmed=folder.corrections.confirmed,
    )


Names = tuple[tuple[str, ...], ...]


def _with_sources(
    pictures: list[CheckedPicture], sources: Mapping[str, str]
) -> tuple[list[CheckedPicture], Names, tuple[tuple[CheckedPicture, ...], ...]]:
    """Return the pictures with the sources of `groups.csv`, their near copies and their series."""
    pictures = [replace(p, source=sources.get(p.name, p.source)) for p in pictures]
    near = near_copies(pictures)
    series = series_groups(pictures, near)
    untied = {p.digest for group in series for p in group if p.name in sources}
    if not untied:
        return pictures, near, series
    pictures = [replace(p, series=p.digest in untied) for p in pictures]
    near = near_copies(pictures)
    return pictures, near, series_groups(pictures, near)


def _series_note(group: tuple[CheckedPicture, ...]) -> str:
    return translate(
        "Errors",
        "{count} pictures are nearly alike, such as {examples}: they are kept on one side of the split. If they are "
        "different pictures from one camera, give each a source of its own in groups.csv (image,source).",
    ).format(count=len(group), examples=", ".join(p.name for p in group[:EXAMPLES]))


def folder_notices(checkup: CheckUp) -> list[str]:
    """Return what a user should know before a training: how the folder was understood, what is left out, and
    contradictions."""
    decided = (left_out_notice(len(checkup.left_out)), corrections_notice(len(checkup.corrected)))
    notes = [*checkup.notes, *filter(None, decided)]
    if groups := checkup.contradictions:
        text = translate(
            "Errors",
            "Pictures that are in several categories: {count}, such as {examples}. Nothing is learned from what "
            "contradicts itself: keep each in one category.",
        )
        notes.append(text.format(count=len(groups), examples=" = ".join(groups[0][:EXAMPLES])))
    return notes


def check_picture(picture: Picture) -> CheckedPicture | Problem:
    """Open and decode one picture, or return why that fails. The source of an object is its photograph."""
    where, path = picture.path, file_of(picture.path)
    try:
        data = read_bytes(path)
        with opened(data, where) as image:
            kind, levels = image.format or "", image.info.get(LEVELS)
            left, top, right, bottom = frame_of(where, *upright_size(image))
            width, height = right - left, bottom - top
            # An eighth of a JPEG's pixels suffices, though every byte is decoded.
            small = cut(image, where, DECODED)
            grey = np.asarray(small.convert("L").resize((9, 8), BILINEAR))
            cells = cells_of(small, width, height)
        pixels = ""
        if is_plain(cells):
            with opened(data, where) as image:
                whole = cut(image, where)
                pixels = blake2b(repr(whole.size).encode() + whole.tobytes(), digest_size=16).hexdigest()
    except PictureError as error:
        return Problem(picture.name, str(error))
    return CheckedPicture(
        picture.name,
        where,
        picture.category,
        width,
        height,
        digest_of(data, where),
        perceptual_hash(grey),
        picture.source or (digest_of(data, path) if isinstance(where, Crop) else ""),
        picture.side,
        mirror=perceptual_hash(grey[:, ::-1]),
        format=kind,
        levels=levels,
        cells=cells,
        pixels=pixels,
    )


def folder_fingerprint(pictures: Sequence[CheckedPicture]) -> str:
    """Return a digest (hex) of the names and contents of a folder's pictures, and of the categories that are corrected,
    wherever the folder lies."""
    digest = blake2b(digest_size=16)
    for picture in sorted(pictures, key=lambda p: p.name):
        corrected = f"\0{picture.category}" if picture.was else ""
        digest.update(f"{picture.name}\0{picture.digest}{corrected}\n".encode())
    return digest.hexdigest()


def _check_all(
    pictures: Sequence[Picture], results: MutableMapping[str, CheckedPicture | Problem]
) -> Generator[Event, FinishNow | None, None]:
    """Check every picture, in order, and add what comes of it to `results`, by name. Closing the generator waits only
    for pictures that are being read."""
    waiting = iter(pictures)
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="check")
    try:
        running: deque[tuple[Picture, Future[CheckedPicture | Problem]]] = deque(
            (p, pool.submit(check_picture, p)) for p in islice(waiting, AHEAD)
        )
        done, reported, when = 0, -1, 0.0
        latest: deque[Where] = deque(maxlen=TOLD)
        while True:
            if time.monotonic() - when >= EVERY_SECONDS or done - reported >= EVERY_PICTURES or not running:
                reported = done
                yield Progress(TITLE, reported, len(pictures))
                if latest:
                    yield PicturesRead(tuple(latest))
                    latest.clear()
                when = time.monotonic()
            if not running:
                return
            picture, future = running.popleft()
            results[picture.name] = checked = future.result()
            if isinstance(checked, CheckedPicture):
                latest.append(picture.path)
            done += 1
            running.extend((p, pool.submit(check_picture, p)) for p in islice(waiting, 1))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _without_straddling(pictures: list[CheckedPicture]) -> tuple[list[CheckedPicture], list[Problem]]:
    """Leave out pictures tied to one on a side farther from training."""
    left_out: dict[str, Problem] = {}
    for group in tied_groups(pictures) if any(p.side for p in pictures) else ():
        fixed = [pictures[i] for i in group if pictures[i].side]
        keeper = max(fixed, key=lambda p: SIDES.index(p.side or "train"), default=None)
        for picture in fixed:
            if keeper and picture.side != keeper.side:
                left_out[picture.name] = Problem(picture.name, _why_tied(picture, keeper))
    return [p for p in pictures if p.name not in left_out], list(left_out.values())


def _why_tied(picture: CheckedPicture, keeper: CheckedPicture) -> str:
    if picture.digest == keeper.digest:
        text = translate("Errors", "left out, for it is a copy of {name}, which another side of the split holds")
    elif picture.source and picture.source == keeper.source:
        text = translate(
            "Errors", "left out, for it is of the same source as {name}, which another side of the split holds"
        )
    else:
        text = translate("Errors", "left out, for it is a near copy of {name}, which another side of the split holds")
    return text.format(name=keeper.name)
