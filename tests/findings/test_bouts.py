"""Bouts: which gaps of clear and of unknown days a spell of twitching survives."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.findings.bouts import Bout, bouts, open_bout

START = date(2026, 3, 1)
A_DAY = st.integers(0, 60)


def days(*numbers: int) -> np.ndarray[tuple[int], np.dtype[np.datetime64]]:
    """Days by their number, 0 for 1 March 2026."""
    return np.array([START + timedelta(days=number) for number in numbers], dtype="datetime64[D]")


def spans(twitching: tuple[int, ...], answered: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """First day, last day and twitch days of each bout, days by their number."""
    found = bouts(days(*twitching), days(*answered))
    return [((bout.first - START).days, (bout.last - START).days, bout.twitch_days) for bout in found]


def test_an_empty_place_has_no_bout() -> None:
    """Where nothing twitched there is no bout."""
    assert spans((), (1, 2, 3)) == []


def test_a_bout_survives_three_clear_days() -> None:
    """Three clear days lie within a bout."""
    assert spans((0, 4), (0, 1, 2, 3, 4)) == [(0, 4, 2)]


def test_a_bout_does_not_survive_four_clear_days() -> None:
    """The fourth clear day ends it."""
    assert spans((0, 5), (0, 1, 2, 3, 4, 5)) == [(0, 0, 1), (5, 5, 1)]


def test_a_bout_survives_seven_unknown_days() -> None:
    """Seven days nobody spoke of lie within a bout."""
    assert spans((0, 8), (0, 8)) == [(0, 8, 2)]


def test_a_bout_does_not_survive_eight_unknown_days() -> None:
    """The eighth unknown day ends it."""
    assert spans((0, 9), (0, 9)) == [(0, 0, 1), (9, 9, 1)]


def test_the_two_limits_hold_separately() -> None:
    """Three clear and seven unknown days together, ten in all, still lie within one bout."""
    assert spans((0, 11), (1, 5, 9)) == [(0, 11, 2)]


def test_clear_days_need_not_stand_together() -> None:
    """Four clear days with unknown ones between them end a bout as four in a row do."""
    assert spans((0, 9), (1, 3, 5, 7)) == [(0, 0, 1), (9, 9, 1)]


def test_both_ends_count_in_the_span() -> None:
    """From the 1st to the 15th are fifteen days."""
    assert Bout(first=START, last=date(2026, 3, 15), twitch_days=4).span_days == 15


def test_a_bout_is_open_for_seven_days() -> None:
    """A bout that last twitched seven days ago still goes on; after eight it does not."""
    last = days(0)
    assert open_bout(last, last, START + timedelta(days=7)) is not None
    assert open_bout(last, last, START + timedelta(days=8)) is None


def walked(twitching: set[int], answered: set[int]) -> list[tuple[int, int, int]]:
    """The bouts counted by walking day by day, as the definition reads."""
    found: list[list[int]] = []
    clear = unknown = 0
    for day in range(61):
        if day in twitching:
            if found and clear <= 3 and unknown <= 7:
                found[-1].append(day)
            else:
                found.append([day])
            clear = unknown = 0
        elif day in answered:
            clear += 1
        else:
            unknown += 1
    return [(bout[0], bout[-1], len(bout)) for bout in found]


@given(st.sets(A_DAY, max_size=25), st.sets(A_DAY))
def test_bouts_are_those_of_walking_through_the_days(twitching: set[int], answered: set[int]) -> None:
    """The counted bouts are those found by walking from day to day."""
    found = spans(tuple(sorted(twitching)), tuple(sorted(answered | twitching)))
    assert found == walked(twitching, answered)
