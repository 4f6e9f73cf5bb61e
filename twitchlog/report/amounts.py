"""Amounts as a person says them."""

from __future__ import annotations

MINUTE_S = 60
HOUR_S = 3600


def duration(seconds: float) -> str:
    """A duration: 45 s, 2 min, 2 min 30 s, 1 h 5 min."""
    whole = round(seconds)
    if whole < MINUTE_S:
        return f"{whole} s"
    if whole < HOUR_S:
        return _two(whole // MINUTE_S, "min", whole % MINUTE_S, "s")
    minutes = round(whole / MINUTE_S)
    return _two(minutes // MINUTE_S, "h", minutes % MINUTE_S, "min")


def _two(large: int, large_unit: str, small: int, small_unit: str) -> str:
    return f"{large} {large_unit} {small} {small_unit}" if small else f"{large} {large_unit}"


def score(value: float) -> str:
    """A score: 4, or 4.5 where a median falls between."""
    return f"{value:g}"
