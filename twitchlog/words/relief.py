"""What helped: marked by "helped by", "better with", "stopped when" before it, or by "helped", "eased it" behind it."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.words.neighbours import is_small
from twitchlog.words.refusals import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.neighbours import Context
    from twitchlog.words.reading import Item


def reliefs(line: Context) -> None:
    """Mark what helped: behind "helped by", or before "helped"; "didn't help" denies it."""
    for at, item in enumerate(list(line.items)):
        if not (item.has("relief_before") or item.has("relief_after") or item.has("relief_denied")):
            continue
        step = 1 if item.has("relief_before") else -1
        behind = line.neighbour(at, 1)
        if item.text.endswith("after") and behind is not None and behind.kind == "duration":
            item.kind = "passed"  # "stopped after 5 min" tells how long it lasted
            continue
        found = relief_beside(line, at, step)
        if not found:
            line.refuse(
                "unknown_relief",
                f"What {shown(item.text)} stands beside is not a relief twitchlog knows.",
                "Known are: " + ", ".join(vocabulary.label("relief", of) for of in vocabulary.ids("relief")) + ".",
            )
        for one in found:
            if item.has("relief_denied"):
                line.denied.append(one)
        item.kind = "passed"


def relief_beside(line: Context, at: int, step: int) -> list[Item]:
    """The items beside a marker of relief that are reliefs, several joined by "and" or "or"."""
    words = vocabulary.table("words of relief")
    found: list[Item] = []
    here, joined = at, True
    while 0 <= here + step < len(line.items):
        if (line.items[here + 1] if step > 0 else line.items[here]).apart:
            break
        here += step
        item = line.items[here]
        run = [item]
        of = words.get(item.text)
        if step < 0 and here > 0 and not item.apart and words.get(f"{line.items[here - 1].text} {item.text}"):
            run.append(line.items[here - 1])
            of = words.get(f"{line.items[here - 1].text} {item.text}")
        elif step > 0 and here + 1 < len(line.items) and words.get(f"{item.text} {line.items[here + 1].text}"):
            run.append(line.items[here + 1])
            of = words.get(f"{item.text} {line.items[here + 1].text}")
        if of is not None and joined:
            item.kind, item.value, joined = "relief", of.partition(":")[2], False
            found.append(item)
            for other in run[1:]:
                other.kind = "passed"
        elif item.has("and") or item.has("or"):
            joined = True
            if item.has("or"):
                item.kind = "passed"
        elif not (item.kind == "mark" and is_small(item)) and item.kind != "passed":
            break
    return found
