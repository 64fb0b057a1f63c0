"""Which network of the user's own is opened, and how pictures are made its input. No torch."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from icnn_engine.core.fitting import Interpolation

Colours = tuple[float, float, float]


class NetworkSource(BaseModel):
    """A network of the user's own. Descriptions are shown by the form and by `--help`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    architecture: str = Field(
        "", description="Name of the network's architecture: torchvision's (resnet50) or timm's (timm/convnext_tiny)."
    )
    weights: str = Field(
        "",
        description="The network's state_dict: a .safetensors, .pth or .pt file; 'torchvision' (downloads its own); "
        "'scratch': random weights.",
    )
    factory: str = Field(
        "",
        description="Instead of an architecture: FILE.py:FUNCTION, a function that returns the network. The file is "
        "code that runs on this computer; it is run only after you have confirmed it.",
    )
    names: str = Field(
        "",
        description="Text file with the name of each answer, one a line, in the network's order; empty: the folder's "
        "categories if there are as many, else ImageNet's names for 1000 answers.",
    )
    matching: dict[str, str] = Field(
        default_factory=dict,
        description="Answers that stand for a category: fox='red fox|kit fox', by name or number; by default those "
        "whose name is the category's or ends with it (red fox), else the one that its pictures get most often.",
    )
    layer: str = Field(
        "",
        description="Layer whose filters are looked at; empty: the last with at least 10 x 10 cells that all of the "
        "answer passes through.",
    )
    input_size: Annotated[int, Field(ge=16, le=2048)] | None = Field(
        None, description="Side of the network's input in pixels; empty: that of the architecture."
    )
    resize: Annotated[int, Field(ge=0, le=4096)] | None = Field(
        None,
        description="The shorter side of a picture is resized to this many pixels before the middle is cropped; 0: the "
        "whole picture is squashed; empty: as the architecture's published weights do it.",
    )
    interpolation: Interpolation | None = Field(
        None, description="Interpolation of resizing; empty: as the architecture's published weights do it."
    )
    mean: Colours | None = Field(
        None, description="Mean of red, green and blue, 0 to 1, which is subtracted; empty: the architecture's."
    )
    std: Colours | None = Field(
        None, description="Standard deviation of red, green and blue to divide by; empty: the architecture's."
    )

    @model_validator(mode="after")
    def _is_whole(self) -> NetworkSource:
        if bool(self.architecture) == bool(self.factory):
            raise ValueError("give either the name of an architecture or a factory (FILE.py:FUNCTION)")
        if self.architecture and not self.weights:
            raise ValueError("give the file of the network's weights, or 'torchvision' or 'scratch'")
        return self

    @property
    def title(self) -> str:
        """The network in a few words."""
        if self.factory:
            return self.factory.replace("\\", "/").rsplit("/", 1)[-1]
        return self.architecture
