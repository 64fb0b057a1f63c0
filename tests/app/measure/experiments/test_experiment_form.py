from __future__ import annotations

import pytest

from app.measure.experiments.experiment_files import asked_cells
from app.measure.page import MeasurePage
from icnn_engine.core.experiment_settings import make_experiment_settings


@pytest.mark.parametrize("what", ["categories", "networks", "backbones"])
def test_with_nothing_ticked_the_form_says_what_to_do(page: MeasurePage, what: str) -> None:
    panel = page.experiments.panel
    getattr(panel.form, what).set_value(())

    assert "Tick at least one" in panel.count.text()
    assert not panel.start.isEnabled()


def test_networks_for_all_categories_together_can_be_asked_for_alone(page: MeasurePage) -> None:
    form = page.experiments.panel.form
    form.tasks.set_value(("alone", "softmax"))
    both = asked_cells(make_experiment_settings(form.values()))
    form.tasks.set_value(("softmax",))
    values = form.values()

    assert (both, asked_cells(make_experiment_settings(values))) == (9, 3)
    assert (values["alone"], values["together"]) == (False, ("softmax",))


def test_a_network_for_all_of_one_category_is_refused(page: MeasurePage) -> None:
    panel = page.experiments.panel
    panel.form.tasks.set_value(("logistic",))
    panel.form.categories.set_value(("fox",))

    assert "two categories or more" in panel.count.text()
    assert not panel.start.isEnabled()
