"""Words with two readings, decided by their neighbours: "weak", "suddenly", "after"."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.words.neighbours import names_kind
from twitchlog.words.refusals import bare, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.neighbours import Context
    from twitchlog.words.reading import Item


SUDDEN = frozenset({"sudden", "suddenly"})


def moments_not_sides(line: Context) -> None:
    """Tell "right after coffee" and "right when I woke" from the right side.

    Where another word says the side it is passed over; else nobody can know, and the line is refused.
    """
    for at, item in enumerate(line.items[:-1]):
        behind = line.items[at + 1]
        if item.kind != "side" or item.text != "right" or behind.apart or item.source:
            continue
        if not (behind.has("cause") or behind.text.split()[0] in ("when", "as", "while", "during", "at")):
            continue
        if any(one.kind == "side" and one is not item for one in line.items):
            item.kind = "passed"
        else:
            line.refuse(
                "ambiguous_side",
                f"{shown(item.text + ' ' + behind.text)}: is that the right side, or just then?",
                "Put the side before the part, as in “right calf”, or leave “right” out.",
                choices=(line.with_moved_first(item),),
            )


def causes(line: Context) -> None:
    """Read words behind "after": what went before is a trigger, and a moment that is over is no activity."""
    after = vocabulary.table("decided_after")
    for at, item in enumerate(line.items):
        if not item.has("cause"):
            continue
        behind = line.neighbour(at, 1)
        if behind is None or behind.kind in ("place", "side", "kind"):
            line.refuse(
                "doubtful_word",
                f"{shown(item.text)} stands before nothing that can be a cause.",
                "Leave it out, or name what came before.",
            )
        elif behind.text in after:
            behind.kind, _, behind.value = after[behind.text].partition(":")
        elif (
            behind.kind == "activity"
            and behind.value != "on_waking"
            and not (item.text == "from" or behind.value == "after_exercise")
        ):
            line.refuse(
                "doubtful_word",
                f"{shown(item.text + ' ' + behind.text)}: an activity that is over is not stored.",
                "Say what you were doing at that moment, or put it behind “ -- ” as a note.",
            )
        chain_causes(line, at, after)


def chain_causes(line: Context, at: int, after: dict[str, str]) -> None:
    """Go on with "after running and swimming"."""
    joined = False
    for item in line.items[at + 1 :]:
        if item.apart:
            return
        if joined and item.text in after and item.kind != "trigger":
            item.kind, _, item.value = after[item.text].partition(":")
        joined = item.has("and")


def weak_and_numb(line: Context) -> None:
    """Decide "weak": beside a twitch it tells how strong, behind "my hand is" it is the symptom, else it is refused."""
    for at, item in enumerate(line.items):
        if not (item.has("weak") or item.has("numb")):
            continue
        symptom = "weakness" if item.has("weak") else "numb_area"
        if is_said_of_the_part(line, at) or (item.has("weak") and is_sudden(line, at)):
            item.kind, item.value = "symptom", symptom
        elif is_denied(line, at):
            item.kind, item.value = ("symptom", symptom) if item.has("weak") else ("sensation", "numbness")
        elif describes_the_twitch(line, at, numb=item.has("numb")):
            if item.has("numb"):
                item.kind, item.value = "sensation", "numbness"
            else:
                item.kind = "passed"
        else:
            refuse_weak(line, item)
            item.kind, item.value = "symptom", symptom


def refuse_weak(line: Context, item: Item) -> None:
    """Offer both meanings of "weak" or "numb"."""
    noun = "weakness" if item.has("weak") else "numbness"
    as_symptom = line.with_replaced(item, noun)
    text = f"{shown(item.text)} can tell how the twitch was, or be a symptom of its own."
    if line.says_twitch():
        hint = f"For the twitch, put it beside it: “{item.text} twitch”. For the symptom, say “{noun}”."
        line.refuse("doubtful_word", text, hint, choices=(as_symptom,))
        return
    as_twitch = line.with_replaced(item, f"{item.text} twitch")
    hint = f"For the twitch: twitchlog add {bare(as_twitch)}. For the symptom: twitchlog symptom {bare(as_symptom)}."
    line.refuse("doubtful_word", text, hint, choices=(as_twitch,), command=f"symptom {as_symptom}")


def is_denied(line: Context, at: int) -> bool:
    """Whether "not" stands before it."""
    before = line.neighbour(at, -1, over=())
    return before is not None and before.has("deny")


def is_sudden(line: Context, at: int) -> bool:
    """Whether "suddenly" stands beside it: a strength does not come suddenly, a weakness does."""
    return any(
        near is not None and near.has("sudden") and not line.says_twitch()
        for near in (line.neighbour(at, -1), line.neighbour(at, 1))
    )


def is_said_of_the_part(line: Context, at: int) -> bool:
    """Whether "my hand is weak", "arm went numb": a part, a verb, then the word."""
    here, verb = at - 1, line.items[at].apart
    if verb or here < 0:
        return False
    while here >= 0 and (
        line.items[here].has("becoming")
        or line.items[here].has("sudden")
        or line.items[here].has("small")
        or line.items[here].has("strength")
    ):
        verb = verb or line.items[here].has("becoming")
        if line.items[here].apart:
            return False
        here -= 1
    return (
        verb
        and here >= 0
        and line.items[here].kind in ("part", "muscle", "region", "side")
        and has_part_before(line, here)
    )


def has_part_before(line: Context, at: int) -> bool:
    """Whether a part stands here, or behind a side here."""
    return line.items[at].kind != "side" or (at > 0 and line.items[at - 1].kind in ("part", "muscle", "region"))


def describes_the_twitch(line: Context, at: int, *, numb: bool) -> bool:
    """Whether the word stands in one stretch with a twitch, with no "and" and no symptom between."""
    over = ("part", "muscle", "region", "side", "duration", "score", "pattern")
    for step in (-1, 1):
        here, joined = at, False
        while 0 <= here + step < len(line.items):
            edge = line.items[here] if step < 0 else line.items[here + 1]
            here += step
            item = line.items[here]
            if edge.apart:
                break
            if item.kind == "kind" or (item.kind == "part" and names_kind(item.text)):
                return numb or not joined
            joined = joined or item.has("and")
            if item.kind not in over and not item.has("small") and not item.has("strength") and not item.has("and"):
                break
    return numb and line.says_twitch()


def suddenness(line: Context) -> None:
    """Give "suddenly" and "slowly" to the symptom they stand beside; without a symptom they describe the twitch."""
    symptoms = [item for item in line.items if item.kind == "symptom"]
    for symptom in symptoms:
        if SUDDEN.intersection(symptom.text.split()):  # "suddenly confused" is one phrase of the vocabulary
            line.sudden[symptom] = True
    over = ("part", "muscle", "region", "side", "pattern")
    for at, item in enumerate(line.items):
        if not (item.has("sudden") or item.has("gradual")):
            continue
        near = [line.neighbour(at, step, over=over) for step in (1, -1)]
        beside = [one for one in near if one is not None and one.kind == "symptom" and one not in line.denied]
        if beside or (symptoms and not line.says_twitch()):
            for symptom in beside[:1] or symptoms:
                line.sudden[symptom] = item.has("sudden")
        elif symptoms:
            for symptom in symptoms:
                line.sudden[symptom] = item.has("sudden")
            line.refuse(
                "doubtful_word",
                f"It is not clear whether {shown(item.text)} tells of the twitch or of {shown(symptoms[0].text)}.",
                f"Put it directly before the one you mean: “{item.text} {symptoms[0].text}”.",
            )
