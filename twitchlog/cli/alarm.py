"""Urgent points at the moment of entry: asked of the line alone first, then with the diary beside it."""

from __future__ import annotations

from datetime import timedelta

from twitchlog import vocabulary
from twitchlog.cli import answer
from twitchlog.entry import diary_day
from twitchlog.errors import TwitchlogError
from twitchlog.records import Record
from twitchlog.store.diary import open_diary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from typing import TypeVar

    from twitchlog.cli.answer import Asked
    from twitchlog.entry import SymptomNote, When
    from twitchlog.findings.urgent import Recent, UrgentPoint
    from twitchlog.store.diary import Diary

    T = TypeVar("T")


class Noted(Record):
    """What a line says that can be urgent; all of it is known even when the line is refused."""

    at: datetime
    symptoms: Sequence[SymptomNote] = ()
    twitch: bool = False
    triggers: Sequence[str] = ()
    when: When | None = None


class Alarm:
    """The urgent points of one command, shown the moment they are known and kept for the JSON answer.

    Whatever is refused inside its `with` block carries the points that fired before.
    """

    def __init__(self, asked: Asked) -> None:
        """Belong to a command."""
        self.points: tuple[UrgentPoint, ...] = ()
        self._asked = asked

    def __enter__(self) -> None:
        """Begin to listen."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Give the points to a refusal."""
        if isinstance(error, TwitchlogError):
            error.urgent = self.points

    def understand(self, now: datetime, read: Callable[[], T]) -> T:
        """Read a line; what it says that can be urgent is heard even when the line is refused."""
        try:
            return read()
        except TwitchlogError as error:
            noted = Noted(
                at=now,
                symptoms=getattr(error, "symptoms", ()),
                twitch=any(vocabulary.counts_as_twitch(kind) for kind in getattr(error, "kinds", ())),
                triggers=getattr(error, "triggers", ()),
            )
            self.hear(noted)
            self._hear_beside(noted)
            raise

    def _hear_beside(self, noted: Noted) -> None:
        """Ask once more with the diary, if it can be opened; what is wrong with it is not what matters here."""
        try:
            with open_diary(self._asked.diary) as book:
                self.hear(noted, book)
        except TwitchlogError:
            return

    def hear(self, noted: Noted, book: Diary | None = None) -> None:
        """Ask the rules of the line, beside what the diary holds where it is open, and show what is new."""
        if not noted.symptoms and (book is None or not _symptoms_near(book, noted)):
            return
        from twitchlog.findings import urgent

        wanted = urgent.lookups(noted.symptoms, twitch=noted.twitch, triggers=noted.triggers)
        recent = recent_of(book, noted, wanted) if book is not None and wanted else urgent.NOTHING_RECENT
        found = urgent.urgent_points(
            noted.symptoms,
            at=noted.at,
            twitch=noted.twitch,
            triggers=noted.triggers,
            when=noted.when,
            recent=recent,
        )
        known = {point.id for point in self.points}
        new = tuple(point for point in found if point.id not in known)
        self.points += new
        answer.urgent(self._asked, new)


def _day(noted: Noted) -> date:
    return noted.when.day if noted.when else diary_day(noted.at)


def _symptoms_near(book: Diary, noted: Noted) -> bool:
    """Whether the diary has any symptom note within a week of the line: without one no rule can fire."""
    week = timedelta(days=7)
    day = _day(noted)
    return bool(book.symptoms_between(day - week, day + week))


def recent_of(book: Diary, noted: Noted, wanted: frozenset[str]) -> Recent:
    """What the diary holds around a line, as far as it is wanted."""
    from twitchlog.findings import urgent

    day = _day(noted)

    def back(days: int) -> tuple[date, date]:
        return day - timedelta(days=days), day

    near = timedelta(days=urgent.SYMPTOM_DAYS)
    symptoms = book.symptoms_between(day - near, day + near) if "symptoms" in wanted else []
    twitches = _twitches(book, day, urgent.TWITCH_DAYS) if "twitches" in wanted else []
    alcohol = book.alcohol_between(*back(urgent.ALCOHOL_DAYS)) if "alcohol_g" in wanted else {}
    medicines: list[date] = []
    if "medicine_days" in wanted:
        events = book.medicines_between(*back(urgent.MEDICINE_DAYS))
        medicines = [event.day for event in events if event.action in urgent.NEW_OR_MORE]
        medicines += book.days_with_trigger(sorted(urgent.DRUG_TRIGGERS), *back(urgent.MEDICINE_DAYS))
    withdrawal: list[date] = []
    if "withdrawal_days" in wanted:
        withdrawal = book.days_with_trigger([urgent.ALCOHOL_LESS], *back(urgent.SYMPTOM_DAYS))
    return urgent.Recent(
        symptoms=symptoms,
        twitches=twitches,
        medicine_days=medicines,
        withdrawal_days=withdrawal,
        alcohol_g=alcohol,
    )


def _twitches(book: Diary, day: date, days: int) -> list[When]:
    near = timedelta(days=days)
    episodes = book.episodes_between(day - near, day + near)
    return [one.when for one in episodes if vocabulary.counts_as_twitch(one.kind)]
