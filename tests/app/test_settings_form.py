from __future__ import annotations

from typing import Any, get_args

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.widgets.settings_form import SettingsForm
from icnn_engine.config import BACKBONE_TITLES, OFFERED_WEIGHTS, BackboneName


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    made = SettingsForm()
    qtbot.addWidget(made)
    return made


def choose(field: Any, value: str) -> None:
    """What a user does in a list."""
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_every_backbone_is_offered_by_the_name_people_know(form: SettingsForm) -> None:
    field = form.fields["backbone"]
    offered = {field.itemData(place): field.itemText(place) for place in range(field.count())}

    assert tuple(offered) == get_args(BackboneName)
    assert all(offered[name].startswith(title) for name, title in BACKBONE_TITLES.items())


@pytest.mark.parametrize("name", get_args(BackboneName))
def test_a_backbone_is_offered_the_weights_it_has_the_best_first(form: SettingsForm, name: BackboneName) -> None:
    choose(form.fields["backbone"], name)
    field = form.fields["weights"]
    offered = [field.itemData(place) for place in range(field.count())]

    assert tuple(offered[: len(OFFERED_WEIGHTS[name]) + 1]) == (*OFFERED_WEIGHTS[name], "scratch")
    assert field.value() == offered[0]


def test_a_matconvnet_file_can_be_chosen_and_stays_chosen_with_another_backbone(
    form: SettingsForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def answer(*arguments: Any) -> tuple[str, str]:
        asked.extend(arguments)
        return "/weights/imagenet-vgg-m.mat", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    field = form.fields["weights"]
    field.setCurrentIndex(field.count() - 1)
    field.activated.emit(field.currentIndex())

    choose(form.fields["backbone"], "vgg_m")

    assert "*.mat" in asked[-1]
    assert form.values()["weights"] == "/weights/imagenet-vgg-m.mat"
