"""The one reader of the time and of the zone."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from twitchlog import clock

if TYPE_CHECKING:
    from collections.abc import Callable


def test_now_is_fixed_by_the_environment_and_shown_in_the_local_zone(at: Callable[..., None]) -> None:
    """The same instant, on the wall clock of where the person is."""
    at("2026-03-02T21:40:00+01:00", "America/New_York")
    assert clock.now().isoformat() == "2026-03-02T15:40:00-05:00"


def test_now_without_it_is_the_present_to_the_second() -> None:
    """Aware, and without microseconds."""
    assert clock.now().tzinfo is not None
    assert clock.now().microsecond == 0


@pytest.mark.parametrize("moment", ["2026-03-02 21:40", "soon", "2026-03-02"])
def test_a_moment_without_offset_is_refused(moment: str, at: Callable[..., None]) -> None:
    """Nobody can know which instant that is."""
    at(moment)
    with pytest.raises(clock.ClockUnclear, match="TWITCHLOG_NOW"):
        clock.now()


def test_a_moment_outside_the_calendar_is_refused(at: Callable[..., None]) -> None:
    """The year 9999 has no next day in another zone."""
    at("9999-12-31T23:59:59-12:00", "Asia/Tokyo")
    with pytest.raises(clock.ClockUnclear):
        clock.now()


def test_the_zone_is_the_one_of_the_environment(at: Callable[..., None]) -> None:
    """By name; a POSIX rule has no name; a name nobody knows is refused, not taken for UTC."""
    at("2026-03-02T21:40:00+01:00", "Asia/Kolkata")
    assert clock.zone_name() == "Asia/Kolkata"
    at("2026-03-02T21:40:00+01:00", "CET-1CEST")
    assert clock.zone_name() is None
    at("2026-03-02T21:40:00+01:00", "Mars/Olympus")
    with pytest.raises(clock.ClockUnclear, match="Mars/Olympus"):
        clock.zone_name()


def test_the_zone_of_the_system_is_read_from_its_link(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """Without TZ the link /etc/localtime tells; where it is no link, nothing is guessed."""
    monkeypatch.delenv("TZ", raising=False)
    link = f"{tmp_path}/localtime"
    os.symlink("/usr/share/zoneinfo/Europe/Berlin", link)
    monkeypatch.setattr(clock, "LOCALTIME", link)
    assert clock.zone_name() == "Europe/Berlin"
    monkeypatch.setattr(clock, "LOCALTIME", f"{tmp_path}/none")
    assert clock.zone_name() is None


def test_a_wall_time_is_shown_once_never_or_twice(at: Callable[..., None]) -> None:
    """Berlin, 2026: 02:30 is skipped on 29 March and comes twice on 25 October, first in summer time."""
    at("2026-11-02T12:00:00+01:00")
    assert [one.isoformat() for one in clock.on_wall(datetime(2026, 3, 2, 2, 30))] == ["2026-03-02T02:30:00+01:00"]  # noqa: DTZ001 - a time on the wall
    assert clock.on_wall(datetime(2026, 3, 29, 2, 30)) == ()  # noqa: DTZ001 - as above
    assert [one.isoformat() for one in clock.on_wall(datetime(2026, 10, 25, 2, 30))] == [  # noqa: DTZ001 - as above
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
    ]
