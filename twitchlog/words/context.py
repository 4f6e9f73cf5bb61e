"""What words do to their neighbours: denials, relief, counts, "weak", "suddenly", and whose time or duration it is.

Each step changes items in place (a word that has done its work becomes "passed") and adds the problems it meets.
"""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.words.refusals import Problem, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.reading import Item

DENIABLE = ("symptom", "trigger", "sensation", "activity", "relief")
TIMES = ("day", "part_of_day", "clock", "ago", "moment", "now")
CARRIES = ("trigger", "symptom", "activity")
SCORED = ("stress", "anxiety", "poor_sleep", "exhaustion", "illness")
"""Triggers that people score out of ten, too."""

TEMPERATURES = ((35, 43), (95, 110))
"""What a number behind "fever" can be, in degrees Celsius and Fahrenheit. Ours."""

FROM_A_MINUTE = 60
"""A shorter span beside "coffee" or "sitting" can only be the twitch's own. Ours."""


class Context:
    """The items of a line while their neighbours are looked at, with what was found so far.

    Attributes:
        words: The typed words, normalised.
        items: In their order; the items of options follow those of the line.
        denied: Items said not to be there.
        sudden: Item of a symptom -> whether it came suddenly.
        severities: Item of a symptom -> the text of its score.
        problems: Reasons to refuse the line.
    """

    def __init__(self, words: str, items: list[Item], problems: list[Problem]) -> None:
        """A line whose words have been told apart."""
        self.words = words
        self.items = items
        self.problems = problems
        self.denied: list[Item] = []
        self.sudden: dict[Item, bool] = {}
        self.severities: dict[Item, str] = {}

    def refuse(self, code: str, text: str, hint: str, *, choices: tuple[str, ...] = (), command: str | None = None) -> None:
        """Note a reason to refuse the line."""
        self.problems.append(Problem(code=code, text=text, hint=hint, choices=choices, command=command))

    def has(self, *kinds: str) -> bool:
        """Whether an item of one of these kinds is there."""
        return any(item.kind in kinds for item in self.items)

    def says_twitch(self) -> bool:
        """Whether a word of the line itself says twitch, cramp, jerk ...: also inside "eye twitch", "twitchy eye"."""
        return any(item.kind == "kind" or (item.kind == "part" and names_kind(item.text)) for item in self.items)

    def neighbour(self, at: int, step: int, *, over: tuple[str, ...] = ()) -> Item | None:
        """The next item before or behind in the same stretch, small words (and kinds in `over`) left out."""
        here = at
        while 0 <= here + step < len(self.items):
            edge = self.items[here] if step < 0 else self.items[here + 1]
            here += step
            item = self.items[here]
            if edge.apart or item.source != self.items[at].source:
                return None
            if item.kind in over or item.kind == "passed" or (item.kind == "mark" and is_small(item)):
                continue
            return item
        return None

    def with_replaced(self, item: Item, new: str) -> str:
        """The typed words with one item said in other words."""
        return " ".join((self.words[: item.start] + new + self.words[item.end :]).split())

    def with_moved_first(self, item: Item) -> str:
        """The typed words with one item moved to the front and set off by a comma."""
        rest = (self.words[: item.start] + " " + self.words[item.end :]).strip(" ,")
        return " ".join(f"{self.words[item.start : item.end]}, {rest}".split())


def is_small(item: Item) -> bool:
    """Whether a mark is only a small word."""
    return item.has("small")


def names_kind(text: str) -> bool:
    """Whether the words of a part hold a kind: "eye twitch", "twitchy eye", "ear fluttering"."""
    phrases = vocabulary.table("phrases")
    return any(str(phrases.get(word, "")).startswith("kind:") for word in text.split())


def read_context(line: Context) -> None:
    """All the steps, in their order."""
    for step in (reliefs, counts, measures, scores, causes, weak_and_numb, denials, whose_span, whose_time, suddenness, leftovers):
        step(line)


def reliefs(line: Context) -> None:
    """Mark what helped: behind "helped by", or before "helped"; "didn't help" denies it."""
    for at, item in enumerate(list(line.items)):
        if not (item.has("relief_before") or item.has("relief_after") or item.has("relief_denied")):
            continue
        step = 1 if item.has("relief_before") else -1
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
    words = vocabulary.table("lists")["relief"]
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


def counts(line: Context) -> None:
    """Pass over what counts something else than the twitch: "2 coffees", "3 glasses of wine"; "3 times" is a pattern."""
    counted = vocabulary.table("exposure")["counted"]
    for at, item in enumerate(line.items):
        behind = line.items[at + 1] if at + 1 < len(line.items) and not line.items[at + 1].apart else None
        before = line.neighbour(at, -1)
        if item.kind == "number" and before is not None and before.kind == "symptom" and before.value == "fever":
            pass_temperature(line, at)
            continue
        further = line.items[at + 2] if at + 2 < len(line.items) else None
        if behind is not None and behind.text in ("-", "\u2013", "to", "or") and further is not None and further.kind == "duration":
            if item.kind in ("number", "duration"):
                item.kind, behind.kind, further.kind = "passed", "passed", "vague"
        elif item.kind == "number" and behind is not None:
            after = line.neighbour(at, 1, over=("passed",)) if not behind.has("measure") else past_measure(line, at + 1)
            if behind.kind == "unknown" and behind.text in ("times", "x"):
                item.kind, item.value, behind.kind = "pattern", "repeated" if item.value > 1 else "single", "passed"
                per_unit(line, at + 2)
            elif behind.kind == "unknown" and behind.text in ("mg", "g", "ml", "cl", "l", "km", "k", "miles", "mile", "units", "unit", "oz"):
                after = line.neighbour(at + 1, 1)
                if after is not None and after.kind == "trigger" and after.value in counted:
                    item.kind = behind.kind = "passed"
            elif after is not None and after.kind == "trigger" and after.value in counted:
                item.kind = "passed"
            elif behind.kind == "kind":
                item.kind, item.value = "pattern", "repeated" if item.value > 1 else "single"


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
    if at < len(line.items) and line.items[at].kind == "duration" and not line.items[at].apart and line.items[at].text.startswith(("a", "an")):
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
            behind = line.items[at + 1] if at + 1 < len(line.items) else None
            while behind is not None and is_small(behind):
                at += 1
                behind = line.items[at + 1] if at + 1 < len(line.items) else None
            if behind is not None and behind.kind == "number":
                behind.kind, behind.value = "score", f"{behind.value:g}"
            item.kind = "passed" if behind is not None and behind.kind == "score" else "unknown"
            if behind is not None and behind.kind == "score":
                behind.apart = True
    all_scores = [(at, item) for at, item in enumerate(line.items) if item.kind == "score"]
    for at, item in all_scores:
        before = line.neighbour(at, -1)
        if before is None or item.apart or item.source:
            continue
        if before.kind == "trigger" and before.value in SCORED:
            line.refuse(
                "ambiguous_score",
                f"{shown(item.text)} stands beside {shown(before.text)}: is it the strength of the twitch?",
                "If so, put it first; how strong stress was on a day is said with: twitchlog day stress 7",
                choices=(line.with_moved_first(item),),
            )
        elif before.kind == "symptom" and len(all_scores) > 1:
            line.severities[before] = item.value
            item.kind = "passed"
        elif before.kind == "symptom" and line.says_twitch():
            line.refuse(
                "ambiguous_score",
                f"{shown(item.text)} can be the strength of the twitch or of {shown(before.text)}.",
                "If it is the twitch, put it first; if not, give both.",
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
            line.refuse("doubtful_word", f"{shown(item.text)} stands before nothing that can be a cause.", "Leave it out, or name what came before.")
        elif behind.text in after:
            behind.kind, _, behind.value = after[behind.text].partition(":")
        elif behind.kind == "activity" and behind.value != "on_waking" and not (item.text == "from" or behind.value == "after_exercise"):
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
    """Decide "weak": beside a twitch it tells how strong, behind "my hand is" it is the symptom, else nobody can know."""
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
    hint = f"For the twitch: twitchlog add {shown(as_twitch)[1:-1]}. For the symptom: twitchlog symptom {shown(as_symptom)[1:-1]}."
    line.refuse("doubtful_word", text, hint, choices=(as_twitch,), command=f"symptom {as_symptom}")


def is_denied(line: Context, at: int) -> bool:
    """Whether "not" stands before it."""
    before = line.neighbour(at, -1, over=())
    return before is not None and before.has("deny")


def is_sudden(line: Context, at: int) -> bool:
    """Whether "suddenly" stands beside it: a strength does not come suddenly, a weakness does."""
    return any(near is not None and near.has("sudden") and not line.says_twitch() for near in (line.neighbour(at, -1), line.neighbour(at, 1)))


def is_said_of_the_part(line: Context, at: int) -> bool:
    """Whether "my hand is weak", "arm went numb": a part, a verb, then the word."""
    here, verb = at - 1, line.items[at].apart
    if verb or here < 0:
        return False
    while here >= 0 and (line.items[here].has("becoming") or line.items[here].has("sudden") or line.items[here].has("small") or line.items[here].has("strength")):
        verb = verb or line.items[here].has("becoming")
        if line.items[here].apart:
            return False
        here -= 1
    return verb and here >= 0 and line.items[here].kind in ("part", "muscle", "region", "side") and has_part_before(line, here)


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


def denials(line: Context) -> None:
    """Mark what is said not to be there, and refuse where nobody can tell how far a "no" reaches."""
    for at, item in enumerate(line.items):
        if not item.has("deny"):
            continue
        here = denied_object(line, at)
        if here is None:
            item.kind = "passed" if denies_strength(line, at) else item.kind
            continue
        item.kind = "passed"
        follow_denial(line, here)


def denies_strength(line: Context, at: int) -> bool:
    """Whether "not" stands before "strong" and the like, which are not stored; else the denial is refused."""
    behind = line.neighbour(at, 1)
    if behind is not None and behind.has("strength"):
        after = line.neighbour(line.items.index(behind), 1)
        if after is None or after.kind not in DENIABLE + ("kind",):
            return True
    if behind is not None and (behind.kind == "kind" or (behind.kind in ("part", "side", "muscle", "region") and line.has("kind"))):
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
            "Say what was not there directly behind it: “no weakness”, “without pain”; the rest fits in a note behind “ -- ”.",
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
        if not (item.has("small") or item.has("cause") or item.has("taking") or item.kind == "passed" or item.has("measure")) or item.has("strength"):
            return None
    return None


def follow_denial(line: Context, here: int) -> None:
    """Deny this item and those joined to it by "or"; a further one of the same list without "or" is in doubt."""
    first = line.items[here]
    line.denied.append(first)
    joined = False
    for item in line.items[here + 1 :]:
        if item.source != first.source or item.has("but") or item.has("deny"):
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
        elif not (item.has("small") or item.has("and") or item.kind == "passed" or item.has("cause") or item.has("strength")):
            return


def whose_span(line: Context) -> None:
    """Refuse a span of time that can belong to something else than the twitch: "20 min after coffee", "2 hours sitting"."""
    for at, item in enumerate(line.items):
        if item.kind != "duration" or item.source:
            continue
        previous = line.items[at - 1] if at else None
        behind = line.items[at + 1] if at + 1 < len(line.items) and not line.items[at + 1].apart else None
        told_for = previous is not None and previous.text in ("for", "lasted", "lasting", "lasts")
        before = line.neighbour(at, -1)
        if previous is not None and previous.text in ("in", "within") and not item.apart:
            doubt = "in"
        elif previous is not None and not item.apart and previous.has("cause"):
            doubt = "after"
        elif behind is not None and behind.text in ("before", "into", "later", "from", "earlier"):
            doubt = "relation"
        elif item.value < FROM_A_MINUTE:
            continue
        elif behind is not None and behind.has("cause") and not told_for:
            doubt = "relation"
        elif behind is not None and carries_time(behind, line, at + 1) and not told_for:
            doubt = "other"
        elif before is not None and not item.apart and before.kind in CARRIES and carries(before):
            doubt = "other"
        else:
            continue
        refuse_span(line, item, doubt)


def carries(item: Item) -> bool:
    """Whether an item has a length of its own: an activity, a symptom, coffee; not being stressed."""
    return item.kind in ("activity", "symptom") or (item.kind == "trigger" and item.value in vocabulary.table("exposure")["triggers"])


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
        line.refuse("doubtful_span", f"“in {item.text}” can be a time still to come.", f"Say “for {item.text}” or “{item.text} ago”.")
        return
    line.refuse(
        "doubtful_span",
        f"It is not clear whether {shown(item.text)} is how long the twitch lasted.",
        f"If it is, put it first: “{item.text}, …”; if not, leave it out or put it behind “ -- ” as a note.",
        choices=(line.with_moved_first(item),) if doubt == "other" or doubt == "relation" else (),
    )


def whose_time(line: Context) -> None:
    """Refuse a time that can belong to something else than the twitch: "after wine last night", "coffee yesterday"."""
    place_kinds = ("part", "muscle", "region", "kind")
    for at, item in enumerate(line.items):
        if item.kind not in TIMES or item.source or item.kind == "now":
            continue
        before = line.neighbour(at, -1, over=TIMES)
        behind = line.neighbour(at, 1, over=TIMES)
        exposures = vocabulary.table("exposure")["triggers"]
        mine = before is not None and before.kind == "trigger" and before.value in exposures
        near = [one for one in (before, behind) if one is not None and one.kind in ("symptom", "trigger") and carries(one)]
        elsewhere = bool(near) and not any(one.kind in place_kinds for one in stretch(line, at)) and line.has(*place_kinds)
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


def suddenness(line: Context) -> None:
    """Give "suddenly" and "slowly" to the symptom they stand beside; without a symptom they describe the twitch."""
    symptoms = [item for item in line.items if item.kind == "symptom"]
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


def leftovers(line: Context) -> None:
    """Refuse words that needed a neighbour and have none: a bare "or", an unclear amount of something."""
    for at, item in enumerate(line.items):
        if item.has("or"):
            line.refuse("doubtful_word", "“or” leaves open which of the two it was.", "Say the one it was, or put it behind “ -- ” as a note.")
        elif item.has("unclear") and not is_small(item):
            behind = line.items[at + 1] if at + 1 < len(line.items) else None
            if behind is not None and behind.kind == "duration":
                behind.kind = "vague"
            elif behind is not None and behind.text in ("minutes", "seconds", "hours", "min", "mins", "secs"):
                behind.kind = "vague"
            else:
                item.kind = "unknown"
