"""Everyday phrases and what they mean, said on Wednesday 4 March 2026 at 21:40 in Berlin.

One line per phrase, in understood.txt what it says, in refused.txt the code of the refusal.
"""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from twitchlog import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.entry import When

NOW = datetime.fromisoformat("2026-03-04T21:40:00+01:00")

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def rows(name: str) -> list[tuple[str, str]]:
    """The phrases of a file with what is expected of them."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [(phrase, expected) for phrase, _, expected in (line.partition(" => ") for line in lines)]


def time_told(when: When) -> str:
    """A time in short: nothing for now."""
    if when.at is not None:
        return "" if when.at == NOW else f"@{when.at:%d %H:%M}"
    return f"@{when.day:%d} {when.part_of_day or 'day'}"


def told(line: str) -> str:
    """What a line says, in short: kind, place, then everything else that it says."""
    read = words.read_episode(line, NOW, zone="Europe/Berlin")
    episode = read.episode
    place = f"{episode.side} {episode.part or episode.region.upper()}".removeprefix("unspecified ")
    said = [f"{episode.kind} {place}", time_told(episode.when)]
    said += [episode.muscle or "", f"{episode.duration_s}s" if episode.duration_s else ""]
    said += [
        "" if episode.intensity is None else f"{episode.intensity}/10",
        episode.pattern or "",
        episode.activity or "",
    ]
    said += [
        *episode.triggers,
        *episode.sensations,
        *(f"relief:{of}" for of in episode.relief),
        *(f"no:{of}" for of in episode.denied),
    ]
    for note in read.symptoms:
        where = f"({note.side} {note.part or note.region})" if note.region else ""
        said.append(f"{'' if note.present else 'no:'}{'sudden:' if note.sudden else ''}{note.symptom}{where}")
    return " ".join(word for word in [*said, *(f"!{warned.code}" for warned in read.warnings)] if word)


@pytest.mark.parametrize(("phrase", "expected"), rows("understood.txt"))
def test_a_phrase_is_understood_as_it_is_meant(phrase: str, expected: str) -> None:
    """What people type every day means what they mean by it."""
    assert told(phrase) == expected


@pytest.mark.parametrize(("phrase", "code"), rows("refused.txt"))
def test_a_doubtful_phrase_is_refused_with_a_hint(phrase: str, code: str) -> None:
    """Where nobody can know, nothing is written, and the hint says what to type."""
    with pytest.raises(words.LineRefused) as refused:
        words.read_episode(phrase, NOW, zone="Europe/Berlin")
    assert refused.value.code == code
    assert refused.value.hint
    for line in (*refused.value.choices, *filter(None, [refused.value.suggestion])):
        words.read_episode(line, NOW, zone="Europe/Berlin")
