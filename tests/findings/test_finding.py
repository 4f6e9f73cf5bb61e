"""What a finding is, and how its dates, names and numbers are said."""

from __future__ import annotations

import pytest

from twitchlog.findings.finding import CANNOT_SAY, NO, Finding


def test_something_is_missing_exactly_when_nothing_can_be_said() -> None:
    """“Cannot say” names what is missing; yes and no have nothing missing."""
    Finding(id="x", answer=CANNOT_SAY, urgency="routine", title="X", text="X.", missing="1 more recorded day")
    with pytest.raises(ValueError, match="missing"):
        Finding(id="x", answer=CANNOT_SAY, urgency="routine", title="X", text="X.")
    with pytest.raises(ValueError, match="missing"):
        Finding(id="x", answer=NO, urgency="routine", title="X", text="X.", missing="1 more recorded day")


def test_there_are_three_answers() -> None:
    """There is no “maybe”, and no urgency that the list does not have."""
    with pytest.raises(ValueError, match="maybe"):
        Finding(id="x", answer="maybe", urgency="routine", title="X", text="X.")
    with pytest.raises(ValueError, match="panic"):
        Finding(id="x", answer=NO, urgency="panic", title="X", text="X.")


def test_a_finding_without_evidence_shows_nulls() -> None:
    """What is absent is null, never an invented value."""
    shown = Finding(id="x", answer=NO, urgency="routine", title="X", text="X.").as_json()
    assert (shown["first"], shown["last"], shown["missing"], shown["places"]) == (None, None, None, [])
