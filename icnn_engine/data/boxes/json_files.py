"""Reads the JSON files of annotation programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from icnn_engine.core.language import translate
from icnn_engine.data.tables.csv_tables import TableError


def read_bytes_of(path: Path) -> bytes:
    """Return the content of a file. Raises TableError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise TableError(translate("Errors", "the file cannot be read ({strerror})"), strerror=error.strerror) from None


def parsed(data: bytes) -> Any:
    """Return the value that JSON text holds. Raises TableError."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        text = translate("Errors", "line {line}: this is not UTF-8 text; export the boxes again")
        raise TableError(text.format(line=1 + data.count(b"\n", 0, error.start))) from None
    except json.JSONDecodeError as error:
        text = translate("Errors", "line {line}: this is not JSON ({error}), perhaps cut off; export the boxes again")
        raise TableError(text.format(line=error.lineno, error=error.msg)) from None
    except (RecursionError, ValueError) as error:
        text = translate("Errors", "this is not JSON ({error}), perhaps damaged; export the boxes again")
        raise TableError(text.format(error=error)) from None


def items_of(document: Any, key: str) -> list[dict[str, Any]]:
    """Return the list of objects under a key of a JSON object. Raises TableError."""
    values = document.get(key) if isinstance(document, dict) else None
    if not isinstance(values, list):
        raise TableError(translate("Errors", "there is no list {key}; export the boxes again").format(key=key))
    for number, value in enumerate(values, 1):
        if not isinstance(value, dict):
            text = translate("Errors", "entry {number} of {key} is {seen}, not an object in braces")
            raise TableError(text.format(number=number, key=key, seen=repr(value)[:60]))
    return values
