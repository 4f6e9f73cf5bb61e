"""One row of a file, and how its cells are read: a text, a number, a time, a word of the vocabulary."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from twitchlog import clock, spoken
from twitchlog.entry import EARLIEST, LONGEST_NOTE, PARTS_OF_DAY, PRECISIONS, When, check_score
from twitchlog.exchange import lookup
from twitchlog.exchange.refusals import RowRefused, quoted
from twitchlog.records import Record
from twitchlog.words import hygiene

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

LONGEST_NAME = 64
"""Characters of a uid or of a factor's name. Ours."""

MOST = 1e9
"""No amount reaches this; the diary's tables hold the same limit. Ours."""

YES_NO = {"yes": True, "y": True, "true": True, "1": True, "1.0": True}
YES_NO |= {"no": False, "n": False, "false": False, "0": False, "0.0": False}

NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?", re.ASCII)
DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]{1,2}", re.ASCII)
SCORE = re.compile(r"([0-9]+)(\.0+)?(/10)?", re.ASCII)
WRITE_DATE = "Write a date like 2026-03-01, and a time like 2026-03-01T21:40:00+01:00."


class Context(Record):
    """What the reading of rows needs to know beside the file.

    Fields:
        now: The present moment; nothing that has happened lies behind it.
        zone: The local zone's name, for times without an offset, where it is known.
        source: Where entries come from that do not say it themselves.
        own: Names of the person's own factors -> "number" or "yes_no".
    """

    now: datetime
    zone: str | None
    source: str
    own: dict[str, str]


class Row:
    """The cells of one row by the name of their column; a column that the file does not have reads as empty."""

    __slots__ = ("cells", "context", "line")

    def __init__(self, cells: Mapping[str, str], line: int, context: Context) -> None:
        """Keep the cells, the line on which the row begins, and what reading them needs."""
        self.cells = cells
        self.line = line
        self.context = context

    def cell(self, column: str) -> str:
        """A cell without spaces around it; empty where there is none."""
        return self.cells.get(column, "").strip()

    def text(self, column: str) -> str | None:
        """A text as it stands, lines and all; None for an empty cell.

        Raises:
            RowRefused: It holds control characters, or more than fits in a note.
        """
        text = self.cells.get(column, "")
        if len(text) > LONGEST_NOTE:
            raise RowRefused(f"{column} has {len(text):,} characters.", hint=f"It holds up to {LONGEST_NOTE:,}.")
        if not text.isprintable() and any(hygiene.is_control(c) for c in text if c not in hygiene.JOINERS):
            raise RowRefused(
                f"{column} holds control characters, which no diary entry needs: {quoted(text)}.",
                hint="Type the text again instead of pasting it.",
            )
        return text or None

    def needed(self, column: str) -> str:
        """A text that may not be missing."""
        text = self.text(column)
        if text is None or not text.strip():
            raise RowRefused(f"{column} is empty.", hint=f"Every row needs {column}.")
        return text

    def name(self, column: str) -> str | None:
        """A short text on one line, such as a uid."""
        cell = self.cell(column)
        if not cell:
            return None
        if len(cell) > LONGEST_NAME or not cell.isprintable():
            raise RowRefused(
                f"{column} is {quoted(cell)}.",
                hint=f"It holds up to {LONGEST_NAME} characters on one line; or leave it empty.",
            )
        return cell

    def choice(self, column: str, values: Sequence[str]) -> str | None:
        """One of a few words."""
        cell = self.cell(column).lower()
        if cell and cell not in values:
            raise RowRefused(f"{column} is {quoted(cell)}.", hint=f"It can be {spoken.listed(values, 'or')}.")
        return cell or None

    def yes_no(self, column: str) -> bool | None:
        """Yes or no; None for an empty cell."""
        cell = self.cell(column)
        if cell and cell.lower() not in YES_NO:
            raise RowRefused(f"{column} is {quoted(cell)}.", hint="Write yes or no, or leave it empty.")
        return YES_NO[cell.lower()] if cell else None

    def number(self, column: str) -> float | None:
        """A number from 0 on; a comma may stand for the point where commas do not part the cells."""
        cell = self.cell(column)
        if not cell:
            return None
        if DECIMAL_COMMA.fullmatch(cell):
            cell = cell.replace(",", ".")
        value = float(cell) if NUMBER.fullmatch(cell) else math.nan
        if not 0 <= value < MOST:
            raise RowRefused(f"{column} is {quoted(cell)}.", hint="Write a plain number from 0 on, such as 6.5.")
        return value

    def whole(self, column: str) -> int | None:
        """A whole number."""
        value = self.number(column)
        if value is not None and value != int(value):
            raise RowRefused(f"{column} is {quoted(self.cell(column))}.", hint="Write a whole number.")
        return None if value is None else int(value)

    def score(self, column: str) -> int | None:
        """A score from 0 to 10: 4 or 4/10."""
        cell = self.cell(column)
        said = SCORE.fullmatch(cell)
        if cell and (said is None or len(said[1]) > LONGEST_NAME):
            raise RowRefused(f"{column} is {quoted(cell)}.", hint="It goes from 0 to 10: write 4 or 4/10.")
        value = int(said[1]) if said else None
        check_score(column.capitalize(), value)
        return value

    def word(self, column: str, *lists: str) -> str | None:
        """The vocabulary's id for what the cell says."""
        cell = self.cell(column)
        return lookup.known(cell, *lists) if cell else None

    def words(self, column: str, *lists: str) -> tuple[str, ...]:
        """The vocabulary's ids for a list joined by `;`, each once."""
        cell = self.cell(column)
        if not cell:
            return ()
        return tuple(dict.fromkeys(lookup.known(word.strip(), *lists) for word in cell.split(";") if word.strip()))

    def place(self) -> dict[str, Any]:
        """Region, part, side and muscle; empty where no place is said.

        Raises:
            RowRefused: A word is unknown, or the side stands in two cells that differ.
        """
        cell, side, muscle = self.cell("part"), self.word("side", "side"), self.word("muscle", "muscle")
        said = dict(lookup.place(cell)) if cell else {}
        if side and said.get("side", side) != side:
            raise RowRefused(f"part says {said['side']}, side says {side}.", hint="Write the side in one of the two.")
        place = {**said, "side": side or said.get("side") or "unspecified"}
        return {**place, "muscle": muscle} if muscle else place

    def day(self, column: str, *, future: bool = False) -> date | None:
        """A calendar date; None for an empty cell.

        Raises:
            RowRefused: It is no date, too long ago, or still to come.
        """
        cell = self.cell(column)
        if not cell:
            return None
        try:
            day = date.fromisoformat(cell)
        except ValueError:
            raise RowRefused(f"{column} is {quoted(cell)}, which is not a date.", hint=WRITE_DATE) from None
        if day < EARLIEST:
            raise RowRefused(f"{column} is {day}, too long ago for this diary.", hint="Check the year.")
        if not future and day > self.context.now.date():
            raise RowRefused(f"{column} is {day}, which is still to come.", hint="The diary holds what has happened.")
        return day

    def needed_day(self, column: str, *, future: bool = False) -> date:
        """A calendar date that may not be missing."""
        day = self.day(column, future=future)
        if day is None:
            raise RowRefused(f"{column} is empty.", hint=f"Every row needs {column}. {WRITE_DATE}")
        return day

    def when(self, column: str) -> When:
        """When something was, as exactly as the row says.

        Raises:
            RowRefused: It is no time, still to come, or the columns that tell how exact it is contradict it.
        """
        cell = self.cell(column)
        precision = self.choice("time_precision", PRECISIONS)
        part_of_day = self.choice("part_of_day", PARTS_OF_DAY)
        zone = self.name("zone")
        exact = "T" in cell[8:] or " " in cell
        told = "minute" if exact else "part_of_day" if part_of_day else "day"
        if (precision or told) != told or (exact and part_of_day):
            raise RowRefused(
                f"{column} {quoted(cell)}, time_precision {precision} and part_of_day {part_of_day} disagree.",
                hint="A time goes with minute; a date goes with a part_of_day, or with day.",
            )
        if not exact:
            return When(day=self.needed_day(column), precision=told, part_of_day=part_of_day, zone=zone)
        at = self._moment(column, cell)
        if at.tzinfo is None:
            zone = zone or self.context.zone
            at = self._with_offset(column, at, zone)
        if at > self.context.now:
            raise RowRefused(
                f"{column} is {quoted(cell)}, which is still to come.", hint="The diary holds what has happened."
            )
        return When.moment(at, zone)

    def _moment(self, column: str, cell: str) -> datetime:
        """The time that a cell says, with or without an offset."""
        try:
            at = datetime.fromisoformat(cell)
        except ValueError:
            raise RowRefused(f"{column} is {quoted(cell)}, which is not a time.", hint=WRITE_DATE) from None
        if at.date() <= EARLIEST:
            raise RowRefused(f"{column} is {quoted(cell)}, too long ago for this diary.", hint="Check the year.")
        return at.replace(microsecond=0)

    def _with_offset(self, column: str, naive: datetime, zone: str | None) -> datetime:
        """A time without an offset, on the wall clock of its zone: the earlier one where the clock showed it twice."""
        at = _on_wall(naive, zone) if zone else next(iter(clock.on_wall(naive)), None)
        if at is None:
            raise RowRefused(
                f"{column} is {quoted(str(naive))}, a time that the clock of {zone or 'this place'} never showed.",
                hint=f"Write the time with its offset. {WRITE_DATE}",
            )
        return at


def _on_wall(naive: datetime, zone: str) -> datetime | None:
    """The first instant at which the clock of a zone shows `naive`; None for a skipped time or an unknown zone."""
    try:
        place = ZoneInfo(zone)
    except (OSError, ValueError, KeyError):
        return None
    shown = naive.replace(tzinfo=place).astimezone(UTC).astimezone(place)
    return datetime.fromisoformat(shown.isoformat()) if shown.replace(tzinfo=None) == naive else None
