"""The files of the own format: for each its columns in order, how a cell is read, and how a stored row is written.

`contracts.md` promises the columns. Behind the promised ones stand those without which a round trip would lose
something (`denied`; how exactly the time of a symptom or intake is known; `source`). Days are in `days.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog import vocabulary
from twitchlog.entry import MEDICINE_ACTIONS, SOURCES
from twitchlog.exchange import lookup
from twitchlog.exchange.refusals import RowRefused
from twitchlog.records import Record
from twitchlog.store.rows import TABLES, YES_NO, wall_time

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from twitchlog.exchange.row import Row

    Reader = Callable[[Row], Any]
    Stored = Mapping[str, Any]

DERIVED_FACTORS = ("caffeine_drop_mg",)
"""Factors that are worked out from others; only a suspicion can name one."""

LONGEST_LAG = 30
"""Days between a factor and its effect that a suspicion may name; the diary's table holds the same limit."""

MEASURES = ("number", "yes_no")

RESERVED = ("date", "twitching", "checked_in", "note")
"""Names that no own factor can have: columns of days.csv."""


class Sheet(Record):
    """One file of the format.

    Fields:
        file: Its name.
        table: The table of the diary that it holds.
        required: The columns without which a file is not this one.
        columns: Every column in order -> the field of the entry that it is read into, and how. None: the column is read
            together with another (`place`, `when`), or is not written at all.
        when: The column that says when, where the entry has such a field.
        stored: Column -> the stored column where it is called otherwise.
        read_only: Columns that are understood and never written.
    """

    file: str
    table: str
    required: tuple[str, ...]
    columns: dict[str, Reader | None]
    when: str | None = None
    stored: dict[str, str] = {}  # noqa: RUF012 - a record is frozen, the empty default is never written to
    read_only: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[str, ...]:
        """The columns as an export writes them."""
        return tuple(column for column in self.columns if column not in self.read_only)

    def read(self, row: Row) -> dict[str, Any]:
        """The fields of the entry that a row holds, without its uid where the row has none."""
        fields = {self.stored.get(column, column): reader(row) for column, reader in self.columns.items() if reader}
        if self.when:
            fields["when"] = row.when(self.when)
        if "part" in self.columns:
            fields |= self._place(row)
        return fields

    def _place(self, row: Row) -> dict[str, Any]:
        place = row.place()
        if self.table == "episode" and "region" not in place:
            raise RowRefused(
                "part is empty.", hint="Write the body part, or the region where only that is known, such as leg."
            )
        return {field: value for field, value in place.items() if field in TABLES[self.table].columns}

    def cells(self, stored: Stored) -> list[str]:
        """A stored row as the cells of its line."""
        return [self._cell(column, stored) for column in self.written]

    def _cell(self, column: str, stored: Stored) -> str:
        if column == self.when:
            return written_time(stored)
        if column == "part":
            return stored["part"] or stored["region"] or ""
        name = "precision" if column == "time_precision" else self.stored.get(column, column)
        value = stored[name]
        return said(bool(value)) if name in YES_NO and value is not None else shown(value)


def written_time(stored: Stored) -> str:
    """A stored time as ISO 8601 with its offset, or the date where the time is unknown."""
    if stored["instant"] is None:
        return str(stored["day"])
    return wall_time(stored["instant"], stored["offset_s"]).isoformat()


def shown(value: Any) -> str:
    """A stored value as a cell: nothing for None, whole amounts without a point."""
    if value is None:
        return ""
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)


def said(yes: bool) -> str:  # noqa: FBT001 - the value itself, not a switch
    """Yes or no."""
    return "yes" if yes else "no"


def factor_of(cell: str, own: Mapping[str, str]) -> str:
    """The id of a daily factor, or the name of an own one.

    Raises:
        RowRefused: Nobody knows it.
    """
    if cell in own:
        return cell
    found = lookup.find(cell, "factor")
    if found is None:
        phrases = [phrase for of in vocabulary.ids("factor") for phrase in vocabulary.phrases_of("factor", of)]
        raise lookup.unknown(cell, "factor", [*own, *phrases])
    return found


def own_name(row: Row) -> str:
    """The name of an own factor.

    Raises:
        RowRefused: It is too long, or a column or factor that twitchlog has.
    """
    row.needed("name")
    name = row.name("name") or ""
    if name in RESERVED or vocabulary.knows("factor", name):
        raise RowRefused(f"“{name}” is a column that days.csv has.", hint="Give your factor another name.")
    return name


def _uid(row: Row) -> str | None:
    return row.name("uid")


def _text(column: str) -> Reader:
    return lambda row: row.text(column)


def _needed(column: str) -> Reader:
    return lambda row: row.needed(column)


def _word(column: str, *lists: str) -> Reader:
    return lambda row: row.word(column, *lists)


def _words(column: str, *lists: str) -> Reader:
    return lambda row: row.words(column, *lists)


def _whole(column: str) -> Reader:
    return lambda row: row.whole(column)


def _score(column: str) -> Reader:
    return lambda row: row.score(column)


def _yes_no(column: str, *, otherwise: bool | None) -> Reader:
    def read(row: Row) -> bool | None:
        said_so = row.yes_no(column)
        return otherwise if said_so is None else said_so

    return read


def _day(column: str, *, future: bool = False) -> Reader:
    return lambda row: row.day(column, future=future)


def _needed_day(column: str, *, future: bool = False) -> Reader:
    return lambda row: row.needed_day(column, future=future)


def _choice(column: str, values: tuple[str, ...]) -> Reader:
    def read(row: Row) -> str:
        row.needed(column)
        return row.choice(column, values) or ""

    return read


def _kind(row: Row) -> str:
    return row.word("kind", "kind") or "twitch"


def _symptom(row: Row) -> str:
    return lookup.known(row.needed("symptom").strip(), "symptom")


def _source(row: Row) -> str:
    return row.choice("source", SOURCES) or row.context.source


def _factor(row: Row) -> str:
    return factor_of(row.needed("factor").strip(), row.context.own)


def _suspected_factor(row: Row) -> str:
    cell = row.needed("factor").strip()
    return cell if cell in DERIVED_FACTORS else factor_of(cell, row.context.own)


def _lag(row: Row) -> int:
    days = row.whole("lag_days")
    if days is None or days > LONGEST_LAG:
        raise RowRefused(f"lag_days is “{row.cell('lag_days')}”.", hint=f"Write whole days from 0 to {LONGEST_LAG}.")
    return days


def _amount(row: Row) -> float:
    return checked_amount(row, "amount", _factor(row))


def _changed(row: Row) -> str:
    cell = row.needed("what")
    return lookup.find(cell.strip(), "change") or cell


def checked_amount(row: Row, column: str, factor: str) -> float:
    """An amount of a factor.

    Raises:
        RowRefused: There is none, or nobody takes so much.
    """
    amount = row.number(column)
    if amount is None:
        raise RowRefused(f"{column} is empty.", hint=f"Every row needs {column}.")
    most = vocabulary.term("factor", factor).get("at_most") if vocabulary.knows("factor", factor) else None
    if most is not None and amount > most:
        raise RowRefused(f"{shown(amount)} is not possible for {factor}.", hint=f"{factor} goes up to {most}.")
    return amount


OTHERS = {"time_precision": None, "part_of_day": None, "zone": None}
"""How exactly a time is known: read together with the time."""

EPISODES = Sheet(
    file="episodes.csv",
    table="episode",
    required=("started_at", "part"),
    when="started_at",
    read_only=("symptoms",),
    columns={
        "uid": _uid,
        "started_at": None,
        **OTHERS,
        "kind": _kind,
        "part": None,
        "side": None,
        "muscle": None,
        "duration_s": _whole("duration_s"),
        "intensity": _score("intensity"),
        "pattern": _word("pattern", "pattern"),
        "activity": _word("activity", "activity"),
        "triggers": _words("triggers", "trigger"),
        "sensations": _words("sensations", "sensation"),
        "relief": _words("relief", "relief"),
        "denied": _words("denied", "trigger", "sensation", "relief", "activity"),
        "symptoms": None,
        "note": _text("note"),
        "words": _text("words"),
        "source": _source,
    },
)
SYMPTOMS = Sheet(
    file="symptoms.csv",
    table="symptom",
    required=("at", "symptom"),
    when="at",
    columns={
        "uid": _uid,
        "at": None,
        "symptom": _symptom,
        "part": None,
        "side": None,
        "sudden": _yes_no("sudden", otherwise=None),
        "severity": _score("severity"),
        "present": _yes_no("present", otherwise=True),
        "episode_uid": lambda row: row.name("episode_uid"),
        "note": _text("note"),
        **OTHERS,
        "words": _text("words"),
        "source": _source,
    },
)
INTAKES = Sheet(
    file="intakes.csv",
    table="intake",
    required=("at", "factor", "amount"),
    when="at",
    columns={
        "uid": _uid,
        "at": None,
        "factor": _factor,
        "amount": _amount,
        "words": _text("words"),
        "note": _text("note"),
        **OTHERS,
        "source": _source,
    },
)
MEDICINES = Sheet(
    file="medicines.csv",
    table="medicine",
    required=("name", "date", "action"),
    stored={"date": "day"},
    columns={
        "uid": _uid,
        "name": _needed("name"),
        "date": _needed_day("date"),
        "action": _choice("action", MEDICINE_ACTIONS),
        "dose": _text("dose"),
        "suspected": _yes_no("suspected", otherwise=False),
        "note": _text("note"),
    },
)
CHANGES = Sheet(
    file="changes.csv",
    table="change",
    required=("what", "start"),
    columns={
        "uid": _uid,
        "what": _changed,
        "start": _needed_day("start"),
        "end": _day("end", future=True),
        "note": _text("note"),
    },
)
FACTORS = Sheet(
    file="factors.csv",
    table="own_factor",
    required=("name", "measure"),
    columns={"name": own_name, "measure": _choice("measure", MEASURES), "unit": _text("unit")},
)
PROFILE = Sheet(
    file="profile.csv",
    table="profile",
    required=("name", "value"),
    columns={"name": _needed("name"), "value": _needed("value")},
)
QUESTIONS = Sheet(
    file="questions.csv",
    table="question",
    required=("text", "asked"),
    columns={"uid": _uid, "text": _needed("text"), "asked": _needed_day("asked"), "done": _day("done")},
)
SUSPICIONS = Sheet(
    file="suspicions.csv",
    table="suspicion",
    required=("factor", "lag_days", "declared"),
    columns={
        "uid": _uid,
        "factor": _suspected_factor,
        "lag_days": _lag,
        "declared": _needed_day("declared"),
        "withdrawn": _day("withdrawn"),
    },
)
VISITS = Sheet(
    file="visits.csv",
    table="visit",
    required=("date",),
    stored={"date": "day"},
    columns={"uid": _uid, "date": _needed_day("date", future=True), "note": _text("note")},
)
DISCUSSED = Sheet(
    file="discussed.csv",
    table="discussed",
    required=("finding", "date"),
    stored={"date": "day"},
    columns={"uid": _uid, "finding": _needed("finding"), "date": _needed_day("date"), "note": _text("note")},
)
SHEETS = (
    FACTORS,
    PROFILE,
    EPISODES,
    SYMPTOMS,
    INTAKES,
    MEDICINES,
    CHANGES,
    QUESTIONS,
    SUSPICIONS,
    VISITS,
    DISCUSSED,
)
"""In the order of reading: what others lean on comes first."""
