"""The urgent-now points at the moment of entry, on both sides of every limit."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from twitchlog.entry import MedicineEvent, SymptomNote, When, new_uid
from twitchlog.findings import urgent
from twitchlog.findings.urgent import Recent, lookups, urgent_points

NOW = datetime(2026, 3, 20, 18, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
SIGNS = ["fever", "sweating", "agitation", "confusion", "diarrhoea", "fast_heartbeat", "stiffness", "vomiting"]


def note(symptom: str, *, hours_ago: float = 0, day: date | None = None, **fields: Any) -> SymptomNote:
    """A symptom note some hours ago, or known to its day alone."""
    when = When(day=day) if day else When.moment(NOW - timedelta(hours=hours_ago), None)
    return SymptomNote(uid=new_uid(), when=when, symptom=symptom, **fields)


def twitched(hours_ago: float) -> When:
    """When a twitch was."""
    return When.moment(NOW - timedelta(hours=hours_ago), None)


def before(days: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days=days)


def fired(*noted: SymptomNote, **line: Any) -> list[str]:
    """The ids of the points that a line makes."""
    return [point.id for point in urgent_points(noted, at=NOW, **line)]


# ------------------------------------------------------------------------------------------ one entry is enough


@pytest.mark.parametrize(
    ("symptom", "point"),
    [
        ("face_droop", "stroke_signs"),
        ("sudden_severe_headache", "stroke_signs"),
        ("vision_loss", "stroke_signs"),
        ("breathless_rest", "breathing_trouble"),
        ("seizure", "seizure_or_blackout"),
        ("blackout", "seizure_or_blackout"),
        ("chest_pain", "chest_pain"),
    ],
)
def test_some_symptoms_fire_by_themselves(symptom: str, point: str) -> None:
    """Noted once, with or without a twitch, it is said; said not to be there, nothing is."""
    assert fired(note(symptom)) == [point]
    assert fired(note(symptom), twitch=True) == [point]
    assert fired(note(symptom, present=False)) == []


def test_an_entry_of_another_day_fires_too() -> None:
    """Even if it has passed: written down for last week it is said all the same."""
    assert fired(note("face_droop", day=before(9))) == ["stroke_signs"]


@pytest.mark.parametrize("symptom", ["slurred_speech", "double_vision", "confusion", "drooping_eyelid", "numb_area"])
def test_some_symptoms_fire_when_they_came_suddenly(symptom: str) -> None:
    """Suddenness must have been said."""
    assert fired(note(symptom, sudden=True)) == ["stroke_signs"]
    assert fired(note(symptom, sudden=False)) == []
    assert fired(note(symptom)) == []


def test_sight_lost_slowly_is_no_sudden_sign() -> None:
    """The name of the symptom says sudden; whoever says it was not is believed."""
    assert fired(note("vision_loss", sudden=False)) == []


def test_sudden_weakness_of_one_hand() -> None:
    """It is a stroke sign and sudden weakness; the place is named."""
    points = urgent_points([note("weakness", region="arm", part="hand", side="left", sudden=True)], at=NOW)
    assert [point.id for point in points] == ["stroke_signs", "sudden_weakness"]
    assert points[1].places[0].label == "left hand"


def test_sudden_weakness_of_a_leg_is_sudden_weakness() -> None:
    """A leg is neither face nor arm."""
    assert fired(note("weakness", region="leg", part="calf", side="right", sudden=True)) == ["sudden_weakness"]


def test_sudden_weakness_of_both_hands_is_not_of_one_side() -> None:
    """Both hands: sudden weakness, not a sign of one side; no side given may be one side."""
    assert fired(note("weakness", region="arm", part="hand", side="both", sudden=True)) == ["sudden_weakness"]
    assert "stroke_signs" in fired(note("weakness", region="arm", part="hand", sudden=True))


def test_sudden_weakness_of_half_the_face_is_a_stroke_sign() -> None:
    """The face is no limb."""
    assert fired(note("weakness", region="face", part="cheek", side="left", sudden=True)) == ["stroke_signs"]


def test_sudden_weakness_without_a_place_may_be_of_a_limb() -> None:
    """Nobody said where."""
    assert fired(note("weakness", sudden=True)) == ["sudden_weakness"]


def test_weakness_that_is_not_sudden_waits_for_the_analysis() -> None:
    """Weakness of the hand, sudden or not unsaid, is no matter for the emergency number by itself."""
    assert fired(note("weakness", region="arm", part="hand", side="left")) == []


def test_sudden_numbness_of_both_sides_is_not_of_one_side() -> None:
    """Both feet: no stroke sign."""
    assert fired(note("numb_area", region="leg", part="foot", side="both", sudden=True)) == []


# ------------------------------------------------------------------------------------------ weakness that grows


def weak(severity: int | None, *, days: int = 0, side: str = "left", region: str | None = "arm") -> SymptomNote:
    """Weakness of a place so many days ago."""
    return note("weakness", hours_ago=24 * days, severity=severity, side=side, region=region)


@pytest.mark.parametrize(("days", "points"), [(3, ["sudden_weakness"]), (4, [])])
def test_weakness_grew_within_three_days(days: int, points: list[str]) -> None:
    """3/10 and then 4/10 in the same arm, three or four days apart."""
    assert fired(weak(4), recent=Recent(symptoms=[weak(3, days=days)])) == points


def test_weakness_that_stays_or_shrinks_has_not_grown() -> None:
    """4/10 and then 4/10, or less, or unrated."""
    for earlier, later in ((4, 4), (4, 3), (None, 4), (4, None)):
        assert fired(weak(later), recent=Recent(symptoms=[weak(earlier, days=1)])) == []


def test_growth_is_seen_in_an_entry_that_is_added_late() -> None:
    """Yesterday's milder weakness is written down today, after today's."""
    assert fired(weak(3, days=1), recent=Recent(symptoms=[weak(5)])) == ["sudden_weakness"]
    assert fired(weak(5, days=1), recent=Recent(symptoms=[weak(3)])) == []


def test_growth_is_of_one_limb_or_one_side() -> None:
    """Left arm and left leg are one side; left and right arm are two limbs."""
    assert fired(weak(5), recent=Recent(symptoms=[weak(3, days=1, region="leg")])) == ["sudden_weakness"]
    assert fired(weak(5), recent=Recent(symptoms=[weak(3, days=1, side="right")])) == []
    assert fired(weak(5, side="unspecified"), recent=Recent(symptoms=[weak(3, days=1)])) == ["sudden_weakness"]
    leg = weak(3, days=1, region="leg", side="unspecified")
    assert fired(weak(5, side="unspecified"), recent=Recent(symptoms=[leg])) == []
    assert fired(weak(5, side="unspecified", region=None), recent=Recent(symptoms=[leg])) == ["sudden_weakness"]


def test_an_entry_that_is_changed_has_not_grown() -> None:
    """3/10 corrected to 5/10 is one note, not two."""
    old = weak(3, days=1)
    assert fired(old.replace(severity=5), recent=Recent(symptoms=[old])) == []


# ------------------------------------------------------------------------------------------ reaction to medicine


def test_two_signs_with_a_twitch_after_a_new_medicine() -> None:
    """All on one line, the medicine started a week ago."""
    line = [note("sweating"), note("agitation")]
    assert fired(*line, twitch=True, recent=Recent(medicine_days=[before(7)])) == ["reaction_to_medicine"]


def test_one_sign_is_not_enough() -> None:
    """Sweating alone, or the same sign twice, does not fire."""
    recent = Recent(medicine_days=[before(7)], symptoms=[note("sweating", hours_ago=3)])
    assert fired(note("sweating"), twitch=True, recent=recent) == []


def test_two_signs_without_a_twitch_or_without_a_medicine() -> None:
    """Each of the three parts is needed."""
    line = [note("sweating"), note("agitation")]
    assert fired(*line, recent=Recent(medicine_days=[before(7)])) == []
    assert fired(*line, twitch=True) == []


@pytest.mark.parametrize(("hours", "points"), [(24, ["reaction_to_medicine"]), (24.1, [])])
def test_the_signs_lie_within_24_hours(hours: float, points: list[str]) -> None:
    """A second sign 24 hours ago counts, a little earlier it does not."""
    recent = Recent(medicine_days=[before(7)], symptoms=[note("sweating", hours_ago=hours)])
    assert fired(note("agitation"), twitch=True, recent=recent) == points


@pytest.mark.parametrize(("hours", "points"), [(24, ["reaction_to_medicine"]), (24.1, [])])
def test_the_twitch_lies_within_24_hours(hours: float, points: list[str]) -> None:
    """The twitch that was written down before the signs."""
    recent = Recent(medicine_days=[before(7)], twitches=[twitched(hours)])
    assert fired(note("agitation"), note("sweating"), recent=recent) == points


@pytest.mark.parametrize(("days", "points"), [(0, ["reaction_to_medicine"]), (14, ["reaction_to_medicine"]), (15, [])])
def test_the_medicine_lies_within_14_days(days: int, points: list[str]) -> None:
    """Started today, 14 days ago, or 15."""
    assert (
        fired(note("agitation"), note("sweating"), twitch=True, recent=Recent(medicine_days=[before(days)])) == points
    )


def test_a_twitch_after_two_signs_fires() -> None:
    """The line itself is an ordinary twitch; the diary holds the rest."""
    signs = [note("vomiting", hours_ago=5), note("fever", hours_ago=2)]
    assert fired(twitch=True, recent=Recent(symptoms=signs, medicine_days=[before(3)])) == ["reaction_to_medicine"]
    assert fired(twitch=True, recent=Recent(symptoms=signs[:1], medicine_days=[before(3)])) == []


def test_a_medicine_told_afterwards_fires() -> None:
    """“started it on Tuesday”, said after the signs; a lower dose is not meant."""
    recent = Recent(symptoms=[note("vomiting", hours_ago=5), note("fever", hours_ago=2)], twitches=[twitched(3)])
    for action, points in (("start", ["reaction_to_medicine"]), ("raise", ["reaction_to_medicine"]), ("lower", [])):
        told = MedicineEvent(uid=new_uid(), name="x", day=before(3), action=action)
        assert fired(medicines=[told], recent=recent) == points


def test_a_medicine_or_drug_named_with_the_episode_counts() -> None:
    """“after new pill”, “after drugs” on the line itself."""
    for trigger, points in (
        ("medication", ["reaction_to_medicine"]),
        ("recreational_drug", ["reaction_to_medicine"]),
        ("caffeine", []),
    ):
        assert fired(note("agitation"), note("sweating"), twitch=True, triggers=[trigger]) == points


def test_old_entries_alone_do_not_fire_again() -> None:
    """What was complete before the new line is not said again with an unrelated one."""
    recent = Recent(
        symptoms=[note("vomiting", hours_ago=5), note("fever", hours_ago=2)],
        twitches=[twitched(3)],
        medicine_days=[before(3)],
    )
    assert fired(note("headache"), recent=recent) == []


def test_a_sign_said_not_to_be_there_does_not_count() -> None:
    """“no fever” is not fever, on the line or in the diary."""
    recent = Recent(medicine_days=[before(7)], symptoms=[note("fever", present=False)])
    assert fired(note("sweating"), note("agitation", present=False), twitch=True, recent=recent) == []


@pytest.mark.parametrize("sign", SIGNS)
def test_each_of_the_eight_signs_counts(sign: str) -> None:
    """Each together with another one."""
    other = "sweating" if sign != "sweating" else "vomiting"
    line = fired(note(sign), note(other), twitch=True, recent=Recent(medicine_days=[before(1)]))
    assert "reaction_to_medicine" in line


# ---------------------------------------------------------------------------------------------- cutting alcohol


def drinking(grams: float, days: int = 14, *, drop_ago: int = 0, left: float = 0) -> dict[date, float]:
    """So many grams a day for some days, then a drop to `left`, so many days ago."""
    habit = {before(drop_ago + back): grams for back in range(1, days + 1)}
    return {**habit, before(drop_ago): left}


@pytest.mark.parametrize("sign", ["confusion", "hallucination", "fever"])
def test_a_sign_after_a_drop_in_alcohol(sign: str) -> None:
    """A habit of 60 g a day and then nothing."""
    assert fired(note(sign), recent=Recent(alcohol_g=drinking(60))) == ["withdrawal_emergency"]


def test_a_seizure_after_a_drop_in_alcohol() -> None:
    """Both points are said."""
    found = fired(note("seizure"), recent=Recent(alcohol_g=drinking(60)))
    assert found == ["seizure_or_blackout", "withdrawal_emergency"]


@pytest.mark.parametrize(("grams", "points"), [(40, ["withdrawal_emergency"]), (39.9, [])])
def test_the_habit_is_40_g_a_day(grams: float, points: list[str]) -> None:
    """At 40 g a day it fires, just below it does not."""
    assert fired(note("fever"), recent=Recent(alcohol_g=drinking(grams))) == points


@pytest.mark.parametrize(("left", "points"), [(15, ["withdrawal_emergency"]), (15.1, [])])
def test_the_drop_is_to_a_quarter(left: float, points: list[str]) -> None:
    """From 60 g to 15 g, or a little more."""
    assert fired(note("fever"), recent=Recent(alcohol_g=drinking(60, left=left))) == points


@pytest.mark.parametrize(("ago", "points"), [(7, ["withdrawal_emergency"]), (8, [])])
def test_the_drop_is_at_most_7_days_ago(ago: int, points: list[str]) -> None:
    """Seven days after the drop it fires, eight days after it does not."""
    assert fired(note("fever"), recent=Recent(alcohol_g=drinking(60, drop_ago=ago))) == points


def test_an_unknown_day_is_not_a_day_without_alcohol() -> None:
    """Fourteen days of 60 g and then nothing written: no drop is known."""
    habit = {before(back): 60.0 for back in range(1, 15)}
    assert fired(note("fever"), recent=Recent(alcohol_g=habit)) == []


def test_unknown_days_do_not_lower_the_habit() -> None:
    """Three known evenings of 60 g are a habit of 60 g, two are none."""
    assert fired(note("fever"), recent=Recent(alcohol_g=drinking(60, days=3))) == ["withdrawal_emergency"]
    assert fired(note("fever"), recent=Recent(alcohol_g=drinking(60, days=2))) == []


def test_the_tag_is_enough() -> None:
    """“after less alcohol” on the line, or noted up to seven days before."""
    assert fired(note("hallucination"), twitch=True, triggers=["alcohol_withdrawal"]) == ["withdrawal_emergency"]
    assert fired(note("fever"), recent=Recent(withdrawal_days=[before(7)])) == ["withdrawal_emergency"]
    assert fired(note("fever"), recent=Recent(withdrawal_days=[before(8)])) == []
    assert fired(note("sweating"), triggers=["alcohol_withdrawal"]) == []


def test_the_tag_after_the_sign_fires() -> None:
    """The sign was noted this morning, the tag comes now; a sign of last week came before the tag."""
    morning = Recent(symptoms=[note("fever", hours_ago=8)])
    assert fired(twitch=True, triggers=["alcohol_withdrawal"], recent=morning) == ["withdrawal_emergency"]
    last_week = Recent(symptoms=[note("fever", hours_ago=24 * 5)])
    assert fired(twitch=True, triggers=["alcohol_withdrawal"], recent=last_week) == []


# ---------------------------------------------------------------------------------------------- back and bladder


@pytest.mark.parametrize(("days", "points"), [(7, ["cauda_equina_signs"]), (8, [])])
def test_bladder_and_back_pain_within_7_days(days: int, points: list[str]) -> None:
    """Either may come first; seven days apart they belong together, eight days apart not."""
    assert fired(note("bladder_bowel"), recent=Recent(symptoms=[note("low_back_pain", day=before(days))])) == points
    assert fired(note("low_back_pain"), recent=Recent(symptoms=[note("bladder_bowel", day=before(days))])) == points


def test_bladder_with_leg_signs() -> None:
    """Weakness or numbness of a leg counts, of an arm it does not."""
    for symptom in ("weakness", "numb_area"):
        assert fired(note("bladder_bowel"), note(symptom, region="leg", side="left")) == ["cauda_equina_signs"]
        assert fired(note("bladder_bowel"), note(symptom, region="arm", side="left")) == []


def test_each_alone_is_not_enough() -> None:
    """Back pain alone, bladder alone."""
    assert fired(note("low_back_pain")) == fired(note("bladder_bowel")) == []


# -------------------------------------------------------------------------------------- fever with danger signs


@pytest.mark.parametrize("sign", ["stiff_neck", "confusion"])
def test_fever_with_a_danger_sign(sign: str) -> None:
    """On one line, in either order; each alone is not this point."""
    assert fired(note("fever"), note(sign)) == fired(note(sign), note("fever")) == ["fever_with_danger_signs"]
    assert fired(note("fever")) == fired(note(sign)) == []


def test_fever_with_a_sudden_headache() -> None:
    """The headache is a stroke sign by itself; with fever this point is said too."""
    assert fired(note("fever"), note("sudden_severe_headache")) == ["stroke_signs", "fever_with_danger_signs"]


@pytest.mark.parametrize(("hours", "points"), [(24, ["fever_with_danger_signs"]), (24.1, [])])
def test_they_lie_within_24_hours(hours: float, points: list[str]) -> None:
    """24 hours apart they belong together, longer not."""
    assert fired(note("fever"), recent=Recent(symptoms=[note("stiff_neck", hours_ago=hours)])) == points


def test_hours_are_counted_across_zones() -> None:
    """23 hours are 23 hours, whatever the wall clocks show."""
    there = (NOW - timedelta(hours=23)).astimezone(timezone(timedelta(hours=-8)))
    stiff = SymptomNote(uid=new_uid(), when=When.moment(there, None), symptom="stiff_neck")
    assert fired(note("fever"), recent=Recent(symptoms=[stiff])) == ["fever_with_danger_signs"]


def test_a_day_without_a_time_may_be_any_time_of_it() -> None:
    """Yesterday can be within 24 hours of now, the day before it can't: it ended at 04:00 on the day after."""
    for days, points in ((1, ["fever_with_danger_signs"]), (2, [])):
        assert fired(note("fever"), recent=Recent(symptoms=[note("stiff_neck", day=before(days))])) == points


# --------------------------------------------------------------------------------------------------- the answer


def test_a_point_is_shown_as_a_flag() -> None:
    """The JSON form is that of a finding."""
    (point,) = urgent_points([note("fever"), note("stiff_neck", day=before(1))], at=NOW)
    shown = point.as_json()
    assert (shown["id"], shown["answer"], shown["urgency"]) == ("fever_with_danger_signs", "yes", "urgent-now")
    assert (shown["first"], shown["last"], shown["missing"]) == ("2026-03-19", "2026-03-20", None)
    assert shown["text"] == "Fever with a stiff neck or confusion needs emergency care. Call the emergency number now."
    assert shown["thresholds"] == {"together_hours": 24}
    assert shown["numbers"] == {"symptoms": ["fever", "stiff_neck"]}


def test_an_ordinary_line_makes_no_point() -> None:
    """A twitch after coffee."""
    assert fired(twitch=True, triggers=["caffeine", "stress"]) == []


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ({}, set()),
        ({"noted": [note("headache")]}, set()),
        ({"noted": [note("fever", present=False)]}, set()),
        ({"twitch": True}, {"symptoms", "medicine_days"}),
        ({"noted": [note("weakness")]}, {"symptoms"}),
        ({"noted": [note("sweating")]}, {"symptoms", "medicine_days", "twitches"}),
        ({"noted": [note("sweating")], "twitch": True}, {"symptoms", "medicine_days"}),
        ({"noted": [note("hallucination")]}, {"withdrawal_days", "alcohol_g"}),
        ({"triggers": ["alcohol_withdrawal"]}, {"symptoms"}),
        ({"triggers": ["medication"]}, {"symptoms", "twitches"}),
    ],
)
def test_the_diary_is_asked_for_what_can_matter(line: dict[str, Any], fields: set[str]) -> None:
    """An ordinary line asks for little, a line that can't make a point for nothing."""
    assert lookups(**line) == fields


def test_it_loads_without_the_heavy_packages() -> None:
    """The moment of entry imports no pandas, no TOML reader and none of what doubles the start."""
    code = "import sys, twitchlog.findings.urgent as u; u.points(); print(*sorted(sys.modules))"
    home = Path(urgent.__file__).parents[2]
    run = subprocess.run([sys.executable, "-S", "-c", code], check=True, capture_output=True, text=True, cwd=home)
    heavy = {"pandas", "numpy", "tomllib", "dataclasses", "typing", "pathlib", "zoneinfo", "logging", "difflib"}
    assert not heavy & set(run.stdout.split())
