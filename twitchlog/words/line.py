"""One typed line, read whole: its tokens, its items, what they mean together, and then an entry or the refusal."""

from __future__ import annotations

from twitchlog.words import hygiene
from twitchlog.words.context import read_context
from twitchlog.words.neighbours import TIMES, Context
from twitchlog.words.notes import symptom_notes
from twitchlog.words.reading import Item, items_of
from twitchlog.words.refusals import LineRefused, Problem, Trouble, corrected, foremost, trouble
from twitchlog.words.said import Said
from twitchlog.words.where import read_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from typing import Any


UNREADABLE = ("unknown", "number", "odd_number", "refused", "ask")
"""Kinds of items that no entry can hold. What reads them, and the words of time, is loaded for a line that has one."""


class Reading(Said):
    """One line being read: fills in what it says, then says which problem comes first."""

    def __init__(self, typed: str, now: datetime, *, check: Callable[[Reading], object], **how: Any) -> None:
        """Begin to read.

        Args:
            typed: The line.
            now: The present moment.
            check: Makes the entry of a reading: a corrected line is offered only if that meets no problem.
            how: As `Said` takes it.
        """
        super().__init__(typed, now, **how)
        self.check = check

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
        kinds = {item.kind for item in self.line.items}
        if not kinds.isdisjoint(TIMES):
            from twitchlog.words.when import read_time

            self.keep(lambda: read_time(self))
        self.keep(lambda: read_place(self, can_ask=can_ask))
        if not kinds.isdisjoint(UNREADABLE):
            from twitchlog.words.unknown import read_unknown

            read_unknown(self)

    def words_of(self, typed: str) -> str:
        """The words to be read, normalised, with the note taken off."""
        words, self.note = hygiene.split_note(self.typeable(typed))
        return " ".join(hygiene.normalised(words).split())

    def option_items(self, name: str, value: str) -> list[Item]:
        """The items of one option's value, which must say what the option is for."""
        if name == "note":
            self.keep(lambda: self.take_note(value))
            return []
        from twitchlog.words import options as option_words

        words = hygiene.normalised(self.typeable(value))
        try:
            found = option_words.read(name, value, words)
        except Trouble as met:
            self.problems.append(met.problem)
            return []
        for item in found:
            item.source = f"--{name}"
        return found

    def typeable(self, typed: str) -> str:
        """What was typed; what no one types is cleaned, and the problem kept."""
        try:
            hygiene.check(typed)
        except Trouble as met:
            self.problems.append(met.problem)
            return hygiene.cleaned(typed)
        return typed

    def take_note(self, note: str) -> None:
        """Take the note from its option; two notes are refused."""
        hygiene.check(f"-- {note}")
        if self.note is not None and self.note != note.strip():
            raise trouble("two_notes", "There are two notes: behind “ -- ” and in --note.", "Give one.")
        self.note = note.strip() or None

    def refusal(self, first: Problem) -> LineRefused:
        """The refusal of the line: the first problem, with everything that was understood."""
        suggestion = None
        edits = [edit for problem in self.problems for edit in problem.edits]
        unknown = sum(problem.code == "unknown_word" for problem in self.problems)
        from twitchlog.words.unknown import MOST_LOOKED_AT

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
