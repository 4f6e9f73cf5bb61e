"""A diary to import into, and files told in a few lines."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from twitchlog.exchange.own_csv import import_csv
from twitchlog.store.diary import Diary, open_diary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from twitchlog.exchange.reports import ImportReport

    TakeIn = Callable[..., ImportReport]

NOW = datetime.fromisoformat("2026-03-10T21:40:00+01:00")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    """An empty diary, open for writing."""
    with open_diary(str(tmp_path / "diary.db"), write=True) as opened:
        yield opened


@pytest.fixture
def take_in(book: Diary, tmp_path: Path) -> TakeIn:
    """A function that imports files into `book`: one keyword per file, `episodes="..."` for episodes.csv.

    `dry_run=True` only looks.
    """

    def import_files(*, dry_run: bool = False, **files: str) -> ImportReport:
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for name, text in files.items():
            (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
        return import_csv(book, str(folder), now=NOW, zone="Europe/Berlin", dry_run=dry_run)

    return import_files
