"""The urgent-now points, asked at the moment of entry: before any analysis, and also when the line is refused.

A fixed list (`urgent_points.json`, made from `red_flags.toml`), pure functions, nothing but the standard library: `add`
has to answer at once. What the diary holds already comes in as `Recent`; without it the rules that need only the new
line still work. Where a rule can be read in two ways, the careful reading is taken:

* An entry fires whatever day it is written down for: "call now, even if it has passed".
* A symptom said not to be there never counts.
* "Sudden" must have been said, except for `sudden_severe_headache` and for `vision_loss`, whose name says it already
  ("sudden loss or blurring of sight") and which counts unless it was said not to be sudden.
* Sudden weakness without a side may be of one side, without a place may be of a limb; "both" is not one side.
* A sudden drooping eyelid and sudden numbness of one side are stroke signs, as `eye_signs` and `sensory_change` say.
* A day known without its time may be any time of that diary day: hours are counted between the nearest moments.
"""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta
from functools import cache

from twitchlog import vocabulary
from twitchlog.entry import DAY_START_HOUR, When
from twitchlog.findings.finding import YES, Finding, Place
from twitchlog.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from typing import Any

    from twitchlog.entry import MedicineEvent, SymptomNote

    Evidence = tuple[SymptomNote, ...]
    Near = Callable[[SymptomNote, SymptomNote], bool]
    Span = tuple[float, float]

SYMPTOM_DAYS = 7
"""Symptom notes further than this from the new line never matter (`cauda_equina_signs`, together_days)."""
TWITCH_DAYS = 2
"""Twitches further than this many diary days from the new line never matter (24 h, times unknown included)."""
MEDICINE_DAYS = 14
"""Medicine changes longer ago than this never matter (`reaction_to_medicine`, medicine_days)."""
ALCOHOL_DAYS = 21
"""Alcohol longer ago than this never matters: 14 days of habit before a drop of at most 7 days ago."""

HABIT_DAYS = 14
"""The days before a drop whose mean is the habit. Source: the rule of `withdrawal_emergency`."""
KNOWN_HABIT_DAYS = 3
"""Of those, so many must be known: a habit is not told from one evening. Ours."""

REACTION_SIGNS = frozenset(
    {"fever", "sweating", "agitation", "confusion", "diarrhoea", "fast_heartbeat", "stiffness", "vomiting"}
)
WITHDRAWAL_SIGNS = frozenset({"confusion", "hallucination", "fever", "seizure"})
WITH_FEVER = frozenset({"stiff_neck", "confusion", "sudden_severe_headache"})
WITH_BLADDER_OR_BOWEL = frozenset({"low_back_pain", "weakness", "numb_area"})
DRUG_TRIGGERS = frozenset({"medication", "recreational_drug"})
ALCOHOL_LESS = "alcohol_withdrawal"
NEW_OR_MORE = ("start", "raise")

LIMBS = ("arm", "leg", "whole_body", None)
"""Regions where weakness may be of a limb; None where nobody said."""
LEGS = ("leg", "whole_body", None)
ONE_SIDE = ("left", "right", "unspecified")
"""Sides that are, or may be, one side of the body."""


class UrgentPoint(Finding):
    """An urgent-now point that fired: a finding whose answer is yes."""

    answer: str = YES


class Recent(Record):
    """What the diary holds around the new line; empty when it can't be opened.

    Fields:
        symptoms: Notes at most SYMPTOM_DAYS from the new line's day, before or after it.
        twitches: When there was a twitch (a kind that counts as one), at most TWITCH_DAYS from it.
        medicine_days: Days, at most MEDICINE_DAYS before, on which a medicine was started or raised, or on which an
            episode names the trigger medication or recreational_drug.
        withdrawal_days: Days, at most SYMPTOM_DAYS before, on which an episode names the trigger alcohol_withdrawal.
        alcohol_g: Grams of alcohol on each known day, up to ALCOHOL_DAYS before; an unknown day is absent, never 0.
    """

    symptoms: Sequence[SymptomNote] = ()
    twitches: Sequence[When] = ()
    medicine_days: Sequence[date] = ()
    withdrawal_days: Sequence[date] = ()
    alcohol_g: dict[date, float] = {}  # noqa: RUF012 - a record is frozen, the empty default is never written to


NOTHING_RECENT = Recent()


class Line(Record):
    """The new line and what stands around it, as the rules ask it; symptoms said not to be there are left out."""

    new: Evidence
    all: Evidence
    new_twitches: tuple[When, ...]
    twitches: tuple[When, ...]
    new_medicine_days: tuple[date, ...]
    medicine_days: tuple[date, ...]
    new_withdrawal_days: tuple[date, ...]
    withdrawal_days: tuple[date, ...]
    alcohol_g: dict[date, float]
    at: datetime

    def noted(self, *symptoms: str) -> Evidence:
        """The new notes of some symptoms."""
        return tuple(note for note in self.new if note.symptom in symptoms)

    def together(
        self, first: str, others: frozenset[str], near: Callable[[SymptomNote, SymptomNote], bool]
    ) -> Evidence:
        """The first pair of `first` and one of `others` that is near enough, one of the two being new."""
        for one in self.all:
            for other in self.all:
                is_new = one in self.new or other in self.new
                if one.symptom == first and other.symptom in others and is_new and near(one, other):
                    return (one, other)
        return ()

    def hours_apart(self, one: When, other: When) -> float:
        """Hours between two times; between the nearest moments they can be where only the day is known."""
        (start, end), (other_start, other_end) = self.span(one), self.span(other)
        return max(0.0, other_start - end, start - other_end) / 3600

    def span(self, when: When) -> Span:
        """The earliest and the latest second a time can be; never after now."""
        if when.at is not None:
            return when.at.timestamp(), when.at.timestamp()
        midnight = datetime.combine(when.day, datetime.min.time(), tzinfo=self.at.tzinfo)
        start = (midnight + timedelta(hours=DAY_START_HOUR)).timestamp()
        return start, max(start, min(start + 24 * 3600, self.at.timestamp()))


def urgent_points(
    noted: Sequence[SymptomNote] = (),
    *,
    at: datetime,
    twitch: bool = False,
    triggers: Sequence[str] = (),
    when: When | None = None,
    medicines: Sequence[MedicineEvent] = (),
    recent: Recent = NOTHING_RECENT,
) -> tuple[UrgentPoint, ...]:
    """The urgent-now points that a new line makes, in the order of the list; most lines make none.

    Args:
        noted: The line's symptom notes.
        at: Now, aware.
        twitch: Whether the line holds an episode whose kind counts as a twitch.
        triggers: The line's triggers, those denied left out.
        when: When the episode was; now, if not given.
        medicines: Medicine events written by the line.
        recent: What the diary holds already; see `lookups` for what can matter. Notes with the uid of a new one (an
            entry that is being changed) are left aside.
    """
    when = when or When.moment(at, None)
    new = tuple(note for note in noted if note.present)
    written = {note.uid for note in noted}
    new_twitches = (when,) if twitch else ()
    taken = tuple(event.day for event in medicines if event.action in NEW_OR_MORE)
    changed = taken + ((when.day,) if DRUG_TRIGGERS.intersection(triggers) else ())
    less = (when.day,) if ALCOHOL_LESS in triggers else ()
    line = Line(
        new=new,
        all=new + tuple(note for note in recent.symptoms if note.present and note.uid not in written),
        new_twitches=new_twitches,
        twitches=new_twitches + tuple(recent.twitches),
        new_medicine_days=changed,
        medicine_days=changed + tuple(recent.medicine_days),
        new_withdrawal_days=less,
        withdrawal_days=less + tuple(recent.withdrawal_days),
        alcohol_g=recent.alcohol_g,
        at=at,
    )
    found = ((name, rule(line, points()[name]["thresholds"])) for name, rule in RULES.items())
    return tuple(_point(name, evidence) for name, evidence in found if evidence)


def lookups(
    noted: Sequence[SymptomNote] = (),
    *,
    twitch: bool = False,
    triggers: Sequence[str] = (),
    medicines: Sequence[MedicineEvent] = (),
) -> frozenset[str]:
    """Which fields of `Recent` can matter for a new line; empty when nothing needs to be read.

    A twitch alone asks for symptoms and medicine_days only; where no symptom is noted nearby, nothing else matters.
    """
    symptoms = {note.symptom for note in noted if note.present}
    wanted: set[str] = set()
    if symptoms & (REACTION_SIGNS | WITH_FEVER | WITH_BLADDER_OR_BOWEL | {"bladder_bowel"}):
        wanted.add("symptoms")
    if symptoms & REACTION_SIGNS:
        wanted |= {"medicine_days"} if twitch else {"medicine_days", "twitches"}
    if symptoms & WITHDRAWAL_SIGNS:
        wanted |= {"withdrawal_days", "alcohol_g"}
    if twitch:
        wanted |= {"symptoms", "medicine_days"}
    if DRUG_TRIGGERS.intersection(triggers) or any(event.action in NEW_OR_MORE for event in medicines):
        wanted |= {"symptoms", "twitches"}
    if ALCOHOL_LESS in triggers:
        wanted.add("symptoms")
    return frozenset(wanted)


@cache
def points() -> dict[str, dict[str, Any]]:
    """The urgent-now points by id, in the order of the list, as `compile` writes them."""
    with open(os.path.join(os.path.dirname(__file__), "urgent_points.json"), encoding="utf-8") as file:
        read: dict[str, dict[str, Any]] = json.load(file)
    return read


def _point(name: str, evidence: Evidence) -> UrgentPoint:
    fields = points()[name]
    days = [note.when.day for note in evidence]
    return UrgentPoint(
        id=name,
        urgency=fields["urgency"],
        title=fields["title"],
        text=fields["wording"],
        places=tuple(dict.fromkeys(_place(note) for note in evidence if note.region)),
        first=min(days),
        last=max(days),
        numbers={"symptoms": list(dict.fromkeys(note.symptom for note in evidence))},
        thresholds=fields["thresholds"],
        sources=tuple(fields["sources"]),
        rule=fields["rule"],
        own_choice=fields["own_choice"],
    )


def _place(note: SymptomNote) -> Place:
    region = note.region or ""
    label = vocabulary.place_label(region, note.part, note.side)
    return Place(region=region, part=note.part, side=note.side, label=label)


# ------------------------------------------------------------------------- one rule each: the notes that make it fire


def _stroke_signs(line: Line, _: dict[str, Any]) -> Evidence:
    return tuple(note for note in line.new if _is_stroke_sign(note))


def _is_stroke_sign(note: SymptomNote) -> bool:
    if note.symptom in ("face_droop", "sudden_severe_headache"):
        return True
    if note.symptom == "vision_loss":
        return note.sudden is not False
    if note.symptom in ("slurred_speech", "double_vision", "confusion", "drooping_eyelid"):
        return note.sudden is True
    if note.symptom == "weakness":
        return note.sudden is True and note.side in ONE_SIDE and note.region in ("face", "arm")
    return note.symptom == "numb_area" and note.sudden is True and note.side in ONE_SIDE


def _sudden_weakness(line: Line, limits: dict[str, Any]) -> Evidence:
    weak = line.noted("weakness")
    for note in weak:
        if note.sudden and note.region in LIMBS:
            return (note,)
    for note in weak:
        for other in line.all:
            if other.symptom == "weakness" and _has_grown(line, note, other, limits["growth_days"]):
                return (note, other)
    return ()


def _has_grown(line: Line, new: SymptomNote, other: SymptomNote, growth_days: int) -> bool:
    """Whether of two notes of weakness the later is the worse one, in one limb or on one side, a few days apart.

    Where the order cannot be told from the times, the new note is the later one.
    """
    if new.severity is None or other.severity is None or not _same_limb_or_side(new, other):
        return False
    is_later = line.span(new.when)[0] >= line.span(other.when)[0]
    grown = new.severity > other.severity if is_later else other.severity > new.severity
    return grown and _days_apart(new, other) <= growth_days


def _same_limb_or_side(one: SymptomNote, other: SymptomNote) -> bool:
    """Whether two notes are, or may be, of one limb or one side; what nobody said may be the same."""
    if one.side == other.side and one.side in ("left", "right"):
        return True
    regions = {one.region, other.region}
    same_limb = regions <= set(LIMBS) and (len(regions) == 1 or None in regions or "whole_body" in regions)
    return same_limb and {one.side, other.side} != {"left", "right"}


def _breathing_trouble(line: Line, _: dict[str, Any]) -> Evidence:
    return line.noted("breathless_rest")


def _seizure_or_blackout(line: Line, _: dict[str, Any]) -> Evidence:
    return line.noted("seizure", "blackout")


def _chest_pain(line: Line, _: dict[str, Any]) -> Evidence:
    return line.noted("chest_pain")


def _reaction_to_medicine(line: Line, limits: dict[str, Any]) -> Evidence:
    """Enough different signs, a twitch within 24 h of one of them, a medicine change before; one of these is new."""
    signs = [note for note in line.all if note.symptom in REACTION_SIGNS]
    for sign in signs:
        near = [other for other in signs if line.hours_apart(sign.when, other.when) <= limits["together_hours"]]
        evidence = tuple({note.symptom: note for note in (*near, sign)}.values())
        twitches = [
            when
            for when in line.twitches
            if any(line.hours_apart(note.when, when) <= limits["together_hours"] for note in evidence)
        ]
        changes = [day for day in line.medicine_days if 0 <= (sign.when.day - day).days <= limits["medicine_days"]]
        is_new = (
            any(note in line.new for note in near)
            or any(when in line.new_twitches for when in twitches)
            or any(day in line.new_medicine_days for day in changes)
        )
        if len(evidence) >= limits["signs"] and twitches and changes and is_new:
            return evidence
    return ()


def _withdrawal_emergency(line: Line, limits: dict[str, Any]) -> Evidence:
    signs = [note for note in line.all if note.symptom in WITHDRAWAL_SIGNS]
    tagged = [
        note
        for note in signs
        for day in (line.withdrawal_days if note in line.new else line.new_withdrawal_days)
        if 0 <= (note.when.day - day).days <= limits["days"]
    ]
    dropped = [note for note in signs if note in line.new and _has_dropped(line.alcohol_g, note.when.day, limits)]
    return tuple((*tagged, *dropped)[:1])


def _has_dropped(alcohol_g: dict[date, float], day: date, limits: dict[str, float]) -> bool:
    """Whether drinking fell to a small share of a large habit on `day` or in the 7 days before it."""
    for back in range(int(limits["days"]) + 1):
        drop = day - timedelta(days=back)
        habit = [
            alcohol_g[before]
            for before in (drop - timedelta(days=days) for days in range(1, HABIT_DAYS + 1))
            if before in alcohol_g
        ]
        if drop in alcohol_g and len(habit) >= KNOWN_HABIT_DAYS:
            mean = sum(habit) / len(habit)
            if mean >= limits["mean_g"] and alcohol_g[drop] <= limits["drop_to"] * mean:
                return True
    return False


def _cauda_equina_signs(line: Line, limits: dict[str, Any]) -> Evidence:
    days: int = limits["together_days"]

    def near(bladder: SymptomNote, other: SymptomNote) -> bool:
        in_place = other.symptom == "low_back_pain" or other.region in LEGS
        return in_place and _days_apart(bladder, other) <= days

    return line.together("bladder_bowel", WITH_BLADDER_OR_BOWEL, near)


def _fever_with_danger_signs(line: Line, limits: dict[str, Any]) -> Evidence:
    hours: float = limits["together_hours"]

    def near(fever: SymptomNote, other: SymptomNote) -> bool:
        return line.hours_apart(fever.when, other.when) <= hours

    return line.together("fever", WITH_FEVER, near)


def _days_apart(one: SymptomNote, other: SymptomNote) -> int:
    return abs((one.when.day - other.when.day).days)


RULES: dict[str, Callable[[Line, dict[str, Any]], Evidence]] = {
    "stroke_signs": _stroke_signs,
    "sudden_weakness": _sudden_weakness,
    "breathing_trouble": _breathing_trouble,
    "seizure_or_blackout": _seizure_or_blackout,
    "reaction_to_medicine": _reaction_to_medicine,
    "withdrawal_emergency": _withdrawal_emergency,
    "cauda_equina_signs": _cauda_equina_signs,
    "fever_with_danger_signs": _fever_with_danger_signs,
    "chest_pain": _chest_pain,
}
