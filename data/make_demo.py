"""Write the invented diary in `demo/`: ten weeks of a person who does not exist, the same bytes every time.

What is hidden in it stands in README.md. Run: python data/make_demo.py [FOLDER]
"""

from __future__ import annotations

import csv
import os
import random
import sys
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

SEED = 20260202
FIRST_DAY = date(2026, 2, 2)
LAST_DAY = date(2026, 4, 12)
LAST_HOUR = 21
"""On the last evening the person looks back at 21:40, so nothing lies after this hour."""

ZONE = ZoneInfo("Europe/Berlin")

# One letter a day, Monday to Sunday: . not written down, o checked in and quiet, e left eyelid, c left calf,
# t left calf and right thigh, h left calf and right hand.
WEEKS = (
    "eeoeeoe",
    "oeooe..",
    "...ocoo",
    "ocooeoo",
    "occocoo",
    "cocc...",
    ".cocoec",
    "co..ccc",
    "oct..to",
    "hct.hoc",
)
PLACES = {
    "e": [("left", "eyelid")],
    "c": [("left", "calf")],
    "t": [("left", "calf"), ("right", "thigh")],
    "h": [("left", "calf"), ("right", "hand")],
}
SHORT_NIGHT_H = 6.0
LESS_CAFFEINE = date(2026, 3, 23)
NOT_CHECKED_IN = {date(2026, 2, 10), date(2026, 3, 12), date(2026, 4, 7)}
"""Twitch days that hold entries but were never answered as a whole."""

HOURS = {"eyelid": (9, 17), "calf": (18, 25), "thigh": (17, 24), "hand": (10, 20)}
"""First hour and last hour of the entries; 24 and 25 lie after midnight and belong to the evening before."""

ACTIVITIES = {
    "eyelid": ("sitting",),
    "calf": ("sitting", "lying_awake", "lying_awake", "after_exercise"),
    "thigh": ("sitting", "lying_awake"),
    "hand": ("using_part", "sitting"),
}
TRIGGERS = {
    "eyelid": ("screen_time", "poor_sleep", "stress"),
    "calf": ("caffeine", "stress", "exercise", "long_sitting"),
    "thigh": ("exercise", "stress"),
    "hand": ("stress",),
}
TYPED = {
    "sitting": "sitting",
    "lying_awake": "in bed",
    "after_exercise": "after gym",
    "using_part": "typing",
    "screen_time": "eye strain",
    "poor_sleep": "tired",
    "stress": "stressed",
    "caffeine": "coffee",
    "exercise": "workout",
    "long_sitting": "long sitting",
}
DRINKS = (("espresso", "caffeine_mg", 80), ("2 espresso", "caffeine_mg", 160), ("filter coffee", "caffeine_mg", 90))
BEER = ("beer", "alcohol_g", 13)

CLOCK_CHANGE = "just before the clocks went forward"

EPISODES = [
    "uid",
    "started_at",
    "time_precision",
    "part_of_day",
    "zone",
    "kind",
    "part",
    "side",
    "muscle",
    "duration_s",
    "intensity",
    "pattern",
    "activity",
    "triggers",
    "sensations",
    "relief",
    "denied",
    "note",
    "words",
]
SYMPTOMS = ["uid", "at", "symptom", "part", "side", "sudden", "severity", "present", "episode_uid", "note"]
DAYS = [
    "date",
    "twitching",
    "checked_in",
    "sleep_h",
    "caffeine_mg",
    "alcohol_g",
    "stress",
    "water_l",
    "exercise_min",
    "nicotine",
    "worry",
    "note",
]
INTAKES = ["uid", "at", "factor", "amount", "words", "note"]
MEDICINES = ["uid", "name", "date", "action", "dose", "suspected", "note"]
CHANGES = ["uid", "what", "start", "end", "note"]

Thing = TypeVar("Thing")
Row = dict[str, object]
Tables = dict[str, tuple[list[str], list[Row]]]


class Chance:
    """Chance from a fixed seed; built on `random()` alone, whose sequence Python promises to keep."""

    def __init__(self, seed: int) -> None:
        """Start the sequence."""
        self._next = random.Random(seed).random  # noqa: S311 - an invented diary needs no secret numbers

    def below(self, limit: int) -> int:
        """A whole number from 0 to `limit` - 1."""
        return int(self._next() * limit)

    def of(self, things: tuple[Thing, ...]) -> Thing:
        """One of the things."""
        return things[self.below(len(things))]

    def happens(self, share: float) -> bool:
        """True in this share of all cases."""
        return self._next() < share

    def uid(self, moment: datetime) -> str:
        """A UUIDv7 made at that moment."""
        stamp = int(moment.timestamp()) * 1000 + self.below(1000)
        low = 0x8000 + self.below(0x4000)
        return f"{stamp >> 16:08x}-{stamp & 0xFFFF:04x}-7{self.below(0x1000):03x}-{low:04x}-{self.below(1 << 48):012x}"


def noon(day: date) -> datetime:
    """The moment that stands for a day in the uids of entries without a time."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZONE)


def iso(moment: datetime) -> str:
    """The moment as the files write it, with its offset."""
    return moment.isoformat(timespec="seconds")


def letters() -> list[tuple[date, str]]:
    """Every day with its letter."""
    return [(FIRST_DAY + timedelta(days=number), letter) for number, letter in enumerate("".join(WEEKS))]


def day_rows(chance: Chance) -> dict[date, Row]:
    """What was said of each day: a check-in with some of the factors, never all of them."""
    rows: dict[date, Row] = {}
    for day, letter in letters():
        night = round(4.5 + chance.below(8) / 2, 1)
        caffeine = 90 * chance.below(2) if day >= LESS_CAFFEINE else 160 + 40 * chance.below(5)
        row: Row = {
            "date": day,
            "twitching": "none" if letter == "o" else "some",
            "checked_in": "yes",
            "sleep_h": night if chance.happens(0.85) else "",
            "caffeine_mg": caffeine if chance.happens(0.6) else "",
            "alcohol_g": 0 if chance.happens(0.4) else "",
            "stress": 2 + chance.below(6) if chance.happens(0.75) else "",
            "water_l": round(1 + chance.below(5) / 4, 2) if chance.happens(0.4) else "",
            "exercise_min": 30 * chance.below(3) if chance.happens(0.5) else "",
            "worry": 3 + chance.below(3) if letter in "th" and chance.happens(0.5) else "",
        }
        if letter != "." and day not in NOT_CHECKED_IN:
            rows[day] = row
    rows[date(2026, 2, 13)]["note"] = "travelling from tomorrow"
    rows[date(2026, 3, 30)]["note"] = "the first quiet evening in a week"
    rows[date(2026, 3, 14)] = {"date": date(2026, 3, 14), "twitching": "", "checked_in": "no", "sleep_h": 7.0}
    return dict(sorted(rows.items()))


def twitches(chance: Chance, days: dict[date, Row]) -> list[Row]:
    """The twitches of the plan above; about twice as many in the calf after a short night."""
    rows: list[Row] = []
    for day, letter in letters():
        slept = days.get(day, {}).get("sleep_h") or SHORT_NIGHT_H
        for side, part in PLACES.get(letter, []):
            short_night = part == "calf" and isinstance(slept, float) and slept < SHORT_NIGHT_H
            number = 1 + chance.below(2) + (1 + chance.below(2) if short_night else 0)
            rows.extend(twitch(chance, day, side, part) for _ in range(number))
    return rows


def twitch(chance: Chance, day: date, side: str, part: str) -> Row:
    """One twitch: most with a time, some with a part of the day or the day alone."""
    first, last = HOURS[part]
    hour = first + chance.below((min(last, LAST_HOUR) if day == LAST_DAY else last) - first)
    moment = noon(day) + timedelta(hours=hour - 12, minutes=chance.below(60))
    length = chance.of((5, 10, 20, 30, 45, 60, 120, 300)) if chance.happens(0.7) else ""
    strength = 1 + chance.below(5) if chance.happens(0.65) else ""
    activity = chance.of(ACTIVITIES[part]) if chance.happens(0.6) else ""
    trigger = chance.of(TRIGGERS[part]) if chance.happens(0.4) else ""
    exact = chance.happens(0.85)
    precision = "minute" if exact else chance.of(("part_of_day", "day"))
    typed = [side, part, f"{length}s" if length else "", f"{strength}/10" if strength else ""]
    typed += [TYPED.get(activity, ""), TYPED.get(trigger, "")]
    return {
        "uid": chance.uid(moment),
        "started_at": iso(moment) if exact else day,
        "time_precision": precision,
        "part_of_day": ("evening" if part in ("calf", "thigh") else "afternoon") if precision == "part_of_day" else "",
        "zone": ZONE.key,
        "kind": "twitch",
        "part": part,
        "side": side,
        "duration_s": length,
        "intensity": strength,
        "pattern": chance.of(("repeated", "on_and_off")) if chance.happens(0.3) else "",
        "activity": activity,
        "triggers": trigger,
        "words": " ".join(word for word in typed if word) if exact else "",
    }


def story(chance: Chance) -> list[Row]:
    """Entries that the plan does not hold: cramps, a sleep start, an urge to move, the night of the clock change."""
    calf: Row = {"part": "calf", "side": "left"}
    twitch_awake: Row = {**calf, "kind": "twitch", "activity": "lying_awake"}
    cramp: Row = {**calf, "kind": "cramp", "pattern": "single", "activity": "asleep"}
    legs: Row = {"kind": "urge_to_move", "part": "lower_leg", "side": "both", "activity": "lying_awake"}
    sleep_start: Row = {"kind": "sleep_start", "part": "everywhere", "activity": "falling_asleep"}
    told: list[tuple[datetime, Row]] = [
        (datetime(2026, 2, 24, 23, 10, tzinfo=ZONE), sleep_start),
        (
            datetime(2026, 3, 19, 3, 20, tzinfo=ZONE),
            {**cramp, "duration_s": 90, "intensity": 7, "relief": "stretching"},
        ),
        (datetime(2026, 3, 22, 22, 5, tzinfo=ZONE), {**legs, "relief": "moving"}),
        (
            datetime(2026, 3, 29, 1, 50, tzinfo=ZONE),
            {**twitch_awake, "denied": "tingling;numbness", "note": CLOCK_CHANGE},
        ),
        (datetime(2026, 3, 29, 3, 10, tzinfo=ZONE), {**twitch_awake, "duration_s": 60, "note": "twenty minutes later"}),
        (datetime(2026, 4, 11, 4, 40, tzinfo=ZONE), {**cramp, "duration_s": 120, "relief": "massage;stretching"}),
    ]
    return [
        {
            "uid": chance.uid(at),
            "started_at": iso(at),
            "time_precision": "minute",
            "zone": ZONE.key,
            "side": "unspecified",
            **row,
        }
        for at, row in told
    ]


def symptom_rows(chance: Chance, episodes: list[Row]) -> list[Row]:
    """Two headaches, tiredness, sore muscles, a broken night, and weakness and numbness said not to be there."""
    clock_change = next(row for row in episodes if row.get("note") == CLOCK_CHANGE)
    notes: list[tuple[date, Row]] = [
        (date(2026, 2, 6), {"symptom": "headache", "severity": 3, "note": "after a day at the screen"}),
        (date(2026, 2, 24), {"symptom": "fatigue"}),
        (date(2026, 3, 10), {"symptom": "muscle_pain", "part": "calf", "side": "left", "severity": 2}),
        (date(2026, 3, 20), {"symptom": "headache", "severity": 4, "sudden": "no"}),
        (date(2026, 3, 28), {"symptom": "disturbed_sleep", "note": "woke me twice"}),
        (date(2026, 4, 8), {"symptom": "numb_area", "part": "thigh", "side": "right", "present": "no"}),
        (date(2026, 4, 8), {"symptom": "fatigue"}),
    ]
    rows = [{"uid": chance.uid(noon(day)), "at": day, "present": "yes", **note} for day, note in notes]
    weakness = {"symptom": "weakness", "part": "calf", "side": "left", "present": "no"}
    moment = datetime.fromisoformat(str(clock_change["started_at"]))
    rows.append({"uid": chance.uid(moment), "at": iso(moment), **weakness, "episode_uid": clock_change["uid"]})
    return sorted(rows, key=lambda row: str(row["at"]))


def intake_rows(chance: Chance, days: dict[date, Row]) -> list[Row]:
    """Drinks on days of which no amount was said as a whole, so that nothing is counted twice."""
    rows: list[Row] = []
    for day, row in days.items():
        drinks = [chance.of(DRINKS)] if row.get("caffeine_mg") == "" and day < LESS_CAFFEINE else []
        drinks += [BEER] if row.get("alcohol_g") == "" and day.weekday() in (4, 5) else []
        for words, factor, amount in drinks:
            hour = 8 + chance.below(3) if factor == "caffeine_mg" else 19 + chance.below(3)
            moment = noon(day) + timedelta(hours=hour - 12, minutes=5 * chance.below(12))
            at = iso(moment) if chance.happens(0.7) else day
            rows.append({"uid": chance.uid(moment), "at": at, "factor": factor, "amount": amount, "words": words})
    return rows


def medicine_rows(chance: Chance) -> list[Row]:
    """A medicine that is raised two days after the calf began to go on, and a supplement that is stopped again."""
    steps = (
        ("Levothyroxine", date(2026, 2, 9), "start", "50 µg", "no", "in the morning"),
        ("Levothyroxine", date(2026, 3, 5), "raise", "75 µg", "yes", ""),
        ("Magnesium", date(2026, 3, 11), "start", "300 mg", "no", "from the pharmacy, for the calf"),
        ("Magnesium", date(2026, 4, 1), "stop", "", "no", ""),
    )
    return [{"uid": chance.uid(noon(step[1])), **dict(zip(MEDICINES[1:], step, strict=True))} for step in steps]


def change_rows(chance: Chance) -> list[Row]:
    """Less caffeine, from a Monday on, which the daily amounts show."""
    uid = chance.uid(noon(LESS_CAFFEINE))
    change: Row = {"uid": uid, "what": "less_caffeine", "start": LESS_CAFFEINE, "note": "one cup a day"}
    return [change]


def happened(row: Row) -> datetime:
    """Where an entry stands in its file: at its time, or at noon of its day."""
    text = str(row["started_at"])
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else noon(date.fromisoformat(text)).astimezone(UTC)


def tables() -> Tables:
    """Every file with its header and rows."""
    chance = Chance(SEED)
    days = day_rows(chance)
    episodes = sorted(twitches(chance, days) + story(chance), key=happened)
    return {
        "episodes.csv": (EPISODES, episodes),
        "symptoms.csv": (SYMPTOMS, symptom_rows(chance, episodes)),
        "days.csv": (DAYS, list(days.values())),
        "intakes.csv": (INTAKES, intake_rows(chance, days)),
        "medicines.csv": (MEDICINES, medicine_rows(chance)),
        "changes.csv": (CHANGES, change_rows(chance)),
    }


def cell(value: object) -> object:
    """A number without a needless `.0`, as an export writes it; anything else as it is."""
    return f"{value:g}" if isinstance(value, float) else value


def write(folder: str) -> None:
    """Write the files into `folder`, which is made where it is missing."""
    os.makedirs(folder, exist_ok=True)
    for name, (header, rows) in tables().items():
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, restval="")
            writer.writeheader()
            writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)


if __name__ == "__main__":
    write(sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "demo"))
