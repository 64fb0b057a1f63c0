"""Repairs JPEG files that lack only the two bytes of the end marker; every viewer shows them."""

from __future__ import annotations

import io

START, SCAN, END = b"\xff\xd8\xff", b"\xff\xda", b"\xff\xd9"
FILLERS = (b"", b"\x55" * 2000, bytes(range(250, 0, -1)) * 8)  # would be decoded in place of missing pixels
DAMAGED = (OSError, SyntaxError, ValueError)


def with_end(data: bytes) -> bytes:
    """Return the file with an end marker if it lacks only that, else as it is.

    Only the marker is missing if the picture does not depend on the bytes that follow: in a file cut in the middle the
    missing pixels would be decoded from these.
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
