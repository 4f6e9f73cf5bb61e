"""The points worth raising with a doctor: the one reader of `red_flags.toml`, rules, thresholds, sources."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from twitchlog.records import Record

TOML = Path(__file__).with_name("red_flags.toml")

NO_ADDRESS = "none"
"""How the TOML says that a source has no public address."""


class Point(Record):
    """One point of the list.

    Fields:
        id: Short stable name.
        title: As a heading.
        urgency: urgent-now, soon, routine or information.
        wording: What is said when it fires, with {fields} to fill.
        rule: When it fires, in words.
        thresholds: The numbers of the rule, units in their names.
        own_choice: Which of the numbers are the project's own, or None.
        sources: Title and url of each source; url is None for the project's own choice.
    """

    id: str
    title: str
    urgency: str
    wording: str
    rule: str
    thresholds: dict[str, Any]
    own_choice: str | None
    sources: tuple[dict[str, str | None], ...]


@cache
def tables() -> dict[str, Any]:
    """Everything that `red_flags.toml` says."""
    return tomllib.loads(TOML.read_text("utf-8"))


@cache
def points() -> dict[str, Point]:
    """Every point by its id, in the order of the TOML."""
    return {row["id"]: _point(row) for row in tables()["flag"]}


def point(of: str) -> Point:
    """One point.

    Raises:
        KeyError: The list has no such point.
    """
    return points()[of]


def default(name: str) -> Any:
    """A number that several rules share, such as `lookback_long` (days)."""
    return tables()["defaults"][name]


def _point(row: dict[str, Any]) -> Point:
    return Point(
        id=row["id"],
        title=row["title"],
        urgency=row["urgency"],
        wording=row["wording"],
        rule=row["in_words"].format(**row["thresholds"]) if "in_words" in row else row["rule"],
        thresholds=row["thresholds"],
        own_choice=row.get("own_choice"),
        sources=tuple(_source(name) for name in row["sources"]),
    )


def _source(name: str) -> dict[str, str | None]:
    source = tables()["source"][name]
    return {"title": source["title"], "url": None if source["url"] == NO_ADDRESS else source["url"]}
