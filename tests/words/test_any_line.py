"""Whatever is typed: an entry or a kind refusal, never anything else, and never an entry in the future."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twitchlog import vocabulary, words
from twitchlog.clock import local
from twitchlog.entry import Episode, When, diary_day
from twitchlog.errors import TwitchlogError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOW = datetime.fromisoformat("2026-03-04T21:40:00+01:00")
NUMBERS = [
    "0",
    "1",
    "2.5",
    "7",
    "10",
    "30",
    "1h30",
    "22:30",
    "7pm",
    "99:99",
    "3/4",
    "4/10",
    "11/10",
    "2026-03-01",
    "2026-03-29 02:30",
    "1e9",
    "9" * 30,
    "½",
]
TIMES = [
    "ago", "yesterday", "today", "mon", "last", "night", "this morning", "at",
    "from", "to", "march", "min", "s", "hours", "days", "weeks",
    "now",
    "midnight", "tomorrow", "tonight", "half", "quarter", "past", "in the evening", "o'clock", "last night",
    "2 days ago",
]  # fmt: skip
MARKS = [
    ",",
    "-",
    "+",
    "&",
    "(",
    ")",
    "--",
    "/",
    "?",
    "~",
    "no",
    "not",
    "and",
    "or",
    "but",
    "helped",
    "suddenly",
    "x",
    "times",
    "5 times a minute",
]
FRAGMENTS = st.sampled_from([*vocabulary.table("phrases"), *NUMBERS * 8, *TIMES * 8, *MARKS * 8])
LINES = st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=9).map(" ".join))


@pytest.fixture(autouse=True, scope="module")
def _in_berlin() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


def check(refused: TwitchlogError) -> None:
    """A refusal is printable and has a hint."""
    assert (refused.text + refused.hint).isprintable()
    assert refused.hint


def is_past(when: When) -> bool:
    """Whether a time is not in the future."""
    return when.day <= diary_day(NOW) if when.at is None else when.at.astimezone(UTC) <= NOW.astimezone(UTC)


@settings(max_examples=600, deadline=None)
@given(line=LINES)
def test_any_line_is_an_entry_or_a_refusal(line: str) -> None:
    """An entry keeps the words and lies in the past; each way out of a refusal is passable."""
    try:
        read = words.read_episode(line, local(NOW))
    except words.LineRefused as refused:
        check(refused)
        for way_out in (*refused.choices, *filter(None, [refused.suggestion])):
            words.read_episode(way_out, local(NOW))
        return
    assert read.episode.words == line
    assert is_past(read.episode.when)
    assert all(is_past(note.when) for note in read.symptoms)


@settings(max_examples=300, deadline=None)
@given(line=LINES)
@pytest.mark.parametrize("read", [words.read_symptoms, words.read_days, words.read_day])
def test_any_line_of_the_other_commands_is_read_or_refused(read: Callable[[str, datetime], object], line: str) -> None:
    """`symptom`, `quiet` and `day` raise nothing but a TwitchlogError, too."""
    try:
        read(line, local(NOW))
    except TwitchlogError as refused:
        check(refused)


@settings(max_examples=300, deadline=None)
@given(
    line=LINES,
    name=st.sampled_from(
        ["part", "side", "for", "intensity", "at", "trigger", "kind", "muscle", "relief", "symptom", "note"]
    ),
)
def test_any_change_and_any_option_is_read_or_refused(line: str, name: str) -> None:
    """`edit` and the options raise nothing but a TwitchlogError, too."""
    episode = Episode(uid="e", when=When.moment(NOW, None), region="leg", part="calf", side="left")
    for read in (
        lambda: words.read_changes(line, local(NOW), episode),
        lambda: words.read_episode("left calf", local(NOW), options={name: [line]}),
    ):
        try:
            read()
        except TwitchlogError as refused:
            check(refused)
