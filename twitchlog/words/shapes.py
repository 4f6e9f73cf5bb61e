"""The shapes a line is made of: dates, clock times, shares, numbers, words and marks, the longest first.

Written out by hand, because a regular expression would load `re`, which takes a third of Python's own start; a test
holds it equal to one, for any text.
"""

from __future__ import annotations

ABBREVIATED = ("w/o", "and/or")


def shape_at(text: str, at: int) -> tuple[str, int]:
    """The shape that begins at a place that is no space, and where it ends.

    Returns:
        iso, clock, slash, dots, number, word or mark; and the place behind it.
    """
    first = text[at]
    if first.isdecimal():
        for shape, ending in NUMERIC:
            end = ending(text, at)
            if end:
                return shape, end
    if first in ".,":
        end = after_digits(text, at + 1)
        before = text[at - 1 : at]
        if end > at + 1 and not is_wordlike(before) and before not in (".", ","):
            return "number", end
    if is_letter(first):
        return "word", after_word(text, at)
    return "mark", at + 1


def is_letter(one: str) -> bool:
    """Whether a character can stand in a word."""
    return one.isalnum() and not one.isdecimal()


def is_wordlike(one: str) -> bool:
    """Whether a character goes on with a word or a number; the empty text, beside the ends of the line, does not."""
    return one.isalnum() or one == "_"


def after_digits(text: str, at: int, most: int | None = None) -> int:
    """The place behind the digits that begin here, at most so many."""
    end = len(text) if most is None else min(len(text), at + most)
    while at < end and text[at].isdecimal():
        at += 1
    return at


def after_space(text: str, at: int) -> int:
    """The place behind the space that begins here."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def after_two(text: str, at: int) -> int:
    """The place behind two digits; 0 where there are not two."""
    end = after_digits(text, at, 2)
    return end if end == at + 2 else 0


def after_mark_and_two(text: str, at: int, marks: str, *, needed: bool = True) -> int:
    """The place behind one of the marks and two digits; without the mark too, where it is not needed; else 0."""
    if at < len(text) and text[at] in marks:
        return after_two(text, at + 1)
    return 0 if needed else after_two(text, at)


def after_fraction(text: str, at: int, marks: str) -> int:
    """The place behind a mark and the digits that follow it, or the same place."""
    end = after_digits(text, at + 1)
    return end if text[at : at + 1] in tuple(marks) and end > at + 1 else at


def iso(text: str, at: int) -> int:
    """`2026-03-01`, `2026-03-01T22:30`, `2026-03-01T22:30:15.5+01:00`."""
    year = after_digits(text, at, 4)
    month = after_mark_and_two(text, year, "-") if year == at + 4 else 0
    day = after_mark_and_two(text, month, "-") if month else 0
    if not day:
        return 0
    ends = [*times_of_day(text, day), day]
    return next((end for end in ends if not text[end : end + 1].isdecimal() and text[end : end + 1] != "-"), 0)


def times_of_day(text: str, at: int) -> list[int]:
    """Where a time behind a date can end, the longest first."""
    hour = after_two(text, at + 1) if text[at : at + 1] in ("t", "T") else 0
    minute = after_mark_and_two(text, hour, ":", needed=False) if hour else 0
    if not minute:
        return []
    second = after_mark_and_two(text, minute, ":", needed=False)
    exact = [after_fraction(text, second, "."), second] if second else []
    return [end for time in (*exact, minute) for end in (after_zone(text, time), time) if end]


def after_zone(text: str, at: int) -> int:
    """The place behind `Z` or `+01:00`, or 0."""
    if text[at : at + 1] in ("z", "Z"):
        return at + 1
    hour = after_mark_and_two(text, at, "+-")
    return after_mark_and_two(text, hour, ":", needed=False) if hour else 0


def clock(text: str, at: int) -> int:
    """`22:30`, `9:05:30`; not where digits or a colon go on."""
    end = after_mark_and_two(text, after_digits(text, at, 2), ":")
    if not end:
        return 0
    end = after_mark_and_two(text, end, ":") or end
    behind = text[end : end + 1]
    return 0 if behind.isdecimal() or behind == ":" else end


def slash(text: str, at: int) -> int:
    """`4/10`, `4 / 10`, `4.5/10`, `3/4/2026`."""
    bar = after_space(text, after_fraction(text, after_digits(text, at), ".,"))
    if text[bar : bar + 1] != "/":
        return 0
    below = after_space(text, bar + 1)
    end = after_digits(text, below)
    return after_fraction(text, end, "./") if end > below else 0


def dots(text: str, at: int) -> int:
    """`1.3.`, `1.3.26`, `01.03.2026`."""
    day = after_digits(text, at, 2)
    month = after_digits(text, day + 1, 2)
    if text[day : day + 1] != "." or month == day + 1 or text[month : month + 1] != ".":
        return 0
    year = after_digits(text, month + 1, 4) - month - 1
    return month + 1 + (4 if year == 4 else 2 if year >= 2 else 0)  # noqa: PLR2004 - a year has four digits, or two


def number(text: str, at: int) -> int:
    """`30`, `1.5`, `1,5`."""
    return after_fraction(text, after_digits(text, at), ".,")


def after_word(text: str, at: int) -> int:
    """The place behind a word, apostrophes inside it included, or behind an abbreviation with marks in it."""
    for short in ABBREVIATED:
        if text.startswith(short, at) and not is_wordlike(text[at + len(short) : at + len(short) + 1]):
            return at + len(short)
    if text.startswith("w/", at):
        return at + 2
    if text[at] in "ap" and text.startswith(".m", at + 1) and not is_wordlike(text[at + 3 : at + 4]):
        return at + 3 + (text[at + 3 : at + 4] == ".")
    while at < len(text) and is_letter(text[at]):
        at += 1
        if text[at : at + 1] == "'" and is_letter(text[at + 1 : at + 2]):
            at += 1
    return at


NUMERIC = (("iso", iso), ("clock", clock), ("slash", slash), ("dots", dots), ("number", number))
"""What can begin with a digit, in the order in which it is tried."""
