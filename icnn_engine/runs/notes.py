"""The user's names, notes and stars of filters and parts, kept in a run folder's remarks.toml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import TypeAdapter

from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.config import from_toml, reason_of, to_toml
from icnn_engine.core.errors import PartscopeError, RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.runs.network_words import channel_words
from icnn_engine.runs.run_folder import RunFilter

FILE = "remarks.toml"
FORMAT = 1
Kind = Literal["filter", "part"]
Subject: TypeAlias = tuple[NetworkName, Kind, int]  # network, kind, number: of a part its group's, from 0


@dataclass(frozen=True, slots=True)
class Note:
    """The name, note and star of one filter or part. An empty one is not kept."""

    name: str = ""
    note: str = ""
    starred: bool = False


NOTHING = Note()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row(Note):
    """A note in remarks.toml."""

    network: NetworkName
    of: Kind
    number: int


@dataclass(frozen=True)
class Notes:
    """All notes of a run; a change makes a new value."""

    by_subject: Mapping[Subject, Note] = field(default_factory=dict)

    def of(self, subject: Subject) -> Note:
        """Return the note of a filter or part; an empty one where there is none."""
        return self.by_subject.get(subject, NOTHING)

    def having(self, subject: Subject, note: Note) -> Notes:
        """Return the same with another note on one subject; white space around its texts goes."""
        tidy = replace(note, name=" ".join(note.name.split()), note=note.note.strip())
        rest = {key: value for key, value in self.by_subject.items() if key != subject}
        return Notes(rest if tidy == NOTHING else rest | {subject: tidy})

    def moved_to_filters(self, first: Mapping[tuple[NetworkName, int], int]) -> Notes:
        """Return the same with the notes of parts moved to filters, for parts that are about to get other numbers:
        `first` gives the filter that stands for a part, by network and number. A filter's own name stays, notes are
        joined."""
        moved = self
        for subject, note in self.by_subject.items():
            network, kind, number = subject
            if kind == "part" and (network, number) in first:
                target: Subject = (network, "filter", first[network, number])
                own = moved.of(target)
                text = "\n".join(filter(None, (own.note, note.note)))
                both = Note(own.name or note.name, text, own.starred or note.starred)
                moved = moved.having(subject, NOTHING).having(target, both)
        return moved

    def name_of(self, run_filter: RunFilter) -> str:
        """Return the filter's own name, else its part's, else ""."""
        return self.of(filter_subject(run_filter)).name or self.part_name(run_filter.network, run_filter.group)

    def part_name(self, network: NetworkName, group: int) -> str:
        """Return the name given to a part, or ""; filters in no group (-1) have no part."""
        return self.of((network, "part", group)).name if group >= 0 else ""


def filter_subject(run_filter: RunFilter) -> Subject:
    """Return a filter as the subject of a note."""
    return (run_filter.network, "filter", run_filter.index)


def filter_title(run_filter: RunFilter, notes: Notes) -> str:
    """Return the title of a filter in every table and figure: 'face, filter 12', or without a name 'part 3, filter 12'
    (parts are counted from 1), or of a filter in no part 'filter 12'; of a network of the user's own with its channel,
    'filter 12 (channel 217)'."""
    index, group = number_of(run_filter), run_filter.group
    if name := notes.name_of(run_filter):
        return translate("Figures", "{name}, filter {index}").format(name=name, index=index)
    if group >= 0:
        return translate("Figures", "part {part}, filter {index}").format(part=group + 1, index=index)
    return translate("Figures", "filter {index}").format(index=index)


def number_of(run_filter: RunFilter) -> str:
    """Return the number of a filter; of a network of the user's own with the channel of its layer."""
    channel = channel_words(run_filter)
    return f"{run_filter.index} ({channel})" if channel else str(run_filter.index)


def part_title(network: NetworkName, group: int, notes: Notes) -> str:
    """Return the title of a part: its name, or 'Part 3' (counted from 1)."""
    return notes.part_name(network, group) or translate("Figures", "Part {part}").format(part=group + 1)


def nameless_parts(filters: Sequence[RunFilter], notes: Notes) -> int:
    """Return how many parts of a network have no name, neither their own nor one of their filters'."""
    named = {filter.group for filter in filters if notes.name_of(filter)}
    return len({filter.group for filter in filters if filter.group >= 0} - named)


def read_notes(run: Path) -> Notes:
    """Read the notes in a run folder, none where there is no file. Raises RunError where it cannot be understood."""
    path = run / FILE
    if not path.is_file():
        return Notes()
    try:
        stored = from_toml(path.read_text(encoding="utf-8"))
        if stored.get("format") != FORMAT:
            raise ValueError(f"format {stored.get('format')}")
        rows = TypeAdapter(tuple[_Row, ...]).validate_python(stored.get("remark", ()))
        return Notes({(row.network, row.of, row.number): Note(row.name, row.note, row.starred) for row in rows})
    except (OSError, ValueError, PartscopeError) as error:
        text = translate(
            "Errors",
            "The names and notes in {path} cannot be read ({error}). Mend the file, or rename it to begin anew; the "
            "run itself is whole.",
        )
        raise RunError(text.format(path=path, error=reason_of(error))) from None


def write_notes(run: Path, notes: Notes, base: Notes | None = None) -> None:
    """Keep the notes in the run folder, at once or not at all; a file that cannot be understood is put aside, never
    overwritten. `base`: the notes they were made from; changes of another program since are kept too. Raises OSError.
    """
    path = run / FILE
    theirs = base
    try:
        theirs = read_notes(run) if path.is_file() else base
    except RunError:
        names = (path.with_name(f"remarks-damaged{number or ''}.toml") for number in range(1000))
        path.rename(next(name for name in names if not name.exists()))
    if base is not None and theirs is not None:
        notes = merge_notes(base, notes, theirs)
    rows = [
        {"network": str(network), "of": kind, "number": number, **_filled(note)}
        for (network, kind, number), note in sorted(notes.by_subject.items())
    ]
    write_text(path, to_toml({"format": FORMAT, "remark": rows}))


class NotesFile:
    """Keeps the notes of a run as they are edited, from one thread at a time. `opened`: as they were read."""

    def __init__(self, run: Path, opened: Notes) -> None:
        self._run, self._kept = run, opened

    def save(self, notes: Notes) -> None:
        """Keep them, and the changes of another program since. Raises OSError."""
        write_notes(self._run, notes, self._kept)
        self._kept = notes


def merge_notes(base: Notes, ours: Notes, theirs: Notes) -> Notes:
    """Merge the changes of two programs to `base`: the change of each where the other made none. Where both have
    changed the same note, our name is taken, and theirs and both notes stand in the note."""
    merged = ours
    for subject in {**ours.by_subject, **theirs.by_subject}:
        was, own, other = (notes.of(subject) for notes in (base, ours, theirs))
        if own in (was, other):
            merged = merged.having(subject, other)
        elif other != was:
            merged = merged.having(subject, _both(was, own, other))
    return merged


def _both(was: Note, own: Note, other: Note) -> Note:
    """Return one note of two."""
    name = other.name if own.name == was.name else own.name
    note = [other.note] if own.note == was.note else [own.note]
    if other.note not in (was.note, *note):
        note.append(other.note)
    if other.name not in (was.name, name):
        note.append(other.name)
    starred = other.starred if own.starred == was.starred else own.starred
    return Note(name, "\n".join(filter(None, note)), starred)


def notes_or_none(run: Path) -> Notes:
    """Read the notes of a run, or none where they cannot be read: a figure must not fail for a name."""
    with suppress(RunError):
        return read_notes(run)
    return Notes()


def _filled(note: Note) -> dict[str, object]:
    return {key: value for key, value in asdict(note).items() if value}
