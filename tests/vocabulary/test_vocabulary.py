"""The vocabulary: complete, fresh, and every word of it understood."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from twitchlog import vocabulary, words
from twitchlog.vocabulary import compile as compiling
from twitchlog.words.reading import LONGEST_PHRASE

NOW = datetime.fromisoformat("2026-03-04T21:40:00+01:00")
PHRASES = vocabulary.table("phrases")


def test_the_compiled_form_is_fresh() -> None:
    """After a change of a TOML file: python -m twitchlog.vocabulary.compile."""
    assert {name: path.read_text("utf-8") for name, path in compiling.FILES.items()} == compiling.as_texts()


@pytest.mark.parametrize(("name", "count"), [("part", 54), ("symptom", 39), ("trigger", 23)])
def test_nothing_of_the_reference_is_missing(name: str, count: int) -> None:
    """The lists have the length they were agreed with."""
    assert len(vocabulary.ids(name)) == count


def test_every_part_is_understood_by_its_id_and_its_words() -> None:
    """Each word that means a part is read as that part."""
    for phrase, said in PHRASES.items():
        if said.startswith("part:") and " " not in said:
            assert words.read_episode(phrase, NOW).episode.part == said.removeprefix("part:"), phrase


def test_every_trigger_is_understood_by_its_words() -> None:
    """Each word that means a trigger alone is read as that trigger beside a place."""
    for phrase, said in PHRASES.items():
        if said.startswith("trigger:") and " " not in said:
            assert words.read_episode(f"left calf twitch, {phrase}", NOW).episode.triggers == (
                said.removeprefix("trigger:"),
            ), phrase


def test_every_symptom_is_understood_by_its_words() -> None:
    """Each word that means a symptom is read as that symptom by `symptom`."""
    for phrase, said in PHRASES.items():
        if said.startswith("symptom:"):
            notes, _ = words.read_symptoms(phrase, NOW)
            assert [note.symptom for note in notes] == [said.removeprefix("symptom:")], phrase


def test_every_kind_is_understood_by_its_words() -> None:
    """Each word that means a kind is read as that kind."""
    for phrase, said in PHRASES.items():
        if said.startswith("kind:"):
            assert words.read_episode(f"left calf, {phrase}, yesterday", NOW).episode.kind == said.removeprefix(
                "kind:"
            ), phrase


def test_no_phrase_is_longer_than_the_reader_looks() -> None:
    """The reader's limit holds for every phrase that an option can name."""
    lists = [vocabulary.words_of(name) for name in compiling.SEPARATE]
    assert all(lists)
    assert max(len(phrase.split()) for table in (PHRASES, *lists) for phrase in table) <= LONGEST_PHRASE


def test_every_decision_has_its_reason() -> None:
    """A word that stands in two lists says why it means the one."""
    rows = tomllib.loads((Path(compiling.__file__).parent / "decided.toml").read_text("utf-8"))["decided"]
    assert all(row["reason"] for row in rows)


def test_a_word_in_two_lists_without_a_decision_is_refused() -> None:
    """Nobody can add such a word by accident."""
    with pytest.raises(ValueError, match="two lists"):
        compiling.refuse_undecided({"desk": [["trigger", "a"], ["activity", "b"]]}, {})


def test_what_else_may_be_asked_of_the_vocabulary() -> None:
    """Labels, regions and places, also for ids that nobody knows."""
    assert vocabulary.label("part", "calf") == "calf"
    assert vocabulary.label("part", "no_such") == "no such"
    assert vocabulary.region_of("calf") == "leg"
    assert vocabulary.place_of("upper_eyelid") == "eyelid"
    assert vocabulary.counts_as_twitch("twitch")
    assert not vocabulary.counts_as_twitch("cramp")
    assert vocabulary.place_label("leg", "calf", "left") == "left calf"
    assert vocabulary.place_label("leg", None, "both") == "leg, both sides"
    assert "calves" in vocabulary.phrases_of("part", "calf")
    assert "stretching" in vocabulary.phrases_of("relief", "stretching")
