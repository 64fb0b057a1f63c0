"""Output that several commands share: JSON, notes about changed pictures, checks of a filter and a language."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from icnn_engine.core.errors import SettingsError
from icnn_engine.core.escaping import visible
from icnn_engine.core.language import ENGLISH, languages, translate
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


def checked_language(code: str | None) -> str:
    """Return the language, English by default. Raises SettingsError for a language that does not exist."""
    if code is not None and code not in languages():
        raise SettingsError(
            translate("Errors", "There is no language {code}. Choose one of: {languages}.").format(
                code=code, languages=", ".join(languages())
            )
        )
    return code or ENGLISH


def check_filters(run: Run, filters: list[int]) -> None:
    """Raise SettingsError where a run does not have one of the filters."""
    if wrong := [f for f in filters if not 0 <= f < len(run.filters)]:
        raise SettingsError(
            translate("Errors", "There is no filter {filter}: this run has filters 0 to {count}.").format(
                filter=wrong[0], count=len(run.filters) - 1
            )
        )
