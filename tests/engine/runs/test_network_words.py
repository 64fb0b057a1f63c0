from __future__ import annotations

from icnn_engine.core.events import NetworkName
from icnn_engine.runs.network_words import (
    backbone_title,
    channel_words,
    has_masks,
    network_in_sentence,
    network_title,
    network_titles,
)
from icnn_engine.runs.notes import Notes, filter_title
from icnn_engine.runs.run_folder import Run
from tests.own_network import as_converted, as_own

OWN, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM


def test_the_networks_of_a_training_keep_their_names(fake_run: Run) -> None:
    assert [network_title(fake_run, name) for name in (OWN, TWIN, CAM)] == ["Interpretable", "Ordinary twin", "CAM"]
    assert network_in_sentence(fake_run, TWIN) == "the ordinary twin"
    assert channel_words(fake_run.filters[0]) == ""


def test_a_network_of_ones_own_stands_beside_random_weights_and_grad_cam(fake_run: Run) -> None:
    run = as_own(fake_run)

    assert tuple(network_titles(run).values()) == ("Your network", "Random weights", "Grad-CAM")
    assert network_title(run, OWN) == "Your network"
    assert network_in_sentence(run, TWIN) == "the same network with random weights"


def test_a_converted_network_stands_beside_the_original_and_answers_without_masks(fake_run: Run) -> None:
    run = as_converted(fake_run)

    assert tuple(network_titles(run).values()) == ("Converted", "Original", "Grad-CAM")
    assert network_in_sentence(run, TWIN) == "the original network"
    assert not any(has_masks(run, name) for name in (OWN, TWIN, CAM))


def test_only_the_network_that_was_trained_here_to_find_parts_has_masks(fake_run: Run) -> None:
    assert [has_masks(fake_run, name) for name in (OWN, TWIN, CAM)] == [True, False, False]
    assert not any(has_masks(as_own(fake_run), name) for name in (OWN, TWIN, CAM))


def test_the_backbone_of_ones_own_network_is_its_architecture_and_layer(fake_run: Run) -> None:
    assert backbone_title(as_own(fake_run)) == "resnet18, layer layer3"
    assert "layer" not in backbone_title(fake_run)


def test_a_filter_of_ones_own_network_is_called_by_its_channel_too(fake_run: Run) -> None:
    assert filter_title(as_own(fake_run).filters[3], Notes()).endswith("filter 3 (channel 103)")
    assert filter_title(fake_run.filters[3], Notes()).endswith("filter 3")
