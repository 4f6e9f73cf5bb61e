"""How long commands take, in multiples of Python's own start, pair by pair. Prints a table and judges nothing.

    python -m tests.benchmarks.ratios [--times 15] [--quick] [--million]

Each row is run `--times` times, each time beside a `python -c pass` of the same environment; the table shows the median
of the ratios, the middle half of them, the same for user + system time, and the most memory any run took. A shared
machine is noisy: compare rows of one run, and look at the middle half before believing a difference.
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from statistics import median, quantiles
from typing import TYPE_CHECKING

from tests.imports import ROOT
from tests.program import SCRIPT, uncounted
from twitchlog.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (0, 10_000, 100_000)
BARE = [sys.executable, "-c", "pass"]
INSERT = (
    "import sqlite3; c = sqlite3.connect(sys.argv[1]); c.execute('INSERT INTO t VALUES (1)'); c.commit(); c.close()"
)


class Cost(Record):
    """What one process took: seconds on the wall, seconds of processor time, MB of memory at most."""

    wall: float
    processor: float
    memory: float


class Measured(Record):
    """One row of the table: ratios to a bare Python, run by run, and MB at most."""

    what: str
    at_most: str
    wall: tuple[float, ...]
    processor: tuple[float, ...]
    memory: float


class Work(Record):
    """Something to measure: what it is called, its budget, and what is run the nth time."""

    what: str
    at_most: str
    argv: Callable[[int], list[str]]


class Failed(Exception):
    """A command that was to be measured did not end well."""


def cost_of(argv: list[str], env: dict[str, str]) -> Cost:
    """Run a program, its answer thrown away, and say what it took.

    Raises:
        Failed: It left with another code than 0.
    """
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)]
    begin = time.perf_counter()
    pid = os.posix_spawn(argv[0], argv, env, file_actions=quiet)
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) != 0:
        raise Failed(" ".join(argv))
    return Cost(wall=wall, processor=used.ru_utime + used.ru_stime, memory=used.ru_maxrss / 1024)


def measure(work: Work, env: dict[str, str], times: int) -> Measured:
    """Run some work beside a bare Python, so many times; a first run that warms the disk is not counted."""
    cost_of(work.argv(0), env)
    pairs = [(cost_of(BARE, env), cost_of(work.argv(number), env)) for number in range(1, times + 1)]
    return Measured(
        what=work.what,
        at_most=work.at_most,
        wall=tuple(done.wall / bare.wall for bare, done in pairs),
        processor=tuple(done.processor / bare.processor for bare, done in pairs),
        memory=max(done.memory for _, done in pairs),
    )


def command(typed: str, at_most: str, name: str | None = None) -> Work:
    """A command of twitchlog; `{n}` is the number of the run and `{day}` another day each time."""

    def argv(number: int) -> list[str]:
        day = date(1990, 1, 1) + timedelta(days=number)
        return [SCRIPT, *(word.format(n=number, day=day) for word in typed.split())]

    return Work(what=name or typed, at_most=at_most, argv=argv)


def quick_words() -> list[Work]:
    """The commands that must not keep anyone waiting; `undo` takes back what the ones before it wrote."""
    return [
        command("add left calf 30s 4/10 after coffee", "3"),
        command("quiet {day}", "3", "quiet DATE"),
        command("undo", "3"),
        command("redo", "3"),
        command("list", "3"),
        command("today", "3"),
    ]


def typer_door() -> list[Work]:
    """Commands that draw nothing, through typer."""
    return [command("show 1", "16"), command("list --json", "16"), command("--help", "16")]


def analyses(folder: str) -> list[Work]:
    """Commands that need pandas, on a diary of 90 days."""
    return [
        command("flags", "75"),
        command(f"chart week -o {folder}/week.png", "55", "chart week -o week.png"),
        command(f"report {folder}/visit.pdf", "85", "report visit.pdf"),
        command(f"report {folder}/visit.html", "-", "report visit.html"),
    ]


def references(folder: str) -> list[Work]:
    """What cannot be got round: SQLite's own insert, and what the packages cost that the quick words do without."""
    database = os.path.join(folder, "bare.db")
    first = f"import sys; sys.argv[1:] = [{database!r}]; "
    cost_of(
        [sys.executable, "-c", first + "import sqlite3; sqlite3.connect(sys.argv[1]).execute('CREATE TABLE t (n)')"], {}
    )
    inserted = Work(what="a bare sqlite3 insert", at_most="-", argv=lambda _: [sys.executable, "-c", first + INSERT])
    return [inserted, *(imported(name) for name in ("sqlite3", "typer", "sqlmodel", "pandas", "matplotlib.figure"))]


def imported(name: str) -> Work:
    """The import of one package."""
    return Work(what=f"import {name}", at_most="-", argv=lambda _: [sys.executable, "-c", f"import {name}"])


def table(times: int, sizes: tuple[int, ...] = SIZES, *, heavy: bool = True, million: bool = False) -> Iterator[str]:
    """The lines of the table, each as soon as it is known."""
    with tempfile.TemporaryDirectory() as folder:
        yield f"{'ratio to a bare Python':<58}{'at most':>8}{'median':>9}{'middle half':>16}{'processor':>11}{'MB':>7}"
        if heavy:
            yield from said("references", references(folder), surroundings(folder), times)
        known: dict[tuple[int, str], float] = {}
        for size in sizes:
            env = surroundings(folder, f"{size}.db", size)
            for work in [*quick_words(), *(typer_door() if size else [])]:
                found = measure(work, env, times)
                known[size, work.what] = median(found.wall)
                yield line(f"{work.what}, {size:,} episodes", found)
        yield from growth(known)
        if heavy:
            yield from said("90 days", analyses(folder), surroundings(folder, "90.db", 270, per_day=3), times)
        if million:
            yield from said("1,000,000 episodes", analyses(folder)[:2], surroundings(folder, "m.db", 1_000_000), times)


def surroundings(folder: str, name: str = "none.db", size: int = 0, per_day: int = 20) -> dict[str, str]:
    """An environment with a home of its own and a diary of so many episodes.

    The diary is made by another process: a started program's memory is counted from that of the one that started it.
    """
    path = os.path.join(folder, name)
    if size:
        made = [sys.executable, "-m", "tests.benchmarks.diaries", path, str(size), str(per_day)]
        subprocess.run(made, check=True, cwd=ROOT)
    return {**as_people_have_it(), "HOME": folder, "XDG_DATA_HOME": folder, "TWITCHLOG_DIARY": path}


def as_people_have_it() -> dict[str, str]:
    """The environment without what only developers set, such as PYTHONDONTWRITEBYTECODE."""
    return {name: value for name, value in uncounted().items() if not name.startswith("PYTHON")}


def said(of: str, works: list[Work], env: dict[str, str], times: int) -> Iterator[str]:
    """The lines of some rows that share a diary."""
    for work in works:
        yield line(f"{work.what} ({of})", measure(work, env, times))


def line(what: str, found: Measured) -> str:
    """One row as it is printed."""
    low, _, high = quantiles(found.wall, n=4) if len(found.wall) > 1 else (found.wall[0],) * 3
    middle = f"{low:.2f} - {high:.2f}"
    return (
        f"{what:<58}{found.at_most:>8}{median(found.wall):>9.2f}{middle:>16}"
        f"{median(found.processor):>11.2f}{found.memory:>7.0f}"
    )


def growth(known: dict[tuple[int, str], float]) -> Iterator[str]:
    """How each quick word grows from the middle size to the largest: the exponent of a power law (budget 0.05)."""
    sizes = sorted({size for size, _ in known if size})
    if len(sizes) > 1:
        small, large = sizes[-2:]
        for work in quick_words():
            exponent = math.log(known[large, work.what] / known[small, work.what]) / math.log(large / small)
            yield f"{f'growth of {work.what}, {small:,} to {large:,}':<58}{'0.05':>8}{exponent:>9.3f}"


def main() -> None:
    """Print the table for this environment."""
    asked = argparse.ArgumentParser(description="How long commands take, in multiples of Python's own start.")
    asked.add_argument("--times", type=int, default=15, help="pairs in each row (15)")
    asked.add_argument("--quick", action="store_true", help="leave out what needs pandas")
    asked.add_argument("--million", action="store_true", help="also a diary of a million episodes; takes minutes")
    given = asked.parse_args()
    for row in table(given.times, heavy=not given.quick, million=given.million):
        sys.stdout.write(row + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
