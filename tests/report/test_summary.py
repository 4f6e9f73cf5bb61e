"""The facts that are picked for a visit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.report.diaries import NOW, TODAY, Rows, facts_of, frames_of
from twitchlog.entry import Change, MedicineEvent
from twitchlog.findings.finding import Finding
from twitchlog.report.summary import summary

if TYPE_CHECKING:
    from twitchlog.report.summary import Summary


def test_an_empty_diary_has_no_period_and_no_facts(empty: Summary) -> None:
    """Nothing is made up: no days, no places, no points."""
    assert empty.period is None
    assert (empty.course, empty.places, empty.symptoms, empty.points) == ((), (), (), ())
    assert empty.character.entries == 0
    assert empty.week.begins is None


def test_days_are_counted_as_recorded_twitching_and_unknown(three: Summary) -> None:
    """Six days: two with a twitch, one quiet, one with a cramp alone, two unknown."""
    period = three.period
    assert period is not None
    assert (period.days, period.recorded, period.twitch_days, period.unknown) == (6, 4, 2, 2)


def test_places_are_sorted_by_their_twitch_days() -> None:
    """Five twitches on one day come after two twitches on two days; left and right are two places."""
    episodes = [{"day": TODAY, "part": "calf", "side": "right"}] * 5
    episodes += [{"day": TODAY - timedelta(days=back), "part": "calf"} for back in (0, 3)]
    rows = facts_of(frames_of(episodes)).places
    assert [(row.place, row.twitches, row.twitch_days) for row in rows] == [("left calf", 2, 2), ("right calf", 5, 1)]
    assert (rows[0].first, rows[0].last) == (TODAY - timedelta(days=3), TODAY)


def test_both_lids_of_one_eye_are_one_place_and_a_region_is_named_as_such() -> None:
    """As the findings count places; where only the region is known, it is the place."""
    episodes: Rows = [{"day": TODAY, "part": part} for part in ("upper_eyelid", "lower_eyelid")]
    episodes.append({"day": TODAY, "part": None, "region": "leg", "side": "unspecified"})
    assert [row.place for row in facts_of(frames_of(episodes)).places] == ["left eyelid", "leg"]


def test_a_cramp_is_an_entry_but_no_place_of_twitching(three: Summary) -> None:
    """Kinds count every entry, places only twitches."""
    assert three.character.entries == 3
    assert three.character.kinds == (("twitch or flicker", 2), ("painful cramp", 1))
    assert {row.place: row.twitches for row in three.places} == {"left calf": 1, "left eyelid": 1}


def test_measures_say_how_many_entries_give_one(three: Summary) -> None:
    """One of three entries gives a duration; the others stay unknown."""
    duration = three.character.duration
    assert (duration.given, duration.of, duration.median) == (1, 3, 30)
    assert three.character.activities == (("sitting", 1),)


def test_symptoms_said_not_to_be_there_are_kept_apart() -> None:
    """Headache on two days, and weakness denied, are two rows that never mix."""
    symptoms = [
        {"day": TODAY, "symptom": "weakness", "part": "calf", "side": "left", "present": 0},
        {"day": TODAY, "symptom": "headache"},
        {"day": TODAY - timedelta(days=1), "symptom": "headache"},
        {"day": TODAY, "symptom": "headache"},
    ]
    rows = facts_of(frames_of([], symptoms=symptoms)).symptoms
    assert [(row.symptom, row.present, len(row.days)) for row in rows] == [
        ("headache", True, 2),
        ("weakness, left calf", False, 1),
    ]


def test_the_period_cuts_everything_but_what_was_taken_before_it() -> None:
    """A medicine that was started earlier is still taken; an entry before the period is not in it."""
    episodes = [{"day": TODAY - timedelta(days=back), "part": "calf"} for back in (40, 3)]
    medicines = [
        MedicineEvent(uid="m2", name="B", day=TODAY + timedelta(days=1), action="start"),
        MedicineEvent(uid="m1", name="A", day=TODAY - timedelta(days=60), action="start"),
    ]
    changes = [Change(uid="c", what="less_caffeine", start=TODAY - timedelta(days=50))]
    since = TODAY - timedelta(days=10)
    facts = facts_of(frames_of(episodes), medicines=medicines, changes=changes, since=since, until=TODAY)
    assert facts.period is not None
    assert (facts.period.first, facts.period.days, facts.character.entries) == (since, 11, 1)
    assert [one.name for one in facts.medicines] == ["A"]
    assert facts.changes == tuple(changes)


def test_days_asked_for_before_the_diary_began_are_unknown() -> None:
    """Ten days are asked for, the diary knows three of them, one with an entry: as the findings count."""
    diary = frames_of([{"day": TODAY - timedelta(days=2), "part": "calf"}])
    period = facts_of(diary, since=TODAY - timedelta(days=9), until=TODAY).period
    assert period is not None
    assert (period.days, period.recorded, period.unknown) == (10, 1, 9)


def test_a_period_without_entries_is_unknown_throughout() -> None:
    """The diary holds entries, but none of these days: nothing is said to be clear."""
    diary = frames_of([{"day": TODAY - timedelta(days=20), "part": "calf"}])
    facts = facts_of(diary, since=TODAY - timedelta(days=4), until=TODAY)
    assert facts.period is not None
    assert (facts.period.days, facts.period.recorded, facts.places) == (5, 0, ())


def test_the_beginning_and_the_end_are_set_side_by_side_from_28_days_on() -> None:
    """27 days would overlap, 28 do not."""
    for length, compared in ((27, False), (28, True)):
        facts = facts_of(frames_of([{"day": TODAY - timedelta(days=length - 1), "part": "calf"}]))
        assert (facts.first_14 is not None, facts.last_14 is not None) == (compared, compared)


def test_points_come_most_urgent_first_and_information_apart() -> None:
    """What asks for nothing is a remark on the period, not a point to raise."""
    diary = frames_of([{"day": TODAY, "part": "calf"}])

    def yes(name: str, urgency: str) -> Finding:
        return Finding(id=name, answer="yes", urgency=urgency, title=name, text=name, episodes=(1,))

    found = [yes("a", "routine"), yes("b", "information"), yes("c", "soon")]
    facts = summary(diary, found, now=NOW, version="0.1.0")
    assert [one.id for one in facts.points] == ["c", "a"]
    assert [one.id for one in facts.remarks] == ["b"]
    assert facts.evidence["a"] == (TODAY, TODAY)


def test_the_demo_says_what_is_hidden_in_it(demo: Summary) -> None:
    """The three flags of data/README.md fire, and nothing else; 14 days are unknown."""
    assert [one.id for one in demo.points] == ["persisting", "several_places", "spread"]
    assert not demo.remarks
    assert demo.period is not None
    assert (demo.period.first, demo.period.days, demo.period.unknown) == (date(2026, 2, 2), 70, 14)
    assert [row.place for row in demo.places] == ["left calf", "left eyelid", "right thigh", "right hand"]
    assert [row.symptom for row in demo.symptoms if not row.present] == [
        "numb area or tingling that stays, right thigh",
        "weakness, left calf",
    ]
