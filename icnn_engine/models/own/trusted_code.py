"""Which Python files the user has allowed to run, by the digest of their content. No torch."""

from __future__ import annotations

import hashlib
from pathlib import Path

import platformdirs

from icnn_engine.core.atomic_files import write_text


def is_trusted(content: bytes) -> bool:
    """Return whether the user has confirmed this content of a Python file."""
    place = _place()
    return place.is_file() and _digest(content) in place.read_text("utf-8", "replace").split()


def trust(path: Path) -> None:
    """Remember that the user has confirmed a Python file with its present content."""
    content, place = path.read_bytes(), _place()
    if not is_trusted(content):
        known = place.read_text("utf-8", "replace") if place.is_file() else ""
        place.parent.mkdir(parents=True, exist_ok=True)
        write_text(place, "\n".join([*known.splitlines(), f"{_digest(content)} {path.name}"]) + "\n")


def _place() -> Path:
    return platformdirs.user_data_path("Partscope", appauthor=False) / "trusted-code.txt"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
