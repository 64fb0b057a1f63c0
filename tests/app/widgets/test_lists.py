from __future__ import annotations

from app.widgets.lists import breakable


def test_only_words_as_long_as_a_path_may_be_broken() -> None:
    path = "fox/" + "a" * 60 + ".png"

    assert breakable("70 pictures are nearly alike: they stay.") == "70 pictures are nearly alike: they stay."
    assert breakable(path).replace("\u200b", "") == path
    assert max(map(len, breakable(path).split("\u200b"))) < 30
