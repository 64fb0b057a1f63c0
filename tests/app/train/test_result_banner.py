"""The result of a training at the top of its page."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.train.result_banner import ResultBanner


def test_a_loss_against_the_twin_is_a_warning_at_the_end_of_a_training(qtbot: QtBot) -> None:
    banner = ResultBanner()
    qtbot.addWidget(banner)
    banner.show_result(("Its filters keep.",), "foxes", "It is right less often: accuracy is lost.")
    lost = banner.loss.isHidden(), banner.loss.property("role"), banner.accessibleName()
    banner.show_result(("Its filters keep.",), "foxes")

    assert lost == (
        False,
        "warning",
        "The training is done. It is right less often: accuracy is lost. Its filters keep.",
    )
    assert banner.loss.isHidden()
