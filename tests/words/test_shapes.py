"""The shapes of a line, held equal to a regular expression."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from twitchlog.words.shapes import after_space, shape_at

SHAPE = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2}(?:[Tt]\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:?\d{2})?)?(?![\d-]))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<slash>\d+(?:[.,]\d+)?\s*/\s*\d+(?:[./]\d+)?)"
    r"|(?P<dots>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?)"
    r"|(?P<number>\d+(?:[.,]\d+)?|(?<![\w.,])[.,]\d+)"
    r"|(?P<word>w/o\b|w/|and/or\b|[ap]\.m\b\.?|[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)
"""The shapes a line is made of, the longest first."""

TYPED = (
    "1 2 12 30 2026 2026-03-01 2026-03-01t 22:30 9:05:30 :5 T2230 +01:00 z 4/10 4 / 10 3/4/26 1.3. 1.3.26 01.03.2026 "
    "1.5 .5 ,5 w/o w/ and/or a.m. p.m pm left calf don't o' ' - -- : ; . , _ \u00b2 \u0663 \u00e9 ( ) !"
)
PIECES = st.sampled_from(TYPED.split())


def by_hand(text: str) -> list[tuple[str, str]]:
    """The shapes as the program finds them."""
    found, at = [], 0
    while (at := after_space(text, at)) < len(text):
        shape, end = shape_at(text, at)
        found.append((shape, text[at:end]))
        at = end
    return found


@settings(max_examples=600)
@given(
    st.one_of(
        st.text(),
        st.text("0123456789:-/.,tz+ 'apmw_", max_size=24),
        st.lists(PIECES).map("".join),
        st.lists(PIECES).map(" ".join),
    )
)
def test_any_text_falls_into_the_shapes_of_the_expression(text: str) -> None:
    """By hand and by regular expression: the same shapes, in the same places."""
    assert by_hand(text) == [(str(match.lastgroup), match.group()) for match in SHAPE.finditer(text)]
