"""A form built from the schema of a training's settings: three questions and a name, the rest under More settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.style.stylesheet import LARGE, MEDIUM, TIGHT
from app.widgets.common import column, label, show_text
from app.widgets.fields import AutoNumberField, ChoiceField, IntegerField, NumberField, TextField, WidthsField
from app.widgets.guide_link import explained
from app.widgets.layouts.folded_section import FoldedSection
from app.widgets.training_settings.setting_words import meaning, preset_words, title, tr, words
from app.widgets.training_settings.subject_field import SubjectField
from icnn_engine.core.config import (
    AUTO_BACKGROUND,
    NONE,
    OFFERED_WEIGHTS,
    OTHERS,
    QUICK_RATE,
    SHUFFLED,
    BackboneName,
    TrainSettings,
)
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.presets import PRESETS, PresetName, preset_of, preset_values

# What stands at the top, with the presets; of the others, which are folded away, some come first.
MAIN = ("category", "loss", "background")
FIRST = ("backbone", "weights", "variant", "training", "epochs")
TOPICS = {"background": "pictures", "backbone": "training"}  # of the guide, where newcomers stop
USUAL_STRENGTH = 1.5e-3  # where the probes most often end
OWN = "own"  # stands for settings that are no preset's
HIGHEST = 2**31 - 1


class SettingsForm(QWidget):
    """Every setting of a training. Told the categories of the folder; says when anything is edited."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._categories: Sequence[str] = ()
        hidden = ("categories", "kernel")  # chosen with `category`; for comparison on the command line alone
        names = [name for name in TrainSettings.model_fields if name not in hidden]
        self.fields: dict[str, Any] = {name: setting_field(name) for name in names}
        self._rows: dict[str, QWidget] = {}
        self._meanings: dict[str, QLabel] = {}
        self._times: Mapping[PresetName, str] = {}
        self.warning = label("", "warning", wrap=True)
        for name in names:
            self._rows[name] = self._row_of(name)
        folded = [name for name in names if name not in (*MAIN, "name")]
        folded.sort(key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
        self.more = FoldedSection(tr("More settings"), *(self._rows[name] for name in folded))
        shown = [self._rows[name] for name in MAIN]
        column(*shown, self._build_presets(), self._rows["name"], self.more, spacing=TIGHT, parent=self)
        self.set_values({})
        self.set_computers(())
        for field in self.fields.values():
            field.edited.connect(self._changed)
        self.preset.edited.connect(self._take_preset)

    def set_categories(self, categories: Sequence[str], whole: str = "") -> None:
        """Offer the categories of a folder; `whole`: what they are called when all are taken as one category."""
        self._categories = categories
        self.fields["category"].set_categories([c for c in categories if c != AUTO_BACKGROUND], whole)
        self._changed()
        self.fields["background"].setCurrentIndex(0)
        self._changed()

    def set_computers(self, found: Sequence[tuple[str, str]]) -> None:
        """Offer what can compute here, (name, title), the fastest first; nothing is asked where there is but one."""
        self.fields["device"].set_choices([*_fastest(), *found])
        for name in ("device", "precision"):
            self._rows[name].setVisible(len(found) > 1)

    def set_category(self, name: str) -> None:
        """Choose a category of the folder."""
        self.fields["category"].set_value(name)
        self._changed()

    def set_region(self, region: str) -> None:
        """Choose what is read of each picture."""
        self.fields["region"].set_value(region)
        self._changed()

    def show_forecast(self, words: str, steps: str, times: Mapping[PresetName, str]) -> None:
        """Show how long a training takes with the settings as they are, also step by step, and with each preset."""
        show_text(self.forecast, words)
        self.forecast.setToolTip(steps)
        self.forecast.setAccessibleDescription(steps)
        if times != self._times:
            self._times = times
            self._show_preset({name: field.value() for name, field in self.fields.items()})

    def values(self) -> dict[str, Any]:
        """The settings as plain values. Raises SettingsError where several categories are meant and too few ticked."""
        found = {name: field.value() for name, field in self.fields.items()}
        chosen, several = found.pop("category"), self.fields["category"].several
        if several and len(self.fields["category"].categories()) < 2:
            raise SettingsError(tr("Tick two categories or more, or choose one from the list."))
        return found | {"category": "" if several else "".join(chosen), "categories": chosen if several else ()}

    def set_values(self, values: dict[str, Any]) -> None:
        """Show settings; those that are not named stand at their defaults."""
        for name, field in self.fields.items():
            given = values.get(name, TrainSettings.model_fields[name].default)
            if name == "device" and given:  # what can compute here is offered later
                field.set_choices([*_fastest(), (given, given)])
            field.set_value(values.get("categories") or given if name == "category" else given)
        self._changed()

    def meaning(self, name: str) -> str:
        """What is said below a setting of the value chosen."""
        return self._meanings[name].text()

    def _build_presets(self) -> QWidget:
        self.preset = ChoiceField()
        self.preset.setAccessibleName(tr("How long"))
        caption = label(tr("How long"), "caption")
        caption.setBuddy(self.preset)
        self.preset_help = label("", "small", wrap=True)
        whole = QWidget()
        self.forecast = label("", "small", wrap=True)
        self.forecast.hide()
        column(
            caption,
            self.preset,
            self.preset_help,
            self.forecast,
            spacing=TIGHT,
            margins=(0, 0, 0, MEDIUM),
            parent=whole,
        )
        return whole

    def _take_preset(self) -> None:
        """Show the settings of the preset chosen; those it does not decide about stay."""
        if (preset := self.preset.value()) in PRESETS:
            shown = {name: value for name, value in preset_values(preset).items() if name in self.fields}
            for name, value in shown.items():
                self.fields[name].set_value(value)
                if name == "backbone":  # which says what weights there are to choose from
                    self.fields["weights"].set_choices(_weights(value))
        self._changed()

    def _show_preset(self, now: dict[str, Any]) -> None:
        preset = preset_of(now)
        offered = [*PRESETS, *([None] if preset is None else [])]
        self.preset.set_choices([(one or OWN, self._preset_title(one)) for one in offered])
        self.preset.set_value(preset or OWN)
        self.preset_help.setText(preset_words(preset)[1])

    def _preset_title(self, preset: PresetName | None) -> str:
        title, time = preset_words(preset)[0], "" if preset is None else self._times.get(preset, "")
        return tr("{title} · about {time}").format(title=title, time=time) if time else title

    def _row_of(self, name: str) -> QWidget:
        heading, help_text = words(name)
        field = self.fields[name]
        caption = label(heading, "caption")
        caption.setBuddy(field)
        told = label(help_text, "small", wrap=True)
        warned = [self.warning] if name == "background" else []
        whole = QWidget()
        margins = (0, 0, 0, LARGE - TIGHT if warned else MEDIUM)
        heading_row = explained(caption, TOPICS[name]) if name in TOPICS else caption
        column(heading_row, field, *warned, told, spacing=TIGHT, margins=margins, parent=whole)
        if not help_text:
            told.hide()
            self._meanings[name] = told
        return whole

    def _changed(self) -> None:
        self.fields["background"].set_choices(self._backgrounds())
        self.fields["weights"].set_choices(_weights(self.fields["backbone"].value()))
        now = {name: field.value() for name, field in self.fields.items()}
        self._show_preset(now)
        for name, told in self._meanings.items():
            told.setText(meaning(name, now))
            told.setVisible(bool(told.text()))
        self._rows["loss"].setVisible(self.fields["category"].several)
        self.fields["name"].setPlaceholderText(self._usual_name())
        self.warning.setText(self._warning())
        self.warning.setVisible(bool(self.warning.text()) and bool(self._categories))
        self.edited.emit()

    def _usual_name(self) -> str:
        """What a run is called that is given no name."""
        return " + ".join(self.fields["category"].categories()) or tr("As the category")

    def _warning(self) -> str:
        if self.fields["background"].value() != SHUFFLED or self.fields["training"].value() == "full":
            return ""
        return tr("Negatives are made by shuffling the category's own pictures: accuracy will not measure recognition.")

    def _backgrounds(self) -> list[tuple[str, str]]:
        """What the chosen categories can be told from, the usual one first."""
        subject = self.fields["category"]
        others = [c for c in self._categories if c not in (*subject.categories(), AUTO_BACKGROUND)]
        found = [AUTO_BACKGROUND] if AUTO_BACKGROUND in self._categories else []
        found += [NONE] if subject.several else []
        found += [OTHERS] if others else []
        named = [(background, title("background", background)) for background in (*found, SHUFFLED)]
        return named + [(c, c) for c in others]


def setting_field(name: str) -> QWidget:
    """The editor of a setting: a few by hand, the rest by its type and its bounds in the schema."""
    match name:
        case "category":
            made: QWidget = SubjectField()
        case "background":
            made = ChoiceField(browse=tr("A folder elsewhere…"), folders=True)
        case "weights":
            made = ChoiceField(_weights("efficientnet_lite0"), browse=tr("A file…"))
        case "strength":
            made = AutoNumberField(1e-7, 1.0, USUAL_STRENGTH, tr("Found by short trainings"), tr("Fixed at"))
        case "learning_rate":
            made = AutoNumberField(1e-7, 1.0, QUICK_RATE, tr("As usual for the training"), tr("Fixed at"))
        case "device":
            made = ChoiceField(_fastest())
        case "hidden":
            made = WidthsField(TrainSettings.model_fields["hidden"].default)
        case _:
            made = _by_schema(name)
    made.setAccessibleName(words(name)[0])
    return made


def _fastest() -> list[tuple[str, str]]:
    return [("", tr("The fastest there is"))]


def _weights(backbone: BackboneName) -> list[tuple[str, str]]:
    """The weights a backbone can have, the best first."""
    return [(name, title("weights", name)) for name in (*OFFERED_WEIGHTS[backbone], "scratch")]


def _by_schema(name: str) -> QWidget:
    field = TrainSettings.model_fields[name]
    kind, bounds = _kind_of(field.annotation, list(field.metadata))
    optional = NoneType in get_args(field.annotation)
    if get_origin(kind) is Literal:
        usual: list[tuple[Any, str]] = [(None, title(name, ""))] if optional else []
        return ChoiceField([*usual, *((value, title(name, str(value))) for value in get_args(kind))])
    if kind is int:
        low, high = _bounds(bounds, 0, HIGHEST)
        return IntegerField(int(low), int(high), tr("All") if optional else "")
    if kind is float:
        return NumberField(*_bounds(bounds, 0, 1e6))
    return TextField(tr("As the category"))


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
