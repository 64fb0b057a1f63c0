"""Whether a picture's file still holds what was learned from, by the digest of its bytes."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

from icnn_engine.core.annotations import Crop, Where, file_of, location_of
from icnn_engine.core.errors import PictureError
from icnn_engine.data.reading.pictures import read_bytes

SIZE = 16  # bytes
KNOWN = re.compile(rf"[0-9a-f]{{{2 * SIZE}}}")  # a digest as it is written; anything else cannot be compared
_others: set[tuple[Where, str]] = set()  # pictures that were read and found to be others than these digests name


def digest_of(data: bytes, where: Where) -> str:
    """Names a picture (hex): the bytes of its file, and of an object in a photograph its box as well."""
    content = blake2b(data, digest_size=SIZE)
    place = location_of(where)
    if isinstance(place, Crop):
        content.update(repr(place.box).encode())
    return content.hexdigest()


def has_other_content(where: Where, digest: str) -> bool:
    """Whether the file there holds another picture than `digest` names. False where it cannot be read, for reading it
    tells why, and where `digest` is none. A file is read once, until its size or time changes."""
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
    """Whether `has_other_content` has found it so when it was asked last; reads nothing."""
    return (where, digest) in _others


@lru_cache(maxsize=1 << 16)
def _digest(where: Where, _stamp: tuple[int, ...]) -> str:
    return digest_of(read_bytes(file_of(where)), where)
