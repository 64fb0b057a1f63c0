"""JSON as files of annotations have it: letters as they are, a line for each value of the outer lists."""

from __future__ import annotations

import json
from typing import Any


def json_text(document: dict[str, Any]) -> str:
    """Return an object as JSON, readable and small: each item of a list in it stands on a line of its own."""
    fields = ",\n".join(f"  {json.dumps(key)}: {_value(value)}" for key, value in document.items())
    return f"{{\n{fields}\n}}\n"


def _value(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _line(value)
    lines = ",\n".join(f"    {_line(item)}" for item in value)
    return f"[\n{lines}\n  ]"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
