"""Digests of picture files, and whether a file still holds the picture that a network was trained on."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

from icnn_engine.core.annotations import Crop, Where, file_of, location_of
from icnn_engine.core.errors import PictureError
from icnn_engine.data.reading.pictures import read_bytes

SIZE = 16  # bytes
KNOWN = re.compile(rf"[0-9a-f]{{{2 * SIZE}}}")  # a digest as it is written; anything else cannot be compared
_others: set[tuple[Where, str]] = set()  # pictures whose content was found to differ from these digests


def digest_of(data: bytes, where: Where) -> str:
    """Return the digest (hex) of a picture: of its file's bytes, and of the box of an object in a photograph."""
    content = blake2b(data, digest_size=SIZE)
    if isinstance(location := location_of(where), Crop):
        content.update(repr(location.box).encode())
    return content.hexdigest()


def has_other_content(where: Where, digest: str) -> bool:
    """Whether the file holds another picture than that of `digest`.

    False if the file cannot be read (reading it reports the reason), or if `digest` is none. A file is read once, until
    its size or time changes.
    """
    if not KNOWN.fullmatch(digest):
        return False
    try:
        stat = file_of(where).stat()
        other = _digest(where, (stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size)) != digest
    except (OSError, PictureError):
        other = False
    (_others.add if other else _others.discard)((where, digest))
    return other


def known_other(where: Where, digest: str) -> bool:
    """Return the last answer of `has_other_content` without reading the file."""
    return (where, digest) in _others


@lru_cache(maxsize=1 << 16)
def _digest(where: Where, _stamp: tuple[int, ...]) -> str:
    return digest_of(read_bytes(file_of(where)), where)
