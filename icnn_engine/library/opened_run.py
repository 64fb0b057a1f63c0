"""A finished run as a script or a notebook has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from icnn_engine.audit.forbidden_words import forbidden_lines
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.language import checked_language, current
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_lines import verdict_lines
from icnn_engine.inspection.verdict_words import headline
from icnn_engine.library import html
from icnn_engine.library.figure_file import FigureFile
from icnn_engine.library.measures import Measures
from icnn_engine.library.pictures import GivenPicture, pixels_of
from icnn_engine.library.progress import note, watch
from icnn_engine.library.row_table import RowTable
from icnn_engine.library.run_card import run_card
from icnn_engine.library.run_part import RunPart, parts_of
from icnn_engine.runs.changed_pictures import changed_words, found_changed
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_tables import RunFilter, RunPicture

if TYPE_CHECKING:
    from icnn_engine.figures import FigureKind
    from icnn_engine.inspection.explainers import AnyExplainer
    from icnn_engine.library.explanation import Explanation
    from icnn_engine.library.forbidding import BothAnswers
    from icnn_engine.library.run_slice import RunSlice, SliceRow

FILTER_COLUMNS = (
    "index", "category", "group", "holds", "strength", "equivariance", "slope", "mirror", "transplant", "scale", "kept",
    "background_auc", "effective_field",
)  # fmt: skip
PICTURE_COLUMNS = ("name", "category", "side", "width", "height", "answer", "twin_answer", "cam_answer")


@dataclass(frozen=True, eq=False, repr=False)
class OpenedRun:
    """A finished run. `stored` is its folder as the engine reads it, with the feature maps of all pictures."""

    stored: Run

    @property
    def path(self) -> Path:
        """The run folder."""
        return self.stored.path

    @property
    def settings(self) -> TrainSettings:
        """What it was trained with."""
        return self.stored.settings

    @property
    def headline(self) -> str:
        """The verdict in one line: how many parts, and how often the answer is right."""
        return headline(run_verdict(self.stored))

    @property
    def verdict(self) -> tuple[str, ...]:
        """The verdict in sentences; of a run made by `forbid` also what the answer does without, and whether that
        worked."""
        return (*verdict_lines(self.stored), *forbidden_lines(self.stored))

    @cached_property
    def parts(self) -> tuple[RunPart, ...]:
        """The parts, largest first. Empty where no filter holds one; `closest` has the filters that nearly do."""
        return tuple(part for part in self._shown_parts if part.holds)

    @property
    def closest(self) -> tuple[RunPart, ...]:
        """Of each category without a part, the filters that fail the fewest tests."""
        return tuple(part for part in self._shown_parts if not part.holds)

    @property
    def filters(self) -> RowTable[RunFilter]:
        """The filters of the interpretable network with their results in the tests, a row each."""
        return _filters(self.stored.filters)

    @property
    def twin_filters(self) -> RowTable[RunFilter]:
        """The same of the ordinary twin."""
        return _filters(self.stored.twin_filters)

    @property
    def pictures(self) -> RowTable[RunPicture]:
        """The pictures with their side of the split and the answers (0..1) of the three networks, a row each."""
        return RowTable(self.stored.pictures, PICTURE_COLUMNS)

    @property
    def measures(self) -> Measures:
        """What was measured when the run was trained or last measured."""
        return Measures(self.stored)

    def look(self, picture: GivenPicture) -> Explanation:
        """Explain the answer about any picture.

        Parameters
        ----------
        picture
            A path, the name of a picture of the run, a Pillow image, or an array (H, W, 3) of uint8, RGB.

        Returns
        -------
        Explanation
            The answer, the parts behind it and where they are.

        Raises
        ------
        PictureError
            It cannot be read, or is no picture.
        RunError
            The weights of the run are damaged or gone.
        """
        from icnn_engine.library.explanation import Explanation

        pixels, title = pixels_of(self.stored, picture)
        return Explanation.of(self._explainer, pixels, title)

    def slice(self, where: str) -> RunSlice:
        """Return the pictures in which parts appear in a certain way, and how often their answers are right.

        Parameters
        ----------
        where
            Conditions as the command `slices` takes them: "part 1 absent and category fox or wrong".

        Raises
        ------
        SettingsError
            A condition is not understood, or the run has no such part or category; it says what is possible.
        """
        from icnn_engine.library.run_slice import slice_of

        return slice_of(self.stored, where)

    def slices(self, *, pairs: bool = False) -> RowTable[SliceRow]:
        """Return the slices whose answers are right less often than the rest of their category first, of all that were
        looked at; `pairs`: also two parts at once."""
        from icnn_engine.library.run_slice import slices_of

        return slices_of(self.stored, pairs)

    def forbid(
        self, part: RunPart | int | None = None, *, boxes: str | PathLike[str] | None = None, progress: bool = True
    ) -> OpenedRun:
        """Fit the answer anew so that a part does not count, or what the boxes of a CSV (image,x,y,width,height) mark.
        `part`: one of `parts`, or its number from 1. Return the new run, beside this one, which stays as it is.

        Raises SettingsError unless one of both is given, LandmarksError for a table that cannot be used, RunError where
        there is no such part, it lies in fewer than 5 training pictures, or the run is of another kind."""
        from icnn_engine.library.forbidding import forbidden_run

        return OpenedRun(forbidden_run(self.stored, part, boxes, progress))

    @property
    def forbidden(self) -> RowTable[BothAnswers]:
        """Both answers of a run that `forbid` has made, a row for each figure; empty where everything is allowed."""
        from icnn_engine.library.forbidding import both_answers

        return both_answers(self.stored)

    def measure(self, landmarks: str | PathLike[str] | None = None, *, progress: bool = True) -> Measures:
        """Measure the run anew and keep the values in its folder.

        Parameters
        ----------
        landmarks
            A CSV with the columns image,part,x,y; by default the landmarks.csv of the pictures' folder.
        progress
            Show a progress bar.

        Returns
        -------
        Measures
            The new table.

        Raises
        ------
        LandmarksError
            A table of landmarks or boxes cannot be used.
        RunError
            Most pictures have changed.
        """
        from icnn_engine.experiment.measure_run import measure_run

        path = None if landmarks is None else Path(landmarks).expanduser()
        return Measures(watch(measure_run(self.stored, path), progress=progress))

    def figure(
        self,
        kind: FigureKind = "parts",
        path: str | PathLike[str] | None = None,
        *,
        filter: int | None = None,
        picture: str | None = None,
    ) -> FigureFile:
        """Draw a figure for a paper.

        Parameters
        ----------
        kind
            parts: a row for each part. comparison: the same pictures by the network, its twin and CAM. filter: a page
            about one filter. stages: one filter in one picture, step by step. positions: where the peaks lie.
            coverage: how often answers are right where unlike pictures are left out.
            forbidden: before and after something was forbidden.
        path
            The file to write, .png, .svg or .pdf; by default a PNG in the run's own `figures`.
        filter
            By default the best of the largest part.
        picture
            Name of a picture of the run for `stages`; by default the one on which the filter fires strongest.

        Returns
        -------
        FigureFile
            The file, which a notebook shows.

        Raises
        ------
        SettingsError
            There is no such kind or filter, or the suffix is another one.
        RunError, PictureError
            Pictures are missing, are others than at the training, or cannot be read.
        """
        from icnn_engine.figures import draw_figure, figure_name

        own = self.path / "figures" / f"{figure_name(self.stored, kind, filter)}.png"
        target = own if path is None else Path(path).expanduser()
        with self._changes_noted():
            return FigureFile(draw_figure(self.stored, kind, target, filter, picture))

    def report(self, path: str | PathLike[str] | None = None, *, language: str | None = None) -> Path:
        """Write the one-page summary for decision makers.

        Parameters
        ----------
        path
            The file to write, .html or .pdf; by default report.html in the run folder.
        language
            en or ko; by default the current one.

        Returns
        -------
        Path
            The file.

        Raises
        ------
        SettingsError
            The suffix or the language is another one.
        RunError, PictureError
            Pictures are missing, most have changed since the training, or one cannot be read.
        """
        from icnn_engine.report import write_report

        target = self.path / "report.html" if path is None else Path(path).expanduser()
        with self._changes_noted():
            return write_report(self.stored, target, checked_language(language or current()))

    @cached_property
    def _shown_parts(self) -> tuple[RunPart, ...]:
        return parts_of(self.stored)

    @cached_property
    def _explainer(self) -> AnyExplainer:
        from icnn_engine.inspection.explainers import explainer_of

        return explainer_of(self.stored)

    @contextmanager
    def _changes_noted(self) -> Iterator[None]:
        """Print, after the block, which pictures were left out because they have changed since the training."""
        yield
        if names := found_changed(self.stored):
            note(changed_words(names))

    def __repr__(self) -> str:
        parts = (f"  {part!r}" for part in self.parts or self.closest)
        return "\n".join([html.place(self.path), self.headline, *parts])

    def _repr_html_(self) -> str:
        return run_card(self.stored, self.headline, self.parts or self.closest)


def _filters(filters: tuple[RunFilter, ...]) -> RowTable[RunFilter]:
    return RowTable(filters, FILTER_COLUMNS)
