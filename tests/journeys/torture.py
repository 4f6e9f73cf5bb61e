"""Killing `add` at random moments, and many writers at once: what was acknowledged is there, and nothing is half there.

    python -m tests.journeys.torture [KILLS]

Needs no knowledge of how the program writes: it looks at what was printed, and then into the file.
"""

from __future__ import annotations

import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from tests.program import SCRIPT, twitchlog, uncounted
from twitchlog.records import Record

SEED = 20260302
LONGER = 1.5
"""Moments are drawn from nothing to this many times the usual duration, so that some come after the end."""

ACKNOWLEDGED = re.compile(r"^(\d+): ", re.MULTILINE)

HALF_ENTRIES = {
    "episodes without their journal row": (
        "SELECT count(*) FROM episode WHERE NOT EXISTS "
        "(SELECT 1 FROM journal WHERE entry_id = episode.id AND journal.uid = episode.uid AND action = 'add')"
    ),
    "journal rows without their entry": (
        "SELECT count(*) FROM journal "
        "WHERE table_name = 'episode' AND NOT EXISTS (SELECT 1 FROM episode WHERE id = entry_id)"
    ),
    "journal rows without their step": (
        "SELECT count(*) FROM journal WHERE NOT EXISTS (SELECT 1 FROM batch WHERE batch.id = journal.batch)"
    ),
    "steps without a journal row": (
        "SELECT count(*) FROM batch WHERE NOT EXISTS (SELECT 1 FROM journal WHERE journal.batch = batch.id)"
    ),
}
"""What a half-written entry would look like, and how many there are."""


class Outcome(Record):
    """What came of it: how many were started, acknowledged and stored, and what is wrong."""

    started: int
    acknowledged: int
    stored: int
    wrong: tuple[str, ...]


def words(number: int) -> list[str]:
    """A line that can be told from every other one by its note."""
    return ["add", "left", "calf", "30s", "4/10", "--", f"number {number}"]


def kill_while_adding(path: str, times: int, seed: int = SEED) -> Outcome:
    """Start `add` so many times and kill each at a random moment; look into the diary after each."""
    env = {**uncounted(), "TWITCHLOG_DIARY": path}
    usual = usual_duration(env)
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    promised: dict[int, str] = {}
    wrong: list[str] = []
    for number in range(times):
        acknowledged = killed_after(chance.uniform(0, LONGER * usual), number, env)
        if acknowledged is not None:
            promised[acknowledged] = f"number {number}"
        wrong += [f"after kill {number}: {what}" for what in wrong_with(path, promised)]
    return Outcome(started=times, acknowledged=len(promised), stored=len(notes(path)), wrong=tuple(wrong))


def usual_duration(env: dict[str, str]) -> float:
    """Seconds that an undisturbed `add` takes on this machine; into another diary, which is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        taken = []
        for number in range(5):
            begin = time.perf_counter()
            twitchlog(*words(number), env={**env, "TWITCHLOG_DIARY": os.path.join(folder, "diary.db")})
            taken.append(time.perf_counter() - begin)
    return median(taken)


def killed_after(seconds: float, number: int, env: dict[str, str]) -> int | None:
    """Start `add`, kill it after some seconds, and say which id it had acknowledged by then."""
    started = subprocess.Popen(
        [SCRIPT, *words(number)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8", env=env
    )
    time.sleep(seconds)
    started.kill()
    answer, _ = started.communicate(timeout=60)
    found = ACKNOWLEDGED.search(answer)
    return int(found[1]) if found else None


def write_at_once(path: str, writers: int, each: int) -> Outcome:
    """Let many writers add entries at the same time, each one after the other."""
    env = {**uncounted(), "TWITCHLOG_DIARY": path}

    def write(writer: int) -> list[tuple[int, str]]:
        acknowledged = []
        for number in range(writer * each, (writer + 1) * each):
            found = ACKNOWLEDGED.search(twitchlog(*words(number), env=env).stdout)
            if found:
                acknowledged.append((int(found[1]), f"number {number}"))
        return acknowledged

    with ThreadPoolExecutor(writers) as pool:
        said = [one for some in pool.map(write, range(writers)) for one in some]
    wrong = wrong_with(path, dict(said))
    if len({number for number, _ in said}) < len(said):
        wrong.append("one id was given twice")
    return Outcome(started=writers * each, acknowledged=len(said), stored=len(notes(path)), wrong=tuple(wrong))


def notes(path: str) -> dict[int, str]:
    """The notes of all episodes by id; opening the file also undoes what was under way when its writer was killed."""
    if not os.path.exists(path) or not os.path.getsize(path):
        return {}
    connection = sqlite3.connect(path)
    try:
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            return {}
        return dict(connection.execute("SELECT id, note FROM episode").fetchall())
    finally:
        connection.close()


def wrong_with(path: str, promised: dict[int, str]) -> list[str]:
    """What is lost, half there or damaged in a diary; nothing where all is well."""
    stored = notes(path)
    wrong = [f"entry {number} is lost" for number, note in promised.items() if stored.get(number) != note]
    if not stored:
        return wrong
    connection = sqlite3.connect(path)
    try:
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        if sound != "ok":
            wrong.append(f"the file is damaged: {sound}")
        for what, query in HALF_ENTRIES.items():
            (count,) = connection.execute(query).fetchone()
            if count:
                wrong.append(f"{count} {what}")
    finally:
        connection.close()
    return wrong


def main() -> None:
    """Kill, then write at once; say what came of it, and leave with 1 if anything was lost."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        outcomes = {
            f"{times} kills": kill_while_adding(os.path.join(folder, "killed.db"), times),
            "8 writers at once": write_at_once(os.path.join(folder, "many.db"), 8, 25),
        }
    for what, outcome in outcomes.items():
        sys.stdout.write(
            f"{what}: {outcome.started} started, {outcome.acknowledged} acknowledged, {outcome.stored} stored, "
            f"{len(outcome.wrong)} wrong\n"
        )
        sys.stdout.writelines(f"  {line}\n" for line in outcome.wrong)
    sys.exit(any(outcome.wrong for outcome in outcomes.values()))


if __name__ == "__main__":
    main()
