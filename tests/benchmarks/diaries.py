"""Diaries of any size for measuring, written in seconds: the store makes the file, the rows go in by the thousand.

python -m tests.benchmarks.diaries FILE EPISODES [EPISODES_A_DAY]
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from twitchlog import clock
from twitchlog.entry import DAY_START_HOUR, Episode, When, diary_day, new_uid
from twitchlog.store import file
from twitchlog.store.rows import TABLES, row_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from datetime import date

PLACES = (("leg", "calf"), ("face", "eyelid"), ("leg", "thigh"), ("hand", "hand"), ("foot", "foot"))
SIDES = ("left", "right", "left", "unspecified", "both")
CHUNK = 10_000


def fill(path: str, episodes: int, per_day: int = 20) -> None:
    """Make a diary of so many episodes, so many a day, up to yesterday; journal and batches included.

    Every seventh day says nothing at all, so that unknown days are there to be counted.
    """
    connection = file.for_writing(path)
    today = diary_day(clock.now())
    span = -(-episodes // per_day)
    connection.execute("BEGIN IMMEDIATE")
    made: list[Episode] = []
    for number in range(episodes):
        made.append(episode(number, today - timedelta(days=span - number // per_day + (span - number // per_day) // 7)))
        if len(made) == CHUNK:
            write(connection, made)
            made = []
    write(connection, made)
    connection.execute("COMMIT")
    connection.execute("PRAGMA optimize")
    connection.close()


def episode(number: int, day: date) -> Episode:
    """The episode with this number, at some time of its day in UTC."""
    region, part = PLACES[number % len(PLACES)]
    begin = datetime.combine(day, time(DAY_START_HOUR), UTC)
    return Episode(
        id=number + 1,
        uid=new_uid(),
        when=When.moment(begin + timedelta(minutes=number * 37 % 1200), None),
        region=region,
        part=part,
        side=SIDES[number * 7 % len(SIDES)],
        duration_s=10 + number % 50,
        intensity=number % 11,
        triggers=("caffeine", "stress") if number % 3 else (),
        words=f"{part} {10 + number % 50}s {number % 11}/10",
    )


def write(connection: sqlite3.Connection, episodes: list[Episode]) -> None:
    """Put episodes in, each a step of its own, as if they had been typed one by one."""
    columns = TABLES["episode"].columns
    marks = ", ".join("?" * len(columns))
    found = [row_of(one) for one in episodes]
    connection.executemany(f"INSERT INTO episode ({', '.join(columns)}) VALUES ({marks})", rows_in(found, columns))  # noqa: S608 - names of ours
    connection.executemany(
        "INSERT INTO batch (id, time, command, words, state) VALUES (?, ?, 'add', ?, 'done')",
        [(row["id"], row["instant"], row["words"]) for row in found],
    )
    connection.executemany(
        "INSERT INTO journal (time, batch, action, table_name, uid, entry_id, before, after) "
        "VALUES (?, ?, 'add', 'episode', ?, ?, NULL, ?)",
        [(row["instant"], row["id"], row["uid"], row["id"], json.dumps(row, ensure_ascii=False)) for row in found],
    )


def rows_in(found: list[dict[str, object]], columns: tuple[str, ...]) -> Iterator[list[object]]:
    """The values of some rows, in the order of the columns."""
    return ([row[column] for column in columns] for row in found)


if __name__ == "__main__":
    fill(sys.argv[1], *(int(number) for number in sys.argv[2:]))
