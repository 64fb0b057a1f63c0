"""Pictures that a user gives: a path, a Pillow image or an array, as the pixels that the networks read."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, Union

import numpy as np

from icnn_engine.core.errors import PictureError
from icnn_engine.core.language import translate
from icnn_engine.data import read_picture
from icnn_engine.data.reading.decoding import upright
from icnn_engine.runs.found_objects import photograph_path
from icnn_engine.runs.run_folder import Run

if TYPE_CHECKING:
    from PIL import Image

GivenPicture: TypeAlias = Union[str, "PathLike[str]", np.ndarray, "Image.Image"]  # | does not know forward references
DEEP = ("I", "F")  # Pillow's modes of more than 8 bits


def pixels_of(run: Run, picture: GivenPicture) -> tuple[np.ndarray, str]:
    """Return the pixels (H, W, 3) uint8 of a picture and its name.

    A path is read as the run's pictures were; the name of a picture of the run is enough where no file has it. Raises
    PictureError for anything that cannot be read, RunError where a picture of the run is gone.
    """
    from PIL import Image

    match picture:
        case np.ndarray():
            return _checked(picture), "array"
        case Image.Image():
            return _of_image(picture), Path(str(getattr(picture, "filename", ""))).name or "image"
        case str() | PathLike():
            return _of_path(run, Path(picture))
    raise PictureError(_refused(type(picture).__name__))


def _checked(pixels: np.ndarray) -> np.ndarray:
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3 or 0 in pixels.shape:
        raise PictureError(_refused(f"{pixels.dtype} {pixels.shape}"))
    return np.ascontiguousarray(pixels)


def _refused(what: str) -> str:
    words = translate(
        "Errors",
        "This is no picture: {what}. Give the path of a picture, a Pillow image, or an array (height, width, 3) of "
        "uint8, RGB.",
    )
    return words.format(what=what)


def _of_image(image: Image.Image) -> np.ndarray:
    if image.mode in DEEP or image.mode.startswith("I;16"):
        words = translate("Errors", "A Pillow image of mode {mode} has more than 8 bits. Give the path of its file.")
        raise PictureError(words.format(mode=image.mode))
    try:
        return np.array(upright(image))
    except (OSError, ValueError, SyntaxError) as error:
        raise PictureError(_refused(str(error))) from None


def _of_path(run: Run, path: Path) -> tuple[np.ndarray, str]:
    path = path.expanduser()
    if not path.exists():
        for index, known in enumerate(run.pictures):
            if known.name == path.as_posix():
                return read_picture(photograph_path(run, index)), known.name
    try:
        return read_picture(run.toned(path)), path.name
    except PictureError as error:
        raise PictureError(f"{path}: {error}") from None
