"""What the user says about a run: names, notes, stars of filters and parts, kept in the folder's remarks.toml."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias

from icnn_engine.core.config import from_toml, to_toml
from icnn_engine.core.errors import PartscopeError, RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.files import write_text
from icnn_engine.core.language import translate
from icnn_engine.runs.run_folder import RunFilter

FILE = "remarks.toml"
FORMAT = 1
Kind = Literal["filter", "part"]
Subject: TypeAlias = tuple[NetworkName, Kind, int]  # whose, what, and its number: of a part its group's, from 0


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of one filter or part. An empty one is not kept."""

    name: str = ""
    note: str = ""
    starred: bool = False


NOTHING = Note()


@dataclass(frozen=True)
class Notes:
    """Everything said about a run; a change makes a new value."""

    said: Mapping[Subject, Note] = field(default_factory=dict)

    def of(self, subject: Subject) -> Note:
        """What is said of a filter or part; an empty remark where nothing is."""
        return self.said.get(subject, NOTHING)

    def having(self, subject: Subject, remark: Note) -> Notes:
        """The same with another remark on one subject; white space around name and note goes."""
        tidy = replace(remark, name=" ".join(remark.name.split()), note=remark.note.strip())
        rest = {key: value for key, value in self.said.items() if key != subject}
        return Notes(rest if tidy == NOTHING else rest | {subject: tidy})

    def moved_to_filters(self, first: Mapping[tuple[NetworkName, int], int]) -> Notes:
        """The same with what is said of parts said of filters, for parts that are about to get other numbers: `first`
        gives the filter that stands for a part, by network and number. A filter's own name stays, notes are joined."""
        found = self
        for subject, remark in self.said.items():
            network, kind, number = subject
            if kind == "part" and (network, number) in first:
                target: Subject = (network, "filter", first[network, number])
                own = found.of(target)
                note = "\n".join(filter(None, (own.note, remark.note)))
                both = Note(own.name or remark.name, note, own.starred or remark.starred)
                found = found.having(subject, NOTHING).having(target, both)
        return found

    def name_of(self, one: RunFilter) -> str:
        """The filter's own name, else its part's, else nothing."""
        return self.of(filter_subject(one)).name or self.part_name(one.network, one.group)

    def part_name(self, network: NetworkName, group: int) -> str:
        """The name given to a part, or nothing; filters in no group (-1) have no part."""
        return self.of((network, "part", group)).name if group >= 0 else ""


def filter_subject(one: RunFilter) -> Subject:
    """A filter as something to say something about."""
    return (one.network, "filter", one.index)


def filter_title(one: RunFilter, remarks: Notes) -> str:
    """How every table and figure calls a filter: 'face, filter 12', or without a name 'part 3, filter 12' (parts are
    counted from 1), or of a filter in no part 'filter 12'."""
    if name := remarks.name_of(one):
        return translate("Figures", "{name}, filter {index}").format(name=name, index=one.index)
    if one.group >= 0:
        return translate("Figures", "part {part}, filter {index}").format(part=one.group + 1, index=one.index)
    return translate("Figures", "filter {index}").format(index=one.index)


def part_title(network: NetworkName, group: int, remarks: Notes) -> str:
    """How a part is called: by its name, or 'Part 3' (counted from 1)."""
    return remarks.part_name(network, group) or translate("Figures", "Part {part}").format(part=group + 1)


def read_notes(run: Path) -> Notes:
    """The remarks kept in a run folder, none where there is no file. Raises RunError where it cannot be understood."""
    path = run / FILE
    if not path.is_file():
        return Notes()
    try:
        stored = from_toml(path.read_text(encoding="utf-8"))
        if stored.get("format") != FORMAT:
            raise ValueError(f"format {stored.get('format')}")
        return Notes(dict(_read_one(row) for row in stored.get("remark", ())))
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError, PartscopeError) as error:
        text = translate(
            "Errors",
            "The names and notes in {path} cannot be read ({error}). Mend the file, or rename it to begin anew; the "
            "run itself is whole.",
        )
        raise RunError(text.format(path=path, error=error)) from None


def write_notes(run: Path, remarks: Notes, base: Notes | None = None) -> None:
    """Keep the remarks in the run folder, at once or not at all; a file that cannot be understood is put aside, never
    overwritten. `base`: what they were made from; what another program has said since is kept too. Raises OSError."""
    path = run / FILE
    theirs = base
    try:
        theirs = read_notes(run) if path.is_file() else base
    except RunError:
        names = (path.with_name(f"remarks-damaged{number or ''}.toml") for number in range(1000))
        path.rename(next(name for name in names if not name.exists()))
    if base is not None and theirs is not None:
        remarks = merge_notes(base, remarks, theirs)
    rows = [_as_row(subject, remark) for subject, remark in sorted(remarks.said.items())]
    write_text(path, to_toml({"format": FORMAT, "remark": rows}))


class NotesFile:
    """Keeps the remarks of a run as they are edited, from one thread at a time. `opened`: as they were read."""

    def __init__(self, run: Path, opened: Notes) -> None:
        self._run, self._kept = run, opened

    def save(self, remarks: Notes) -> None:
        """Keep them, and what another program has said since. Raises OSError."""
        write_notes(self._run, remarks, self._kept)
        self._kept = remarks


def merge_notes(base: Notes, ours: Notes, theirs: Notes) -> Notes:
    """What two programs have made of `base`: the change of each where the other made none. Where both have changed the
    same our name is taken, and theirs and both notes stand in the note."""
    found = ours
    for subject in {**ours.said, **theirs.said}:
        was, own, other = (remarks.of(subject) for remarks in (base, ours, theirs))
        if own in (was, other):
            found = found.having(subject, other)
        elif other != was:
            found = found.having(subject, _both(was, own, other))
    return found


def _both(was: Note, own: Note, other: Note) -> Note:
    """One remark of two."""
    name = other.name if own.name == was.name else own.name
    note = [other.note] if own.note == was.note else [own.note]
    if other.note not in (was.note, *note):
        note.append(other.note)
    if other.name not in (was.name, name):
        note.append(other.name)
    starred = other.starred if own.starred == was.starred else own.starred
    return Note(name, "\n".join(filter(None, note)), starred)


def notes_or_none(run: Path) -> Notes:
    """The remarks of a run, or none where they cannot be read: what a figure wants, which must not fail for a name."""
    with suppress(RunError):
        return read_notes(run)
    return Notes()


def _read_one(row: Mapping[str, Any]) -> tuple[Subject, Note]:
    kind = row["of"]
    if kind not in ("filter", "part"):
        raise ValueError(f"of = {kind!r}")
    remark = Note(str(row.get("name", "")), str(row.get("note", "")), bool(row.get("starred", False)))
    return (NetworkName(row["network"]), kind, int(row["number"])), remark


def _as_row(subject: Subject, remark: Note) -> dict[str, Any]:
    network, kind, number = subject
    said = {"name": remark.name or None, "note": remark.note or None, "starred": remark.starred or None}
    return {"network": str(network), "of": kind, "number": number, **said}
