"""A typed line, cut into words, numbers and marks."""

from __future__ import annotations

from twitchlog.words.shapes import after_space, shape_at

SEPARATORS = frozenset(',;()[]{}!.:"“”„«»…|\u2014*•')
"""Marks that part one thing from the next."""

LETTERS = {"w/o": "without", "w/": "with", "a.m": "am", "a.m.": "am", "p.m": "pm", "p.m.": "pm"}


class Token:
    """One word, number or mark.

    Attributes:
        text: Lower case, apostrophes gone, as it is looked up.
        shape: iso, clock, slash, dots, number, word or mark.
        start, end: Where it stands in the typed words.
        glued: Whether nothing stands between it and the token before.
        apart: Whether a comma, bracket or the like stands between it and the token before.
    """

    __slots__ = ("apart", "end", "glued", "shape", "start", "text")

    def __init__(self, text: str, shape: str, start: int, end: int, *, glued: bool, apart: bool) -> None:
        """Keep what the line says."""
        self.text = text
        self.shape = shape
        self.start = start
        self.end = end
        self.glued = glued
        self.apart = apart


def tokenised(words: str) -> list[Token]:
    """The tokens of typed words (already normalised), in their order."""
    found: list[Token] = []
    apart, end = False, -1
    lowered = words.lower()
    if len(lowered) != len(words):  # a few capitals become two letters; the places of the rest must stay right
        lowered = words
    start = 0
    while (start := after_space(lowered, start)) < len(lowered):
        glued = start == end
        shape, end = shape_at(lowered, start)
        text = lowered[start:end]
        if text in SEPARATORS:
            apart = True
        elif text in "-\u2010\u2011\u2012\u2013" and not is_range(lowered, start, found):
            apart = apart or not glued
        else:
            text = LETTERS.get(text, text)
            text = "and" if text == "&" else "about" if text == "~" else text.replace("'", "")
            if text not in ("'", "`", "") and not (glued and text == "?"):  # "left calf?" asks nothing of the side
                found.append(Token(text, shape, start, end, glued=glued, apart=apart))
            apart = False
        start = end
    return found


def is_range(words: str, dash: int, before: list[Token]) -> bool:
    """Whether a dash counts: between two numbers or times ("5-10 min"), or as a minus sign."""
    after = words[dash + 1 : dash + 3].lstrip()
    number_follows = after[:1].isdigit()
    return number_follows and (
        not before
        or not before[-1].text.isalpha()
        or before[-1].text in ("am", "pm")
        or words[dash + 1 : dash + 2].isdigit()
    )
