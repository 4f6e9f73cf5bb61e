"""Numbers that count something else than the twitch's length: coffees, times, degrees, and whose a score is."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.words.neighbours import is_small
from twitchlog.words.refusals import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.neighbours import Context
    from twitchlog.words.reading import Item

SCORED = ("stress", "anxiety", "poor_sleep", "exhaustion", "illness")
"""Triggers that people score out of ten, too."""

MEASURES = ("mg", "g", "ml", "cl", "l", "km", "k", "miles", "mile", "units", "unit", "oz")
"""Units that drinks, tablets and runs are told in; the amount stays in the words."""

TEMPERATURES = ((35, 43), (95, 110))
"""What a number behind "fever" can be, in degrees Celsius and Fahrenheit. Ours."""


def counts(line: Context) -> None:
    """Pass over what counts something else than the twitch: "3 glasses of wine"; "3 times" is a pattern."""
    for at, item in enumerate(line.items):
        if is_a_range(line, at):
            item.kind, line.items[at + 1].kind, line.items[at + 2].kind = "passed", "passed", "vague"
        elif item.kind == "number":
            before = line.neighbour(at, -1)
            if before is not None and before.kind == "symptom" and before.value == "fever":
                pass_temperature(line, at)
            else:
                count(line, at)


def is_a_range(line: Context, at: int) -> bool:
    """Whether "5-10 minutes" or "5 to 10 minutes" begins here."""
    item, *behind = line.items[at : at + 3]
    if len(behind) < 2 or item.kind not in ("number", "duration"):  # noqa: PLR2004 - the dash and the span
        return False
    return behind[0].text in ("-", "\u2013", "to", "or") and behind[1].kind == "duration"


def count(line: Context, at: int) -> None:
    """What a number counts: times, twitches, drinks, cigarettes, kilometres."""
    item = line.items[at]
    behind = line.items[at + 1] if at + 1 < len(line.items) else None
    if behind is None or behind.apart:
        return
    if behind.kind == "kind" or (behind.kind == "unknown" and behind.text in ("times", "x")):
        item.kind, item.value = "pattern", "repeated" if item.value > 1 else "single"
        if behind.kind == "unknown":
            behind.kind = "passed"
            per_unit(line, at + 2)
        return
    united = behind.kind == "unknown" and behind.text in MEASURES
    after = past_measure(line, at + 1) if behind.has("measure") else line.neighbour(at + united, 1, over=("passed",))
    if after is not None and after.kind == "trigger" and after.value in vocabulary.table("exposure")["counted"]:
        item.kind = "passed"
        if united:
            behind.kind = "passed"


def pass_temperature(line: Context, at: int) -> None:
    """Pass over "38.5" and "38.5 c" behind "fever": there is no field for it, the words keep it."""
    item = line.items[at]
    if any(low <= item.value <= high for low, high in TEMPERATURES):
        item.kind = "passed"
        for unit in line.items[at + 1 : at + 3]:
            if unit.kind == "unknown" and unit.text in ("c", "f", "\u00b0", "degrees", "celsius", "fahrenheit"):
                unit.kind = "passed"


def past_measure(line: Context, at: int) -> Item | None:
    """What is counted in cups and glasses."""
    while at < len(line.items) and (line.items[at].has("measure") or is_small(line.items[at])):
        at += 1
    return line.items[at] if at < len(line.items) else None


def per_unit(line: Context, at: int) -> None:
    """Pass over "a minute", "per hour", "in a row" behind "10 times"."""
    if at < len(line.items) and line.items[at].kind == "unknown" and line.items[at].text in ("per", "every", "each"):
        line.items[at].kind = "passed"
        at += 1
    if (
        at < len(line.items)
        and line.items[at].kind == "duration"
        and not line.items[at].apart
        and line.items[at].text.startswith(("a", "an"))
    ):
        line.items[at].kind = "passed"


def measures(line: Context) -> None:
    """Pass over "cup of", "drank" before something that can be drunk or taken; alone they are words nobody knows."""
    for at, item in enumerate(line.items):
        if item.has("taking") or (item.has("measure") and not item.has("strength")):
            behind = line.neighbour(at, 1, over=("number",))
            while behind is not None and behind.has("measure"):
                behind = line.neighbour(line.items.index(behind), 1)
            if behind is not None and behind.kind == "trigger":
                item.kind = "passed"
            else:
                item.kind = "unknown"


def scores(line: Context) -> None:
    """Read "intensity 4", and tell the score of the twitch from that of a symptom or of the stress of the day."""
    for at, item in enumerate(line.items):
        if item.has("score"):
            read_named_score(line, at)
    found = [(at, item) for at, item in enumerate(line.items) if item.kind == "score"]
    for at, item in found:
        before = None if item.apart or item.source else line.neighbour(at, -1)
        if before is None or before.kind not in ("trigger", "symptom"):
            continue
        if before.kind == "symptom" and len(found) > 1:
            line.severities[before] = item.value
            item.kind = "passed"
        elif before.kind == "symptom" and line.says_twitch():
            text = f"{shown(item.text)} can be the strength of the twitch or of {shown(before.text)}."
            refuse_score(line, item, text, "If it is the twitch, put it first; if not, give both.")
        elif before.value in SCORED:
            text = f"{shown(item.text)} stands beside {shown(before.text)}: is it the strength of the twitch?"
            hint = "If so, put it first; how strong stress was on a day is said with: twitchlog day stress 7"
            refuse_score(line, item, text, hint)


def read_named_score(line: Context, at: int) -> None:
    """Read the number behind "intensity", "strength", "level"; without one the word is unknown."""
    behind = next((item for item in line.items[at + 1 :] if not is_small(item)), None)
    if behind is not None and behind.kind == "number":
        behind.kind, behind.value = "score", f"{behind.value:g}"
    if behind is None or behind.kind != "score":
        line.items[at].kind = "unknown"
        return
    line.items[at].kind = "passed"
    behind.apart = True


def refuse_score(line: Context, item: Item, text: str, hint: str) -> None:
    """Refuse a score that can belong to two things, and offer the line with the score in front."""
    line.refuse("ambiguous_score", text, hint, choices=(line.with_moved_first(item),))


def leftovers(line: Context) -> None:
    """Refuse words that needed a neighbour and have none: a bare "or", an unclear amount of something."""
    for at, item in enumerate(line.items):
        if item.has("or"):
            line.refuse(
                "doubtful_word",
                "“or” leaves open which of the two it was.",
                "Say the one it was, or put it behind “ -- ” as a note.",
            )
        elif item.text == "like" and is_compared(line, at):
            hint = "Leave the comparison out, or put it behind “ -- ” as a note."
            line.refuse("doubtful_word", "“like” compares it with something that was perhaps not there.", hint)
        elif item.has("unclear") and not is_small(item):
            behind = line.items[at + 1] if at + 1 < len(line.items) else None
            if (behind is not None and behind.kind == "duration") or (
                behind is not None and behind.text in ("minutes", "seconds", "hours", "min", "mins", "secs")
            ):
                behind.kind = "vague"
            else:
                item.kind = "unknown"


def is_compared(line: Context, at: int) -> bool:
    """Whether "like" stands before anything but a feeling: "like a phone" tells of no phone."""
    behind = line.neighbour(at, 1)
    return behind is not None and behind.kind in ("trigger", "activity", "symptom", "part", "muscle", "region")
