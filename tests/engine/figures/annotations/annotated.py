"""Runs whose annotations are known, and their exports, for the tests of every format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PIL import Image

from icnn_engine.core.events import drain
from icnn_engine.data import read_picture
from icnn_engine.figures.annotations import AnnotationFormat, export_annotations
from icnn_engine.figures.annotations.guesses import Guesses, guess_parts
from icnn_engine.figures.bulk import chosen_pictures_of
from icnn_engine.runs.found_objects import FoundObject, write_objects
from icnn_engine.runs.run_folder import Run, open_run, write_run

CELL = 16 / 224  # sides of a region between two cells of a fake run: the truth is at most half of it away
PAIR = "creature/둘 & two.jpg"  # a photograph of two creatures, side by side


def guesses_of(run: Run, side: str | None = None) -> Guesses:
    return drain(guess_parts(run, chosen_pictures_of(run, side)))


def export(run: Run, folder: Path, *formats: AnnotationFormat) -> Path:
    """Write all pictures in these formats; the folder."""
    drain(export_annotations(run, chosen_pictures_of(run, None), formats, folder))
    return folder


def with_two_creatures(run: Run) -> Run:
    """The run, but its first two pictures of a creature are regions of one photograph, the others whole photographs
    of which it has read all."""
    first, second = (i for i, picture in enumerate(run.pictures[:2]))
    left, right = (read_picture(run.picture_path(index)) for index in (first, second))
    width, height = left.shape[1] + right.shape[1], max(left.shape[0], right.shape[0])
    sheet = Image.new("RGB", (width, height))
    sheet.paste(Image.fromarray(left), (0, 0))
    sheet.paste(Image.fromarray(right), (left.shape[1], 0))
    sheet.save(run.images / PAIR, quality=95)
    boxes = (0, 0, left.shape[1], left.shape[0]), (left.shape[1], 0, width, right.shape[0])
    pictures, objects = list(run.pictures), []
    for number, (index, box) in enumerate(zip((first, second), boxes, strict=True), 1):
        name, text = f"{PAIR}#{number}", ",".join(map(str, box))
        pictures[index] = replace(pictures[index], name=name, box=text, side="train")
        objects.append(FoundObject(name, *map(float, box), width, height, found=True))
    objects += [FoundObject(p.name, 0.0, 0.0, p.width, p.height, p.width, p.height, found=False) for p in pictures[2:]]
    settings = run.settings.model_copy(update={"region": "object"})
    write_run(replace(run, settings=settings, pictures=tuple(pictures)))
    write_objects(run.path, objects)
    return open_run(run.path)


def laid_on_its_side(run: Run, index: int) -> Run:
    """The run after a picture was saved lying on its side, with the EXIF orientation that turns it upright."""
    path = run.images / run.pictures[index].name
    upright = Image.fromarray(read_picture(path))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees clockwise to show it
    upright.transpose(Image.Transpose.ROTATE_90).save(path, quality=95, exif=exif)
    return run
