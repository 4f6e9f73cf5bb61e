"""The traps of the stack this is built on, each held by a test."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import typing
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from tests.imports import ROOT, imports_of, sources
from tests.program import uncounted
from twitchlog.cli.app import app
from twitchlog.store import ddl, migrations, rows, schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EPISODE: dict[str, Any] = {
    "id": 1,
    "uid": "019c-one",
    "day": "2026-03-02",
    "instant": 1772484000,
    "offset_s": 3600,
    "zone": "Europe/Berlin",
    "precision": "minute",
    "kind": "twitch",
    "region": "leg",
    "part": "calf",
    "side": "left",
    "duration_s": 30,
    "intensity": 4,
    "triggers": "",
    "sensations": "",
    "relief": "",
    "denied": "",
    "source": "typed",
}
SYMPTOM = {
    **{name: EPISODE[name] for name in ("id", "uid", "day", "side", "source")},
    "precision": "day",
    "symptom": "fever",
    "present": 1,
}
MEDICINE = {"id": 1, "uid": "m", "name": "magnesium", "day": "2026-03-02", "action": "start", "suspected": 0}

WRONG: list[dict[str, Any]] = [
    {"intensity": 11},
    {"intensity": -1},
    {"intensity": 4.5},
    {"duration_s": 0},
    {"duration_s": 7 * 86_400 + 1},
    {"side": "inside"},
    {"side": None},
    {"precision": "hour"},
    {"precision": "day"},
    {"precision": "part_of_day", "instant": None, "offset_s": None},
    {"instant": None},
    {"offset_s": None},
    {"offset_s": 86_400},
    {"instant": "last night"},
    {"instant": 1772484000.5},
    {"day": "2026-02-30"},
    {"day": "yesterday"},
    {"part_of_day": "teatime"},
    {"region": None},
    {"uid": None},
]
"""What no episode can be, each beside an otherwise right row."""

REFUSED_BY_THE_MODEL: list[dict[str, Any]] = [
    *(
        {"intensity": 11},
        {"intensity": -1},
        {"duration_s": 0},
        {"side": None},
        {"instant": "last night"},
        {"offset_s": 86_400},
    ),
    *({"day": "2026-02-30"}, {"region": None}, {"region": ""}, {"uid": None}, {"uid": ""}, {"kind": ""}),
]
"""What `model_validate` sees: types and limits. Lists of words, and what depends on two columns, are the table's."""

ELSEWHERE: list[tuple[str, dict[str, Any]]] = [
    ("symptom", SYMPTOM | {"present": 2}),
    ("symptom", SYMPTOM | {"severity": 11}),
    ("day", {"date": "2026-03-02", "twitching": "perhaps", "checked_in": 1}),
    ("day", {"date": "2 March", "checked_in": 1}),
    ("day_factor", {"date": "2026-03-02", "factor": "stress", "amount": -1}),
    ("medicine", MEDICINE | {"action": "double"}),
    ("medicine", MEDICINE | {"suspected": 2}),
    ("change", {"id": 1, "uid": "c", "what": "less coffee", "start": "2026-03-02", "end": "2026-03-01"}),
    ("journal", {"seq": 1, "time": 1, "batch": 1, "action": "add", "table_name": "episode", "uid": "u"}),
]
"""What no other entry can be, each wrong in one column."""

COMMANDS = (
    ["add", "left", "calf", "30s", "4/10", "after", "coffee"],
    ["symptom", "weakness", "left", "hand"],
    ["day", "sleep", "6.5h", "stress", "7"],
    ["quiet", "yesterday"],
    ["list"],
    ["today", "--json"],
    ["flags"],
    ["chart", "week", "-o", "{folder}/week.png"],
    ["report", "{folder}/visit.pdf"],
    ["report", "{folder}/visit.html"],
    ["export", "csv", "{folder}/out"],
    ["import", "csv", "{folder}/out"],
    ["undo"],
    ["where"],
    ["--help"],
)

DATA = ("toml", "json", "sql", "typ", "css")


@pytest.fixture
def diary() -> Iterator[sqlite3.Connection]:
    """An empty diary as the migrations make it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrations.take(connection, 0)
    yield connection
    connection.close()


def put(diary: sqlite3.Connection, row: dict[str, Any]) -> None:
    """Write an episode's row as it is, past every check of the program."""
    marks = ", ".join("?" * len(row))
    diary.execute(f"INSERT INTO episode ({', '.join(row)}) VALUES ({marks})", list(row.values()))  # noqa: S608 - names of ours


# ---------------------------------------------------------------- SQLModel and SQLite


def test_a_table_class_stores_whatever_it_is_given() -> None:
    """The trap itself: a `table=True` class checks nothing when it is made."""
    assert schema.EpisodeRow(**{**EPISODE, "intensity": 11}).intensity == 11


def test_a_right_row_is_taken_by_the_model_and_by_the_table(diary: sqlite3.Connection) -> None:
    """The row that the wrong ones differ from is right."""
    assert schema.EpisodeRow.model_validate(EPISODE).part == "calf"
    put(diary, EPISODE)
    assert diary.execute("SELECT intensity FROM episode").fetchall() == [(4,)]


@pytest.mark.parametrize("wrong", REFUSED_BY_THE_MODEL, ids=str)
def test_model_validate_is_the_first_wall(wrong: dict[str, Any]) -> None:
    """A row that goes through `model_validate` is refused before it comes near the file."""
    with pytest.raises(ValidationError):
        schema.EpisodeRow.model_validate(EPISODE | wrong)


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_the_constraints_are_the_second_wall(diary: sqlite3.Connection, wrong: dict[str, Any]) -> None:
    """Whatever writes to the file, no impossible episode gets in."""
    with pytest.raises(sqlite3.IntegrityError):
        put(diary, EPISODE | wrong)


@pytest.mark.parametrize(("table", "row"), ELSEWHERE, ids=lambda value: value if isinstance(value, str) else "")
def test_every_table_has_its_second_wall(diary: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    """Each kind of entry has limits of its own, and the file knows them."""
    columns = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join("?" * len(row))
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        diary.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(row.values()))  # noqa: S608 - names of ours


# ---------------------------------------------------------------- one schema, said three times


def test_the_sum_of_the_migrations_is_the_schema(diary: sqlite3.Connection) -> None:
    """An old diary that took every step, and the SQLModel classes, are the same tables, indexes and views."""
    defined = sqlite3.connect(":memory:")
    for statement in ddl.statements():
        defined.execute(statement)
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    assert plain_sql(diary.execute(query)) == plain_sql(defined.execute(query))
    defined.close()


def plain_sql(found: sqlite3.Cursor) -> list[tuple[str, ...]]:
    """What a database defines, with white space that means nothing taken out."""
    return [tuple(re.sub(r"\s+", " ", text or "").strip() for text in row) for row in found]


@pytest.mark.parametrize("table", list(rows.TABLES))
def test_rows_and_schema_name_the_same_columns(table: str, diary: sqlite3.Connection) -> None:
    """What the daily path reads and writes is what the schema defines, name by name."""
    defined = {column.name: column.primary_key for column in next(t for t in ddl.tables() if t.name == table).columns}
    stored = {name for _, name, *_ in diary.execute(f"PRAGMA table_info({table})")}
    assert set(rows.TABLES[table].columns) == set(defined) == stored
    assert set(rows.TABLES[table].key) == {name for name, key in defined.items() if key}


def test_the_version_is_the_highest_numbered_step(diary: sqlite3.Connection) -> None:
    """A new step is not forgotten in LATEST, and no number is left out."""
    folder = os.path.dirname(migrations.__file__)
    numbers = sorted(int(name[:4]) for name in os.listdir(folder) if name.endswith(".sql"))
    assert numbers == list(range(1, migrations.LATEST + 1))
    assert diary.execute("PRAGMA user_version").fetchone() == (migrations.LATEST,)
    assert diary.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION_ID,)


def test_every_table_has_a_view_for_people(diary: sqlite3.Connection) -> None:
    """Whoever opens the file with another tool reads dates and words there, not seconds."""
    put(diary, EPISODE)
    assert diary.execute('SELECT "when" FROM episode_readable').fetchone() == ("2026-03-02 21:40:00+01:00",)
    views = {name for (name,) in diary.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert views == {f"{table.name}_readable" for table in ddl.tables()}


# ---------------------------------------------------------------- imports that cost or break


@pytest.mark.parametrize("module", sorted(sources()))
def test_no_module_imports_what_is_not_there_or_costs_too_much(module: str) -> None:
    """`click` is no longer typer's; pyplot and scipy.stats take longer than all that they would do here."""
    refused = ("click", "matplotlib.pyplot", "pylab", "scipy.stats", "statsmodels")
    found = {name for name in imports_of(module) if name.startswith(refused)}
    assert not found


def test_relationships_need_annotations_that_are_there() -> None:
    """`Relationship` breaks where annotations are only text."""
    using = [name for name in sources() if "sqlmodel.Relationship" in imports_of(name)]
    assert not [name for name in using if "__future__.annotations" in imports_of(name)]


def test_the_types_of_every_command_are_there_at_run_time() -> None:
    """Typer reads annotations when it runs: a type imported for the type checker alone would break the command."""
    callbacks = [command.callback for one in (app, *groups(app)) for command in one.registered_commands]
    assert callbacks
    for callback in callbacks:
        assert typing.get_type_hints(callback, include_extras=True)["return"] is type(None)


def groups(app: Any) -> list[Any]:
    """The command groups inside a typer app, such as `chart` and `import`."""
    inside = [group.typer_instance for group in app.registered_groups]
    return [*inside, *(deeper for group in inside for deeper in groups(group))]


# ---------------------------------------------------------------- no network, and nothing left out


WATCH = """
import runpy, sys
DOORS = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.sendto", "socket.bind")
def watch(event, args):
    if event.startswith(DOORS):
        sys.stderr.write(f"NETWORK {event}\\n")
        sys.stderr.flush()
        raise SystemExit(99)
sys.addaudithook(watch)
"""
"""Stops a program that goes to the network; an audit hook can't be taken off again."""

PROGRAM = "sys.argv[0] = 'twitchlog'; runpy.run_module('twitchlog', run_name='__main__')"
CALLER = "import socket; socket.create_connection(('127.0.0.1', 9))"


def watched(code: str, *typed: str) -> subprocess.CompletedProcess[str]:
    """Run a program under the watch."""
    return subprocess.run(
        [sys.executable, "-c", WATCH + code, *typed],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=uncounted(),
        cwd=ROOT,
        timeout=120,
    )


@pytest.mark.slow
@pytest.mark.usefixtures("diary_file")
def test_no_command_uses_the_network(tmp_path: Path) -> None:
    """An evening, the flags, a picture, a page, an export and an import, and no socket asked for."""
    for command in COMMANDS:
        done = watched(PROGRAM, *(word.format(folder=tmp_path) for word in command))
        assert "NETWORK" not in done.stderr, command
        assert done.returncode == 0, (command, done.stderr)


def test_the_watch_would_see_it() -> None:
    """The test above can fail: a program that opens a connection is stopped."""
    done = watched(CALLER)
    assert "NETWORK socket" in done.stderr
    assert done.returncode == 99


def test_the_page_asks_for_no_package_from_elsewhere() -> None:
    """Typst would fetch what a template imports by `@`; ours imports nothing."""
    with open(os.path.join(ROOT, "twitchlog", "report", "visit.typ"), encoding="utf-8") as template:
        assert not re.search(r"import\s+\"@", template.read())


def test_the_wheel_holds_the_data(tmp_path: Path) -> None:
    """Words, rules, migrations and the page's template travel with the code, and nothing else does."""
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env=uncounted(),
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        held = set(packed.namelist())
    package = os.path.join(ROOT, "twitchlog")
    data = {
        os.path.relpath(os.path.join(folder, name), ROOT).replace(os.sep, "/")
        for folder, _, names in os.walk(package)
        for name in names
        if name.rpartition(".")[2] in DATA
    }
    assert data
    assert data <= held
    assert "twitchlog/demo_diary/episodes.csv" in held
    assert {name.partition("/")[0].partition("-")[0] for name in held} == {"twitchlog"}
