"""What an option's value may say: the same words as in the line, but only those that the option is for."""

from __future__ import annotations

from twitchlog.words.reading import Item, items_of
from twitchlog.words.refusals import shown, trouble

ALLOWED = {
    "part": ("part", "muscle", "region", "side"),
    "muscle": ("muscle", "part"),
    "side": ("side",),
    "for": ("duration",),
    "intensity": ("score",),
    "at": ("day", "part_of_day", "clock", "ago", "moment", "now"),
    "trigger": ("trigger",),
    "kind": ("kind",),
    "pattern": ("pattern",),
    "activity": ("activity",),
    "sensation": ("sensation",),
    "relief": ("relief",),
    "symptom": ("symptom",),
}
"""Option -> the kinds of item it takes."""

EXAMPLES = {
    "part": "left calf", "muscle": "biceps", "side": "left", "for": "30s", "intensity": "4", "at": "yesterday 22:30",
    "trigger": "coffee", "kind": "cramp", "pattern": "on and off", "activity": "sitting", "sensation": "tingling",
    "relief": "stretching", "symptom": "weakness",
}  # fmt: skip
"""Option -> a value that works, for the hint."""


def read(name: str, value: str, words: str) -> list[Item]:
    """The items of an option's value.

    Raises:
        Trouble: wrong_option_value where it says anything else than the option is for.
    """
    allowed = ALLOWED[name]
    found = items_of(words, prefer=name)
    if name == "intensity":
        found = [as_score(item) for item in found]
    used = [item for item in found if item.kind in allowed]
    rest = [item for item in found if item.kind not in allowed and not item.has("small") and not item.has("about")]
    if not used or rest:
        raise trouble(
            "wrong_option_value",
            f"--{name} does not take {shown(value)}.",
            f"A value that works: --{name} “{EXAMPLES[name]}”.",
        )
    for item in used:
        item.apart = True
    return used


def as_score(item: Item) -> Item:
    """A plain number as the score it is in --intensity."""
    if item.kind == "number":
        item.kind, item.value = "score", f"{item.value:g}"
    elif item.kind == "odd_number":
        item.kind = "score"
    return item
