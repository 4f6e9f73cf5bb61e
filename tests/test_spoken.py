"""Dates, durations, numbers and lists as a person says them."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from twitchlog import spoken
from twitchlog.entry import When


def test_days_names_and_numbers_are_said_as_people_do() -> None:
    """A date without a leading zero, names with “and”, one day and two days."""
    assert spoken.long_date(date(2026, 3, 1)) == "1 March 2026"
    assert spoken.short_date(date(2026, 3, 1)) == "Sun 1 Mar 2026"
    assert [spoken.listed(list(names)) for names in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    assert [spoken.count(number, "day") for number in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert spoken.count(2, "entry", "entries") == "2 entries"


def test_durations_are_said_in_the_units_that_fit() -> None:
    """Seconds, minutes, hours and days, without the ones that are nought."""
    said = [spoken.duration(seconds) for seconds in (1, 59, 60, 90, 3600, 5400, 86_400, 180_000)]
    assert said == ["1 s", "59 s", "1 min", "1 min 30 s", "1 h", "1 h 30 min", "1 day", "2 days 2 h"]


def test_amounts_have_no_needless_decimals() -> None:
    """160, not 160.0; a million, not 1e+06."""
    assert [spoken.amount(value) for value in (160.0, 6.5, 0.2, 1_000_000.0)] == ["160", "6.5", "0.2", "1000000"]


def test_a_time_is_said_no_more_exactly_than_it_is_known() -> None:
    """To the minute, to the part of the day, or to the day; after midnight is said to be so."""
    day = date(2026, 3, 2)
    after = datetime.fromisoformat("2026-03-03T01:30:00+01:00")
    before = datetime.fromisoformat("2026-03-02T21:40:00+01:00")
    assert spoken.when(When.moment(before, None)) == "Mon 2 Mar 2026, 21:40"
    assert spoken.when(When.moment(after, None)) == "Mon 2 Mar 2026, 01:30 after midnight"
    assert spoken.when(When(day=day, precision="part_of_day", part_of_day="night")) == "Mon 2 Mar 2026, night"
    assert spoken.when(When(day=day)) == "Mon 2 Mar 2026, time not given"


@given(st.text())
def test_whatever_is_said_is_safe_on_a_screen(text: str) -> None:
    """Only printable characters and line ends are left, and ordinary text is left alone."""
    shown = spoken.clean(text)
    assert all(character.isprintable() or character == "\n" for character in shown)
    if text.isprintable():
        assert shown == text


@given(st.text(st.sampled_from("ab  c"), max_size=120), st.integers(20, 60))
def test_a_wrapped_line_keeps_its_words_and_fits(line: str, width: int) -> None:
    """Nothing is lost at a line's end, and only a word that is wider than the terminal sticks out."""
    rows = spoken.wrapped(line, width)
    assert " ".join(rows).split() == line.split()
    longest = max((len(word) for word in line.split()), default=0)
    assert all(
        len(row) <= max(width, longest + width // 3 + 2, len(line) - len(line.lstrip()) + longest) for row in rows
    )


def test_a_long_line_goes_on_a_little_further_in() -> None:
    """The rows of an entry hang together."""
    assert spoken.wrapped("  rule: a b c", 9) == ["  rule: a", "   b c"]
    assert spoken.wrapped("short", 9) == ["short"]
