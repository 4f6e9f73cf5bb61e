"""The words that twitchlog knows, listed: `parts` and `words`."""

from __future__ import annotations

from functools import cache

from twitchlog import spoken, vocabulary
from twitchlog.cli.answer import Answer
from twitchlog.errors import WrongUsage
from twitchlog.vocabulary.compile import LISTS as LISTS_BY_TABLE
from twitchlog.vocabulary.compile import all_tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LISTS = {
    "kinds": "kind",
    "parts": "part",
    "muscles": "muscle",
    "triggers": "trigger",
    "sensations": "sensation",
    "symptoms": "symptom",
    "activities": "activity",
    "relief": "relief",
    "patterns": "pattern",
    "factors": "factor",
}
"""What a person calls a list -> its name in the vocabulary."""


def parts() -> Answer:
    """The parts of the body by region, each with what people call it."""
    lines: list[str] = []
    rows = []
    for region in vocabulary.ids("region"):
        lines += ["", vocabulary.label("region", region)]
        for part in vocabulary.ids("part"):
            term = vocabulary.term("part", part)
            if term["region"] == region:
                sides = "" if term.get("lateral") else " (no side)"
                lines.append(_line(f"{term['label']}{sides}", _called("part", part)))
                rows.append(_row("part", part))
    return Answer(lines=tuple(lines[1:]), data=lambda: {"parts": rows})


def words(name: str | None) -> Answer:
    """The terms of one list with what people call them, or the names of the lists."""
    if name is None:
        lines = [
            f"twitchlog words {one:<12} {spoken.count(len(vocabulary.ids(of)), 'term')}" for one, of in LISTS.items()
        ]
        return Answer(lines=tuple(lines), data=lambda: {"lists": [*LISTS]})
    known = LISTS.get(name.lower(), LISTS.get(f"{name.lower()}s"))
    if known is None:
        raise WrongUsage(f"There is no list “{name}”.", hint=f"The lists: {spoken.listed([*LISTS])}.")
    return Answer(
        lines=tuple(_line(vocabulary.label(known, of), _called(known, of)) for of in vocabulary.ids(known)),
        data=lambda: {"list": known, "words": [_row(known, of) for of in vocabulary.ids(known)]},
    )


def _called(name: str, of: str) -> list[str]:
    """What people call a term, as the vocabulary's files list it."""
    return [str(word) for word in _rows(name)[of].get("synonyms", [])]


@cache
def _rows(name: str) -> dict[str, dict[str, Any]]:
    (table,) = (table for table, known in LISTS_BY_TABLE.items() if known == name)
    return {row["id"]: row for row in all_tables()[table]}


def _row(name: str, of: str) -> dict[str, Any]:
    term = vocabulary.term(name, of)
    extra: dict[str, Any] = {
        key: term[key] for key in ("region", "lateral", "part", "unit", "counts_as_twitch") if key in term
    }
    return {"id": of, "label": term["label"], **extra, "words": _called(name, of)}


def _line(label: str, called: list[str]) -> str:
    return f"  {label}: {', '.join(called)}" if called else f"  {label}"
