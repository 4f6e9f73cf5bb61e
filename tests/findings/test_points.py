"""The list of points: read as it stands, and compiled for the moment of entry."""

from __future__ import annotations

import string

import pytest

from twitchlog import vocabulary
from twitchlog.findings import compile as compiling
from twitchlog.findings import urgent
from twitchlog.findings.catalogue import RULES
from twitchlog.findings.finding import URGENCIES
from twitchlog.findings.points import default, point, points


def test_the_whole_list_is_there() -> None:
    """46 points, nine of them urgent-now, each of a known urgency with a rule, a wording and a source."""
    assert len(points()) == 46
    assert sum(each.urgency == "urgent-now" for each in points().values()) == 9
    assert all(each.urgency in URGENCIES and each.rule and each.wording for each in points().values())
    assert all(source["title"] for each in points().values() for source in each.sources)


def test_a_point_has_its_thresholds_and_sources() -> None:
    """The rule for two weeks: its numbers and who says so."""
    persisting = point("persisting")
    assert persisting.thresholds["span_days"] == 14
    assert persisting.sources[0]["url"] == "https://www.nhs.uk/conditions/twitching-eyes-and-muscles/"
    assert default("max_clear_gap") == persisting.thresholds["max_clear_gap"]


def test_the_projects_own_choice_has_no_address() -> None:
    """Where no public text was found there is a title and no url."""
    assert point("chest_pain").sources[0]["url"] is None


def test_an_unknown_point_is_a_key_error() -> None:
    """Nobody asks for a point that is not on the list."""
    with pytest.raises(KeyError):
        point("horoscope")


def test_the_compiled_urgent_points_are_those_of_the_list() -> None:
    """`python -m twitchlog.findings.compile` was run after the last change of the TOML file."""
    assert compiling.COMPILED.read_text("utf-8") == compiling.as_text()


def test_every_urgent_point_has_its_rule() -> None:
    """What the list calls urgent-now is asked at entry, in the order of the list."""
    assert list(urgent.RULES) == list(urgent.points())
    assert list(urgent.points()) == [name for name, each in points().items() if each.urgency == "urgent-now"]


def test_urgent_wordings_have_nothing_to_fill_in() -> None:
    """An urgent text is said as it stands."""
    assert all(not list(_fields(each["wording"])) for each in urgent.points().values())


def test_the_rules_name_symptoms_of_the_vocabulary() -> None:
    """A symptom that was renamed would silence a rule."""
    named = urgent.REACTION_SIGNS | urgent.WITHDRAWAL_SIGNS | urgent.WITH_FEVER | urgent.WITH_BLADDER_OR_BOWEL
    alone = {"face_droop", "vision_loss", "slurred_speech", "double_vision", "drooping_eyelid", "breathless_rest"}
    others = {"seizure", "blackout", "bladder_bowel", "chest_pain"}
    assert all(vocabulary.knows("symptom", symptom) for symptom in named | alone | others)
    assert all(vocabulary.knows("trigger", trigger) for trigger in {*urgent.DRUG_TRIGGERS, urgent.ALCOHOL_LESS})


def test_the_windows_of_the_lookups_reach_as_far_as_the_rules() -> None:
    """What the diary is asked for is what the thresholds can need."""
    limits = {name: each["thresholds"] for name, each in urgent.points().items()}
    assert limits["cauda_equina_signs"]["together_days"] == urgent.SYMPTOM_DAYS
    assert limits["reaction_to_medicine"]["medicine_days"] == urgent.MEDICINE_DAYS
    assert limits["withdrawal_emergency"]["days"] + urgent.HABIT_DAYS == urgent.ALCOHOL_DAYS
    assert limits["reaction_to_medicine"]["together_hours"] / 24 < urgent.TWITCH_DAYS


def test_every_rule_of_the_catalogue_is_on_the_list() -> None:
    """A rule is named as its point."""
    assert all(rule.__name__ in points() for rule in RULES)


def _fields(wording: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(wording) if name]
