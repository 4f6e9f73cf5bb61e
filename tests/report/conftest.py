"""The diaries that the tests of the report share."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.report.diaries import TODAY, demo_facts, facts_of, frames_of, years

if TYPE_CHECKING:
    from twitchlog.report.summary import Summary


@pytest.fixture
def empty() -> Summary:
    """The summary of a diary without any entry."""
    return facts_of(frames_of([]))


@pytest.fixture
def three() -> Summary:
    """The summary of a diary with three entries, one of them a cramp, and one quiet day."""
    episodes = [
        {"day": TODAY - timedelta(days=5), "part": "eyelid", "duration_s": 30},
        {"day": TODAY - timedelta(days=2), "part": "calf", "intensity": 4, "activity": "sitting"},
        {"day": TODAY, "part": "calf", "kind": "cramp"},
    ]
    return facts_of(frames_of(episodes, quiet=[TODAY - timedelta(days=1)]))


@pytest.fixture(scope="session")
def three_years() -> Summary:
    """The summary of three years with 53 places and far more symptoms than a page holds."""
    return years(3)


@pytest.fixture(scope="session")
def demo() -> Summary:
    """The summary of the invented diary."""
    return demo_facts()
