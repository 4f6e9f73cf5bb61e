"""What one line says, as far as it has been read: the words, the place, the time, and every problem met on the way."""

from __future__ import annotations

from twitchlog.entry import When
from twitchlog.errors import TwitchlogError
from twitchlog.words.neighbours import Context, parts_the_line
from twitchlog.words.refusals import Problem, Trouble, Warned, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from twitchlog.words.places import Mention, Place
    from twitchlog.words.reading import Item


class Said:
    """Everything that was understood of one line, and every problem met on the way.

    Attributes:
        line: The words and their neighbours.
        note: What stands behind " -- ", or None.
        when: When it was; now where the words of time could not be read.
        place: Where the twitch was, or None where the line says no place.
        mentions: Every place named, with its side.
    """

    def __init__(
        self,
        typed: str,
        now: datetime,
        *,
        zone: str | None,
        day_start_hour: int,
        symptoms_only: bool = False,
        edits: bool = False,
    ) -> None:
        """Begin to read: `symptoms_only` for a line that tells of no twitch, `edits` for one that names changes."""
        self.symptoms_only = symptoms_only
        self.edits = edits
        self.lone_side: str | None = None
        self.options: Mapping[str, Sequence[str]] = {}
        self.typed = typed
        self.now = now
        self.zone = zone
        self.day_start_hour = day_start_hour
        self.problems: list[Problem] = []
        self.warnings: list[Warned] = []
        self.when = When.moment(now, zone, day_start_hour)
        self.note: str | None = None
        self.place: Place | None = None
        self.mentions: list[Mention] = []
        self.line = Context("", [], self.problems)
        self.range_s: int | None = None

    def keep(self, step: Callable[[], object]) -> None:
        """Do a step; a problem it meets is kept."""
        try:
            step()
        except Trouble as met:
            self.problems.append(met.problem)
        except TwitchlogError as error:
            self.problems.append(Problem(code=error.code, text=error.text, hint=error.hint))

    def of_kind(self, *kinds: str) -> list[Item]:
        """The items of these kinds that were not denied."""
        return [item for item in self.line.items if item.kind in kinds and item not in self.line.denied]

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of one list that the line says are there, in its order, each once."""
        return tuple(dict.fromkeys(str(item.value) for item in self.of_kind(kind)))

    def one(self, kind: str, code: str, text: str) -> Item | None:
        """The one item of a kind; the same said twice is one, two different ones are refused."""
        found = self.of_kind(kind)
        if len({str(item.value) for item in found}) > 1:
            named = " and ".join(shown(item.text) for item in found[:2])
            self.problems.append(
                Problem(code=code, text=f"{text}: {named}.", hint="One entry has one; write a line for each.")
            )
        return found[0] if found else None

    def stretch(self, at: int) -> list[Item]:
        """The items around a place, up to the next comma, "and", "with" or "but"."""
        items = self.line.items
        first, last = at, at + 1
        while first > 0 and not items[first].apart and not parts_the_line(items[first]):
            first -= 1
        while last < len(items) and not items[last].apart and not parts_the_line(items[last]):
            last += 1
        return items[first:last]

    def with_note(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """Lines with the note of this one."""
        return tuple(f"{line} -- {self.note}" if self.note else line for line in lines)

    def has_start(self) -> bool:
        """Whether the line names a time other than now."""
        return bool(self.of_kind("day", "part_of_day", "clock", "ago", "moment"))

    def has_time(self) -> bool:
        """Whether the line says when."""
        return bool(self.of_kind("day", "part_of_day", "clock", "ago", "moment", "now"))
