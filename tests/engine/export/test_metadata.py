"""What an exported network says about itself."""

import json
from dataclasses import replace

from icnn_engine.core.events import NetworkName
from icnn_engine.export.metadata import EIGHT_BITS, answer_names, brightness_caveat, metadata_of
from icnn_engine.runs.notes import Note, Notes
from icnn_engine.runs.run_folder import Run

INTERPRETABLE = NetworkName.INTERPRETABLE


def test_the_users_names_of_parts_and_filters_go_with_the_network(fake_run: Run) -> None:
    notes = Notes({(INTERPRETABLE, "part", 0): Note("머리"), (INTERPRETABLE, "filter", 9): Note("tail")})
    told = metadata_of(fake_run, notes)
    parts, filters = json.loads(told["parts"]), json.loads(told["filters"])

    assert [part["name"] for part in parts] == ["머리", "Part 2", "Part 3"]
    assert parts[0]["filter"] in parts[0]["filters"] == list(fake_run.groups()[0])
    assert parts[0]["usual"] > 0
    assert (filters[0]["part"], filters[0]["name"]) == (1, "머리")
    assert (filters[9]["part"], filters[9]["name"]) == (2, "tail")
    assert len(filters) == len(fake_run.filters)


def test_answers_geometry_and_the_preparation_of_pictures_are_told(fake_run: Run) -> None:
    told = metadata_of(fake_run, Notes())

    assert json.loads(told["answers"]) == ["creature"]
    assert json.loads(told["geometry"]) == {"input_size": 224, "cells": 13, "stride": 16, "start": 15.0, "field": 239}
    assert told["run"] == fake_run.name
    assert "224 x 224" in told["input"]
    assert told["region"] == "The network reads whole pictures."
    assert str(fake_run.path.parent) not in " ".join(told.values())


def test_the_background_is_the_last_answer_where_it_is_one(fake_run: Run) -> None:
    info = fake_run.info | {"network": {"answers": 2, "pool": [2, 2]}, "background": "_background"}

    assert answer_names(replace(fake_run, info=info)) == ["creature", "_background"]


def test_a_network_of_regions_says_that_they_have_to_be_cut_out(fake_run: Run) -> None:
    run = replace(fake_run, settings=fake_run.settings.model_copy(update={"region": "object"}))

    assert "cut out the object's box, with a margin of 5%" in metadata_of(run, Notes())["region"]


def test_the_range_of_deep_pictures_is_told(fake_run: Run) -> None:
    deep = tuple(replace(picture, brightness="uint16 0.0 4095.0") for picture in fake_run.pictures)

    assert brightness_caveat(fake_run) == EIGHT_BITS
    assert "uint16 0.0 4095.0" in brightness_caveat(replace(fake_run, pictures=deep))
