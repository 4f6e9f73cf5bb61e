"""The words of time in a line, each by itself: "20 min ago", "yesterday", "mon", "7pm", "last night", "1 march".

What they mean together is worked out in `times`. Forms with two meanings are left for a refusal.
"""

from __future__ import annotations

from twitchlog.records import Record
from twitchlog.words.amounts import DAY, SPELLED, UNITS, span, texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.tokens import Token

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed", "weds"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
OTHER_WORDS_TOO = ("sat", "sun")
"""Weekdays that are also everyday words: read as days only beside another word of time."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sep", "sept"), ("october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip

PARTS = {
    "morning": "morning", "midday": "midday", "lunchtime": "midday", "afternoon": "afternoon", "evening": "evening",
    "night": "night", "overnight": "night",
}  # fmt: skip
PART_LEADS = (("in", "the"), ("during", "the"), ("at",))
NOON, MIDNIGHT = (12, 0), (0, 0)
HOURS, MINUTES = 24, 60
HALF_DAY = 12


class Day(Record):
    """A day as it was named.

    Fields:
        name: today, yesterday, before_yesterday, days_ago, weekday, date or month_day.
        number: Days back, the weekday from Monday = 0, or None.
        iso: (year, month, day), the year None where nobody said it.
        strictly: "last monday": never today.
    """

    name: str
    number: int = 0
    iso: tuple[int | None, int, int] | None = None
    strictly: bool = False


class Part(Record):
    """A part of a day; which: "", "this", "last" or "tonight"."""

    name: str
    which: str = ""


class Clock(Record):
    """A time on the wall clock.

    Fields:
        half: "am", "pm" or "" where nobody said.
        loose: An hour that can be before or after noon, as in "7" and, beside "evening", "7:30".
        bare: Nothing but a number stands behind "at": both halves of the day have to be offered.
        midnight: It was said as "midnight", which lies between two days.
    """

    hour: int
    minute: int
    second: int = 0
    half: str = ""
    loose: bool = False
    bare: bool = False
    midnight: bool = False


def ago(tokens: list[Token], at: int) -> tuple[str, float, int] | None:
    """Read "20 min ago" -> ("ago", seconds, behind); from a day up only the day is known: ("day", days, behind)."""
    found = span(tokens, at)
    if found is None or not texts(tokens, found[1], "ago"):
        return None
    seconds, behind = found
    unit = tokens[behind - 1].text
    if unit.startswith(("d", "w")):
        days = seconds / DAY
        return ("day", days, behind + 1) if days == int(days) else None
    return ("ago", seconds, behind + 1)


def day(tokens: list[Token], at: int) -> tuple[Day, int] | None:
    """A day by its name, its weekday or its date."""
    text = tokens[at].text
    if text in ("today", "yesterday"):
        return Day(name=text), at + 1
    here = at + 1 if text == "the" else at
    if texts(tokens, here, "day", "before", "yesterday"):
        return Day(name="before_yesterday"), here + 3
    return weekday(tokens, at) or iso_date(tokens, at) or month_date(tokens, at)


def weekday(tokens: list[Token], at: int) -> tuple[Day, int] | None:
    """Read "mon", "on monday", "last monday", "this monday"."""
    here = at
    strictly = texts(tokens, at, "last")
    if tokens[at].text in ("on", "last", "this"):
        here += 1
    if here >= len(tokens) or tokens[here].text not in WEEKDAYS:
        return None
    if tokens[here].text in OTHER_WORDS_TOO and here == at and not beside_time(tokens, here):
        return None
    return Day(name="weekday", number=WEEKDAYS[tokens[here].text], strictly=strictly), here + 1


def beside_time(tokens: list[Token], at: int) -> bool:
    """Whether a clock time or a part of the day follows, or the line says nothing else."""
    if at + 1 >= len(tokens):
        return len(tokens) == 1
    return clock(tokens, at + 1) is not None or tokens[at + 1].text in PARTS


def iso_date(tokens: list[Token], at: int) -> tuple[Day, int] | None:
    """Read "2026-03-01"; a time behind "T" is read by `iso_moment`."""
    token = tokens[at]
    if token.shape != "iso" or len(token.text) != len("2026-03-01"):
        return None
    year, month, number = token.text.split("-")
    return Day(name="date", iso=(int(year), int(month), int(number))), at + 1


def month_date(tokens: list[Token], at: int) -> tuple[Day, int] | None:
    """Read "1 march", "1st of march 2026", "march 1", "Mar 1st, 2026"."""
    here = at + 1 if tokens[at].text == "the" else at
    if here < len(tokens) and tokens[here].text in MONTHS:
        found = day_number(tokens, here + 1)
        return found and with_year(tokens, MONTHS[tokens[here].text], *found)
    found = day_number(tokens, here)
    if found is None:
        return None
    behind = found[1] + texts(tokens, found[1], "of")
    if behind < len(tokens) and tokens[behind].text in MONTHS and not tokens[behind].apart:
        return with_year(tokens, MONTHS[tokens[behind].text], found[0], behind + 1)
    return None


def day_number(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The day of a month: "1", "1st", "22nd"."""
    if (
        at >= len(tokens)
        or tokens[at].shape != "number"
        or not tokens[at].text.isdecimal()
        or len(tokens[at].text) > len("31")
    ):
        return None
    behind = at + 1
    if behind < len(tokens) and tokens[behind].glued and tokens[behind].text in ("st", "nd", "rd", "th"):
        behind += 1
    return int(tokens[at].text), behind


def with_year(tokens: list[Token], month: int, number: int, at: int) -> tuple[Day, int]:
    """The date, with the year where four digits follow."""
    if (
        at < len(tokens)
        and tokens[at].shape == "number"
        and len(tokens[at].text) == len("2026")
        and tokens[at].text.isdecimal()
    ):
        return Day(name="date", iso=(int(tokens[at].text), month, number)), at + 1
    return Day(name="month_day", iso=(None, month, number)), at


def part(tokens: list[Token], at: int) -> tuple[Part, int] | None:
    """Read "this morning", "last night", "in the evening", "tonight", "night"."""
    if tokens[at].text == "tonight":
        return Part(name="evening", which="tonight"), at + 1
    here, which = at + (tokens[at].text in ("early", "late")), ""
    if here < len(tokens) and tokens[here].text in ("this", "last"):
        here, which = here + 1, tokens[here].text
    else:
        here += next((len(lead) for lead in PART_LEADS if texts(tokens, here, *lead)), 0)
    if which and texts(tokens, here, "late"):
        here += 1
    if here >= len(tokens) or tokens[here].text not in PARTS or (here > at and tokens[here].apart):
        return None
    return Part(name=PARTS[tokens[here].text], which=which), here + 1


def clock(tokens: list[Token], at: int) -> tuple[Clock, int] | None:
    """Read "22:30", "7pm", "10.30 pm", "at 14h30", "noon", "midnight", "half past 7 pm", "at 7"."""
    here = at
    led = texts(tokens, at, "at")
    if led:
        here += 1
    for lead in ("about", "around", "roughly", "exactly"):
        if texts(tokens, here, lead):
            here += 1
    if here >= len(tokens):
        return None
    if tokens[here].text in ("noon", "midnight"):
        hour, minute = NOON if tokens[here].text == "noon" else MIDNIGHT
        return Clock(hour=hour, minute=minute, midnight=hour == 0), here + 1
    return past_or_to(tokens, here) or digits(tokens, here) or hour_alone(tokens, here, led=led)


def digits(tokens: list[Token], at: int) -> tuple[Clock, int] | None:
    """Read "22:30", "22:30:15", "10:30pm", "10.30pm", "7 pm"."""
    token = tokens[at]
    if token.shape == "clock":
        pieces = [int(piece) for piece in token.text.split(":")]
        loose = not token.text.startswith("0") and 0 < pieces[0] <= HALF_DAY
    elif token.shape == "number" and half_day(tokens, at + 1):
        whole, _, rest = token.text.partition(".")
        if "," in rest or not whole.isdecimal() or len(whole) > len("12") or (rest and len(rest) != len("30")):
            return None
        pieces, loose = [int(whole), int(rest or 0)], True
    else:
        return None
    return finished(tokens, at + 1, pieces, loose=loose)


def half_day(tokens: list[Token], at: int) -> str:
    """Read "am" or "pm" where it stands here, else ""."""
    here = tokens[at].text if at < len(tokens) and not tokens[at].apart else ""
    return here if here in ("am", "pm") else ""


def finished(tokens: list[Token], at: int, pieces: list[int], *, loose: bool) -> tuple[Clock, int]:
    """The clock time of these pieces, with "am" or "pm" where it follows; an impossible one is told later."""
    half = half_day(tokens, at)
    hour, minute, second = [*pieces, 0][:3]
    if half and 1 <= hour <= HALF_DAY:
        hour = hour % HALF_DAY + (HALF_DAY if half == "pm" else 0)
    elif half:
        hour = HOURS  # "22:30 pm" says two things
    return Clock(hour=hour, minute=minute, second=second, half=half, loose=loose and not half), at + bool(half)


def past_or_to(tokens: list[Token], at: int) -> tuple[Clock, int] | None:
    """Read "half past 7", "quarter to 8 pm", "10 past seven"; "pm" may follow."""
    before = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}
    here = at + 1 if texts(tokens, at, "a") else at
    first = tokens[here] if here < len(tokens) else None
    if first is None:
        return None
    minutes = (
        int(first.text)
        if first.shape == "number" and first.text.isdecimal() and len(first.text) < len("123")
        else before.get(first.text, 0)
    )
    way = tokens[here + 1].text if here + 1 < len(tokens) else ""
    hour = hour_number(tokens, here + 2)
    if here + 3 < len(tokens) and tokens[here + 3].text in UNITS:
        return None
    if not 0 < minutes < MINUTES or way not in ("past", "to") or hour is None or (way == "to" and first.text == "half"):
        return None
    total = (hour * MINUTES + (minutes if way == "past" else -minutes)) % (HALF_DAY * MINUTES)
    found, behind = finished(tokens, here + 3, [total // MINUTES or HALF_DAY, total % MINUTES], loose=True)
    return found.replace(bare=not found.half), behind


def hour_number(tokens: list[Token], at: int) -> int | None:
    """An hour from 1 to 12, in digits or words."""
    text = tokens[at].text if at < len(tokens) else ""
    hour = int(text) if text.isdecimal() and len(text) <= len("12") else int(SPELLED.get(text, 0))
    return hour if 1 <= hour <= HALF_DAY else None


def hour_alone(tokens: list[Token], at: int, *, led: bool) -> tuple[Clock, int] | None:
    """An hour with nothing that says which half of the day: "at 7", "7 o'clock", "at 14h30", "at 10.30"."""
    token = tokens[at]
    text = token.text if token.shape == "number" else f"{SPELLED[token.text]:g}" if token.text in SPELLED else ""
    whole, dot, rest = text.partition(".")
    if not whole.isdecimal() or len(whole) > len("12") or (dot and len(rest) != len("30")):
        return None
    behind, said = at + 1, led
    if texts(tokens, behind, "oclock"):
        behind, said = behind + 1, True
    elif led and texts(tokens, behind, "h") and tokens[behind].glued:
        behind += 1
        if behind < len(tokens) and tokens[behind].glued and tokens[behind].text.isdecimal():
            rest, behind = tokens[behind].text[:3], behind + 1
    elif behind < len(tokens) and tokens[behind].shape == "word" and tokens[behind].glued:
        return None
    spelled_hour = (behind < len(tokens) and texts(tokens, behind, "in", "the")) or part_follows(tokens, behind)
    if not said and not (spelled_hour and not dot):
        return None
    hour = int(whole)
    loose = 1 <= hour <= HALF_DAY
    return Clock(hour=hour, minute=int(rest or 0), loose=loose, bare=loose), behind


def part_follows(tokens: list[Token], at: int) -> bool:
    """Whether a part of the day follows directly: "7 this morning", "8 last night"."""
    return at + 1 < len(tokens) and tokens[at].text in ("this", "last", "yesterday") and tokens[at + 1].text in PARTS
