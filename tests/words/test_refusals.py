"""A refused line: what it carries, what it offers, and what may not be typed at all."""

from __future__ import annotations

import time
from datetime import datetime

import pytest

from twitchlog import words

NOW = datetime.fromisoformat("2026-03-04T21:40:00+01:00")


def refusal(line: str, *, can_ask: bool = False) -> words.LineRefused:
    """The refusal of a line."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_episode(line, NOW, can_ask=can_ask)
    return refused.value


@pytest.mark.parametrize(
    "line",
    [
        "weakness left hand sudden xyzzy",
        "sudden weakness left hand 25:99",
        "sudden weakness in my left hand",
        "left calf and right thigh, sudden weakness left hand",
        "left hand twitch 11/10 with sudden weakness",
        "left hand twitch, sudden weakness, tomorrow",
        "left hand twitch 9 days with sudden weakness",
    ],
)
def test_a_sudden_weakness_is_told_whatever_else_is_refused(line: str) -> None:
    """The urgent part of a line is carried by its refusal."""
    (note,) = refusal(line).symptoms
    assert (note.symptom, note.sudden, note.present) == ("weakness", True, True)


def test_a_denied_symptom_is_carried_as_denied() -> None:
    """No urgent point can come of what was said not to be there."""
    (note,) = refusal("left claf no weakness").symptoms
    assert not note.present


def test_the_refusal_carries_kinds_and_triggers() -> None:
    """What else was recognised goes along."""
    refused = refusal("left claf cramp after 3 beers")
    assert (refused.kinds, refused.triggers) == (("cramp",), ("alcohol",))


def test_the_line_comes_back_corrected_with_its_note() -> None:
    """A slip of the pen is mended, and the note is still there."""
    assert refusal("left claf 30s -- the outer side").suggestion == "left calf 30s -- the outer side"
    assert refusal("left calff tiwtching").suggestion == "left calf twitching"


def test_a_word_that_is_far_from_any_is_not_guessed() -> None:
    """No suggestion is better than a wrong one."""
    assert refusal("left wade 30s").suggestion is None


def test_leg_is_asked_for_where_somebody_can_be_asked() -> None:
    """The choices are whole lines; where nobody can be asked, the region is written with a warning."""
    assert refusal("left leg 20s", can_ask=True).choices == (
        "left thigh 20s",
        "left calf 20s",
        "left lower leg 20s",
        "left shin 20s",
    )
    read = words.read_episode("left leg 20s", NOW)
    assert (read.episode.region, read.episode.part, read.episode.side) == ("leg", None, "left")
    assert [warned.code for warned in read.warnings] == ["region_only"]


def test_restless_legs_need_no_question() -> None:
    """The urge to move is of the legs as a whole."""
    assert not words.read_episode("restless legs", NOW, can_ask=True).warnings


def test_two_places_are_offered_as_two_entries() -> None:
    """Nothing is saved, and both lines can be typed as they stand."""
    assert refusal("left calf and right thigh 30s -- odd").choices == ("left calf 30s -- odd", "right thigh 30s -- odd")


def test_a_symptom_without_a_twitch_is_offered_to_its_command() -> None:
    """A weakness by itself has a command of its own."""
    refused = refusal("weakness left hand")
    assert (refused.code, refused.command) == ("no_twitch", "symptom weakness left hand")
    assert "twitchlog symptom weakness left hand" in refused.hint


@pytest.mark.parametrize("line", ["", "   ", "my the", ",", "-- only a note", "--"])
def test_an_empty_line_is_refused(line: str) -> None:
    """There is nothing to write down."""
    assert refusal(line).code == "empty"


@pytest.mark.parametrize(
    "line",
    ["left \x1b[31mcalf", "left calf\x00", "left calf \x9b", "left calf \u202e", "left\u200bcalf", "calf \udcff"],
)
def test_control_characters_are_refused_and_not_shown(line: str) -> None:
    """Escapes, half characters and invisible marks never reach a terminal."""
    refused = refusal(line)
    assert refused.code == "control_characters"
    assert (refused.text + refused.hint).isprintable()


def test_an_escape_in_the_note_is_refused_but_a_new_line_is_kept() -> None:
    """A note may have lines, and emoji with their joiners."""
    assert refusal("left calf -- \x1b[2J").code == "control_characters"
    note = "first\nsecond \N{MAN}\u200d\N{WOMAN}"
    assert words.read_episode(f"left calf -- {note}", NOW).episode.note == note


def test_a_line_nobody_typed_is_refused_at_once() -> None:
    """The 2,000th character is read, the next one is not, and 100 kB cost nothing."""
    assert words.read_episode("left calf" + " " * 1991, NOW).episode.part == "calf"
    assert refusal("left calf" + " " * 1992).code == "too_long"
    before = time.process_time()
    assert refusal("left calf " * 10_000).code == "too_long"
    assert time.process_time() - before < 1


def test_a_long_note_is_kept_up_to_its_limit() -> None:
    """A note of 10,000 characters fits, one more does not."""
    assert words.read_episode("left calf -- " + "x" * 10_000, NOW).episode.note == "x" * 10_000
    assert refusal("left calf -- " + "x" * 10_001).code == "too_long"


def test_pasted_typography_is_read() -> None:
    """Full-width digits, curly quotes, odd spaces and hyphens are read as what they stand for."""
    episode = words.read_episode("left\u00a0calf\uff0c\uff13\uff10s \u201cstrong\u201d can\u2019t stop", NOW).episode
    assert (episode.part, episode.duration_s, episode.pattern) == ("calf", 30, "continuous")


def test_only_a_short_piece_of_the_words_is_shown() -> None:
    """A word of a thousand letters does not fill the screen."""
    assert len(refusal("x" * 1000).text) < 120


def test_the_note_stands_behind_the_first_two_dashes() -> None:
    """What follows is verbatim, further dashes included."""
    assert words.split_note("left calf -- a -- b ") == ("left calf", "a -- b")
    assert words.split_note("left calf --") == ("left calf", None)
    assert words.split_note("-- a") == ("", "a")
    assert words.split_note("left calf--a") == ("left calf--a", None)


def test_options_say_the_same_as_words() -> None:
    """Every token has an option, and both together are one line."""
    options = {
        "part": ["calf"],
        "side": ["left"],
        "for": ["30s"],
        "intensity": ["4"],
        "at": ["yesterday 22:30"],
        "trigger": ["coffee", "desk"],
    }
    episode = words.read_episode("cramp", NOW, options={**options, "note": ["x"]}).episode
    assert (episode.part, episode.side, episode.duration_s, episode.intensity) == ("calf", "left", 30, 4)
    assert (episode.triggers, episode.note, episode.kind) == (("caffeine", "long_sitting"), "x", "cramp")
    assert episode.when.at is not None


@pytest.mark.parametrize(
    ("line", "option", "value", "code"),
    [
        ("left calf", "side", "right", "two_sides"),
        ("left calf", "part", "thigh", "two_places"),
        ("left calf 30s", "for", "40s", "two_durations"),
        ("left calf 4/10", "intensity", "5", "two_scores"),
        ("left calf", "intensity", "11", "impossible_value"),
        ("left calf 20 min ago", "at", "yesterday", "two_times"),
        ("left calf", "for", "calf", "wrong_option_value"),
        ("left calf", "trigger", "xyz", "wrong_option_value"),
        ("left calf -- a", "note", "b", "two_notes"),
        ("left calf", "note", "\x1b", "control_characters"),
    ],
)
def test_an_option_that_contradicts_the_words_is_refused(line: str, option: str, value: str, code: str) -> None:
    """Nobody can know which of the two was meant."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_episode(line, NOW, options={option: [value]})
    assert refused.value.code == code
