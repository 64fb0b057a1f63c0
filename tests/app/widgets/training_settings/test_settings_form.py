from __future__ import annotations

from typing import Any, get_args

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.widgets.training_settings.settings_form import SettingsForm
from icnn_engine.core.config import (
    ALL,
    BACKBONE_TITLES,
    NONE,
    OFFERED_WEIGHTS,
    OTHERS,
    SHUFFLED,
    BackboneName,
    make_settings,
)
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.presets import PRESETS, preset_of


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


@pytest.fixture
def zoo(form: SettingsForm) -> SettingsForm:
    form.set_categories(("_background", "cat", "fox", "sheep"))
    form.show()
    return form


def offered(field: Any) -> list[str]:
    return [field.itemData(place) for place in range(field.count()) if isinstance(field.itemData(place), str)]


def test_one_category_is_sought_unless_the_user_asks_for_several(zoo: SettingsForm) -> None:
    values = zoo.values()

    assert (values["category"], values["categories"]) == ("cat", ())
    assert not zoo.fields["loss"].isVisible()
    assert not zoo.fields["category"].ticks.isVisible()


def test_all_categories_can_be_taken_as_one(form: SettingsForm) -> None:
    form.set_categories(("auk", "gull"), "bird")
    choose(form.fields["category"].choice, "bird")
    values = form.values()

    assert (values["category"], values["categories"]) == ("bird", ())
    assert offered(form.fields["background"]) == [SHUFFLED]


def test_all_categories_together_are_asked_for_by_one_word(zoo: SettingsForm) -> None:
    choose(zoo.fields["category"].choice, ALL)
    values = zoo.values()

    assert make_settings(values).categories == ("all",)
    assert values["category"] == ""
    assert zoo.fields["loss"].isVisible()


def test_ticked_categories_are_sought_together_and_the_rest_can_be_the_background(zoo: SettingsForm) -> None:
    zoo.set_values({"categories": ("fox", "cat")})
    zoo.fields["category"].choice.edited.emit()

    assert make_settings(zoo.values()).categories == ("cat", "fox")
    assert offered(zoo.fields["background"]) == ["_background", NONE, OTHERS, SHUFFLED, "sheep"]


def test_with_too_few_ticked_the_form_says_what_to_do(zoo: SettingsForm) -> None:
    zoo.set_values({"categories": ("fox", "cat")})
    zoo.fields["category"].ticks.set_value(("fox",))

    with pytest.raises(SettingsError, match="Tick two categories or more"):
        zoo.values()


def test_a_folder_of_one_category_offers_nothing_to_combine(form: SettingsForm) -> None:
    form.set_categories(("_background", "fox"))

    assert form.fields["category"].choice.count() == 1


def test_every_choice_is_explained_in_plain_words(zoo: SettingsForm) -> None:
    told = {}
    for name in ("variant", "training", "loss", "split"):
        field = zoo.fields[name]
        for place in range(field.count()):
            field.setCurrentIndex(place)
            field.activated.emit(place)
            told[name, field.itemData(place)] = zoo.meaning(name)

    assert all(told.values())
    assert len(set(told.values())) == len(told) == 9


def test_a_network_whose_weights_are_in_files_says_so(zoo: SettingsForm) -> None:
    choose(zoo.fields["backbone"], "vgg_m")

    assert "MatConvNet" in zoo.meaning("weights")


def test_the_category_that_another_page_asks_for_is_chosen(zoo: SettingsForm) -> None:
    zoo.set_category("sheep")

    assert zoo.values()["category"] == "sheep"
    assert zoo.fields["name"].placeholderText() == "sheep"


def test_three_questions_and_a_name_stand_at_the_top_and_the_rest_is_folded(zoo: SettingsForm) -> None:
    asked = [name for name, field in zoo.fields.items() if field.isVisibleTo(zoo)]

    assert asked == ["category", "background", "name"]
    assert zoo.preset.isVisibleTo(zoo)


def test_each_preset_says_how_long_it_takes(zoo: SettingsForm) -> None:
    zoo.show_forecast("About 2 min.", "", {"quick-look": "2 min", "thorough": "7 min"})

    assert [zoo.preset.itemText(place) for place in range(2)] == ["Quick look · about 2 min", "Thorough · about 7 min"]


def test_hidden_layers_are_written_as_numbers_and_nothing_stands_for_the_usual_ones(zoo: SettingsForm) -> None:
    usual = zoo.values()["hidden"]
    zoo.fields["hidden"].setText("4096 4096")
    paper = zoo.values()["hidden"]
    zoo.fields["hidden"].setText("")

    assert usual == zoo.values()["hidden"] == (256,)
    assert paper == (4096, 4096)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_sets_the_form_and_leaves_what_it_is_about(form: SettingsForm, preset: str) -> None:
    form.set_categories(["fox", "zebra"])
    choose(form.fields["category"].choice, "zebra")
    choose(form.preset, "paper")
    choose(form.preset, preset)
    settings = make_settings(form.values())

    assert preset_of(settings.model_dump()) == preset == form.preset.value()
    assert settings.category == "zebra"


def test_a_changed_setting_makes_the_settings_ones_own_until_a_preset_is_chosen(form: SettingsForm) -> None:
    choose(form.preset, "thorough")
    form.fields["filters"].setValue(99)
    own = form.preset.currentText()
    choose(form.preset, "thorough")

    assert own == "Your own"
    assert form.preset.currentText() == "Thorough"
    assert "Your own" not in [form.preset.itemText(i) for i in range(form.preset.count())]
    assert form.values()["filters"] == 64


def test_what_computes_is_asked_only_where_there_is_a_choice(zoo: SettingsForm) -> None:
    device, precision = zoo.fields["device"], zoo.fields["precision"]
    zoo.set_computers([("cpu", "processor")])
    alone = device.isVisibleTo(zoo), precision.isVisibleTo(zoo)
    zoo.set_computers([("cuda:0", "Card, 80 GB"), ("cpu", "processor")])
    choose(device, "cuda:0")

    assert alone == (False, False)
    assert [device.itemText(place) for place in range(device.count())][1:] == ["Card, 80 GB", "processor"]
    assert (zoo.values()["device"], zoo.values()["precision"]) == ("cuda:0", None)
    assert precision.isEnabled()
