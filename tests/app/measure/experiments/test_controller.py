from __future__ import annotations

import csv
import shlex
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.jobs import RunnerState
from app.core.messages import Message
from app.measure.experiments import controller
from app.measure.experiments.controller import ExperimentsController
from app.measure.experiments.experiment_files import asked_cells, experiment_command
from app.measure.experiments.experiment_model import ExperimentModel
from app.measure.page import EXPERIMENT, RUN, MeasurePage
from app.shell.opening import Opener, kind_of
from icnn_engine.core.config import ExperimentSettings, make_experiment_settings
from icnn_engine.core.errors import ExperimentError
from icnn_engine.core.events import ExperimentGrew, FinishNow, Operation, Progress, StepDone
from icnn_engine.experiment.experiment_folder import CellName, Experiment, Task, open_experiment
from icnn_engine.experiment.experiment_table import experiment_rows
from icnn_engine.experiment.table_text import table_as_csv, table_as_markdown
from tests.app.pictures import listed
from tests.fake_experiment import add_cell, fake_settings, make_fake_study

NETWORK, ACCURACY = 2, 3  # columns


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Experiment:
    return make_fake_study(tmp_path_factory.mktemp("studies") / "whole")


class FakeExperiment:
    """Finishes one cell each time it is let."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.go_on = threading.Semaphore(0)
        self.asked: tuple[Path, ExperimentSettings, Path] | None = None
        self.error: Exception | None = None

    def make(self, _engine: object, folder: Path, settings: ExperimentSettings, place: Path) -> Operation[Experiment]:
        self.asked = (folder, settings, place)
        return self._operation()

    def _operation(self) -> Operation[Experiment]:
        make_fake_study(self.path, fake_settings(("fox",), (0, 1, 2)), cells=0)
        yield ExperimentGrew(self.path, 0, 3)
        for seed in range(3):
            finish = False
            while not self.go_on.acquire(timeout=0.01):
                finish = isinstance((yield StepDone("partscope", 0.5, 0.4, -0.1)), FinishNow) or finish
                finish = isinstance((yield Progress("Measuring", 1, 2)), FinishNow) or finish
                if finish or self.error is not None:
                    break
            if self.error is not None:
                raise self.error
            add_cell(self.path, CellName(Task(("fox",)), "squeezenet1_1", seed))
            yield ExperimentGrew(self.path, seed + 1, 3)
            if finish:
                break
        return open_experiment(self.path)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeExperiment:
    made = FakeExperiment(tmp_path / "runs" / "experiment-zoo")
    monkeypatch.setattr(controller, "run_experiment_when_ready", made.make)
    monkeypatch.setattr(controller, "runs_folder", lambda: tmp_path / "runs")
    return made


@pytest.fixture
def page(qtbot: QtBot, context: Context, fake: FakeExperiment) -> MeasurePage:
    assert fake.asked is None
    made = MeasurePage(context)
    qtbot.addWidget(made, before_close_func=lambda _page: context.jobs.shut_down())
    made.resize(1250, 800)
    made.show()
    context.session.set_folder(listed(Path("/pictures/zoo"), fox=30, cat=20, _background=30))
    made.views.show_view(EXPERIMENT)
    return made


def shown(qtbot: QtBot, page: MeasurePage, path: Path) -> ExperimentsController:
    page.experiments.open(path)
    qtbot.waitUntil(lambda: page.experiments.panel.table.model.rowCount() > 0, timeout=60_000)
    return page.experiments


def column(page: MeasurePage, place: int) -> list[str]:
    return [line[place] for line in page.experiments.panel.table.texts()]


def test_the_page_has_two_views_and_experiments_need_no_run(page: MeasurePage) -> None:
    needed = page.is_empty
    page.views.show_view(RUN)

    assert not needed
    assert page.is_empty


def test_an_experiment_is_started_with_what_is_ticked(qtbot: QtBot, page: MeasurePage, fake: FakeExperiment) -> None:
    form = page.experiments.panel.form
    form.categories.set_value(("fox",))
    form.networks.set_value(("ordinary", "partscope"))
    form.backbones.set_value(("squeezenet1_1", "resnet18=torchvision"))
    form.seeds.set_value(2)
    form.fields["epochs"].set_value(5)
    qtbot.mouseClick(page.experiments.panel.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: fake.asked is not None)
    folder, settings, place = fake.asked or (None, None, None)

    assert (folder, place) == (Path("/pictures/zoo"), fake.path)
    assert settings is not None
    assert (settings.categories, settings.seeds) == (("fox",), (0, 1))
    assert settings.backbones == ("squeezenet1_1", "resnet18=torchvision")
    assert settings.variants == ("ordinary", "partscope")
    assert settings.training.epochs == 5
    assert page.experiments.panel.count.text().startswith("4 cells")


def test_the_table_fills_as_cells_come_and_progress_is_told(
    qtbot: QtBot, context: Context, page: MeasurePage, fake: FakeExperiment
) -> None:
    panel, seen = page.experiments.panel, []
    page.experiments.begin()
    qtbot.waitUntil(lambda: "Cell 1 of 3" in panel.steering.said()[0])
    for done in (1, 2, 3):
        fake.go_on.release()
        qtbot.waitUntil(lambda done=done: panel.done() == f"{done} of 3 cells", timeout=60_000)
        seen.append(panel.table.model.rowCount())
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert seen == [6, 6, 6]
    assert not panel.steering.isVisible()
    assert panel.start.isEnabled()
    assert "95 % intervals" in panel.captions.text()


def test_it_can_be_paused_and_finished_early_and_what_is_done_is_kept(
    qtbot: QtBot, context: Context, page: MeasurePage, fake: FakeExperiment
) -> None:
    panel = page.experiments.panel
    page.experiments.begin()
    qtbot.waitUntil(lambda: "Cell 1 of 3" in panel.steering.said()[0])
    qtbot.mouseClick(panel.steering.pause, Qt.MouseButton.LeftButton)
    paused = (context.jobs.state is RunnerState.PAUSED, panel.steering.said()[0])
    with qtbot.waitSignal(context.jobs.ended):
        qtbot.mouseClick(panel.steering.finish, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.table.model.rowCount() > 0, timeout=60_000)

    assert paused == (True, "Paused")
    assert len(open_experiment(fake.path).cells) == 1


def test_cancelling_keeps_finished_cells_and_says_so(
    qtbot: QtBot, context: Context, page: MeasurePage, fake: FakeExperiment
) -> None:
    panel = page.experiments.panel
    page.experiments.begin()
    fake.go_on.release()
    qtbot.waitUntil(lambda: "1 of" in panel.done(), timeout=60_000)
    with qtbot.waitSignal(context.jobs.ended):
        qtbot.mouseClick(panel.steering.cancel, Qt.MouseButton.LeftButton)

    assert "Finished cells are kept" in panel.steering.said()[1]
    assert len(open_experiment(fake.path).cells) == 1
    assert panel.start.isEnabled()


def test_a_failure_is_told(
    qtbot: QtBot, context: Context, page: MeasurePage, fake: FakeExperiment, said: list[Message]
) -> None:
    fake.error = ExperimentError("That place holds another experiment.")
    page.experiments.begin()
    qtbot.waitUntil(lambda: bool(said))

    assert said[0].text == "That place holds another experiment."
    assert context.jobs.state is RunnerState.IDLE


def test_while_something_else_is_trained_no_experiment_can_start(
    qtbot: QtBot, context: Context, page: MeasurePage
) -> None:
    go_on = threading.Event()

    def other() -> Operation[None]:
        while not go_on.wait(0.01):
            yield Progress("Training", 0, 1)

    context.jobs.start("Training: fox", other)
    panel = page.experiments.panel
    waiting = (panel.start.isEnabled(), panel.steering.isVisible(), panel.count.text())
    with qtbot.waitSignal(context.jobs.ended):
        go_on.set()

    assert waiting[:2] == (False, False)
    assert "when the training under way has ended" in waiting[2]
    assert panel.start.isEnabled()


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


def test_a_figure_stands_with_its_interval_a_star_and_what_it_means(
    qtbot: QtBot, page: MeasurePage, study: Experiment
) -> None:
    table = shown(qtbot, page, study.path).panel.table
    row = next(row for row in experiment_rows(study) if row.network == "partscope")
    figure = row.figures["equivariance"]
    place = next(i for i, c in enumerate(table.model.columns) if c.key == "equivariance") + NETWORK + 1
    line = column(page, NETWORK).index("Partscope")
    cell = table.model.index(line, place)
    told = cell.data(Qt.ItemDataRole.ToolTipRole)

    assert figure.differs
    assert cell.data() == f"{figure.value.mean:.3f}*"
    assert f"95 % interval {figure.against.low:.3f} – {figure.against.high:.3f}: a difference" in told
    assert "Share of peaks" in table.model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert table.figures.isColumnHidden(NETWORK)
    assert table.names.isColumnHidden(place)


def test_the_table_is_sorted_by_any_column_and_what_was_not_measured_stays_last(
    qtbot: QtBot, page: MeasurePage, study: Experiment
) -> None:
    table = shown(qtbot, page, study.path).panel.table
    usual = column(page, NETWORK)
    header = table.figures.horizontalHeader()
    header.setSortIndicator(ACCURACY, Qt.SortOrder.DescendingOrder)
    falling = column(page, ACCURACY)
    header.setSortIndicator(ACCURACY, Qt.SortOrder.AscendingOrder)
    rising = column(page, ACCURACY)
    table.names.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    measured = [float(text.rstrip("*")) for text in falling if text]

    without = ["k-means, no training", "Without learning"]
    assert usual[:6] == ["Ordinary", "Paper (eq. 1)", "Partscope", "CAM network", *without]
    assert measured == sorted(measured, reverse=True)
    assert [text for text in rising if text] == [text for text in reversed(falling) if text]
    assert falling[-4:] == rising[-4:] == [""] * 4
    assert column(page, NETWORK) == usual


def test_every_title_stands_alone(study: Experiment) -> None:
    model = ExperimentModel()
    model.set_rows(experiment_rows(study))
    titles = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]

    assert "Location instability of the centre" in titles
    assert len(set(titles)) == len(titles)
    assert not any("…" in title for title in titles)


def test_an_experiment_that_exists_fills_the_form_and_goes_on_in_its_place(
    qtbot: QtBot, page: MeasurePage, fake: FakeExperiment, tmp_path: Path
) -> None:
    begun = make_fake_study(tmp_path / "elsewhere" / "mine", fake_settings(("cat",), (5, 7)), cells=1)
    panel = shown(qtbot, page, begun.path).panel
    done = panel.done()
    panel.form.seeds.set_value(3)
    page.experiments.begin()
    qtbot.waitUntil(lambda: fake.asked is not None)
    _folder, settings, place = fake.asked or (None, None, None)

    assert done == "1 of 2 cells"
    assert place == begun.path
    assert settings is not None
    assert (settings.categories, settings.seeds) == (("cat",), (5, 7, 0))
    assert (settings.training, settings.variants) == (begun.settings.training, begun.settings.variants)


def test_the_last_experiment_is_shown_again_at_the_next_start(
    qtbot: QtBot, context: Context, page: MeasurePage, study: Experiment
) -> None:
    shown(qtbot, page, study.path)
    again = ExperimentsController(context)
    qtbot.addWidget(again.panel)
    again.restore()
    qtbot.waitUntil(lambda: again.panel.table.model.rowCount() == 12, timeout=60_000)


@pytest.mark.parametrize("name", ["table.csv", "table.md", "table.tex", "table.svg"])
def test_the_table_is_exported_as_its_suffix_says(
    qtbot: QtBot,
    page: MeasurePage,
    study: Experiment,
    said: list[Message],
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    controller = shown(qtbot, page, study.path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
    qtbot.mouseClick(controller.panel.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said), timeout=60_000)
    text, rows = (tmp_path / name).read_text(encoding="utf-8"), experiment_rows(study)
    wanted = {
        "table.csv": table_as_csv(rows),
        "table.md": table_as_markdown(study, rows),
        "table.tex": "\\begin{tabular}",
        "table.svg": "Networks compared on zoo",
    }

    assert said[0].kind == "note"
    assert wanted[name] in text
    assert name != "table.csv" or len(list(csv.reader(text.splitlines()))) == 13


def test_another_suffix_is_refused_in_words(
    qtbot: QtBot, page: MeasurePage, study: Experiment, said: list[Message], tmp_path: Path
) -> None:
    shown(qtbot, page, study.path).export(tmp_path / "table.docx")
    qtbot.waitUntil(lambda: bool(said))

    assert said[0].kind == "problem"
    assert ".csv, .md, .tex" in said[0].text


def test_a_folder_of_an_experiment_opens_wherever_it_is_dropped(
    qtbot: QtBot, context: Context, page: MeasurePage, study: Experiment
) -> None:
    page.views.show_view(RUN)
    opener = Opener(context)
    opener.open(study.path)
    qtbot.waitUntil(lambda: page.experiments.panel.table.model.rowCount() == 12, timeout=60_000)

    assert kind_of(study.path / "study.toml") == "study"
    assert page.experiments.panel.isVisible()


def test_the_command_line_says_what_the_parser_understands(page: MeasurePage) -> None:
    from icnn_engine.cli.parser import make_parser

    values: dict[str, Any] = {
        "categories": ("fox", "cat"),
        "alone": False,
        "together": ("logistic",),
        "seeds": (0, 4),
        "training": {"epochs": 3, "hidden": (32, 16), "background": "others"},
    }
    words = shlex.split(experiment_command(Path("/my pictures"), make_experiment_settings(values), Path("/runs/one")))
    found = vars(make_parser(words[1:]).parse_args(words[1:]))
    page.experiments.panel.copy.click()

    assert (found["categories"], found["seeds"], found["together"]) == (["fox", "cat"], [0, 4], ["logistic"])
    assert (found["alone"], found["epochs"], found["hidden"]) == (False, 3, [32, 16])
    assert (found["background"], found["output"]) == ("others", Path("/runs/one"))
    assert QGuiApplication.clipboard().text().startswith("partscope experiment /pictures/zoo --categories cat fox")
