"""From files to entries: which file is which, and what each row says. Nothing here looks into the diary."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from twitchlog import spoken, vocabulary
from twitchlog.entry import Episode, SymptomNote
from twitchlog.errors import TwitchlogError
from twitchlog.exchange import days, lookup
from twitchlog.exchange.csv_file import CsvFile, read_csv
from twitchlog.exchange.refusals import FileRefused, RowRefused, quoted
from twitchlog.exchange.reports import Refused
from twitchlog.exchange.row import Context, Row
from twitchlog.exchange.sameness import content_of, uid_for
from twitchlog.exchange.sheets import EPISODES, FACTORS, PROFILE, SHEETS, SYMPTOMS, VISITS, Sheet
from twitchlog.records import Record
from twitchlog.store.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

DENIALS = ("no ", "not ", "without ", "never ")
"""Before a symptom: it was said not to be there."""

ORDER = (FACTORS.file, PROFILE.file, EPISODES.file, SYMPTOMS.file, days.FILE)
"""Kinds of file that are read first, since others lean on them."""

BY_NAME: dict[str, Sheet | None] = {**{sheet.file: sheet for sheet in SHEETS}, days.FILE: None}
"""Every file of the format; None stands for the days."""

SHOWN_COLUMNS = 8
"""Columns of a foreign file that the refusal names. Ours."""


class Found(Record):
    """One row that could be read.

    Fields:
        file: The file's name.
        row: The line on which the row begins.
        entry: What it says.
        content: The same as it is compared, see `content_of`.
        beside: Symptom notes that an episode's row holds in short.
    """

    file: str
    row: int
    entry: Record
    content: dict[str, Any]
    beside: tuple[SymptomNote, ...] = ()


class Reading:
    """What the files of one import say: rows found, rows refused, notes, and the own factors that days.csv brings."""

    def __init__(self, context: Context) -> None:
        """Begin with nothing read."""
        self.context = context
        self.found: list[Found] = []
        self.declared: list[Record] = []
        self.refused: list[Refused] = []
        self.notes: list[str] = []
        self.read: dict[str, int] = {}

    def add(self, file: CsvFile, kind: str) -> None:
        """Read every row of a file of one kind (the name that the format gives it)."""
        header = _known_header(file.header, kind)
        for column in (column for column, times in Counter(header).items() if column and times > 1):
            raise FileRefused(
                f"“{file.name}” has the column {quoted(column)} twice.", hint="Leave one out.", code="columns_twice"
            )
        sheet = BY_NAME[kind]
        factors = {} if sheet else self._factors(file, header)
        if sheet:
            self._note_unknown(file.name, [column for column in header if column and column not in sheet.columns])
        uids: Counter[str] = Counter()
        self.read[file.name] = len(file.rows)
        for line, cells in file.rows:
            try:
                row = Row(_by_column(header, cells), line, self.context)
                if sheet is None:
                    day = days.read(row, factors)
                    self.found.append(Found(file=file.name, row=line, entry=day, content=content_of(day)))
                else:
                    self.found.append(_found(file.name, sheet, row, uids))
            except TwitchlogError as error:
                self.refuse(file.name, line, error)
        if kind == FACTORS.file:
            self.context.own.update({one.entry.as_dict()["name"]: one.entry.as_dict()["measure"] for one in self.found})

    def refuse(self, file: str, row: int, error: TwitchlogError) -> None:
        """Leave a row aside."""
        self.refused.append(Refused(file=file, row=row, reason=error.text, hint=error.hint))

    def _factors(self, file: CsvFile, header: Sequence[str]) -> dict[str, str]:
        """The factor columns of days; one that nobody declared declares an own factor, or is left aside."""
        factors = days.factor_columns(file.name, header, self.context.own)
        unknown = []
        for column, factor in list(factors.items()):
            if factor in self.context.own or vocabulary.knows("factor", factor):
                continue
            at = header.index(column)
            own = days.own_factor_in(column, [cells[at] for _, cells in file.rows if at < len(cells)])
            if own is None:
                del factors[column]
                unknown.append(column)
            else:
                self.declared.append(own)
                self.context.own[own.name] = own.measure
                self.notes.append(f"The column {quoted(column)} of “{file.name}” became a factor of your own.")
        self._note_unknown(file.name, unknown)
        return factors

    def _note_unknown(self, file: str, columns: Sequence[str]) -> None:
        if columns:
            names = spoken.listed([quoted(column) for column in columns])
            self.notes.append(f"“{file}”: nothing was read from {names}, which the format does not have.")


def read_path(path: str, context: Context) -> Reading:
    """Read a folder, or one file.

    Raises:
        FileRefused: A file can't be read, or belongs to another program.
    """
    reading = Reading(context)
    files: list[tuple[str, CsvFile]] = []
    for name in _paths(path):
        file = read_csv(name)
        kind = kind_of(file)
        if kind is not None:
            files.append((kind, file))
        elif os.path.isdir(path) and file.name not in BY_NAME:
            reading.notes.append(f"“{file.name}” was left aside: its columns are those of another program.")
        else:
            raise foreign(file)
    if not files:
        raise FileRefused(
            f"“{path}” holds no CSV file of twitchlog's own format.",
            hint="twitchlog export csv DIR writes such a folder: episodes.csv, days.csv ...",
            code="foreign_csv" if reading.notes else "no_csv",
        )
    for kind, file in sorted(files, key=lambda one: (_place_in_order(one[0]), one[1].name)):
        reading.add(file, kind)
    return reading


def foreign(file: CsvFile) -> FileRefused:
    """The refusal of a file of another program."""
    names = [name for name in file.header if name.strip()]
    columns = ", ".join(quoted(name) for name in names[:SHOWN_COLUMNS]) + (" ..." if len(names) > SHOWN_COLUMNS else "")
    needed = spoken.listed([f"“{name}”" for name in EPISODES.required])
    return FileRefused(
        f"“{file.name}” is not in twitchlog's own format.",
        hint=f"Its columns are {columns}. Episodes need {needed}; twitchlog export csv DIR shows every column.",
        code="foreign_csv",
    )


def kind_of(file: CsvFile) -> str | None:
    """Which file of the format this is, by its name where the columns agree, else by its columns; None for none."""
    header = {_normal(column) for column in file.header if column.strip()}
    required = {name: sheet.required if sheet else days.REQUIRED for name, sheet in BY_NAME.items()}
    named = file.name.lower()
    if named in required and header.issuperset(required[named]):
        return named
    fitting = [name for name, needs in required.items() if header.issuperset(needs) and _is_telling(name, header)]
    return max(fitting, key=lambda name: (len(required[name]), len(header & _columns(name))), default=None)


def _is_telling(kind: str, header: set[str]) -> bool:
    """Whether the columns alone can tell a kind: a date, or a name and a value, stand in many programs' files."""
    known = header & _columns(kind)
    if kind == days.FILE:
        return header == known or len(known - {"note"}) > 1
    return header == known if kind in (VISITS.file, PROFILE.file) else True


def _columns(kind: str) -> set[str]:
    sheet = BY_NAME[kind]
    return set(sheet.columns if sheet else days.FIXED)


def _normal(column: str) -> str:
    return "_".join(column.lower().split())


def _known_header(header: Sequence[str], kind: str) -> list[str]:
    """The header, with the columns that the format has in its spelling."""
    known = _columns(kind)
    return [_normal(column) if _normal(column) in known else column.strip() for column in header]


def _by_column(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    if len(cells) != len(header):
        raise RowRefused(
            f"The row has {spoken.count(len(cells), 'cell')}, the header has {len(header)}.",
            hint="A cell with a comma or a new line stands in double quotes; an empty cell still has its comma.",
        )
    return dict(zip(header, cells, strict=True))


def _paths(path: str) -> list[str]:
    """The CSV files that a path means."""
    if not os.path.isdir(path):
        return [path]
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        raise FileRefused(
            f"“{path}” can't be read: {(error.strerror or 'the system refuses').lower()}.",
            hint="Check its permissions.",
            code="unreadable_file",
        ) from error
    return [os.path.join(path, name) for name in names if name.lower().endswith(".csv") and not name.startswith(".")]


def _place_in_order(kind: str) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def _found(file: str, sheet: Sheet, row: Row, uids: Counter[str]) -> Found:
    """What a row of any file but the days says; a row without uid gets the one that its content amounts to."""
    fields = sheet.read(row)
    record = TABLES[sheet.table].record
    entry = record(**{**fields, "uid": fields["uid"] or ""}) if "uid" in fields else record(**fields)
    content = content_of(entry)
    if content.get("uid") == "":
        content["uid"] = uid_for(sheet.file, content, uids)
        entry = entry.replace(uid=content["uid"])
    beside = tuple(_in_short(row, entry)) if isinstance(entry, Episode) and row.cell("symptoms") else ()
    return Found(file=file, row=row.line, entry=entry, content=content, beside=beside)


def _in_short(row: Row, episode: Episode) -> Iterator[SymptomNote]:
    """The symptoms that stand in an episode's row, at its moment and place."""
    said: dict[str, bool] = {}
    for words in filter(None, (words.strip() for words in row.cell("symptoms").split(";"))):
        denial = next((start for start in DENIALS if words.lower().startswith(start)), "")
        symptom = lookup.known(words[len(denial) :].strip(), "symptom")
        if said.setdefault(symptom, not denial) != (not denial):
            raise RowRefused(f"symptoms says {quoted(symptom)} both ways.", hint="Leave one of the two out.")
    for symptom, present in said.items():
        placed = symptom not in vocabulary.table("exposure")["whole_person"]
        note = SymptomNote(
            uid="",
            when=episode.when,
            symptom=symptom,
            region=episode.region if placed else None,
            part=episode.part if placed else None,
            side=episode.side if placed else "unspecified",
            present=present,
            episode_uid=episode.uid,
            source=episode.source,
        )
        yield note.replace(uid=uid_for(SYMPTOMS.file, content_of(note)))
