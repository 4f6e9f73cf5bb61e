"""Near misses: the known words that look like one that is not."""

from __future__ import annotations

from functools import cache

from twitchlog import vocabulary

CUTOFF = 0.7
"""How alike two words must be (`difflib` ratio) for one to be offered for the other. Ours."""

SHORT, LONG, TINY = 4, 8, 3
"""Shorter words than SHORT are never corrected; from LONG letters on two slips are. Ours."""

OFFERED = 3


@cache
def known_words() -> list[str]:
    """The single words that a line can hold, those of places first."""
    phrases = vocabulary.table("phrases")
    single = {word: means for word, means in phrases.items() if " " not in word and means[0] not in "*!?"}
    first = [word for word, means in single.items() if means.startswith(("part:", "side:"))]
    rest = [word for word, means in single.items() if not means.startswith(("part:", "side:"))]
    days = [
        "yesterday",
        "today",
        "morning",
        "evening",
        "night",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
    amounts = ["seconds", "minutes", "hours", "midnight", "noon", "helped", "suddenly", "without", "after", "during"]
    return [word for word in dict.fromkeys([*first, *rest, *days, *amounts]) if len(word) >= TINY]


def nearest(word: str) -> list[str]:
    """The known words nearest to one, the nearest first."""
    from difflib import get_close_matches

    return get_close_matches(word[:40], known_words(), n=OFFERED, cutoff=CUTOFF)


def repaired(word: str, close: list[str]) -> str | None:
    """Which of the nearest words was surely meant: one slip of the pen away (two in a long word); else None."""
    if len(word) < SHORT:
        return None
    slips = 1 if len(word) < LONG else 2
    near = [other for other in close if distance(word, other, slips) <= slips]
    if len(near) > 1 and sorted(near[0]) != sorted(word) and not is_same(near[0], near[1]):
        return None
    return near[0] if near else None


def distance(one: str, other: str, most: int) -> int:
    """Slips between two words (a letter too many, too few, wrong, or two swapped); `most` + 1 for more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_same(one: str, other: str) -> bool:
    """Whether two words mean the same, so that either repairs the line."""
    phrases = vocabulary.table("phrases")
    return phrases.get(one) is not None and phrases.get(one) == phrases.get(other)


def close_to(word: str, known: list[str]) -> str | None:
    """The one of these words that was surely meant, or None."""
    from difflib import get_close_matches

    return repaired(word, get_close_matches(word[:40], known, n=OFFERED, cutoff=CUTOFF))
