"""`add`, `symptom`, `day` and `quiet`: what is understood is what is written, and the answer says it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Asked, Typed

EPISODE_KEYS = [
    "id",
    "uid",
    "started_at",
    "time_precision",
    "part_of_day",
    "day",
    "kind",
    "region",
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
    "note",
    "words",
]


def test_add_writes_what_was_said_and_invents_nothing(asked: Asked) -> None:
    """The sofa line: every word has its place, and what was not said is null."""
    data = asked("add", "left calf 30s 4/10 after coffee, stressed")
    episode = data["episode"]
    assert list(episode) == EPISODE_KEYS
    assert episode["started_at"] == "2026-03-02T21:40:00+01:00"
    assert (episode["part"], episode["side"], episode["region"]) == ("calf", "left", "leg")
    assert (episode["duration_s"], episode["intensity"]) == (30, 4)
    assert episode["triggers"] == ["caffeine", "stress"]
    assert episode["pattern"] is episode["muscle"] is episode["activity"] is episode["note"] is None
    assert (data["symptoms"], data["denied"], data["urgent"]) == ([], [], [])


def test_add_answers_with_the_number_the_day_and_the_way_back(typed: Typed) -> None:
    """Whoever reads the answer knows what was stored, where, and how to undo."""
    said = typed("add", "left", "calf", "30s", "4/10").stdout
    assert "1: twitch, left calf, 30 s, 4/10" in said
    assert "Mon 2 Mar 2026, 21:40" in said
    assert "twitchlog undo" in said


def test_yesterday_without_a_time_stays_a_day(asked: Asked) -> None:
    """No 09:00 is invented."""
    episode = asked("add", "left calf yesterday")["episode"]
    assert (episode["started_at"], episode["time_precision"], episode["day"]) == (None, "day", "2026-03-01")


def test_after_midnight_belongs_to_the_evening(asked: Asked, at: Any) -> None:
    """At 01:30 the diary day is still the one that began the morning before; at 04:00 it is the new one."""
    at("2026-03-03T01:30:00+01:00")
    assert asked("add", "left calf")["episode"]["day"] == "2026-03-02"
    at("2026-03-03T04:00:00+01:00")
    assert asked("add", "left calf")["episode"]["day"] == "2026-03-03"


def test_a_note_reaches_the_diary_word_for_word(asked: Asked) -> None:
    """What follows the lone -- is kept, dashes, options and all."""
    data = asked("add", "left", "calf", "--", "the outer side", "--json", "-- and", "=1+1")
    assert data["episode"]["note"] == "the outer side --json -- and =1+1"


def test_options_say_the_same_as_words(asked: Asked) -> None:
    """Each token has its option."""
    by_words = asked("add", "left calf 30s 4/10 yesterday 22:30 coffee -- a note")["episode"]
    options = ["--part", "calf", "--side", "left", "--for", "30s", "--intensity", "4", "--trigger", "coffee"]
    by_options = asked("add", *options, "--at", "yesterday 22:30", "--note", "a note")["episode"]
    differing = {key for key in by_words if by_words[key] != by_options[key]}
    assert differing == {"id", "uid", "words"}


def test_a_denied_symptom_is_written_as_absent(asked: Asked) -> None:
    """What a person says is not there, "no weakness", is neither forgotten nor a symptom."""
    data = asked("add", "left calf twitch, no weakness")
    assert (data["symptoms"], data["denied"]) == ([], ["weakness"])
    assert asked("show", "1")["denied"] == ["weakness"]


def test_leg_alone_is_asked_about_and_where_nobody_can_be_asked_it_is_a_region(typed: Typed, asked: Asked) -> None:
    """A person gets the parts to choose from; a program gets the region and a warning."""
    refused = typed("add", "left", "leg")
    assert refused.exit_code == 1
    assert "calf" in refused.stderr
    answer = json.loads(typed("--json", "add", "left", "leg").stdout)
    assert answer["data"]["episode"]["part"] is None
    assert answer["data"]["episode"]["region"] == "leg"
    assert [warning["code"] for warning in answer["warnings"]] == ["region_only"]
    assert len(asked("list", "--all")["episodes"]) == 1


REFUSED = {
    "an unknown part": ("claf left", "claf"),
    "two parts": ("left calf and right thigh", "two"),
    "a future time": ("left calf tomorrow", ""),
    "a clock time to come": ("left calf 22:30", "still to come"),
    "a duration of nothing": ("left calf 0s", ""),
    "a duration of eight days": ("left calf for 8 days", ""),
    "intensity 11": ("left calf 11/10", "11"),
    "a time the clock skipped": ("left calf 2025-03-30 02:30", ""),
    "nothing": ("", ""),
    "blanks": ("   ", ""),
    "100 kB": ("calf " * 20_000, ""),
    "a control character": ("left calf \x07", ""),
    "a terminal escape": ("left calf \x1b[31mred", ""),
    "broken UTF-8": ("left calf \udcff", ""),
    "only a symptom": ("weakness left hand", "symptom"),
    "no twitching": ("no twitching today", ""),
}


@pytest.mark.parametrize("case", REFUSED)
def test_bad_input_gets_one_line_and_one_hint_and_writes_nothing(case: str, typed: Typed, diary_file: Path) -> None:
    """Exit code 1, two lines on stderr, no diary made, no escape echoed."""
    line, said = REFUSED[case]
    result = typed("add", line)
    assert result.exit_code == 1
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert all(lines)
    assert said in result.stderr
    assert "\x1b" not in result.stderr
    assert "\x07" not in result.stderr
    assert not diary_file.exists()


@pytest.mark.parametrize("case", [case for case in REFUSED if case != "broken UTF-8"])
def test_bad_input_in_json_is_an_error_object(case: str, typed: Typed) -> None:
    """The same refusals for a program: nothing but one JSON object on stdout."""
    result = typed("--json", "add", REFUSED[case][0])
    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert list(answer) == ["schema", "command", "error", "urgent"]
    assert list(answer["error"]) == ["code", "text", "hint", "suggestion"]
    assert result.stderr == ""


def test_the_corrected_line_works_as_it_is_given_back(typed: Typed, asked: Asked) -> None:
    """A refused line comes back ready to be typed."""
    answer = json.loads(typed("--json", "add", "left thihg 30s -- sofa").stdout)
    suggestion = answer["error"]["suggestion"]
    assert asked("add", suggestion)["episode"]["part"] == "thigh"


def test_urgent_points_come_first(typed: Typed) -> None:
    """Chest pain is answered before the entry is."""
    said = typed("add", "left calf twitch and chest pain").stdout.splitlines()
    assert said[0].startswith("! Chest pain")
    assert said[1].startswith("1: ")


def test_urgent_points_fire_even_if_the_line_is_refused(typed: Typed, diary_file: Path) -> None:
    """The rest of the line may be nonsense: the sign is what matters."""
    result = typed("add", "left calf chest pain blorf 11/10")
    assert result.exit_code == 1
    assert result.stdout.startswith("! Chest pain")
    assert len(result.stderr.splitlines()) == 2
    assert not diary_file.exists()
    answer = json.loads(typed("--json", "add", "left calf chest pain blorf").stdout)
    assert [point["id"] for point in answer["urgent"]] == ["chest_pain"]


def test_urgent_points_fire_even_if_the_diary_can_not_be_opened(typed: Typed) -> None:
    """The sign comes before the trouble with the file."""
    result = typed("add", "left calf twitch with chest pain", "--diary", "/proc/none/diary.db")
    assert result.exit_code == 1
    assert result.stdout.startswith("! Chest pain")


def test_an_urgent_point_may_rest_on_what_the_diary_holds(typed: Typed, asked: Asked) -> None:
    """Fever today and a stiff neck in the next line are one sign."""
    assert asked("symptom", "fever")["urgent"] == []
    assert [point["id"] for point in asked("symptom", "stiff neck")["urgent"]] == ["fever_with_danger_signs"]
    assert typed("add", "left calf").exit_code == 0


def test_a_symptom_stands_alone(asked: Asked) -> None:
    """Weakness on a day without a twitch can be written down, and checks nothing in."""
    data = asked("symptom", "sudden weakness left hand")
    assert [(one["symptom"], one["side"], one["part"], one["sudden"]) for one in data["symptoms"]] == [
        ("weakness", "left", "hand", True)
    ]
    assert "sudden_weakness" in [point["id"] for point in data["urgent"]]
    assert asked("day")["day"]["checked_in"] is False


def test_a_day_takes_many_factors_and_checks_in(asked: Asked) -> None:
    """One line, four factors, in their units."""
    data = asked("day", "sleep", "6.5h", "stress", "7", "water", "1.5l", "exercise", "30min")
    assert data["day"] == {
        "date": "2026-03-02",
        "twitching": "none",
        "checked_in": True,
        "factors": {"exercise_min": 30, "sleep_h": 6.5, "stress": 7, "water_l": 1.5},
        "note": None,
    }


def test_a_day_without_words_is_shown_and_not_checked_in(asked: Asked, diary_file: Path) -> None:
    """Looking writes nothing: an unknown day stays unknown."""
    assert asked("day")["day"]["twitching"] is None
    assert not diary_file.exists()


def test_a_second_word_on_the_day_keeps_the_first(asked: Asked) -> None:
    """`day` adds to what was said; the same factor said again replaces itself."""
    asked("day", "sleep 6.5h")
    data = asked("day", "stress 7", "--", "long day")
    assert data["day"]["factors"] == {"sleep_h": 6.5, "stress": 7}
    assert asked("day", "sleep 7h")["day"]["factors"]["sleep_h"] == 7
    assert asked("day")["day"]["note"] == "long day"


def test_quiet_twice_changes_nothing(typed: Typed, asked: Asked) -> None:
    """The second time there is nothing to undo but the first."""
    assert asked("quiet")["changed"] == ["2026-03-02"]
    assert asked("quiet")["changed"] == []
    assert typed("undo").exit_code == 0
    assert typed("undo").exit_code == 1


def test_quiet_on_a_day_with_twitching_is_refused(typed: Typed, asked: Asked) -> None:
    """The entry stands; the mark is not made."""
    asked("add", "left calf yesterday")
    refused = typed("quiet", "yesterday")
    assert refused.exit_code == 1
    assert "1 episode" in refused.stderr
    assert asked("day", "yesterday")["day"]["checked_in"] is False


def test_a_cramp_does_not_forbid_a_day_without_twitching(asked: Asked) -> None:
    """A cramp is no twitch: the day can be quiet and hold it."""
    asked("add", "left calf cramp yesterday")
    assert asked("quiet", "yesterday")["changed"] == ["2026-03-01"]


def test_a_twitch_on_a_quiet_day_is_taken_and_the_mark_says_some(typed: Typed, asked: Asked) -> None:
    """Nothing is refused that happened; the answer says what became of the mark, and undo restores it."""
    asked("quiet")
    answer = json.loads(typed("--json", "add", "left calf").stdout)
    assert [warning["code"] for warning in answer["warnings"]] == ["quiet_day_changed"]
    assert asked("day")["day"]["twitching"] == "some"
    asked("undo")
    assert asked("day")["day"]["twitching"] == "none"


def test_quiet_takes_a_range(asked: Asked) -> None:
    """Both ends are days without twitching."""
    data = asked("quiet", "2026-02-10..2026-02-12")
    assert data["changed"] == ["2026-02-10", "2026-02-11", "2026-02-12"]
