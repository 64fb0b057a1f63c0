"""The language the engine speaks."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from icnn_engine.core import language


@pytest.fixture(autouse=True)
def catalogue(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One text is known in one language."""
    monkeypatch.setattr(
        language,
        "_catalogue",
        {
            "ko": {("Figures", "Part {part}"): "부위 {part}", ("Figures", "A {part}"): "{part}을(를)"},
            "xx": {},
        }.__getitem__,
    )
    yield
    language.use(language.ENGLISH)


def test_what_is_not_translated_stays_english() -> None:
    language.use("ko")

    assert language.translate("Figures", "Part {part}") == "부위 {part}"
    assert language.translate("Report", "Part {part}") == "Part {part}"


def test_the_language_of_the_program_is_that_of_every_thread() -> None:
    heard: list[str] = []
    language.use("ko")
    thread = threading.Thread(target=lambda: heard.append(language.translate("Figures", "Part {part}")))
    thread.start()
    thread.join()

    assert heard == ["부위 {part}"]


def test_one_figure_can_speak_another_language() -> None:
    with language.speaking("ko"):
        inside = language.translate("Figures", "Part {part}")

    assert inside == "부위 {part}"
    assert language.current() == "en"


def test_a_filled_text_of_another_language_has_its_particles_left_alone() -> None:
    assert language.resolved("fox이(가)") == "fox이(가)"

    language.use("ko")

    assert language.resolved("fox이(가)") == "fox가"


def test_a_translated_text_chooses_its_particles_when_it_is_filled() -> None:
    language.use("ko")

    assert language.translate("Figures", "A {part}").format(part="코") == "코를"
