"""A form built from the schema of the training's settings: every setting appears, with help in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.stylesheet import LARGE, MEDIUM, TIGHT
from app.widgets.basics import Button, label
from app.widgets.fields import AutoNumber, Choice, Number, Text, Whole
from icnn_engine.config import (
    AUTO_BACKGROUND,
    BACKBONE_TITLES,
    OFFERED_WEIGHTS,
    OTHERS,
    SHUFFLED,
    BackboneName,
    TrainSettings,
)

MAIN = ("category", "background", "backbone", "weights", "strength", "epochs")  # the others are folded away
USUAL_STRENGTH = 3e-3  # where the probes most often end
HIGHEST = 2**31 - 1


def tr(text: str) -> str:
    """A text of the form in the user's language."""
    return QCoreApplication.translate("SettingsForm", text)


def words(name: str) -> tuple[str, str]:
    """Title and help of a setting; the schema's own where the window has none."""
    known = {
        "category": (tr("Find the parts of"), ""),
        "background": (tr("Told from"), tr("Pictures that do not show it.")),
        "backbone": (tr("Backbone"), tr("The ordinary CNN whose maps the filters read.")),
        "weights": (tr("Its weights"), tr("What the backbone knows before it begins.")),
        "strength": (
            tr("Strength of the filter loss"),
            tr("How hard each filter is pushed to one part. Short probes find the gentlest that works."),
        ),
        "epochs": (tr("Epochs"), tr("How often all training pictures are gone through.")),
        "variant": (tr("Filter loss"), tr("Partscope's own recipe, or equation 1 of the paper as it stands.")),
        "filters": (tr("Filters"), tr("How many filters look for parts.")),
        "diversity": (
            tr("Diversity"),
            tr("How hard filters are pushed to different parts. 0 is as in the paper."),
        ),
        "batch": (tr("Batch"), tr("Pictures in one step. Fewer need less memory.")),
        "learning_rate": (tr("Learning rate"), tr("The highest rate of the schedule.")),
        "max_pictures": (tr("At most so many pictures"), tr("Of the category, and as many of the background.")),
        "seed": (tr("Seed"), tr("The same seed repeats the same training.")),
        "name": (tr("Name of the run"), tr("Becomes a part of the run folder's name.")),
    }
    description = TrainSettings.model_fields[name].description or ""
    return known.get(name, (name.replace("_", " ").capitalize(), description))


def titles() -> dict[str, str]:
    """What values are called where their names do not speak for themselves."""
    return BACKBONE_TITLES | {
        "squeezenet1_1": tr("SqueezeNet 1.1 (small, quick)"),
        "vgg16": tr("VGG-16 (large, slower)"),
        "partscope": tr("Partscope's recipe"),
        "paper": tr("The paper's equation 1"),
    }


class SettingsForm(QWidget):
    """Every setting of a training. Told the categories of the folder; says when anything is edited."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._categories: Sequence[str] = ()
        self.fields: dict[str, Any] = {name: self._field(name) for name in TrainSettings.model_fields}
        self.warning = label("", "warning", wrap=True)
        self._more = Button(tr("Advanced"), "link", "right", self._fold)
        self._advanced = QFrame()
        main, rest = QVBoxLayout(self), QVBoxLayout(self._advanced)
        for layout in (main, rest):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(TIGHT)
        for name in self.fields:
            self._add(main if name in MAIN else rest, name)
        main.addWidget(self._more)
        main.addWidget(self._advanced)
        self._advanced.hide()
        self.set_values({})
        for field in self.fields.values():
            field.edited.connect(self._changed)
        self._changed()

    def set_categories(self, categories: Sequence[str]) -> None:
        """Offer the categories of a folder."""
        self._categories = categories
        usable = [c for c in categories if c != AUTO_BACKGROUND]
        self.fields["category"].set_choices([(c, c) for c in usable])
        self._changed()
        self.fields["background"].setCurrentIndex(0)
        self._changed()

    def values(self) -> dict[str, Any]:
        """The settings as plain values."""
        return {name: field.value() for name, field in self.fields.items()}

    def set_values(self, values: dict[str, Any]) -> None:
        """Show settings; those that are not named stand at their defaults."""
        for name, field in self.fields.items():
            field.set_value(values.get(name, TrainSettings.model_fields[name].default))

    def _field(self, name: str) -> QWidget:
        """The editor of a setting: a few by hand, the rest by its type and its bounds in the schema."""
        match name:
            case "category":
                made: QWidget = Choice()
            case "background":
                made = Choice(browse=tr("A folder elsewhere…"), folders=True)
            case "weights":
                made = Choice(_weights("squeezenet1_1"), browse=tr("A file…"))
            case "strength":
                made = AutoNumber(1e-7, 1.0, USUAL_STRENGTH, tr("Found by probes"), tr("Fixed at"))
            case _:
                made = _by_schema(name)
        made.setAccessibleName(words(name)[0])
        return made

    def _add(self, layout: QVBoxLayout, name: str) -> None:
        title, help_text = words(name)
        field = self.fields[name]
        caption = label(title, "caption")
        caption.setBuddy(field)
        layout.addWidget(caption)
        layout.addWidget(field)
        if name == "background":
            layout.addWidget(self.warning)
        if help_text:
            layout.addWidget(label(help_text, "small", wrap=True))
        layout.addSpacing(MEDIUM if name != "background" else LARGE - TIGHT)

    def _fold(self) -> None:
        folded = self._advanced.isVisible()
        self._advanced.setVisible(not folded)
        self._more.set_icon("right" if folded else "down")

    def _changed(self) -> None:
        self.fields["background"].set_choices(self._backgrounds())
        self.fields["weights"].set_choices(_weights(self.fields["backbone"].value()))
        shuffled = self.fields["background"].value() == SHUFFLED
        self.warning.setText(
            tr("Negatives are made by shuffling the category's own pictures: accuracy will not measure recognition.")
        )
        self.warning.setVisible(shuffled and bool(self._categories))
        self.edited.emit()

    def _backgrounds(self) -> list[tuple[str, str]]:
        """What the chosen category can be told from, the usual one first."""
        category = self.fields["category"].value()
        others = [c for c in self._categories if c not in (category, AUTO_BACKGROUND)]
        found = [(AUTO_BACKGROUND, tr("The folder's _background"))] if AUTO_BACKGROUND in self._categories else []
        if others:
            found.append((OTHERS, tr("All other categories")))
        found.append((SHUFFLED, tr("Its own pictures, shuffled")))
        return found + [(c, c) for c in others]


def _weights(backbone: BackboneName) -> list[tuple[str, str]]:
    """The weights a backbone can have, the best first."""
    known = {
        "bundled": tr("Bundled, learned on ImageNet"),
        "torchvision": tr("torchvision's (downloads)"),
        "package": tr("An installed package's"),
    }
    return [*((name, known[name]) for name in OFFERED_WEIGHTS[backbone]), ("scratch", tr("None, from scratch"))]


def _by_schema(name: str) -> QWidget:
    field = TrainSettings.model_fields[name]
    kind, bounds = _kind_of(field.annotation, list(field.metadata))
    optional = NoneType in get_args(field.annotation)
    if get_origin(kind) is Literal:
        return Choice([(value, titles().get(value, value)) for value in get_args(kind)])
    if kind is int:
        low, high = _bounds(bounds, 0, HIGHEST)
        return Whole(int(low), int(high), tr("All") if optional else "")
    if kind is float:
        return Number(*_bounds(bounds, 0, 1e6))
    return Text(tr("As the category"))


def _kind_of(annotation: Any, metadata: list[Any]) -> tuple[Any, list[Any]]:
    """The plain type of an annotation and its bounds; `Annotated` and `| None` are taken off."""
    if hasattr(annotation, "__metadata__"):
        extra = [m for entry in annotation.__metadata__ for m in getattr(entry, "metadata", [entry])]
        return _kind_of(get_args(annotation)[0], metadata + extra)
    inner = [a for a in get_args(annotation) if a is not NoneType]
    if NoneType in get_args(annotation) and len(inner) == 1:
        return _kind_of(inner[0], metadata)
    return annotation, metadata


def _bounds(metadata: list[Any], low: float, high: float) -> tuple[float, float]:
    """Lowest and highest value allowed."""
    for bound in metadata:
        match bound:
            case Ge(ge=edge):
                low = edge  # type: ignore[assignment]
            case Gt(gt=edge):
                low = edge + 1e-7  # type: ignore[operator]
            case Le(le=edge):
                high = edge  # type: ignore[assignment]
            case Lt(lt=edge):
                high = edge - 1  # type: ignore[operator]
    return low, high
