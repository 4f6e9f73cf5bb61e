"""Which entries are of one place: the definition `place` of `red_flags.toml`, worked out.

An entry names a region, perhaps a part, perhaps a side. At four levels it belongs to

* **place** (part + side): left and right are two places; "both" counts for each of them; a part without sides (nose,
  tongue) is one place whatever side was said. The two lids of an eye, and every part that the vocabulary maps by
  `place`, are one. An entry of a parent part (lower leg) is of the place of its child (calf, shin) on that side where
  the diary knows one, of both where it knows both, for each child is one place with its parent but the two are not one
  with each other. An entry without a side makes a place of its own only while no entry of that part (or of its parent
  or child) has a side; otherwise it counts from the next level on.
* **part**: the same part on any side, entries without a side included.
* **region** and **anywhere**: every twitch, also where only the region is known.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from twitchlog import vocabulary
from twitchlog.findings.finding import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    Days = np.ndarray[Any, np.dtype[np.datetime64]]
    Whole = np.ndarray[Any, np.dtype[np.int64]]
    Noted = tuple[str, str | None, str]
    Homes = Mapping[Noted, frozenset[Place]]

LEVELS = ("place", "part", "region", "anywhere")
"""From the narrowest to the widest."""

BEFORE_DAYS = 1_000_000
BEYOND_DAYS = 10_000_000
"""Days since 1970 as one number with a code before them: more than reach from year 1 to year 9999."""

UNSPECIFIED = "unspecified"
EVERYWHERE = "everywhere"


class Said:
    """What was noted as place of each twitch: region, part (mapped by `place`, or None) and side.

    Attributes:
        named: Every (region, part, side) that was noted, each once.
        codes: For each event the position in `named` of what was noted of it.
        days: The twitch days of each of `named`, sorted and each once.
    """

    def __init__(self, events: pd.DataFrame) -> None:
        """Read `day`, `region`, `place` and `side` (categories) of episodes that count as twitches."""
        columns = [events[name].astype("category").cat for name in ("region", "place", "side")]
        shape = tuple(len(column.categories) + 1 for column in columns)
        keys = np.ravel_multi_index([column.codes.to_numpy(dtype=np.int64) + 1 for column in columns], shape)
        seen, self.codes = np.unique(keys, return_inverse=True)
        names = [[None, *column.categories] for column in columns]
        positions = zip(*np.unravel_index(seen, shape), strict=True)
        self.named: list[Noted] = [(names[0][r], names[1][p], names[2][s]) for r, p, s in positions]
        days = events["day"].to_numpy().astype("datetime64[D]")
        once = np.unique(self.codes * BEYOND_DAYS + days.astype(np.int64) + BEFORE_DAYS)
        starts = np.searchsorted(once, np.arange(1, len(self.named)) * BEYOND_DAYS)
        dated = (once % BEYOND_DAYS - BEFORE_DAYS).astype("datetime64[D]")
        # strict=False: splitting nothing gives one empty piece
        self.days: dict[Noted, Days] = dict(zip(self.named, np.split(dated, starts), strict=False))


def homes(said: Iterable[Noted], level: str) -> Homes:
    """The places of a level that each noted (region, part, side) counts for; none where it makes no place there."""
    said = list(said)
    if level == "anywhere":
        return dict.fromkeys(said, frozenset({Place(region="whole_body", label="the body (in changing places)")}))
    if level == "region":
        return {each: frozenset({_region(each[0])}) for each in said}
    known = {key for _, part, side in said if part for key in _keys(part, side)}
    if level == "part":
        known = {(part, UNSPECIFIED) for part, _ in known}
        return {each: _places(_of_part(each[1], known), known_sides=False) for each in said}
    return {each: _places(_of_place(each[1], each[2], known), known_sides=True) for each in said}


def days_by_place(said: Mapping[Noted, Days], level: str) -> dict[Place, Days]:
    """The twitch days, sorted and each once, of every place of a level."""
    found: dict[Place, list[Days]] = {}
    for each, places in homes(said, level).items():
        for place in places:
            found.setdefault(place, []).append(said[each])
    return {place: np.unique(np.concatenate(days)) for place, days in found.items()}


def days_without_side(said: Mapping[Noted, Days], place: Place) -> list[Days]:
    """The twitch days of entries without a side that could have been at `place`."""
    relatives = _family(place.part) if place.part and _has_sides(place.part) else set()
    return [days for (_, part, side), days in said.items() if side == UNSPECIFIED and part in relatives]


def _keys(part: str, side: str) -> list[tuple[str, str]]:
    """The (part, side) that an entry names."""
    if not _has_sides(part):
        return [(part, UNSPECIFIED)]
    return [(part, each) for each in (("left", "right") if side == "both" else (side,))]


def _of_part(part: str | None, known: set[tuple[str, str]]) -> set[tuple[str, str]]:
    if part is None:
        return set()
    return {(child, UNSPECIFIED) for child in _children(part)} & known or {(part, UNSPECIFIED)}


def _of_place(part: str | None, side: str, known: set[tuple[str, str]]) -> set[tuple[str, str]]:
    if part is None:
        return set()
    if side == UNSPECIFIED and any(other in _family(part) and its != UNSPECIFIED for other, its in known):
        return set()
    found: set[tuple[str, str]] = set()
    for key in _keys(part, side):
        found |= {(child, key[1]) for child in _children(part)} & known or {key}
    return found


def _places(keys: set[tuple[str, str]], *, known_sides: bool) -> frozenset[Place]:
    return frozenset(_place(part, side, known_sides=known_sides) for part, side in keys)


@cache
def _place(part: str, side: str, *, known_sides: bool) -> Place:
    region = vocabulary.region_of(part)
    label = vocabulary.place_label(region, part, side)
    if not known_sides and _has_sides(part):
        label = f"{label} (either side)"
    elif side == "middle":
        label = f"middle of the {label}"
    return Place(region=region, part=part, side=side, label=label)


@cache
def _region(region: str) -> Place:
    return Place(region=region, label=f"the {vocabulary.region_word(region)}")


@cache
def _has_sides(part: str) -> bool:
    return bool(vocabulary.term("part", part).get("lateral", False))


@cache
def _children(part: str) -> frozenset[str]:
    """The parts that name this one as parent and are places of their own."""
    return frozenset(
        child
        for child in vocabulary.ids("part")
        if vocabulary.term("part", child).get("parent") == part and vocabulary.place_of(child) == child
    )


@cache
def _family(part: str) -> frozenset[str]:
    """The part, its children and its parent: those it is one place with."""
    parent = vocabulary.term("part", part).get("parent")
    return _children(part) | {part} | ({vocabulary.place_of(parent)} if parent else set())
