"""What of an import is new, what the diary holds already, and what contradicts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog import spoken, vocabulary
from twitchlog.entry import DayNote, Episode, SymptomNote
from twitchlog.errors import TwitchlogError
from twitchlog.exchange import days
from twitchlog.exchange.refusals import RowRefused, quoted
from twitchlog.exchange.reports import ImportReport
from twitchlog.exchange.sameness import content_of
from twitchlog.store.days import settle
from twitchlog.store.rows import table_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from twitchlog.exchange.reading import Found, Reading
    from twitchlog.records import Record
    from twitchlog.store.diary import Diary
    from twitchlog.store.step import Step

    Content = dict[str, Any]

SHOWN_FIELDS = 3
"""Fields that differ which a refusal names. Ours."""


class Held:
    """What the diary holds, table by table, with what the import has added to it so far; read when it is asked for."""

    def __init__(self, book: Diary) -> None:
        """Look into an open diary."""
        self._book = book
        self._tables: dict[str, dict[str, Content]] = {}

    def rows(self, table: str, key: str) -> dict[str, Content]:
        """The content of each row of a table by its uid, name or date."""
        if table not in self._tables:
            columns = self._book.columns(table)
            rows = (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))
            self._tables[table] = {str(row[key]): _without_origin(row) for row in rows}
            if table == "day":
                self._add_factors()
        return self._tables[table]

    def _add_factors(self) -> None:
        for day in self._tables["day"].values():
            day["factors"] = {}
        for said in self._book.entries("day_factor"):
            if said.date.isoformat() in self._tables["day"]:
                self._tables["day"][said.date.isoformat()]["factors"][said.factor] = said.amount

    def take(self, entry: Record, content: Content) -> bool:
        """Count an entry with its content in; False where one with this key and content is there already.

        Raises:
            RowRefused: One with this key is there, and says something else.
        """
        table = table_of(entry)
        key = "uid" if table.numbered else table.key[0]
        rows = self.rows(table.name, key)
        known = rows.setdefault(str(content[key]), content)
        if known is content:
            return True
        if known != content:
            raise _differs(known, content)
        return False


def _without_origin(row: Content) -> Content:
    """A stored row as `content_of` makes it from an entry."""
    return {column: value for column, value in row.items() if column not in ("id", "source")}


def _differs(known: Content, content: Content) -> RowRefused:
    names = [name for name in content if known[name] != content[name]]
    said = [f"{name} {_shown(known[name])} there, {_shown(content[name])} here" for name in names[:SHOWN_FIELDS]]
    return RowRefused(
        f"The diary, or an earlier row, has this entry with other content: {spoken.listed(said)}.",
        hint="What was there is kept. Change it with twitchlog edit, or delete it there and import again.",
    )


def _shown(value: Any) -> str:
    return "nothing" if value in (None, "", {}) else quoted(str(value))


class Plan:
    """What an import will write, in order, and the report on it."""

    def __init__(self, book: Diary, reading: Reading) -> None:
        """Weigh what was read against what the diary holds."""
        self._held = Held(book)
        self._reading = reading
        self._writes: list[Record] = [one for one in reading.declared if self._held.take(one, content_of(one))]
        self._used = dict.fromkeys(reading.read, 0)
        self._already = dict.fromkeys(reading.read, 0)
        self._refused = list(reading.refused)
        self._episodes: set[str] | None = None
        self._twitch_days: set[str] | None = None
        for found in reading.found:
            self._weigh(found)

    def write(self, step: Step) -> None:
        """Write everything new."""
        for entry in self._writes:
            if isinstance(entry, DayNote):
                step.set_day(entry)
            else:
                step.add(entry)
        for day in self._settled():
            settle(step, day)

    def report(self, *, dry_run: bool) -> ImportReport:
        """What is written, or would be."""
        settled = [day.isoformat() for day in self._settled()]
        notes = [*self._reading.notes, *self._notes()]
        if settled:
            told = spoken.listed(settled[:SHOWN_FIELDS]) + (" ..." if len(settled) > SHOWN_FIELDS else "")
            notes.append(f"Marked as days without twitching before, and now with some: {told}.")
        return ImportReport(
            read=dict(self._reading.read),
            used=self._used,
            already=self._already,
            refused=tuple(sorted(self._refused, key=lambda one: (one.file, one.row))),
            notes=tuple(notes),
            dry_run=dry_run,
        )

    def _weigh(self, found: Found) -> None:
        try:
            self._check(found.entry)
            new = [found.entry] if self._held.take(found.entry, found.content) else []
            new += [note for note in found.beside if self._held.take(note, content_of(note))]
        except TwitchlogError as error:
            self._reading.refuse(found.file, found.row, error)
            self._refused.append(self._reading.refused[-1])
            return
        self._writes.extend(new)
        (self._used if new else self._already)[found.file] += 1

    def _check(self, entry: Record) -> None:
        """Refuse what can't stand beside the rest: a symptom of no episode, a quiet day with twitches."""
        if (
            isinstance(entry, SymptomNote)
            and entry.episode_uid
            and entry.episode_uid not in self._held.rows("episode", "uid")
        ):
            raise RowRefused(
                f"There is no episode {quoted(entry.episode_uid)}.",
                hint="Import the episode, too, or leave episode_uid empty.",
            )
        if isinstance(entry, DayNote) and entry.twitching == "none":
            days.refuse_twitching(entry, self._days_with_twitches())

    def _days_with_twitches(self) -> set[str]:
        """Every day that has a twitch, in the diary or in what is imported; episodes are weighed before days."""
        if self._twitch_days is None:
            episodes = self._held.rows("episode", "uid").values()
            self._twitch_days = {row["day"] for row in episodes if vocabulary.counts_as_twitch(row["kind"])}
        return self._twitch_days

    def _settled(self) -> list[date]:
        """Days that the diary calls free of twitching and that get a twitch now."""
        twitches = {e.when.day for e in self._new_episodes() if vocabulary.counts_as_twitch(e.kind)}
        rows = self._held.rows("day", "date") if twitches else {}
        return sorted(day for day in twitches if rows.get(day.isoformat(), {}).get("twitching") == "none")

    def _new_episodes(self) -> Iterable[Episode]:
        return (entry for entry in self._writes if isinstance(entry, Episode))

    def _notes(self) -> Iterable[str]:
        nowhere = sum(entry.part is None for entry in self._new_episodes())
        if nowhere:
            yield f"{spoken.count(nowhere, 'episode')} with the region alone: the body part stays unknown."
