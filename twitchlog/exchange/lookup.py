"""From the words in a cell to the ids of the vocabulary, as people type them, or a refusal with the nearest words."""

from __future__ import annotations

import difflib
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from twitchlog import spoken, vocabulary
from twitchlog.exchange.refusals import RowRefused, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

REMEMBERED = 10_000
"""Cells whose meaning is kept while a file is read. Ours."""

LONGEST_WORD = 60
"""No phrase of the vocabulary is longer; the nearest words of longer cells are not looked for."""

CALLED = {
    "part": ("a body part", "twitchlog parts"),
    "side": ("a side", "left, right, both, middle"),
    "kind": ("a kind of twitch", "twitchlog words kinds"),
    "muscle": ("a muscle", "twitchlog parts"),
    "pattern": ("a pattern", "twitchlog words patterns"),
    "activity": ("an activity", "twitchlog words activities"),
    "trigger": ("a trigger", "twitchlog words triggers"),
    "sensation": ("a sensation", "twitchlog words sensations"),
    "relief": ("a relief", "twitchlog words reliefs"),
    "symptom": ("a symptom", "twitchlog words symptoms"),
    "factor": ("a daily factor", "twitchlog words factors"),
}
"""What one word of each list is called, and where the whole list is."""


@lru_cache(REMEMBERED)
def find(cell: str, *lists: str) -> str | None:
    """The id that a cell means in one of some lists: the id itself, or words for it; None for unknown words.

    Raises:
        RowRefused: The words mean two things in these lists.
    """
    phrase = vocabulary.plain(cell)
    for of in (cell, phrase.replace(" ", "_")):
        if any(vocabulary.knows(name, of) for name in lists):
            return of
    found = _phrases(lists).get(phrase, ())
    if len(found) > 1:
        raise RowRefused(
            f"{quoted(cell)} can mean {spoken.listed([vocabulary.label(name, of) for name, of in found], 'or')}.",
            hint=f"Write {spoken.listed([of for _, of in found], 'or')}.",
        )
    return found[0][1] if found else None


def known(cell: str, *lists: str) -> str:
    """The id that a cell means in one of some lists.

    Raises:
        RowRefused: The words are not known, or mean two things.
    """
    found = find(cell, *lists)
    if found is None:
        raise unknown(cell, lists[0], _phrases(lists))
    return found


def unknown(cell: str, name: str, phrases: Iterable[str]) -> RowRefused:
    """The refusal of a word that a list does not have, with the nearest that it has."""
    called, where = CALLED[name]
    near = nearest(cell, phrases)
    offered = f"Did you mean {spoken.listed([f'“{word}”' for word in near], 'or')}? " if near else ""
    return RowRefused(f"{quoted(cell)} is not {called} twitchlog knows.", hint=f"{offered}The whole list: {where}")


def nearest(cell: str, phrases: Iterable[str]) -> list[str]:
    """Up to three phrases that look like the cell, the nearest first."""
    phrase = vocabulary.plain(cell[: LONGEST_WORD + 1])
    return difflib.get_close_matches(phrase, phrases, n=3, cutoff=0.7) if len(phrase) <= LONGEST_WORD else []


@lru_cache(REMEMBERED)
def place(cell: str) -> dict[str, str | None]:
    """What a cell says of the place: region, part (None where it names a region), side and muscle, as far as it says.

    Raises:
        RowRefused: It names no place.
    """
    found = _place(cell) or _sided(cell)
    if found is None:
        raise unknown(cell, "part", [*_phrases(("part",)), *_phrases(("muscle",))])
    return found


def _place(cell: str) -> dict[str, str | None] | None:
    if vocabulary.knows("region", cell):
        return {"region": cell, "part": None}
    several = None if vocabulary.knows("part", cell) else vocabulary.table("ambiguous").get(vocabulary.plain(cell))
    if several is not None:
        return _one_region(cell, several)
    part = find(cell, "part")
    if part is not None:
        return {"region": vocabulary.region_of(part), "part": part}
    muscle = find(cell, "muscle")
    if muscle is not None:
        part = vocabulary.term("muscle", muscle)["part"]
        return {"region": vocabulary.region_of(part), "part": part, "muscle": muscle}
    return None


def _one_region(cell: str, several: dict[str, Any]) -> dict[str, str | None]:
    """The region of a word that can be several body parts of it."""
    if several.get("ask_always"):
        raise RowRefused(
            f"{quoted(cell)} can be several body parts.", hint=f"Write {spoken.listed(several['suggest'], 'or')}."
        )
    return {"region": several["region"], "part": None}


def _sided(cell: str) -> dict[str, str | None] | None:
    """A place with its side before or behind it: “left calf”, “calf (left)”."""
    words = vocabulary.plain(cell.replace("(", " ").replace(")", " ").replace(",", " ")).split()
    for at in range(1, len(words)):
        before, behind = " ".join(words[:at]), " ".join(words[at:])
        for side_words, place_words in ((before, behind), (behind, before)):
            side = find(side_words, "side")
            found = _place(place_words) if side else None
            if found is not None:
                return {**found, "side": side}
    return None


@cache
def _phrases(lists: tuple[str, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Every phrase of some lists with the terms it means there; what counts behind "after" fills the gaps."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for name in lists:
        for of in vocabulary.ids(name):
            for phrase in vocabulary.phrases_of(name, of):
                found[phrase] = (*found.get(phrase, ()), (name, of))
    for phrase, meanings in vocabulary.table("decided_after").items():
        terms = [tuple(meaning.split(":")) for meaning in meanings.split()]
        found.setdefault(phrase, tuple((name, of) for name, of in terms if name in lists))
    return {phrase: terms for phrase, terms in found.items() if terms}
