"""Whose a time or a duration is: the twitch's, or that of the coffee, the walk, the headache beside it."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.words.neighbours import TIMES
from twitchlog.words.refusals import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.neighbours import Context
    from twitchlog.words.reading import Item

CARRIES = ("trigger", "symptom", "activity")

COMPARES = ("like", "as", "than", "from", "unlike")
"""Before a day or a part of one these tell of another time than the twitch's."""

AFTERNOON, DAY_HOURS = 13, 24
"""From 13h to 23h a span of hours looks like a time of the day."""

FROM_A_MINUTE = 60
"""A shorter span beside "coffee" or "sitting" can only be the twitch's own. Ours."""


def whose_span(line: Context) -> None:
    """Refuse a span of time that can belong to something else: "20 min after coffee", "2 hours sitting"."""
    for at, item in enumerate(line.items):
        if item.kind == "duration" and not item.source and not line.symptoms_only:
            doubt = doubt_before(line, at) or doubt_behind(line, at)
            if doubt:
                refuse_span(line, item, doubt)


def is_told_for(line: Context, at: int) -> bool:
    """Whether "for" or "lasted" stands before a span."""
    return at > 0 and line.items[at - 1].text in ("for", "lasted", "lasting", "lasts")


def doubt_before(line: Context, at: int) -> str:
    """What the words before a span make of it: "in 10 min", "after 2 hours", "sitting for 20 min"; "" for no doubt."""
    item = line.items[at]
    if at > 0 and not item.apart:
        if line.items[at - 1].text in ("in", "within"):
            return "in"
        if line.items[at - 1].has("cause"):
            return "after"
    if not is_told_for(line, at) and is_like_a_clock(item.text):
        return "clock"
    before = line.neighbour(at, -1)
    if item.value >= FROM_A_MINUTE and before is not None and before.kind in CARRIES and carries(before):
        return "other"
    return ""


def doubt_behind(line: Context, at: int) -> str:
    """What the words behind a span make of it: "20 min after coffee", "2 days now"; "" for no doubt."""
    behind = line.items[at + 1] if at + 1 < len(line.items) else None
    if behind is None or behind.apart:
        return ""
    if behind.kind == "now":
        return "going on"
    if behind.text in ("before", "into", "later", "from", "earlier"):
        return "direction"
    if line.items[at].value < FROM_A_MINUTE or is_told_for(line, at):
        return ""
    if behind.has("cause"):
        return "relation"
    return "other" if carries_time(behind, line, at + 1) else ""


def is_like_a_clock(text: str) -> bool:
    """Whether a span of hours is written as many countries write the time: "19h", "14h30"."""
    hours, *rest = text.split()
    return hours.isdecimal() and AFTERNOON <= int(hours[:3]) < DAY_HOURS and rest[:1] == ["h"]


def carries(item: Item) -> bool:
    """Whether an item has a length of its own: an activity, a symptom, coffee; not being stressed."""
    return item.kind in ("activity", "symptom") or (
        item.kind == "trigger" and item.value in vocabulary.table("exposure")["triggers"]
    )


def carries_time(item: Item, line: Context, at: int) -> bool:
    """Whether "20 min" before this can tell of it: "20 min run", "2h of sitting"; not "10 min in bed"."""
    if item.has("small") and item.text == "of" and at + 1 < len(line.items):
        item = line.items[at + 1]
    elif item.kind == "activity" and item.text.split()[0] in ("in", "on", "at", "while", "when", "during", "behind"):
        return False
    return item.kind in CARRIES and carries(item)


def refuse_span(line: Context, item: Item, doubt: str) -> None:
    """Say why a span of time is in doubt."""
    if doubt == "in":
        line.refuse(
            "doubtful_span",
            f"“in {item.text}” can be a time still to come.",
            f"Say “for {item.text}” or “{item.text} ago”.",
        )
        return
    if doubt == "clock":
        text = f"{shown(item.text)} can be a time of the day or how long it lasted."
        typed = item.text.replace(" ", "")
        line.refuse("doubtful_span", text, f"Say “at {typed}” or “for {typed}”.")
        return
    if doubt == "going on":
        text = f"{shown(item.text + ' now')} leaves open when it began."
        line.refuse("open_time", text, f"Say “{item.text} ago for {item.text}”, or leave “now” out.")
        return
    line.refuse(
        "doubtful_span",
        f"It is not clear whether {shown(item.text)} is how long the twitch lasted.",
        f"If it is, put it first: “{item.text}, …”; if not, leave it out or put it behind “ -- ” as a note.",
        choices=(line.with_moved_first(item),) if doubt in ("other", "relation") else (),
    )


def whose_time(line: Context) -> None:
    """Refuse a time that can belong to something else than the twitch: "after wine last night", "coffee yesterday"."""
    place_kinds = ("part", "muscle", "region", "kind")
    for at, item in enumerate(line.items):
        if item.kind not in TIMES or item.source or item.kind == "now":
            continue
        if at > 0 and not item.apart and line.items[at - 1].text in COMPARES and item.kind in ("day", "part_of_day"):
            line.refuse(
                "ambiguous_time",
                f"“{line.items[at - 1].text} {item.text}” compares with that time, or says where something comes from.",
                "If the twitch was then, say the time alone; if not, put it behind “ -- ” as a note.",
            )
            return
        before = line.neighbour(at, -1, over=TIMES)
        behind = line.neighbour(at, 1, over=TIMES)
        exposures = vocabulary.table("exposure")["triggers"]
        mine = before is not None and before.kind == "trigger" and before.value in exposures
        near = [
            one for one in (before, behind) if one is not None and one.kind in ("symptom", "trigger") and carries(one)
        ]
        elsewhere = (
            bool(near) and not any(one.kind in place_kinds for one in stretch(line, at)) and line.has(*place_kinds)
        )
        if mine or elsewhere:
            other = before if mine and before is not None else near[0]
            line.refuse(
                "ambiguous_time",
                f"{shown(item.text)} can be when the twitch was, or when {shown(other.text)} was.",
                "If it is the twitch, put the time first; if not, put it behind “ -- ” as a note.",
                choices=(line.with_moved_first(item),),
            )
            return


def stretch(line: Context, at: int) -> list[Item]:
    """The items between the commas around a place."""
    first = at
    while first > 0 and not line.items[first].apart:
        first -= 1
    last = at + 1
    while last < len(line.items) and not line.items[last].apart:
        last += 1
    return line.items[first:last]
