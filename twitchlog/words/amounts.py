"""How long and how strong: durations, scores and plain numbers in a row of tokens.

Every reader takes the tokens and a place in them and answers the value with the place behind it, or None. A value is a
number of the unit named; nothing is rounded but seconds to whole ones.
"""

from __future__ import annotations

from math import isfinite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.tokens import Token

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
SPELLED = {word: float(number) for number, word in enumerate(ONES)}
SPELLED.update(
    {"thirty": 30.0, "forty": 40.0, "fourty": 40.0, "fifty": 50.0, "sixty": 60.0, "ninety": 90.0, "hundred": 100.0}
)
TENS = ("twenty", "thirty", "forty", "fourty", "fifty", "sixty", "ninety")
ARTICLES = ("a", "an")

SECOND, MINUTE, HOUR, DAY, WEEK = 1, 60, 3600, 86_400, 604_800
UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), SECOND),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minuets", "minutse"), MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), HOUR),
    **dict.fromkeys(("d", "day", "days"), DAY),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), WEEK),
}
"""Unit -> seconds. A month and a year have no fixed length and are not here."""

LETTER_UNITS = ("s", "m", "h", "d", "w")
"""Units of one letter; behind a spelled number they are no unit ("a m...")."""

THOUSANDS = 3
"""Digits behind a comma that make it a thousands mark in some countries and a decimal comma in others: not read."""


def plain_number(text: str) -> float | None:
    """The value of digits with at most one decimal mark; None for "1,000", which has two meanings."""
    if "," in text and len(text.partition(",")[2]) == THOUSANDS:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if isfinite(value) else None


def number(tokens: list[Token], at: int, *, article: bool = False) -> tuple[float, int] | None:
    """A number in digits or words; "a couple of" is two, and "a" is one where `article` allows it."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.shape == "number":
        value = plain_number(token.text)
        return None if value is None else (value, at + 1)
    if token.text in TENS and at + 1 < len(tokens) and tokens[at + 1].text in ONES[1:10]:
        return SPELLED[token.text] + SPELLED[tokens[at + 1].text], at + 2
    if token.text in SPELLED:
        return SPELLED[token.text], at + 1
    return couple_or_article(tokens, at, article=article)


def couple_or_article(tokens: list[Token], at: int, *, article: bool) -> tuple[float, int] | None:
    """Read "a couple of", "couple", or where it is allowed "a"."""
    here = at + 1 if tokens[at].text == "a" else at
    if here < len(tokens) and tokens[here].text == "couple":
        here += 1
        return 2.0, here + 1 if here < len(tokens) and tokens[here].text == "of" else here
    if article and tokens[at].text in ARTICLES:
        return 1.0, at + 1
    return None


def texts(tokens: list[Token], at: int, *words: str) -> bool:
    """Whether these words stand at this place."""
    return [token.text for token in tokens[at : at + len(words)]] == list(words)


def unit_at(tokens: list[Token], at: int, *, glued_letter: bool) -> int | None:
    """The seconds of the unit at a place, or None."""
    if at >= len(tokens) or tokens[at].shape != "word" or tokens[at].apart:
        return None
    text = tokens[at].text
    if text in LETTER_UNITS and not glued_letter:
        return None
    return UNITS.get(text)


def span(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """A length of time in seconds: "30s", "1h30", "1h 30m", "half an hour", "an hour and a half"."""
    found = half_or_quarter(tokens, at) or counted_span(tokens, at)
    if found is None:
        return None
    seconds, here = found
    while True:
        more = continued(tokens, here)
        if more is None or more[2] >= found[0]:
            return seconds, here
        seconds, here, found = seconds + more[0], more[1], (more[2], more[1])


def half_or_quarter(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """Read "half an hour", "half a minute", "a half hour", "quarter of an hour", "three quarters of an hour"."""
    here = at + 1 if tokens[at].text in ARTICLES else at
    for words, share in ((("half",), 0.5), (("three", "quarters"), 0.75), (("quarter",), 0.25)):
        if texts(tokens, here, *words):
            here += len(words)
            here += texts(tokens, here, "of")
            if here < len(tokens) and tokens[here].text in ARTICLES:
                here += 1
            unit = unit_at(tokens, here, glued_letter=False)
            return None if unit is None else (share * unit, here + 1)
    return None


def counted_span(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """A number and its unit, with "and a half" before or behind the unit."""
    counted = number(tokens, at, article=True)
    if counted is None:
        return None
    amount, here = counted
    if texts(tokens, here, "and", "a", "half"):
        amount, here = amount + 0.5, here + 3
    digits = tokens[at].shape == "number"
    unit = unit_at(tokens, here, glued_letter=digits)
    if unit is None:
        return None
    here += 1
    if texts(tokens, here, "and", "a", "half"):
        amount, here = amount + 0.5, here + 3
    if unit == HOUR and here < len(tokens) and is_bare_rest(tokens, here):
        return amount * unit + float(tokens[here].text) * MINUTE, here + 1
    return amount * unit, here


def is_bare_rest(tokens: list[Token], at: int) -> bool:
    """Whether the minutes of "1h30" stand here: two digits, glued, with no unit of their own."""
    token = tokens[at]
    if not (token.glued and token.shape == "number" and token.text.isdecimal() and len(token.text) == len("30")):
        return False
    return unit_at(tokens, at + 1, glued_letter=True) is None


def continued(tokens: list[Token], at: int) -> tuple[float, int, int] | None:
    """The next, smaller piece of a length of time ("1h" then "30m"): its seconds, the place behind, its unit."""
    here = at + 1 if texts(tokens, at, "and") else at
    if here >= len(tokens) or tokens[here].shape != "number" or tokens[at].apart:
        return None
    amount = plain_number(tokens[here].text)
    unit = unit_at(tokens, here + 1, glued_letter=True)
    return None if amount is None or unit is None else (amount * unit, here + 2, unit)


def score(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The text of a score out of ten: "4/10", "4 out of 10", "4 of 10"; the number may still be impossible."""
    token = tokens[at]
    if token.shape == "slash":
        value, _, of = token.text.replace(" ", "").partition("/")
        return (value, at + 1) if of == "10" else None
    if token.shape == "number" or token.text in SPELLED:
        value = token.text if token.shape == "number" else f"{SPELLED[token.text]:g}"
        for words in (("out", "of"), ("of",)):
            behind = at + 1 + len(words)
            if texts(tokens, at + 1, *words) and behind < len(tokens) and tokens[behind].text in ("10", "ten"):
                return value, behind + 1
    return None
