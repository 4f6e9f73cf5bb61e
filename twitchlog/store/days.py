"""What one day may say: the mark "no twitching" and the episodes of a day never contradict each other."""

from __future__ import annotations

from twitchlog import spoken, vocabulary
from twitchlog.entry import DayNote
from twitchlog.errors import TwitchlogError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.store.diary import Diary
    from twitchlog.store.step import Step


class DayHasTwitching(TwitchlogError):
    """A day with episodes can't be marked as one without twitching."""

    code = "day_has_episodes"


def settle(step: Step, day: date) -> bool:
    """After an episode was written: a day marked "none" becomes "some". Says whether it did."""
    said = step.day_entry(day)
    if said is None or said.twitching != "none":
        return False
    step.set_day(said.replace(twitching="some"))
    return True


def mark_quiet(step: Step, book: Diary, days: Sequence[date]) -> list[date]:
    """Check days in as days without twitching; says which were not marked so before.

    Raises:
        DayHasTwitching: One of them has an episode that counts as twitching; none is marked then.
    """
    marked = []
    for day in days:
        refuse_twitching(book, day)
        said = step.day_entry(day) or DayNote(day=day, checked_in=False)
        quiet = said.replace(twitching="none", checked_in=True)
        if quiet != said:
            step.set_day(quiet)
            marked.append(day)
    return marked


def refuse_twitching(book: Diary, day: date) -> None:
    """Refuse to call a day free of twitching that has an episode."""
    twitches = [episode for episode in book.episodes_on(day) if vocabulary.counts_as_twitch(episode.kind)]
    if twitches:
        numbers = spoken.listed([str(episode.id) for episode in twitches[:5]]) + (" ..." if len(twitches) > 5 else "")  # noqa: PLR2004 - a line's worth
        raise DayHasTwitching(
            f"{spoken.short_date(day)} has {spoken.count(len(twitches), 'episode')} ({numbers}), so it was not quiet.",
            hint=f"twitchlog show {twitches[0].id} shows the first; twitchlog delete {twitches[0].id} takes it out.",
        )


def note_day(step: Step, said: DayNote) -> DayNote:
    """Check a day in with what is said of it now, over what was said before; says what the day holds then."""
    before = step.day_entry(said.day) or DayNote(day=said.day)
    after = before.replace(
        checked_in=True,
        twitching=said.twitching or before.twitching,
        note=said.note if said.note is not None else before.note,
        factors=said.factors,
    )
    step.set_day(after)
    return after
