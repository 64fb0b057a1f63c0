"""What an experiment is to compare: categories, networks, backbones, seeds, and how each network is trained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.measure.experiments.experiment_model import network_title
from app.style.stylesheet import MEDIUM, TIGHT
from app.widgets.common import Button, label
from app.widgets.fields import IntegerField, TextField
from app.widgets.training_settings.setting_words import title, words
from app.widgets.training_settings.settings_form import setting_field
from app.widgets.training_settings.subject_field import TickList
from icnn_engine.core.config import (
    AUTO_BACKGROUND,
    NONE,
    OFFERED_WEIGHTS,
    OTHERS,
    SHUFFLED,
    BackboneName,
    ClassLoss,
    ExperimentSettings,
    NetworkVariant,
    TrainSettings,
    make_settings,
)
from icnn_engine.core.errors import SettingsError

TRAINING = ("background", "training", "epochs", "max_pictures")  # of the settings of a training, those on show
USUAL_SEEDS, MOST_SEEDS = 3, 20
BUNDLED = "bundled"
ALONE = "alone"  # a network for each category; the others are for all of them together


def tr(text: str) -> str:
    """A text of the form in the user's language."""
    return QCoreApplication.translate("ExperimentForm", text)


def backbones() -> list[tuple[str, str]]:
    """Backbones that have learned weights without a file, as an experiment names them, with their titles."""
    found = []
    for name in get_args(BackboneName):
        for weights in OFFERED_WEIGHTS[name][:1]:
            shown = title("backbone", name)
            found.append((name if weights == BUNDLED else f"{name}={weights}", shown))
    return found


class ExperimentForm(QWidget):
    """Told the categories of the folder; says when anything is edited."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._categories: tuple[str, ...] = ()
        self._training: dict[str, Any] = {}  # settings of a training that are not on show
        self._seeds: tuple[int, ...] = ()  # of the experiment that is open
        self.categories, self.networks, self.backbones = TickList(), TickList(), TickList()
        self.networks.set_names([(name, network_title(name)) for name in get_args(NetworkVariant)])
        self.backbones.set_names(backbones(), ticked=False)
        self.backbones.set_value(backbones()[0][:1])
        self.tasks = TickList()
        self.tasks.set_names([(name, _task(name)) for name in (ALONE, *get_args(ClassLoss))], ticked=False)
        self.tasks.set_value((ALONE,))
        self.seeds = IntegerField(1, MOST_SEEDS)
        self.seeds.set_value(USUAL_SEEDS)
        self.name = TextField(tr("As the folder"))
        self.fields: dict[str, Any] = {name: setting_field(name) for name in TRAINING}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(TIGHT)
        self._build()
        self.set_training(make_settings({}))
        self._offer_backgrounds()
        self._connect()

    def _build(self) -> None:
        self._add(tr("Categories"), self.categories)
        self._add(tr("Trained for"), self.tasks)
        self._add(tr("Networks compared"), self.networks)
        self._add(tr("Backbones"), self.backbones)
        self._add(tr("Seeds"), self.seeds, help_text=tr("Each is another split, other first weights, another order."))
        self._more = Button(tr("More settings"), "link", "right", self._fold)
        self._rest = QFrame()
        self._layout.addWidget(self._more)
        self._layout.addWidget(self._rest)
        outer, self._layout = self._layout, QVBoxLayout(self._rest)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(TIGHT)
        for name, field in self.fields.items():
            self._add(words(name)[0], field, help_text=words(name)[1])
        help_text = tr("An experiment of that name goes on where it stopped, with the same settings.")
        self._add(tr("Name"), self.name, help_text=help_text)
        self._rest.hide()
        self._layout = outer

    def _add(self, heading: str, *widgets: QWidget, help_text: str = "") -> None:
        caption = label(heading, "caption")
        caption.setBuddy(widgets[0])
        widgets[0].setAccessibleName(heading)
        for widget in (caption, *widgets, *([label(help_text, "small", wrap=True)] if help_text else [])):
            self._layout.addWidget(widget)
        self._layout.addSpacing(MEDIUM)

    def _fold(self) -> None:
        folded = self._rest.isVisible()
        self._rest.setVisible(not folded)
        self._more.set_icon("right" if folded else "down")

    def _connect(self) -> None:
        ticks = (self.categories, self.tasks, self.networks, self.backbones)
        for field in (*ticks, self.seeds, self.name, *self.fields.values()):
            field.edited.connect(self._changed)

    def set_categories(self, categories: Sequence[str]) -> None:
        """Offer the categories of a folder."""
        self._categories = tuple(categories)
        self.categories.set_names([(c, c) for c in categories if c != AUTO_BACKGROUND])
        self._changed()

    def set_training(self, training: TrainSettings) -> None:
        """Train as these settings say; those that are not on show are kept."""
        self._training = training.model_dump()
        for name, field in self.fields.items():
            field.set_value(self._training[name])

    def set_settings(self, settings: ExperimentSettings, name: str) -> None:
        """Show the settings of an experiment that exists."""
        self.set_training(settings.training)
        known = {value for value, _title in backbones()}
        others = [(value, value) for value in settings.backbones if value not in known]
        self.backbones.set_names([*backbones(), *others], ticked=False)
        self.backbones.set_value(settings.backbones)
        self.networks.set_value(settings.variants)
        self.categories.set_value(settings.categories or self.categories.values())
        self.tasks.set_value((*([ALONE] if settings.alone else []), *settings.together))
        self._seeds = settings.seeds
        self.seeds.set_value(len(settings.seeds))
        self.name.set_value(name)
        self._changed()

    def values(self) -> dict[str, Any]:
        """The settings as plain values. Raises SettingsError where too little is ticked."""
        chosen, networks, on = self.categories.value(), self.networks.value(), self.backbones.value()
        alone = ALONE in self.tasks.value()
        together = tuple(loss for loss in self.tasks.value() if loss != ALONE and len(chosen) > 1)
        for ticked, what in ((chosen, tr("category")), (networks, tr("network")), (on, tr("backbone"))):
            if not ticked:
                raise SettingsError(tr("Tick at least one {what}.").format(what=what))
        if not alone and not together:
            raise SettingsError(tr("Tick 'each category by itself', or 'all together' and two categories or more."))
        shown = {name: field.value() for name, field in self.fields.items()}
        return {
            "categories": chosen,
            "alone": alone,
            "together": together,
            "backbones": on,
            "variants": networks,
            "seeds": self._wanted_seeds(),
            "training": self._training | shown,
        }

    def _wanted_seeds(self) -> tuple[int, ...]:
        """Those of the experiment that is open first, then others from 0."""
        count = self.seeds.value()
        others = (seed for seed in range(count + len(self._seeds)) if seed not in self._seeds)
        return (*self._seeds, *others)[:count]

    def _changed(self) -> None:
        self._offer_backgrounds()
        self.edited.emit()

    def _offer_backgrounds(self) -> None:
        """What each category can be told from. Usual: _background, else the other categories."""
        own = [(AUTO_BACKGROUND, tr("The folder's _background"))] if AUTO_BACKGROUND in self._categories else []
        others = [(OTHERS, tr("All other categories"))] if len(self._categories) > 1 else []
        together = [(NONE, tr("Each other alone"))] if ALONE not in self.tasks.value() else []
        shuffled = [(SHUFFLED, tr("Its own pictures, shuffled"))]
        self.fields["background"].set_choices(
            [("", tr("As usual for the folder")), *own, *others, *together, *shuffled]
        )


def _task(name: str) -> str:
    known = {
        ALONE: tr("Each category by itself"),
        "logistic": tr("All together, yes or no for each"),
        "softmax": tr("All together, one answer"),
    }
    return known[name]
