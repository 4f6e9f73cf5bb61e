"""What every test stands on: a home of its own, a zone that is the same everywhere, and a clock that can be set."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    At = Callable[..., None]

settings.register_profile("twitchlog", deadline=None, database=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("twitchlog")

FROM_OUTSIDE = (
    *("TWITCHLOG_DIARY", "TWITCHLOG_NOW", "TWITCHLOG_CONFIG"),
    *("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"),
    *("NO_COLOR", "FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "COLUMNS", "LINES"),
)
"""What the person who runs the tests may have set, and what would change an answer."""


def pytest_configure() -> None:
    """Begin in UTC, whatever zone the machine is in; a test that is somewhere else says so with `at`."""
    os.environ["TZ"] = "UTC"
    time.tzset()


@pytest.fixture(scope="session")
def pictures_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for matplotlib's list of fonts: finding them again in every empty home takes seconds."""
    folder = tmp_path_factory.getbasetemp().parent / "matplotlib"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, pictures_cache: Path) -> Iterator[Path]:
    """An empty home: no test ever finds, or touches, the diary of the person who runs it."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        patch.setenv("MPLCONFIGDIR", str(pictures_cache))
        for name in FROM_OUTSIDE:
            patch.delenv(name, raising=False)
        yield folder


@pytest.fixture
def diary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the diary of this test will be; the program is told, and nothing is there yet."""
    file = tmp_path / "diary.db"
    monkeypatch.setenv("TWITCHLOG_DIARY", str(file))
    return file


@pytest.fixture
def at() -> Iterator[At]:
    """A function that sets the present moment (ISO 8601 with offset) and the zone, in started programs too."""
    with pytest.MonkeyPatch.context() as patch:

        def fix(moment: str, tz: str = "Europe/Berlin") -> None:
            patch.setenv("TWITCHLOG_NOW", moment)
            patch.setenv("TZ", tz)
            time.tzset()

        yield fix
    time.tzset()
