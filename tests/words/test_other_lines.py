"""The lines of `symptom`, `edit`, `quiet` and `day`."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from twitchlog import words
from twitchlog.entry import Episode, When

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime.fromisoformat("2026-03-04T21:40:00+01:00")
EPISODE = Episode(uid="e", when=When.moment(NOW, None), region="leg", part="calf", side="left")


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("weakness left hand sudden", ["weakness left hand True"]),
        ("my left hand is weak", ["weakness left hand None"]),
        ("left arm suddenly weak", ["weakness left arm True"]),
        ("weakness left hand, numbness right foot", ["weakness left hand None", "numb_area right foot None"]),
        ("pain in my chest", ["chest_pain unspecified None None"]),
        ("can't lift my left arm", ["weakness left arm None"]),
        ("no headache or nausea", ["no headache unspecified None None", "no nausea unspecified None None"]),
        ("stiffness neck", ["stiff_neck unspecified neck_side None"]),
        ("fever and stiff neck", ["fever unspecified None None", "stiff_neck unspecified None None"]),
    ],
)
def test_symptoms_are_read_with_their_places(line: str, expected: list[str]) -> None:
    """Each symptom has the place beside it, and what was denied is not there."""
    notes, _ = words.read_symptoms(line, NOW)
    told = [f"{'' if n.present else 'no '}{n.symptom} {n.side} {n.part or n.region} {n.sudden}" for n in notes]
    assert told == expected


def test_a_symptom_has_severity_time_and_note() -> None:
    """N/10 is how bad it was; the time is read as everywhere."""
    ((note,), warnings) = words.read_symptoms("headache 6/10 yesterday -- dull", NOW)
    assert (note.severity, str(note.when.day), note.note, warnings) == (6, "2026-03-03", "dull", ())


def test_a_phrase_that_says_suddenly_is_sudden() -> None:
    """Suddenly confused is one phrase of the vocabulary, and as sudden as it says."""
    (note,), _ = words.read_symptoms("suddenly confused", NOW)
    assert (note.symptom, note.sudden) == ("confusion", True)


def test_no_place_of_a_symptom_is_lost() -> None:
    """Two places for one symptom are refused; a headache beside a numb hand is not in the hand."""
    for line in ("weakness left hand and right foot", "weakness right arm and right leg"):
        with pytest.raises(words.LineRefused) as refused:
            words.read_symptoms(line, NOW)
        assert refused.value.code == "two_places"
    notes, _ = words.read_symptoms("headache, left hand numb", NOW)
    assert [(note.symptom, note.part) for note in notes] == [("headache", None), ("numb_area", "hand")]


def test_what_a_symptom_note_cannot_hold_is_warned_of() -> None:
    """There is no duration and no trigger in a symptom note."""
    _, warnings = words.read_symptoms("headache 2 hours, coffee", NOW)
    assert [warned.code for warned in warnings] == ["not_kept", "not_kept"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("left calf twitching", "not_a_symptom"),
        ("left calf", "no_symptom"),
        ("", "empty"),
        ("weaknes xyz", "unknown_word"),
    ],
)
def test_a_line_without_a_symptom_is_refused(line: str, code: str) -> None:
    """A twitch goes to `add`."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_symptoms(line, NOW)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("right", {"side": "right"}),
        ("thigh", {"region": "leg", "part": "thigh", "muscle": None}),
        ("right biceps", {"region": "arm", "part": "upper_arm", "muscle": "biceps", "side": "right"}),
        ("45s 3/10 cramp", {"duration_s": 45, "intensity": 3, "kind": "cramp"}),
        ("no coffee -- new", {"denied": ("caffeine",), "note": "new"}),
        ("coffee, stressed", {"triggers": ("caffeine", "stress")}),
        ("on and off, sitting", {"pattern": "on_and_off", "activity": "sitting"}),
        ("yesterday", {"when": When.moment(datetime.fromisoformat("2026-03-03T21:40:00+01:00"), None)}),
    ],
)
def test_an_edit_names_only_what_changes(line: str, expected: dict[str, object]) -> None:
    """A field that no word names stays as it is."""
    assert words.read_changes(line, NOW, EPISODE) == expected


def test_what_an_edit_denies_leaves_the_lists_it_stood_in() -> None:
    """Coffee that was noted and is now said not to have been is denied, and no trigger any more; and back."""
    noted = EPISODE.replace(triggers=("caffeine", "stress"), activity="sitting")
    changed = words.read_changes("no coffee", NOW, noted)
    assert changed == {"denied": ("caffeine",), "triggers": ("stress",)}
    assert words.read_changes("coffee", NOW, EPISODE.replace(denied=("caffeine",)))["denied"] == ()


@pytest.mark.parametrize("line", ["alcohol 2", "caffeine 3", "exercise 1"])
def test_a_small_number_without_its_unit_is_not_taken_for_grams(line: str) -> None:
    """Two beers are not two grams; with the unit, or none at all, it is clear."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_day(line, NOW)
    assert refused.value.code == "bare_number"
    assert words.read_day("alcohol 2g", NOW).factors == {"alcohol_g": 2}
    assert words.read_day("alcohol 0", NOW).factors == {"alcohol_g": 0}


def test_a_symptom_added_by_an_edit_takes_the_episodes_time_and_place() -> None:
    """It was with the episode."""
    (note,) = words.read_changes("weakness", NOW, EPISODE)["symptoms"]
    assert (note.part, note.side, note.when, note.episode_uid) == ("calf", "left", EPISODE.when, "e")


@pytest.mark.parametrize(("line", "code"), [("", "empty"), ("claf", "unknown_word"), ("11/10", "impossible_value")])
def test_an_edit_that_says_nothing_is_refused(line: str, code: str) -> None:
    """An edit needs words, too."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_changes(line, NOW, EPISODE)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("line", "first", "count"),
    [
        ("", "2026-03-04", 1),
        ("yesterday", "2026-03-03", 1),
        ("mon", "2026-03-02", 1),
        ("sat", "2026-02-28", 1),
        ("2 days ago", "2026-03-02", 1),
        ("2026-03-01..2026-03-04", "2026-03-01", 4),
        ("1 mar..3 mar", "2026-03-01", 3),
        ("2025-03-04..2026-03-04", "2025-03-04", 366),
    ],
)
def test_days_are_read(line: str, first: str, count: int) -> None:
    """One day, or both ends of a range and all between."""
    days = words.read_days(line, NOW)
    assert (str(days[0]), len(days)) == (first, count)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2026-03-05", "future_time"),
        ("2026-03-03..2026-03-01", "reversed_range"),
        ("2025-03-03..2026-03-04", "too_many_days"),
        ("wed", "ambiguous_time"),
        ("tomorrow", "not_a_day"),
        ("3/4", "not_a_day"),
        ("..", "not_a_day"),
        ("x" * 5000, "too_long"),
    ],
)
def test_days_that_cannot_be_are_refused(line: str, code: str) -> None:
    """Not in the future, not backwards, not more than a year."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_days(line, NOW)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("line", "factors"),
    [
        (
            "sleep 6.5h stress 7 water 1.5l exercise 30min",
            {"sleep_h": 6.5, "stress": 7, "water_l": 1.5, "exercise_min": 30},
        ),
        ("sleep 6h30", {"sleep_h": 6.5}),
        ("slept 7 hours", {"sleep_h": 7}),
        ("7 hours of sleep, stress 7/10", {"sleep_h": 7, "stress": 7}),
        ("500 ml water, 0.2 g caffeine", {"water_l": 0.5, "caffeine_mg": 200}),
        ("exercise 1h alcohol 20g", {"exercise_min": 60, "alcohol_g": 20}),
        ("no alcohol", {"alcohol_g": 0}),
        ("sleep 7.5 worry 0", {"sleep_h": 7.5, "worry": 0}),
        ("yoga yes magnesium 300mg", {"yoga": 1, "magnesium": 300}),
    ],
)
def test_factors_are_read_in_their_units(line: str, factors: dict[str, float]) -> None:
    """A plain number is in the factor's own unit; others are converted."""
    assert words.read_day(line, NOW, own_factors={"yoga": None, "magnesium": "mg"}).factors == factors


def test_a_day_has_a_date_a_note_and_an_answer() -> None:
    """The day may be named anywhere, and twitching may be answered."""
    read = words.read_day("yesterday sleep 7 no twitching -- bad night", NOW)
    assert (str(read.day), read.factors, read.note, read.twitching) == (
        "2026-03-03",
        {"sleep_h": 7},
        "bad night",
        "none",
    )
    assert words.read_day("", NOW).factors == {}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2 beers", "unknown_word"),
        ("sleep", "no_amount"),
        ("sleep 7 sleep 8", "said_twice"),
        ("sleep 24.5h", "impossible_value"),
        ("stress 11", "impossible_value"),
        ("water 2 glasses", "wrong_unit"),
        ("sleep 7 tomorrow", "unknown_word"),
        ("2026-03-05 sleep 7", "future_time"),
        ("yesterday mon sleep 7", "two_times"),
        ("no twitching some twitching", "two_answers"),
        ("-5 water", "unknown_word"),
    ],
)
def test_a_day_that_is_not_clear_is_refused(line: str, code: str) -> None:
    """An amount without a factor, a unit that does not fit, more than a day can hold."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_day(line, NOW)
    assert refused.value.code == code
    assert refused.value.hint


def test_a_misspelt_factor_comes_back_corrected() -> None:
    """The suggestion can be typed as it stands."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_day("watr 2l -- x", NOW)
    assert refused.value.suggestion == "water 2l -- x"
