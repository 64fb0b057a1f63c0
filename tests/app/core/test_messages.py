from __future__ import annotations

from app.core.messages import error_text
from icnn_engine.core.errors import RunError


def test_an_error_raised_on_purpose_is_said_as_it_is_and_others_are_explained() -> None:
    purpose = error_text(RunError("Choose another place."))
    surprise = error_text(ValueError("bad shape"))

    assert purpose == "Choose another place."
    assert "unexpected" in surprise
    assert "bad shape" in surprise
