"""One typed line, read whole: its tokens, its items, what they mean together, and then an entry or the refusal."""

from __future__ import annotations

from datetime import UTC, datetime

from twitchlog import vocabulary
from twitchlog.entry import HIGHEST_SCORE, LONGEST_S, Episode, SymptomNote, When, new_uid
from twitchlog.errors import TwitchlogError
from twitchlog.records import Record
from twitchlog.words import hygiene, options as option_words, places, times
from twitchlog.words.context import Context, read_context
from twitchlog.words.moments import Day, Part
from twitchlog.words.reading import NEEDS_A_START, Item, items_of
from twitchlog.words.refusals import LineRefused, Problem, Trouble, corrected, foremost, shown, trouble

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REPEATED_TIME = "The clocks went back that night, so this time came twice; the earlier one is written."
VAGUE_DURATION = "No duration is written: {words} is no length in seconds. It stays in the words."
REGION_ONLY = "{word} is broad: only the region is written. More exact: {parts}."
IN_THE_MORNING = "{words} is read as the morning; for the evening write {later}."
NOT_KEPT = "{words} has no field in a symptom note. It stays in the words."


OWN_RIGHT = ("tingling", "itching", "burning", "aching", "numbness", "spasm_feeling")
"""Sensations that people have without a twitch, too."""

MOST_LOOKED_AT = 3
"""Unknown words for which near misses are looked for; a line with more is not a slip of the pen. Ours."""


class Warned(Record):
    """Something that was understood, and that the person should see how."""

    code: str
    text: str


class Reading:
    """Everything that was understood of one line, and every problem met on the way.

    Attributes:
        line: The words and their neighbours.
        note: What stands behind " -- ", or None.
        when: When it was; now where the words of time could not be read.
        place: Where the twitch was, or None where the line says no place.
        mentions: Every place named, with its side.
    """

    def __init__(
        self,
        typed: str,
        now: datetime,
        *,
        zone: str | None,
        day_start_hour: int,
        symptoms_only: bool = False,
        edits: bool = False,
    ) -> None:
        """Begin to read: `symptoms_only` for a line that tells of no twitch, `edits` for one that names changes."""
        self.symptoms_only = symptoms_only
        self.edits = edits
        self.lone_side: str | None = None
        self.options: Mapping[str, Sequence[str]] = {}
        self.typed = typed
        self.now = now
        self.zone = zone
        self.day_start_hour = day_start_hour
        self.problems: list[Problem] = []
        self.warnings: list[Warned] = []
        self.when = When.moment(now, zone, day_start_hour)
        self.note: str | None = None
        self.place: places.Place | None = None
        self.mentions: list[places.Mention] = []
        self.line = Context("", [], self.problems)
        self.range_s: int | None = None

    def read(self, options: Mapping[str, Sequence[str]], *, can_ask: bool = False) -> None:
        """Read the words and the options; problems are kept, not raised."""
        self.options = options
        words = self.words_of(self.typed)
        items = items_of(words, "symptom" if self.symptoms_only else None)
        for name, values in options.items():
            for value in values:
                items.extend(self.option_items(name, value))
        self.line = Context(words, expanded(items), self.problems)
        read_context(self.line)
        self.keep(self.read_time)
        self.keep(lambda: self.read_place(can_ask=can_ask))
        self.read_unknown()

    def keep(self, step: object) -> None:
        """Do a step; a problem it meets is kept."""
        try:
            step()  # type: ignore[operator]
        except Trouble as met:
            self.problems.append(met.problem)
        except TwitchlogError as error:
            self.problems.append(Problem(code=error.code, text=error.text, hint=error.hint))

    def words_of(self, typed: str) -> str:
        """The words to be read, normalised; a line that no one types is cleaned, and the problem kept."""
        try:
            hygiene.check(typed)
        except Trouble as met:
            self.problems.append(met.problem)
            typed = hygiene.cleaned(typed)
        words, self.note = hygiene.split_note(typed)
        return hygiene.normalised(words)

    def option_items(self, name: str, value: str) -> list[Item]:
        """The items of one option's value, which must say what the option is for."""
        if name == "note":
            self.keep(lambda: self.take_note(value))
            return []
        words = self.words_of_option(value)
        try:
            found = option_words.read(name, value, words)
        except Trouble as met:
            self.problems.append(met.problem)
            return []
        for item in found:
            item.source = f"--{name}"
        return found

    def words_of_option(self, value: str) -> str:
        """The value of an option, checked and normalised."""
        try:
            hygiene.check(value)
        except Trouble as met:
            self.problems.append(met.problem)
            value = hygiene.cleaned(value)
        return hygiene.normalised(value)

    def take_note(self, note: str) -> None:
        """Take the note from its option; two notes are refused."""
        hygiene.check(f"-- {note}")
        if self.note is not None and self.note != note.strip():
            raise trouble("two_notes", "There are two notes: behind “ -- ” and in --note.", "Give one.")
        self.note = note.strip() or None

    def of_kind(self, *kinds: str) -> list[Item]:
        """The items of these kinds that were not denied."""
        return [item for item in self.line.items if item.kind in kinds and item not in self.line.denied]

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of one list that the line says are there, in its order, each once."""
        return tuple(dict.fromkeys(str(item.value) for item in self.of_kind(kind)))

    def one(self, kind: str, code: str, text: str) -> Item | None:
        """The one item of a kind; the same said twice is one, two different ones are refused."""
        found = self.of_kind(kind)
        if len({str(item.value) for item in found}) > 1:
            named = " and ".join(shown(item.text) for item in found[:2])
            self.problems.append(
                Problem(code=code, text=f"{text}: {named}.", hint="One entry has one; write a line for each.")
            )
        return found[0] if found else None

    # -- when

    def read_time(self) -> None:
        """Work out when it was."""
        told: dict[str, object] = {}
        self.read_range()
        for item in self.of_kind("day", "part_of_day", "clock", "ago", "moment", "now"):
            name, value = NAMES[item.kind], self.moment(item) if item.kind == "moment" else item.value
            if name in told and told[name] != value:
                both_parts = isinstance(value, Part) and isinstance(told[name], Part)
                if not (both_parts and value.name == told[name].name):  # type: ignore[union-attr]
                    raise trouble(
                        "two_times", "The line names two times.", "One entry has one time; write a line for each."
                    )
            told[name] = value
        try:
            found = times.resolve(times.Told(**told), self.now, self.zone, self.day_start_hour)
        except Trouble as met:
            raise Trouble(self.with_a_way_out(met.problem)) from None
        self.when = found.when
        if found.repeated:
            self.warnings.append(Warned(code="repeated_time", text=REPEATED_TIME))
        self.warn_of_the_morning()

    def with_a_way_out(self, problem: Problem) -> Problem:
        """The refusal of a time, with the day before or both halves of the day to choose from."""
        clocks, parts, days = self.of_kind("clock"), self.of_kind("part_of_day"), self.of_kind("day")
        item = (clocks or parts or days or [None])[0]
        if item is None or item.source:
            return problem
        typed = self.line.words[item.start : item.end].replace("midnight", "00:00")
        if problem.code == "ambiguous_time" and item.kind == "clock" and not item.value.midnight:
            hour, rest = (
                item.value.hour % times.HALF_DAY or times.HALF_DAY,
                f":{item.value.minute:02d}" if item.value.minute else "",
            )
            choices = tuple(self.line.with_replaced(item, f"{hour}{rest}{half}") for half in ("am", "pm"))
            return problem.replace(choices=self.with_note(choices))
        if problem.code != "future_time":
            return problem
        if days and days[0].value.name == "today":
            return problem.replace(edits=((days[0].start, days[0].end, "yesterday"),))
        if days:
            return problem
        if parts:
            return problem.replace(edits=((parts[0].start, parts[0].end, f"yesterday {parts[0].value.name}"),))
        early = item.value.hour < self.day_start_hour <= self.now.hour
        return problem.replace(edits=((item.start, item.end, f"{'today' if early else 'yesterday'} {typed}"),))

    def moment(self, item: Item) -> datetime:
        """A date and time in one: "2026-03-01T22:30", with or without an offset."""
        try:
            found = datetime.fromisoformat(str(item.value).upper())
        except ValueError:
            raise times.impossible(shown(item.text)) from None
        if found.tzinfo is not None:
            return found.replace(microsecond=0)
        at = times.on_wall(found.replace(microsecond=0), self.now, self.zone, self.day_start_hour)
        if at.repeated:
            self.warnings.append(Warned(code="repeated_time", text=REPEATED_TIME))
        assert at.when.at is not None  # noqa: S101 - a time on the wall is known to the minute
        return at.when.at

    def read_range(self) -> None:
        """Read "from 22:00 to 22:30" and "10pm-11pm": a start and a duration."""
        items = self.line.items
        for at, item in enumerate(items):
            link, behind = (items[at + 1], items[at + 2]) if at + 2 < len(items) else (None, None)
            if item.kind != "clock" or link is None or behind is None or behind.kind not in ("clock", "number"):
                continue
            if link.text not in ("to", "-", "–", "until", "till"):
                continue
            if behind.kind == "number" or item.value.bare or behind.value.bare:
                raise trouble(
                    "ambiguous_time",
                    "The two ends of that time are not clear.",
                    "Write both in full: “from 21:00 to 21:20”.",
                )
            first, last = item.value, behind.value
            seconds = (last.hour - first.hour) * 3600 + (last.minute - first.minute) * 60 + last.second - first.second
            self.range_s = seconds % 86400 or None
            link.kind = behind.kind = "passed"
            if at and items[at - 1].has("cause"):
                items[at - 1].kind = "passed"

    def warn_of_the_morning(self) -> None:
        """Warn where "7:30" was read as the morning although the evening is past, too."""
        at = self.when.at
        clocks = self.of_kind("clock")
        if (
            at is None
            or not clocks
            or self.of_kind("part_of_day")
            or not clocks[0].value.loose
            or at.hour >= times.HALF_DAY
        ):
            return
        later = at.replace(hour=at.hour + times.HALF_DAY)
        if later.astimezone(UTC) <= self.now.astimezone(UTC):
            text = IN_THE_MORNING.format(words=shown(clocks[0].text), later=f"{later:%H:%M}")
            self.warnings.append(Warned(code="read_as_morning", text=text))

    # -- where

    def read_place(self, *, can_ask: bool) -> None:
        """Work out where it was; a symptom in its own stretch of the line keeps a place of its own."""
        self.mentions, free = places.mentions_of(self.line.items)
        if self.edits and not self.mentions and len({item.value for item in free}) == 1:
            self.lone_side = str(free[0].value)
            return
        self.side_of_the_body(free)
        places.settle_sides(self.mentions, free)
        own = [mention for mention in self.mentions if not self.is_for_a_symptom(mention)]
        self.place = None
        for mention in own:
            place = mention.place()
            if self.place is not None:
                joined = self.joined_before(mention.at)
                merged = places.merged(self.place, place, joined=joined)
                if merged is None:
                    raise Trouble(self.two_places(self.place, place))
                place = merged
            self.place = place
        self.implied_place()
        broad = [m.item for m in own if m.item.kind == "region"]
        if self.place is not None and self.place.part is None and broad:
            self.only_the_region(broad[0], can_ask=can_ask)

    def side_of_the_body(self, free: list[Item]) -> None:
        """Read "left side" without a part as the broad word "side", which has to be asked for."""
        if self.mentions or not free or not any(item.text.endswith("side") for item in free):
            return
        item = free.pop(0)
        broad = Item("region", {**vocabulary.table("ambiguous")["side"], "word": "side"}, item.indices)
        broad.text, broad.start, broad.end = item.text, item.start, item.end
        mention = places.Mention(broad, self.line.items.index(item))
        mention.side = str(item.value)
        self.mentions.append(mention)

    def joined_before(self, at: int) -> bool:
        """Whether "and" or a comma stands between this part and the one before."""
        for item in reversed(self.line.items[:at]):
            if item.kind in ("part", "muscle", "region"):
                return self.line.items[at].apart
            if item.has("and") or item.text == "+":
                return True
        return False

    def is_for_a_symptom(self, mention: places.Mention) -> bool:
        """Whether a place belongs to a symptom: it stands in one stretch with it, and the twitch has a place elsewhere."""
        if len(self.mentions) == 1 or not any(item.kind == "symptom" for item in self.line.items):
            return False
        own = self.stretch(mention.at)
        if self.symptoms_only:
            return any(item.kind == "symptom" for item in own)
        if any(item.kind in ("kind",) for item in own) or not any(item.kind == "symptom" for item in own):
            return False
        return any(
            other is not mention and not any(item.kind == "symptom" for item in self.stretch(other.at))
            for other in self.mentions
        )

    def stretch(self, at: int) -> list[Item]:
        """The items around a place, up to the next comma, "and", "with" or "but"."""
        items = self.line.items
        first, last = at, at + 1
        while first > 0 and not items[first].apart and not parts_the_line(items[first]):
            first -= 1
        while last < len(items) and not items[last].apart and not parts_the_line(items[last]):
            last += 1
        return items[first:last]

    def implied_place(self) -> None:
        """Take the place that a kind's own words say: "restless legs", "hiccups"."""
        implied = vocabulary.table("kind_place")
        for item in self.of_kind("kind"):
            if self.place is None and item.text in implied:
                found = implied[item.text]
                self.place = places.Place(region=found["region"], part=found["part"])
                sides = {m.side for m in self.mentions if m.side}
                if len(sides) == 1:
                    self.place = self.place.replace(side=sides.pop())

    def only_the_region(self, item: Item, *, can_ask: bool) -> None:
        """Warn that only the region is written, or ask for the part where somebody can be asked."""
        parts = item.value["suggest"]
        names = ", ".join(vocabulary.label("part", part) for part in parts)
        if self.symptoms_only or any(one.value == "urge_to_move" for one in self.of_kind("kind")):
            return
        if can_ask or item.value.get("ask_always"):
            choices = tuple(self.line.with_replaced(item, self.with_side(item, part)) for part in parts)
            text = f"{shown(item.text)} can be several parts of the body."
            raise trouble("ambiguous_word", text, f"Say which: {names}.", choices=self.with_note(choices))
        self.warnings.append(Warned(code="region_only", text=REGION_ONLY.format(word=shown(item.text), parts=names)))

    def with_side(self, item: Item, part: str) -> str:
        """A part with the side that its broad word brought along ("left side")."""
        side = item.text.removesuffix(" side")
        return f"{side} {vocabulary.label('part', part)}" if side in ("left", "right") else words_for(part)

    def two_places(self, one: places.Place, other: places.Place) -> Problem:
        """The refusal of two places, with a line for each."""
        rest = self.without_places()
        lines = tuple(" ".join(f"{words_of_place(place)} {rest}".split()) for place in (one, other))
        lines = self.with_note(lines)
        return Problem(
            code="two_places",
            text=f"The line names two places: {words_of_place(one)} and {words_of_place(other)}.",
            hint=f"Write two entries: twitchlog add {lines[0]} | twitchlog add {lines[1]}",
            choices=lines,
        )

    def without_places(self) -> str:
        """The typed words without parts and sides, and without what joined them."""
        words = self.line.words
        for item in sorted(self.line.items, key=lambda i: -i.start):
            joins = item.has("and") or item.text in ("+", "my", "the", "in", "of", "on")
            if not item.source and (item.kind in ("part", "muscle", "region", "side") or joins):
                words = words[: item.start] + " " + words[item.end :]
        return " ".join(words.strip(" ,").replace(" ,", ",").replace(",,", ",").split())

    def with_note(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """Lines with the note of this one."""
        return tuple(f"{line} -- {self.note}" if self.note else line for line in lines)

    # -- words nobody knows

    def read_unknown(self) -> None:
        """Note every word that is not understood, with the nearest known ones."""
        unknown = [item for item in self.line.items if item.kind == "unknown"]
        self.problems.extend(self.unknown(item, look=count < MOST_LOOKED_AT) for count, item in enumerate(unknown))
        for item in self.line.items:
            if item.kind == "unknown":
                continue
            if item.kind == "number":
                self.refuse_number(item)
            elif item.kind == "odd_number":
                self.problems.append(odd_number(item))
            elif item.kind == "refused":
                code, text, hint = vocabulary.table("refused")[item.value]
                self.problems.append(Problem(code=code, text=text.format(word=item.text), hint=hint))
            elif item.kind == "ask":
                choices = tuple(self.line.with_replaced(item, say) for say, _, _ in item.value)
                said = " or ".join(f"“{say}”" for say, _, _ in item.value)
                self.problems.append(
                    Problem(
                        code="ambiguous_word",
                        text=f"{shown(item.text)} has two meanings here.",
                        hint=f"Say {said}.",
                        choices=self.with_note(choices),
                    )
                )

    def unknown(self, item: Item, *, look: bool) -> Problem:
        """The refusal of a word; where `look` is set, with the nearest known words offered."""
        from twitchlog.words.nearest import nearest, repaired  # noqa: PLC0415 - only a refused line needs it

        close = nearest(item.text) if look else []
        known = " or ".join(f"“{word}”" for word in close)
        hint = (
            f"Did you mean {known}?"
            if close
            else "Put what is not in the word list behind “ -- ” as a note; the list: twitchlog words"
        )
        fixed = repaired(item.text, close)
        edits = ((item.start, item.end, fixed),) if fixed and not item.source else ()
        return Problem(
            code="unknown_word", text=f"{shown(item.text)} is not a word twitchlog knows.", hint=hint, edits=edits
        )

    def refuse_number(self, item: Item) -> None:
        """Refuse a number that says nothing of what it counts."""
        said = [
            f"{item.value:g}{unit}" for unit in ("s", " min", "/10") if unit != "/10" or item.value <= HIGHEST_SCORE
        ]
        self.problems.append(
            Problem(
                code="bare_number",
                text=f"{shown(item.text)} stands alone: what does it count?",
                hint=f"Say {' or '.join(said)}.",
                choices=self.with_note(tuple(self.line.with_replaced(item, one) for one in said)),
            )
        )

    # -- amounts

    def duration(self, *, needs_a_start: bool = True) -> int | None:
        """The one duration in seconds; a vague one is warned of, one of days asks for its start."""
        vague = self.of_kind("vague")
        item = self.one("duration", "two_durations", "The line names two durations")
        if vague and item is None:
            self.warnings.append(Warned(code="vague_duration", text=VAGUE_DURATION.format(words=shown(vague[0].text))))
        seconds = self.range_s if item is None else item.value
        if seconds is None:
            return None
        if item is not None and self.range_s is not None:
            self.problems.append(Problem(code="two_durations", text="The line names two durations.", hint="Give one."))
        whole = int(seconds + 0.5) if seconds < LONGEST_S * 2 else LONGEST_S * 2
        if not 0 < whole <= LONGEST_S:
            text = f"A duration of {shown(item.text if item is not None else '')} is not possible."
            hint = "An episode lasts from 1 second to 7 days: 30s, 2 min, 1h30."
            self.problems.append(Problem(code="impossible_value", text=text, hint=hint))
            return None
        if (
            needs_a_start
            and item is not None
            and whole >= NEEDS_A_START
            and item.text.split()[-1][:1] in "dw"
            and not self.has_start()
        ):
            text = f"{shown(item.text)}: when did it begin?"
            self.problems.append(
                Problem(code="open_time", text=text, hint=f"Say the start, too: “{item.text} ago for {item.text}”.")
            )
        return whole

    def has_start(self) -> bool:
        """Whether the line names a time other than now."""
        return bool(self.of_kind("day", "part_of_day", "clock", "ago", "moment"))

    def has_time(self) -> bool:
        """Whether the line says when."""
        return bool(self.of_kind("day", "part_of_day", "clock", "ago", "moment", "now"))

    def score_of(self, text: str, name: str) -> int | None:
        """A score from 0 to 10, or None and a problem."""
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = -1.0
        if value == int(value) if value < HIGHEST_SCORE * 2 else False:
            if 0 <= value <= HIGHEST_SCORE:
                return int(value)
        hint = "It goes from 0 to 10 in whole numbers, as in 4/10."
        self.problems.append(Problem(code="impossible_value", text=f"{name} {shown(text)} is not possible.", hint=hint))
        return None

    # -- symptoms

    def symptom_notes(self, needs_of: Episode | None = None) -> tuple[SymptomNote, ...]:
        """The symptoms of the line, each with its place where it needs one (else that of `needs_of`); the denied ones as not there."""
        if needs_of is not None and self.place is None:
            self.place = places.Place(region=needs_of.region, part=needs_of.part, side=self.lone_side or needs_of.side)
        notes: dict[tuple[object, ...], SymptomNote] = {}
        for item in self.line.items:
            for symptom in symptoms_in(item):
                note = self.symptom_note(item, symptom)
                notes.setdefault((note.symptom, note.part, note.side, note.present), note)
        return tuple(notes.values())

    def symptom_note(self, item: Item, symptom: str) -> SymptomNote:
        """One symptom of the line."""
        place = self.place_of_symptom(item)
        placed = vocabulary.table("placed_symptom").get(f"{symptom} {place.part}") if place is not None else None
        symptom = placed or symptom
        if place is not None and not (
            vocabulary.term("symptom", symptom).get("needs_part") or symptom == "muscle_pain" or self.symptoms_only
        ):
            place = None
        severity = self.line.severities.get(item)
        if self.symptoms_only and severity is None and (score := self.of_kind("score")):
            severity = str(score[0].value)
        return SymptomNote(
            uid=new_uid(),
            when=self.when,
            symptom=symptom,
            region=place.region if place else None,
            part=place.part if place else None,
            side=place.side if place else "unspecified",
            sudden=self.line.sudden.get(item),
            severity=self.score_of(severity, "Severity") if severity is not None else None,
            present=item not in self.line.denied,
            words=self.typed or None,
        )

    def place_of_symptom(self, item: Item) -> places.Place | None:
        """The place in the symptom's own stretch of the line, or the one place of the line."""
        at = self.line.items.index(item)
        own = [m for m in self.mentions if m.item in self.stretch(at)]
        if len(own) == 1 and len(self.mentions) > 1:
            return own[0].place()
        if self.place is None and len(self.mentions) == 1:
            return self.mentions[0].place()
        return self.place

    # -- the refusal

    def refusal(self, first: Problem) -> LineRefused:
        """The refusal of the line: the first problem, with everything that was understood."""
        suggestion = None
        edits = [edit for problem in self.problems for edit in problem.edits]
        unknown = sum(problem.code == "unknown_word" for problem in self.problems)
        if edits and unknown <= MOST_LOOKED_AT:
            (suggestion,) = self.with_note((corrected(self.line.words, edits),))
            suggestion = suggestion if self.is_understood(suggestion) else None
        first = first.replace(choices=tuple(line for line in first.choices if self.is_understood(line)))
        symptoms = self.symptom_notes()
        return LineRefused(
            first, suggestion=suggestion, symptoms=symptoms, kinds=self.ids("kind"), triggers=self.ids("trigger")
        )

    def is_understood(self, line: str) -> bool:
        """Whether a corrected line is understood, so that it may be offered."""
        other = Reading(
            line,
            self.now,
            zone=self.zone,
            day_start_hour=self.day_start_hour,
            symptoms_only=self.symptoms_only,
            edits=self.edits,
        )
        other.read(self.options)
        if not self.symptoms_only and not self.edits:
            episode_of(other)
        return not other.problems

    def raise_first(self) -> None:
        """Raise the most important problem, if there is one."""
        if self.problems:
            raise self.refusal(foremost(self.problems))


NAMES = {"day": "day", "part_of_day": "part", "clock": "clock", "ago": "ago_s", "moment": "moment", "now": "now"}
"""Kind of an item of time -> field of `times.Told`."""


def expanded(items: list[Item]) -> list[Item]:
    """The items, with those that hold several meanings as one item for each."""
    found: list[Item] = []
    for item in items:
        if item.kind != "several":
            found.append(item)
            continue
        for count, (kind, value) in enumerate(item.value):
            one = Item(kind, value, item.indices)
            one.text, one.start, one.end, one.source = item.text, item.start, item.end, item.source
            one.apart = item.apart and count == 0
            found.append(one)
    return found


def parts_the_line(item: Item) -> bool:
    """Whether a word begins a new stretch of the line."""
    return item.has("and") or item.has("but") or item.text in ("with", "w/", "+", "plus", "then")


def symptoms_in(item: Item) -> list[str]:
    """The symptoms an item names, also one of two meanings."""
    if item.kind == "symptom":
        return [str(item.value)]
    if item.kind == "ask":
        return [of for _, name, of in item.value if name == "symptom"]
    return []


def words_for(part: str) -> str:
    """A part in words that are read back as that part."""
    return part.replace("_", " ")


def words_of_place(place: places.Place) -> str:
    """A place in words that are read back as that place."""
    side = "" if place.side == "unspecified" else f"{place.side} "
    return side + (words_for(place.part) if place.part else place.region)


def odd_number(item: Item) -> Problem:
    """The refusal of "3/4", "1.3.", "10.30": a date, a time or a share?"""
    return Problem(
        code="ambiguous_number",
        text=f"{shown(item.text)} can be read in more than one way.",
        hint="Write a date as 2026-03-01, a time as 22:30 or 10:30pm, the strength as 4/10, a duration as 30s.",
    )


def episode_of(reading: Reading) -> Episode | None:
    """The episode that a line says; None where a problem stands in the way."""
    check_it_is_a_twitch(reading)
    kind = reading.one("kind", "two_kinds", "The line names two kinds of movement")
    pattern = reading.one("pattern", "two_patterns", "The line names two patterns")
    activity = reading.one("activity", "two_activities", "The line names two activities")
    score = reading.one("score", "two_scores", "The line names two strengths")
    duration = reading.duration()
    intensity = reading.score_of(score.value, "Intensity") if score is not None else None
    if reading.place is None and not any(
        p.code in ("two_places", "no_twitch", "no_place", "two_sides", "ambiguous_word") for p in reading.problems
    ):
        text, hint = (
            "The line does not say where it was.",
            "Add the part of the body, such as “left calf”. The whole list: twitchlog parts",
        )
        reading.problems.append(Problem(code="no_place", text=text, hint=hint))
    check_asleep(reading, activity, kind)
    check_feeling(reading)
    if reading.problems or reading.place is None:
        return None
    denied = [str(item.value) for item in reading.line.denied if item.kind != "symptom"]
    return Episode(
        uid=new_uid(),
        when=reading.when,
        region=reading.place.region,
        part=reading.place.part,
        side=reading.place.side,
        muscle=reading.place.muscle,
        kind=str(kind.value) if kind is not None else "twitch",
        duration_s=duration,
        intensity=intensity,
        pattern=str(pattern.value) if pattern is not None else None,
        activity=str(activity.value) if activity is not None and activity.value != "unknown" else None,
        triggers=reading.ids("trigger"),
        sensations=reading.ids("sensation"),
        relief=reading.ids("relief"),
        denied=tuple(dict.fromkeys(denied)),
        note=reading.note,
        words=reading.typed or None,
    )


def check_it_is_a_twitch(reading: Reading) -> None:
    """Refuse an empty line, and a symptom without a twitch, for which there is another command."""
    line = reading.line
    if not any(item.kind not in ("passed", "mark") for item in line.items) and not reading.problems:
        text, hint = (
            "There are no words to write down.",
            "Say where, and what you know of it: twitchlog add left calf 30s 4/10 after coffee",
        )
        reading.problems.append(Problem(code="empty", text=text, hint=hint))
        return
    present = reading.of_kind("symptom")
    if not present or line.says_twitch() or reading.of_kind("ask"):
        return
    whole = vocabulary.table("whole_person")
    near_head = reading.place is not None and reading.place.region in ("face", "neck")
    if reading.place is not None and all(
        item.value in whole and not (near_head and item.value == "headache") for item in present
    ):
        return
    text = "The line names a symptom and no twitch."
    hint = f"A symptom by itself is written with: twitchlog symptom {line.words.strip()}. With a twitch, say so: “twitch {shown(line.words.strip())[1:-1]}”."
    reading.problems.append(
        Problem(
            code="no_twitch",
            text=text,
            hint=hint,
            command=f"symptom {line.words.strip()}",
            choices=reading.with_note((f"twitch {line.words.strip()}",)),
        )
    )


def check_asleep(reading: Reading, activity: Item | None, kind: Item | None) -> None:
    """Ask when it was if the person slept: it cannot be now."""
    asleep = (activity is not None and activity.value == "asleep") or (
        kind is not None and kind.value == "movement_in_sleep"
    )
    if asleep and not reading.has_time():
        text, hint = (
            "It was during sleep, so it was not now: when was it?",
            "Add “last night”, or the day and the time.",
        )
        choices = reading.with_note((f"{reading.line.words.strip()} last night",))
        reading.problems.append(Problem(code="no_time", text=text, hint=hint, choices=choices))


def check_feeling(reading: Reading) -> None:
    """Refuse "left foot tingling" without a word for a twitch: the feeling may be all there was."""
    line = reading.line
    if line.says_twitch() or any(p.code == "no_twitch" for p in reading.problems):
        return
    over = ("side", "pattern")
    for at, item in enumerate(line.items):
        felt = (item.kind == "sensation" and item.value in OWN_RIGHT and item not in line.denied) or item.has(
            "strength"
        )
        before, behind = line.neighbour(at, -1, over=over), line.neighbour(at, 1, over=over)
        parts = ("part", "muscle", "region")
        beside = [one for one in (before, behind) if one is not None and one.kind in parts]
        if felt and beside and not item.source and (item.kind == "sensation" or said_of(line, at)):
            words = line.words.strip()
            text = f"{shown(item.text)} without a word for a twitch can be a feeling by itself."
            hint = f"If it twitched, say so: “twitch {shown(words)[1:-1]}”. A feeling alone fits in a note."
            choices = reading.with_note((f"twitch {words}",))
            reading.problems.append(Problem(code="doubtful_word", text=text, hint=hint, choices=choices))
            return


def said_of(line: Context, at: int) -> bool:
    """Whether a verb stands directly before: "my arm feels bad"."""
    return at > 0 and line.items[at - 1].has("becoming")
