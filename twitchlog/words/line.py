"""One typed line, read whole: its tokens, its items, what they mean together, and then an entry or the refusal."""

from __future__ import annotations

from twitchlog.entry import When
from twitchlog.errors import TwitchlogError
from twitchlog.words import hygiene
from twitchlog.words import options as option_words
from twitchlog.words.context import read_context
from twitchlog.words.neighbours import Context, parts_the_line
from twitchlog.words.notes import symptom_notes
from twitchlog.words.reading import Item, items_of
from twitchlog.words.refusals import LineRefused, Problem, Trouble, Warned, corrected, foremost, shown, trouble
from twitchlog.words.unknown import MOST_LOOKED_AT, read_unknown
from twitchlog.words.when import read_time
from twitchlog.words.where import read_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from twitchlog.words.places import Mention, Place


class Reading:
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
        check: Callable[[Reading], object],
        symptoms_only: bool = False,
        edits: bool = False,
    ) -> None:
        """Begin to read: `symptoms_only` for a line that tells of no twitch, `edits` for one that names changes."""
        self.check = check
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

    def read(self, options: Mapping[str, Sequence[str]], *, can_ask: bool = False) -> None:
        """Read the words and the options; problems are kept, not raised."""
        self.options = options
        words = self.words_of(self.typed)
        items = items_of(words, "symptom" if self.symptoms_only else None)
        for name, values in options.items():
            for value in values:
                items.extend(self.option_items(name, value))
        self.line = Context(words, expanded(items), self.problems, symptoms_only=self.symptoms_only)
        read_context(self.line)
        self.keep(lambda: read_time(self))
        self.keep(lambda: read_place(self, can_ask=can_ask))
        read_unknown(self)

    def keep(self, step: object) -> None:
        """Do a step; a problem it meets is kept."""
        try:
            step()  # type: ignore[operator]
        except Trouble as met:
            self.problems.append(met.problem)
        except TwitchlogError as error:
            self.problems.append(Problem(code=error.code, text=error.text, hint=error.hint))

    def words_of(self, typed: str) -> str:
        """The words to be read, normalised; a line that no one types is cleaned, and the problem kept."""
        try:
            hygiene.check(typed)
        except Trouble as met:
            self.problems.append(met.problem)
            typed = hygiene.cleaned(typed)
        words, self.note = hygiene.split_note(typed)
        return " ".join(hygiene.normalised(words).split())

    def option_items(self, name: str, value: str) -> list[Item]:
        """The items of one option's value, which must say what the option is for."""
        if name == "note":
            self.keep(lambda: self.take_note(value))
            return []
        words = self.words_of_option(value)
        try:
            found = option_words.read(name, value, words)
        except Trouble as met:
            self.problems.append(met.problem)
            return []
        for item in found:
            item.source = f"--{name}"
        return found

    def words_of_option(self, value: str) -> str:
        """The value of an option, checked and normalised."""
        try:
            hygiene.check(value)
        except Trouble as met:
            self.problems.append(met.problem)
            value = hygiene.cleaned(value)
        return hygiene.normalised(value)

    def take_note(self, note: str) -> None:
        """Take the note from its option; two notes are refused."""
        hygiene.check(f"-- {note}")
        if self.note is not None and self.note != note.strip():
            raise trouble("two_notes", "There are two notes: behind “ -- ” and in --note.", "Give one.")
        self.note = note.strip() or None

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

    # -- when

    # -- where

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

    # -- words nobody knows

    # -- amounts

    def has_start(self) -> bool:
        """Whether the line names a time other than now."""
        return bool(self.of_kind("day", "part_of_day", "clock", "ago", "moment"))

    def has_time(self) -> bool:
        """Whether the line says when."""
        return bool(self.of_kind("day", "part_of_day", "clock", "ago", "moment", "now"))

    # -- symptoms

    # -- the refusal

    def refusal(self, first: Problem) -> LineRefused:
        """The refusal of the line: the first problem, with everything that was understood."""
        suggestion = None
        edits = [edit for problem in self.problems for edit in problem.edits]
        unknown = sum(problem.code == "unknown_word" for problem in self.problems)
        if edits and unknown <= MOST_LOOKED_AT:
            (suggestion,) = self.with_note((corrected(self.line.words, edits),))
            suggestion = suggestion if self.is_understood(suggestion) else None
        first = first.replace(choices=tuple(line for line in first.choices if self.is_understood(line)))
        symptoms = symptom_notes(self)
        return LineRefused(
            first, suggestion=suggestion, symptoms=symptoms, kinds=self.ids("kind"), triggers=self.ids("trigger")
        )

    def is_understood(self, line: str) -> bool:
        """Whether a corrected line is understood, so that it may be offered."""
        other = Reading(
            line,
            self.now,
            zone=self.zone,
            day_start_hour=self.day_start_hour,
            check=self.check,
            symptoms_only=self.symptoms_only,
            edits=self.edits,
        )
        other.read(self.options)
        self.check(other)
        return not other.problems

    def raise_first(self) -> None:
        """Raise the most important problem, if there is one."""
        if self.problems:
            raise self.refusal(foremost(self.problems))


def expanded(items: list[Item]) -> list[Item]:
    """The items, with those that hold several meanings as one item for each."""
    found: list[Item] = []
    for item in items:
        if item.kind != "several":
            found.append(item)
            continue
        for count, (kind, value) in enumerate(item.value):
            one = Item(kind, value, item.indices)
            one.text, one.start, one.end, one.source = item.text, item.start, item.end, item.source
            one.apart = item.apart and count == 0
            found.append(one)
    return found
