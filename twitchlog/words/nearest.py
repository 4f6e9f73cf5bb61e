"""Near misses: the known words that look like one that is not."""

from __future__ import annotations

from functools import cache

from twitchlog import vocabulary

CUTOFF, SURE = 0.7, 0.8
"""How alike two words must be (`difflib` ratio) to be offered, and to be put into the corrected line. Ours."""

SHORT, TINY = 4, 3
"""A word of at most so many letters is corrected only by one of the same letters, and a tiny one never. Ours."""

OFFERED = 3


@cache
def known_words() -> list[str]:
    """The single words that a line can hold, those of places first."""
    phrases = vocabulary.table("phrases")
    single = {word: means for word, means in phrases.items() if " " not in word and means[0] not in "*!?"}
    first = [word for word, means in single.items() if means.startswith(("part:", "side:"))]
    rest = [word for word, means in single.items() if not means.startswith(("part:", "side:"))]
    days = ["yesterday", "today", "morning", "evening", "night", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    amounts = ["seconds", "minutes", "hours", "midnight", "noon", "helped", "suddenly", "without", "after", "during"]
    return [word for word in dict.fromkeys([*first, *rest, *days, *amounts]) if len(word) >= TINY]


def nearest(word: str) -> list[str]:
    """The known words nearest to one, the nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a refused line needs it, and it costs half a millisecond

    return get_close_matches(word[:40], known_words(), n=OFFERED, cutoff=CUTOFF)


def repaired(word: str, close: list[str]) -> str | None:
    """Which of the nearest words was surely meant, or None: one clearly the nearest, for a short one with the same letters."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - see above

    if len(word) < SHORT or not close:
        return None
    same = [other for other in close if sorted(other) == sorted(word)]
    if same:
        return same[0]
    ratios = [SequenceMatcher(None, other, word).ratio() for other in close]
    if len(word) <= SHORT or ratios[0] < SURE or (len(ratios) > 1 and ratios[1] == ratios[0] and not is_same(close[0], close[1])):
        return None
    return close[0]


def is_same(one: str, other: str) -> bool:
    """Whether two words mean the same, so that either repairs the line."""
    phrases = vocabulary.table("phrases")
    return phrases.get(one) is not None and phrases.get(one) == phrases.get(other)


def close_to(word: str, known: list[str]) -> str | None:
    """The one of these words that was surely meant, or None."""
    from difflib import get_close_matches  # noqa: PLC0415 - see above

    close = get_close_matches(word[:40], known, n=1, cutoff=SURE)
    return close[0] if close and len(word) > TINY else None
