"""A phone session, two terminals and a script write to one diary: all of it arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.torture import write_at_once

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_eight_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Eight writers, five entries each, into a diary that none of them has made yet: forty ids, forty entries."""
    outcome = write_at_once(str(tmp_path / "diary.db"), 8, 5)
    assert outcome.wrong == ()
    assert outcome.acknowledged == outcome.stored == 40
