"""The words of the field: parts, sides, kinds, triggers, symptoms ... and what people call them.

The words themselves are data, in the TOML files of this folder; `terms.tsv` and `lookups.tsv` are the same in a form
that loads fast, the second only where words are read.
"""

from __future__ import annotations

import os
from functools import cache

from twitchlog.vocabulary import form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@cache
def _sections(name: str) -> dict[str, str]:
    with open(os.path.join(os.path.dirname(__file__), f"{name}.tsv"), encoding="utf-8") as file:
        return form.sections(file.read())


@cache
def _terms(name: str) -> dict[str, dict[str, Any]]:
    return form.records(_sections("terms")[name])


def plain(phrase: str) -> str:
    """A phrase as it is looked up: lower case, one space between words and numbers, no apostrophes, no hyphens."""
    for mark in ("'", "\u2019"):
        phrase = phrase.replace(mark, "")
    for mark in ("-", "_"):
        phrase = phrase.replace(mark, " ")
    spaced = "".join(
        f" {c}" if i and c.isdigit() != phrase[i - 1].isdigit() and c.isalnum() else c
        for i, c in enumerate(phrase.lower())
    )
    return " ".join(spaced.replace("+", " + ").replace("&", " and ").split())


@cache
def table(name: str) -> Any:
    """One table of the compiled vocabulary: `phrases`, `ambiguous`, `within` ... (see compile.py)."""
    return form.read(name, _sections("lookups")[name])


def phrases_of(name: str, of: str) -> list[str]:
    """The words that mean one term, as they are looked up; the first is the id's own."""
    words = words_of(name) or {**table("phrases"), **table("several")}
    return [phrase for phrase, meanings in words.items() if f"{name}:{of}" in meanings.split()]


def words_of(name: str) -> dict[str, str]:
    """The words of a list that count only where it is asked for, as relief behind "helped by"; else none."""
    own: dict[str, str] = table(f"words of {name}") if f"words of {name}" in _sections("lookups") else {}
    return own


def ids(name: str) -> list[str]:
    """The ids of one list (`part`, `kind`, `trigger` ...), in the order of the TOML file."""
    return list(_terms(name))


def term(name: str, of: str) -> dict[str, Any]:
    """What an entry needs to know of one term.

    Raises:
        KeyError: The list has no such id.
    """
    return _terms(name)[of]


def knows(name: str, of: str) -> bool:
    """Whether a list has this id."""
    return of in _terms(name)


def label(name: str, of: str) -> str:
    """The name of a term as a person reads it; an id nobody knows is shown as it is."""
    return str(term(name, of)["label"]) if knows(name, of) else of.replace("_", " ")


def region_of(part: str) -> str:
    """The region that a part belongs to."""
    return str(term("part", part)["region"])


def place_of(part: str) -> str:
    """The id that counts as one place in the findings: upper and lower lid are both the eyelid."""
    return str(term("part", part).get("place", part))


def counts_as_twitch(kind: str) -> bool:
    """Whether a kind makes a day a twitch day."""
    return bool(knows("kind", kind) and term("kind", kind).get("counts_as_twitch", False))


def place_label(region: str, part: str | None, side: str) -> str:
    """A place as a person says it: "left calf", "both eyelids", "leg"."""
    name = label("part", part) if part else region_word(region)
    if side in ("left", "right"):
        return f"{side} {name}"
    return f"{name}, both sides" if side == "both" else name


def region_word(region: str) -> str:
    """A region in one or two words: "leg", "whole body"."""
    return region.replace("_", " ")
