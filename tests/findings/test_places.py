"""Places: which entries are of one place, at each level."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from twitchlog.findings.as_of import DiaryAsOf

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.frames import DiaryFrames

    DiaryOf = Callable[..., DiaryFrames]


def places(frames: DiaryFrames, level: str = "place") -> dict[str, int]:
    """The places of a level by their label, with their number of twitch days."""
    found = DiaryAsOf(frames, as_of=date(2026, 12, 31)).at_level(level)
    return dict(sorted((place.label, len(days)) for place, days in found.items()))


def test_left_and_right_are_two_places(diary_of: DiaryOf) -> None:
    """The same part on either side is two places, and one part."""
    diary = diary_of("2026-03-01 calf left\n2026-03-02 calf right")
    assert places(diary) == {"left calf": 1, "right calf": 1}
    assert places(diary, "part") == {"calf (either side)": 2}


def test_both_counts_for_each_side(diary_of: DiaryOf) -> None:
    """An entry for both sides is of the left and of the right place."""
    assert places(diary_of("2026-03-01 calf both\n2026-03-02 calf left")) == {"left calf": 2, "right calf": 1}


def test_the_lids_of_one_eye_are_one_place(diary_of: DiaryOf) -> None:
    """Upper lid, lower lid and "eyelid" of one side are one place."""
    diary = diary_of("2026-03-01 upper_eyelid left\n2026-03-02 lower_eyelid left\n2026-03-03 eyelid left")
    assert places(diary) == {"left eyelid": 3}


def test_a_part_and_its_parent_are_one_place(diary_of: DiaryOf) -> None:
    """The lower leg is of the calf's place where the diary knows that calf; of another side it is not."""
    assert places(diary_of("2026-03-01 calf left\n2026-03-02 lower_leg left")) == {"left calf": 2}
    assert places(diary_of("2026-03-01 calf left\n2026-03-02 lower_leg right")) == {
        "left calf": 1,
        "right lower leg": 1,
    }


def test_two_children_of_one_parent_stay_two_places(diary_of: DiaryOf) -> None:
    """Calf and shin are two places; an entry of the lower leg is of either."""
    diary = "2026-03-01 calf left\n2026-03-02 shin left"
    assert places(diary_of(diary)) == {"left calf": 1, "left shin": 1}
    assert places(diary_of(diary + "\n2026-03-03 lower_leg left")) == {"left calf": 2, "left shin": 2}


def test_a_parent_alone_is_a_place(diary_of: DiaryOf) -> None:
    """Where neither calf nor shin was noted, the lower leg is the place."""
    assert places(diary_of("2026-03-01 lower_leg left")) == {"left lower leg": 1}


def test_an_entry_without_a_side_makes_no_place_beside_one_with_a_side(diary_of: DiaryOf) -> None:
    """“calf” joins at the level of the part, whichever came first; it is not a third place."""
    diary = diary_of("2026-03-01 calf\n2026-03-02 calf left\n2026-03-03 lower_leg")
    assert places(diary) == {"left calf": 1}
    assert places(diary, "part") == {"calf (either side)": 3}


def test_an_entry_without_a_side_is_a_place_where_no_side_was_ever_given(diary_of: DiaryOf) -> None:
    """A person who never says the side has one calf in the diary."""
    assert places(diary_of("2026-03-01 calf\n2026-03-02 calf\n2026-03-02 jaw left")) == {"calf": 2, "left jaw": 1}


def test_a_part_without_sides_is_one_place(diary_of: DiaryOf) -> None:
    """The tongue is one place, whatever side was said."""
    assert places(diary_of("2026-03-01 tongue\n2026-03-02 tongue left\n2026-03-03 tongue middle")) == {"tongue": 3}


def test_the_middle_is_a_place_of_its_own(diary_of: DiaryOf) -> None:
    """The middle of the back is neither its left nor its right."""
    diary = diary_of("2026-03-01 lower_back middle\n2026-03-01 back left")
    assert places(diary) == {"left back": 1, "middle of the back": 1}


def test_a_region_alone_counts_for_the_region(diary_of: DiaryOf) -> None:
    """“leg” makes no place and no part, but a day on which the leg twitched."""
    diary = diary_of("2026-03-01 leg\n2026-03-02 calf left\n2026-03-03 jaw")
    assert places(diary) == {"jaw": 1, "left calf": 1}
    assert places(diary, "region") == {"the face": 1, "the leg": 2}
    assert list(places(diary, "anywhere").values()) == [3]


def test_what_is_no_twitch_makes_no_place(diary_of: DiaryOf) -> None:
    """Cramps and sleep starts are of no place here."""
    assert places(diary_of("2026-03-01 calf left cramp\n2026-03-02 thigh right sleep_start")) == {}
