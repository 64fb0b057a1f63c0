from __future__ import annotations

from app.core.messages import Messages, error_text
from icnn_engine.core import language
from icnn_engine.core.errors import RunError


def test_an_error_raised_on_purpose_is_said_as_it_is_and_others_are_explained() -> None:
    purpose = error_text(RunError("Choose another place."))
    surprise = error_text(ValueError("bad shape"))

    assert purpose == "Choose another place."
    assert "unexpected" in surprise
    assert "bad shape" in surprise


def test_a_korean_message_has_the_particle_that_its_word_asks_for() -> None:
    heard: list[str] = []
    with language.speaking("ko"):
        sender = Messages()
        sender.said.connect(lambda message: heard.append(message.text))
        sender.note("fox이(가) 끝났습니다.")
        sender.problem("말을(를) 읽을 수 없습니다.")

    assert heard == ["fox가 끝났습니다.", "말을 읽을 수 없습니다."]
