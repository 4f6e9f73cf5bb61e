"""What is said not to be there: "no", "not", "without", "never", and how far they reach."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.words.refusals import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.neighbours import Context
    from twitchlog.words.reading import Item

DENIABLE = ("symptom", "trigger", "sensation", "activity", "relief")


def denials(line: Context) -> None:
    """Mark what is said not to be there, and refuse where nobody can tell how far a "no" reaches."""
    for at, item in enumerate(line.items):
        if not item.has("deny"):
            continue
        behind = line.neighbour(at, 1)
        if behind is not None and denies_a_kind(line, behind):
            item.kind = "passed"
            follow_denial(line, line.items.index(behind))
            continue
        here = denied_object(line, at)
        if here is None:
            item.kind = "passed" if denies_strength(line, at) else item.kind
            continue
        item.kind = "passed"
        follow_denial(line, here)


def denies_a_kind(line: Context, item: Item) -> bool:
    """Whether a "no" can be meant for this kind alone: "no cramps" beside a place, never "no twitching"."""
    others = [one for one in line.items if one.kind in ("kind", "part", "muscle", "region") and one is not item]
    return item.kind == "kind" and not vocabulary.counts_as_twitch(str(item.value)) and bool(others)


def denies_strength(line: Context, at: int) -> bool:
    """Whether "not" stands before "strong" and the like, which are not stored; else the denial is refused."""
    behind = line.neighbour(at, 1)
    if behind is not None and behind.has("strength"):
        after = line.neighbour(line.items.index(behind), 1)
        if after is None or after.kind not in (*DENIABLE, "kind"):
            return True
    if behind is not None and (
        behind.kind == "kind" or (behind.kind in ("part", "side", "muscle", "region") and line.has("kind"))
    ):
        line.refuse(
            "no_twitching",
            "The line says that there was no twitching, which is not an episode.",
            "A day without twitching is written with: twitchlog quiet",
            command="quiet",
        )
    else:
        line.refuse(
            "denied_word",
            f"It is not clear what {shown(line.items[at].text)} says no to.",
            "Say what was not there directly behind it: “no weakness”; the rest fits in a note behind “ -- ”.",
        )
    return False


def denied_object(line: Context, at: int) -> int | None:
    """The place of what a denial stands before: the first thing that can be denied."""
    here = at
    while here + 1 < len(line.items):
        here += 1
        item = line.items[here]
        if item.apart or item.source != line.items[at].source:
            return None
        if item.kind in DENIABLE:
            return here
        if not (
            item.has("small") or item.has("cause") or item.has("taking") or item.kind == "passed" or item.has("measure")
        ) or item.has("strength"):
            return None
    return None


def follow_denial(line: Context, here: int) -> None:
    """Deny this item and those joined to it by "or"; a further one of the same list without "or" is in doubt."""
    first = line.items[here]
    same = [item for item in line.items if item.indices == first.indices and item.source == first.source]
    line.denied.extend(same)
    here += len(same) - 1
    joined = False
    for item in line.items[here + 1 :]:
        if item.source != first.source or item.has("but") or item.has("deny"):
            return
        if item.kind == "kind" and item.value != "twitch" and (joined or item.apart):
            if joined and not vocabulary.counts_as_twitch(str(item.value)):
                line.denied.append(item)
                joined = False
                continue
            line.refuse(
                "ambiguous_denial",
                f"Does the “no” before {shown(first.text)} reach {shown(item.text)}, too?",
                f"Say what there was first, then “no {first.text}”.",
            )
            return
        if item.kind in DENIABLE:
            if joined:
                line.denied.append(item)
                joined = False
                continue
            if item.kind == first.kind:
                line.refuse(
                    "ambiguous_denial",
                    f"Does the “no” before {shown(first.text)} reach {shown(item.text)}, too?",
                    f"Say “no {first.text} or {item.text}”, or “no {first.text} but {item.text}”.",
                )
            return
        if item.has("or"):
            joined, item.kind = True, "passed"
        elif not (
            item.has("small") or item.has("and") or item.kind == "passed" or item.has("cause") or item.has("strength")
        ):
            return
