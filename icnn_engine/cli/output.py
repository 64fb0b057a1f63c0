"""Output that several commands share: JSON, and notes about changed pictures."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from icnn_engine.core.escaping import visible
from icnn_engine.runs.changed_pictures import changed_words, found_changed
from icnn_engine.runs.run_folder import Run


def print_json(value: dict[str, Any]) -> None:
    """Print an object as JSON, letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))


@contextmanager
def changed_pictures_noted(run: Run) -> Iterator[None]:
    """Name on stderr, after the block, the pictures left out because they have changed since the training."""
    yield
    if names := found_changed(run):
        print(visible(f"Note: {changed_words(names)}"), file=sys.stderr)
