"""Words for settings and their values."""

from __future__ import annotations

from app.widgets.training_settings.setting_words import title


def test_what_a_network_is_told_from_is_named_in_words_and_a_category_by_its_name() -> None:
    assert [title("background", value) for value in ("others", "cat")] == ["All other categories", "cat"]
