"""Words and numbers that a line cannot say, each with what to type instead."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.entry import HIGHEST_SCORE
from twitchlog.words.refusals import Problem, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.reading import Item
    from twitchlog.words.said import Said

MOST_LOOKED_AT = 3
"""Unknown words for which near misses are looked for; a line with more is not a slip of the pen. Ours."""


def read_unknown(reading: Said) -> None:
    """Note every word that is not understood, with the nearest known ones."""
    strangers = [item for item in reading.line.items if item.kind == "unknown"]
    reading.problems.extend(unknown(item, look=count < MOST_LOOKED_AT) for count, item in enumerate(strangers))
    for item in reading.line.items:
        if item.kind == "unknown":
            continue
        if item.kind == "number":
            refuse_number(reading, item)
        elif item.kind == "odd_number":
            reading.problems.append(odd_number(item))
        elif item.kind == "refused":
            code, text, hint = vocabulary.table("refused")[str(item.value)]
            reading.problems.append(Problem(code=code, text=text.format(word=item.text), hint=hint))
        elif item.kind == "ask":
            choices = tuple(reading.line.with_replaced(item, say) for say, _, _ in item.value)
            said = " or ".join(f"“{say}”" for say, _, _ in item.value)
            reading.problems.append(
                Problem(
                    code="ambiguous_word",
                    text=f"{shown(item.text)} has two meanings here.",
                    hint=f"Say {said}.",
                    choices=reading.with_note(choices),
                )
            )


def unknown(item: Item, *, look: bool) -> Problem:
    """The refusal of a word; where `look` is set, with the nearest known words offered."""
    from twitchlog.words.nearest import nearest, repaired  # only a refused line needs difflib

    close = nearest(item.text) if look else []
    known = " or ".join(f"“{word}”" for word in close)
    hint = (
        f"Did you mean {known}?"
        if close
        else "Put what is not in the word list behind “ -- ” as a note; the list: twitchlog words"
    )
    fixed = repaired(item.text, close)
    edits = ((item.start, item.end, fixed),) if fixed and not item.source else ()
    return Problem(
        code="unknown_word", text=f"{shown(item.text)} is not a word twitchlog knows.", hint=hint, edits=edits
    )


def refuse_number(reading: Said, item: Item) -> None:
    """Refuse a number that says nothing of what it counts."""
    said = [f"{item.value:g}{unit}" for unit in ("s", " min", "/10") if unit != "/10" or item.value <= HIGHEST_SCORE]
    reading.problems.append(
        Problem(
            code="bare_number",
            text=f"{shown(item.text)} stands alone: what does it count?",
            hint=f"Say {' or '.join(said)}.",
            choices=reading.with_note(tuple(reading.line.with_replaced(item, one) for one in said)),
        )
    )


def odd_number(item: Item) -> Problem:
    """The refusal of "3/4", "1.3.", "10.30": a date, a time or a share?"""
    return Problem(
        code="ambiguous_number",
        text=f"{shown(item.text)} can be read in more than one way.",
        hint="Write a date as 2026-03-01, a time as 22:30 or 10:30pm, the strength as 4/10, a duration as 30s.",
    )
