"""JPEG files that lack no more than the two bytes that mark their end, which every viewer shows."""

from __future__ import annotations

import io

START, SCAN, END = b"\xff\xd8\xff", b"\xff\xda", b"\xff\xd9"
FILLERS = (b"", b"\x55" * 2000, bytes(range(250, 0, -1)) * 8)  # what would be decoded in place of missing pixels
DAMAGED = (OSError, SyntaxError, ValueError)


def with_end(data: bytes) -> bytes:
    """The file with its end marked where only that mark is missing, else as it is.

    Nothing is missing before it if the picture stays the same whatever follows: of a file cut in the middle the missing
    pixels would be made of what follows.
    """
    if not data.startswith(START) or data.endswith(END) or data.rfind(END) > data.rfind(SCAN):
        return data
    cut = data[:-1] if data.endswith(b"\xff") else data
    try:
        whole = len({_decoded(cut + filler + END) for filler in FILLERS}) == 1
    except DAMAGED:
        return data
    return cut + END if whole else data


def _decoded(data: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
        return image.tobytes()
