"""A network of the user's own on the Filters page: its names, its channels, and no word of a twin."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.filters.filter_words import filter_heading, filter_state, filter_title, following_fact, other_facts
from app.filters.page import FiltersPage
from app.filters.predictions.headline import headline
from app.widgets.wording.sides import side_words
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.notes import Notes
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import made_page, settle
from tests.own_network import as_converted, as_own


@pytest.fixture
def run(fake_run: Run) -> Run:
    return as_own(fake_run)


@pytest.fixture
def page(qtbot: QtBot, context: Context, run: Run) -> FiltersPage:
    return made_page(qtbot, context, run)


def test_the_wall_offers_ones_own_network_and_random_weights(page: FiltersPage) -> None:
    texts = [button.text() for button in page.panel.networks]

    assert texts == ["Yours", "Random"]
    assert page.panel.order.findText("Against random") >= 0


def test_a_run_that_was_trained_here_has_its_names_back(page: FiltersPage, context: Context, fake_run: Run) -> None:
    context.session.set_run(fake_run)

    assert [button.text() for button in page.panel.networks] == ["Interpretable", "Twin"]


def test_a_filter_is_called_by_its_channel_too(run: Run, fake_run: Run) -> None:
    assert filter_title(run.filters[3]) == "Filter 3 · channel 103"
    assert filter_heading(run.filters[0], Notes()) == "Part 1 · filter 0 · channel 100"
    assert filter_title(fake_run.filters[3]) == "Filter 3"


def test_no_label_of_the_page_speaks_of_a_twin_or_of_what_was_trained(page: FiltersPage) -> None:
    texts = [label.text().lower() for label in page.findChildren(QLabel)]

    assert not [text for text in texts if "twin" in text or "trained" in text or "untrained" in text]


def test_the_stages_say_that_ones_own_network_has_no_masks(page: FiltersPage) -> None:
    assert "has no masks" in page.detail.stages.told.text()
    assert page.detail.trio.own.caption.title.whole.startswith("Your network")
    assert page.detail.trio.cam.caption.title.whole == "Grad-CAM"
    assert page.detail.trio.other.caption.title.whole.startswith("Random weights")


def test_random_weights_are_no_opinion_about_a_picture(run: Run) -> None:
    assert headline(run, look_at(run, 0)).twin == ""


def test_what_it_follows_stands_beside_random_weights(run: Run) -> None:
    _fact, scale = following_fact(run, run.filters[0])

    assert [words.split()[0] for words, _value in scale.marks] == ["random"]
    assert other_facts(run, run.filters[0])[0].name == "Above random weights"
    assert filter_state(run, run.twin_filters[0]).startswith("random weights · ")


def test_only_channels_of_ones_own_network_can_be_switched_off(
    qtbot: QtBot, page: FiltersPage, context: Context, run: Run
) -> None:
    page.panel.networks[1].click()
    page.panel.wall.chosen.emit(run.twin_filters[0].index)
    settle(qtbot, context)

    assert "Filters of your network can be switched off" in page.detail.ablation.tested.text()


def test_of_the_pictures_it_is_said_whether_filters_were_chosen_by_them(run: Run) -> None:
    sides = {side_words(run, index) for index in range(len(run.pictures))}

    assert sides == {"filters were chosen by it", "kept aside"}


def test_a_converted_network_stands_beside_the_original_on_the_whole_page(
    qtbot: QtBot, context: Context, fake_run: Run
) -> None:
    run = as_converted(fake_run)
    page = made_page(qtbot, context, run)
    texts = [label.text().lower() for label in page.findChildren(QLabel)]

    assert [button.text() for button in page.panel.networks] == ["Converted", "Original"]
    assert page.panel.order.findText("Against the original") >= 0
    assert not [text for text in texts if "twin" in text]
    assert "answer without masks" in page.detail.stages.told.text()
    assert headline(run, look_at(run, 0)).twin.startswith("The original ")
    assert filter_state(run, run.twin_filters[0]).startswith("original · ")
