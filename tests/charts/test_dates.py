"""Dates in titles and tables."""

from __future__ import annotations

from datetime import date

import pytest

from twitchlog.charts.dates import day_of_year, month, span, weekday


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-04-06", "2026-04-06", "6 April 2026"),
        ("2026-04-06", "2026-04-12", "6 to 12 April 2026"),
        ("2026-03-30", "2026-04-05", "30 March to 5 April 2026"),
        ("2025-12-29", "2026-01-04", "29 December 2025 to 4 January 2026"),
        ("2025-04-06", "2026-04-12", "6 April 2025 to 12 April 2026"),
    ],
)
def test_a_period_is_said_in_few_words(first: str, last: str, said: str) -> None:
    """The month and the year are said once where once is clear."""
    assert span(date.fromisoformat(first), date.fromisoformat(last)) == said


def test_a_day_and_a_month_are_named_in_every_locale() -> None:
    """29 February 2028 is a Tuesday."""
    day = date(2028, 2, 29)
    assert (weekday(day), day_of_year(day), month(day)) == ("Tue", "29 Feb", "February 2028")
