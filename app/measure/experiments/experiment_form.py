"""The form of an experiment: categories, networks, backbones, seeds, and the settings of the training."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.measure.experiments.experiment_model import network_title
from app.style.stylesheet import MEDIUM, TIGHT
from app.widgets.common import column, label
from app.widgets.fields import IntegerField, TextField
from app.widgets.layouts.folded_section import FoldedSection
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
    NetworkVariant,
    TrainSettings,
    make_settings,
)
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.experiment_settings import ExperimentSettings

TRAINING = ("background", "training", "epochs", "max_pictures")  # the settings of the training on show
USUAL_SEEDS, MOST_SEEDS = 3, 20
BUNDLED = "bundled"
ALONE = "alone"  # a network for each category; the others are for all of them together


def tr(text: str) -> str:
    """Return a text of the form in the user's language."""
    return QCoreApplication.translate("ExperimentForm", text)


def backbones() -> list[tuple[str, str]]:
    """Return the backbones whose weights need no file, as an experiment names them, with their titles."""
    return [
        (name if weights == BUNDLED else f"{name}={weights}", title("backbone", name))
        for name in get_args(BackboneName)
        for weights in OFFERED_WEIGHTS[name][:1]
    ]


class ExperimentForm(QWidget):
    """Offers the categories of the folder; emits when anything is edited."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._categories: tuple[str, ...] = ()
        self._training: dict[str, Any] = {}  # with the settings that are not on show
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
        self._build()
        self.set_training(make_settings({}))
        self._offer_backgrounds()
        ticks = (self.categories, self.tasks, self.networks, self.backbones)
        for field in (*ticks, self.seeds, self.name, *self.fields.values()):
            field.edited.connect(self._changed)

    def _build(self) -> None:
        whole = column(spacing=TIGHT, parent=self)
        for heading, field, help_text in (
            (tr("Categories"), self.categories, ""),
            (tr("Trained for"), self.tasks, ""),
            (tr("Networks compared"), self.networks, ""),
            (tr("Backbones"), self.backbones, ""),
            (tr("Seeds"), self.seeds, tr("Each is another split, other first weights, another order.")),
        ):
            _add(whole, heading, field, help_text)
        rest = column(spacing=TIGHT)
        for name, field in self.fields.items():
            _add(rest, words(name)[0], field, words(name)[1])
        help_text = tr("An experiment of that name goes on where it stopped, with the same settings.")
        _add(rest, tr("Name"), self.name, help_text)
        self.more = FoldedSection(tr("More settings"), rest)
        whole.addWidget(self.more)

    def set_categories(self, categories: Sequence[str]) -> None:
        """Offer the categories of a folder."""
        self._categories = tuple(categories)
        self.categories.set_names([(c, c) for c in categories if c != AUTO_BACKGROUND])
        self._changed()

    def set_training(self, training: TrainSettings) -> None:
        """Show the settings of a training; those that are not on show are kept."""
        self._training = training.model_dump()
        for name, field in self.fields.items():
            field.set_value(self._training[name])

    def set_settings(self, settings: ExperimentSettings, name: str) -> None:
        """Show the settings of an experiment that exists."""
        self.set_training(settings.training)
        others = [(value, value) for value in settings.backbones if value not in dict(backbones())]
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
        """Return the settings as plain values. Raises SettingsError if too little is ticked."""
        chosen, networks, on = self.categories.value(), self.networks.value(), self.backbones.value()
        alone = ALONE in self.tasks.value()
        together = tuple(loss for loss in self.tasks.value() if loss != ALONE and len(chosen) > 1)
        for ticked, what in ((chosen, tr("category")), (networks, tr("network")), (on, tr("backbone"))):
            if not ticked:
                raise SettingsError(tr("Tick at least one {what}.").format(what=what))
        if not alone and not together:
            raise SettingsError(tr("Tick 'each category by itself', or 'all together' and two categories or more."))
        return {
            "categories": chosen,
            "alone": alone,
            "together": together,
            "backbones": on,
            "variants": networks,
            "seeds": self._wanted_seeds(),
            "training": self._training | {name: field.value() for name, field in self.fields.items()},
        }

    def _wanted_seeds(self) -> tuple[int, ...]:
        """Return the seeds of the open experiment first, then others from 0."""
        count = self.seeds.value()
        others = (seed for seed in range(count + len(self._seeds)) if seed not in self._seeds)
        return (*self._seeds, *others)[:count]

    def _changed(self) -> None:
        self._offer_backgrounds()
        self.edited.emit()

    def _offer_backgrounds(self) -> None:
        """Offer the negatives of a category. As usual: _background, else the other categories."""
        own = [(AUTO_BACKGROUND, tr("The folder's _background"))] if AUTO_BACKGROUND in self._categories else []
        others = [(OTHERS, tr("All other categories"))] if len(self._categories) > 1 else []
        together = [(NONE, tr("Each other alone"))] if ALONE not in self.tasks.value() else []
        shuffled = [(SHUFFLED, tr("Its own pictures, shuffled"))]
        self.fields["background"].set_choices(
            [("", tr("As usual for the folder")), *own, *others, *together, *shuffled]
        )


def _add(layout: QBoxLayout, heading: str, field: QWidget, help_text: str = "") -> None:
    caption = label(heading, "caption")
    caption.setBuddy(field)
    field.setAccessibleName(heading)
    layout.addWidget(caption)
    layout.addWidget(field)
    if help_text:
        layout.addWidget(label(help_text, "small", wrap=True))
    layout.addSpacing(MEDIUM)


def _task(name: str) -> str:
    return {
        ALONE: tr("Each category by itself"),
        "logistic": tr("All together, yes or no for each"),
        "softmax": tr("All together, one answer"),
    }[name]
