"""The form that says which network of the user's own is opened: a file of weights and its architecture, or code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from app.networks.path_field import PathField
from app.style.stylesheet import SMALL, TIGHT
from app.widgets.common import Button, column, label, show_text
from app.widgets.fields import ignore_wheel
from app.widgets.layouts.folded_section import FoldedSection

WEIGHTS = "*.safetensors *.pth *.pt"
LETTERS = 24  # width of the architectures


class SourceForm(QWidget):
    """Fields with the names of `NetworkSource`; `function` stands for the second half of the factory."""

    edited = Signal()
    read_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        kinds = self.tr("Weights ({kinds})").format(kinds=WEIGHTS)
        self.weights = PathField(self.tr("File of weights"), kinds, self.tr("Drop a .pth, .pt or .safetensors"))
        self.architecture = self._build_architecture()
        self.names = PathField(
            self.tr("Names of its answers"),
            self.tr("Names ({kinds})").format(kinds="*.txt *.json"),
            self.tr("ImageNet's, or the folder's categories"),
        )
        self.file = PathField(
            self.tr("Python file"), self.tr("Python ({kinds})").format(kinds="*.py"), self.tr("my_network.py")
        )
        self.function = QLineEdit(placeholderText="make")
        self.function.setAccessibleName(self.tr("Its function"))
        self.read = Button(self.tr("Read the network"), "primary", "search", self.read_wanted.emit)
        self.refusal = label("", "warning", wrap=True)
        self.refusal.hide()
        self.code = FoldedSection(
            self.tr("Made by code of your own"),
            label(
                self.tr("A Python file whose function returns the network. It is run only after you confirm it."),
                "small",
                wrap=True,
            ),
            _titled(self.tr("Python file"), self.file),
            _titled(self.tr("Its function"), self.function),
            spacing=SMALL,
        )
        column(
            _titled(self.tr("File of weights"), self.weights),
            _titled(self.tr("Architecture"), self.architecture),
            _titled(self.tr("Names of its answers (optional)"), self.names),
            self.code,
            self.refusal,
            self.read,
            1,
            parent=self,
        )
        for field in (self.weights, self.names, self.file):
            field.edited.connect(self.edited)
        self.architecture.editTextChanged.connect(self.edited)
        self.function.textChanged.connect(self.edited)

    def _build_architecture(self) -> QComboBox:
        made = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        made.setLineEdit(QLineEdit(placeholderText=self.tr("resnet50, timm/convnext_tiny, …")))
        made.setMinimumContentsLength(LETTERS)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setAccessibleName(self.tr("Architecture"))
        completer = QCompleter(made.model(), made)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        made.setCompleter(completer)
        ignore_wheel(made)
        return made

    def set_architectures(self, names: Sequence[str]) -> None:
        """Offer architectures; the text stays."""
        before = self.architecture.currentText()
        self.architecture.blockSignals(True)
        self.architecture.clear()
        self.architecture.addItems(list(names))
        self.architecture.setEditText(before)
        self.architecture.blockSignals(False)

    def architectures(self) -> tuple[str, ...]:
        """Return the names that are offered."""
        return tuple(self.architecture.itemText(i) for i in range(self.architecture.count()))

    def values(self) -> dict[str, Any]:
        """Return what the fields hold; code counts only where a file is named."""
        return {
            "weights": self.weights.value(),
            "architecture": self.architecture.currentText().strip(),
            "names": self.names.value(),
            "file": self.file.value(),
            "function": self.function.text().strip(),
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these values; fields without one stay."""
        for name, field in (("weights", self.weights), ("names", self.names), ("file", self.file)):
            if name in values:
                field.set_value(values[name])
        if "architecture" in values:
            self.architecture.setEditText(values["architecture"])
        if "function" in values:
            self.function.setText(values["function"])
        self.code.set_open(bool(self.file.value()))

    def show_refusal(self, reason: str) -> None:
        """Say why the network cannot be read; "": nothing is wrong."""
        show_text(self.refusal, reason)


def _titled(title: str, field: QWidget) -> QWidget:
    """Return a field below its title."""
    made, heading = QWidget(), label(title, "caption")
    heading.setBuddy(field)
    column(heading, field, spacing=TIGHT, parent=made)
    return made
