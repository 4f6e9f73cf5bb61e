"""Opening the diary's file: whose it is, which version it has, and what to say when it can't be used."""

from __future__ import annotations

import os
import sqlite3

from twitchlog import paths
from twitchlog.errors import DiaryUnusable
from twitchlog.store import migrations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")

PATIENCE_S = 20.0
"""How long a writer waits for others before it gives up. Ours."""


def diary_path(named: str | None = None) -> str:
    """The diary's file: the one named, else `TWITCHLOG_DIARY`, else the default; `sqlite:///FILE` is understood.

    Raises:
        DiaryUnusable: The name is the address of a database that is not SQLite.
    """
    name = named or os.environ.get("TWITCHLOG_DIARY") or paths.default_diary()
    scheme, address, file = name.partition("://")
    if not address or os.sep in scheme:
        return os.path.abspath(os.path.expanduser(name))
    if scheme.lower() == "sqlite":
        return os.path.abspath(file.removeprefix("/"))
    raise DiaryUnusable(
        f"A {scheme} database is not a diary that this version can open.",
        hint="Name a file, or sqlite:///FILE, with --diary or TWITCHLOG_DIARY.",
        code="not_a_sqlite_diary",
    )


def for_reading(path: str) -> sqlite3.Connection:
    """A connection that can't write; a diary that is not there yet reads as an empty one.

    An older diary is read through a copy in memory that is brought up to date: reading never writes.
    """
    if not os.path.exists(path):
        return _in_memory()
    connection = guarded(path, lambda: _connect(path, "rw" if os.access(path, os.W_OK) else "ro"))
    version = guarded(path, lambda: _version(connection, path))
    if version == migrations.LATEST:
        connection.execute("PRAGMA query_only = ON")
        return connection
    memory = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(memory)
    connection.close()
    _bring_up_to_date(memory, version)
    return memory


def for_writing(path: str) -> sqlite3.Connection:
    """A connection that may write; makes the folder (0700) and the file (0600) where they are missing."""
    if not os.path.exists(path):
        guarded(path, lambda: _make(path))
    connection = guarded(path, lambda: _connect(path, "rw"))
    guarded(path, lambda: _prepare(connection, path))
    return connection


def _make(path: str) -> None:
    paths.make_private_folder(os.path.dirname(path))
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, paths.FILE_MODE))


def _connect(path: str, mode: str) -> sqlite3.Connection:
    address = "file:" + path.replace("%", "%25").replace("?", "%3f").replace("#", "%23") + f"?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE_S, isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    version = _version(connection, path)
    if version == migrations.LATEST:
        return
    if version:
        copy_beside(connection, path, f"before-version-{migrations.LATEST}")
    _bring_up_to_date(connection, None, path)


def _bring_up_to_date(connection: sqlite3.Connection, version: int | None, path: str = ":memory:") -> None:
    """Take the steps that are missing; asked again inside the transaction, since another writer may have taken them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.take(connection, _version(connection, path) if version is None else version)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _in_memory() -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    _bring_up_to_date(memory, 0)
    return memory


def _version(connection: sqlite3.Connection, path: str) -> int:
    """The version of an open file, 0 for one that is still empty.

    Raises:
        DiaryUnusable: The file belongs to another program, or to a later version of this one.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application == migrations.APPLICATION_ID:
        if version > migrations.LATEST:
            raise DiaryUnusable(
                f"The diary {path} was written by a later version of twitchlog (diary version {version}; "
                f"this program knows up to {migrations.LATEST}).",
                hint="Update twitchlog, or name another diary with --diary. The file was not touched.",
                code="newer_diary",
            )
        return int(version)
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    if application or version or not empty:
        raise not_a_diary(path)
    return 0


def not_a_diary(path: str) -> DiaryUnusable:
    """The refusal for a file of another program."""
    return DiaryUnusable(
        f"{path} is not a twitchlog diary.",
        hint="The file was not touched. Name the diary, or a file that is not there yet, with --diary.",
        code="foreign_file",
    )


def copy_beside(connection: sqlite3.Connection, path: str, reason: str) -> str:
    """A copy of the whole diary in the folder `backups` beside it, readable by its owner alone; says where it is."""
    folder = os.path.join(os.path.dirname(path), "backups")
    paths.make_private_folder(folder)
    name = os.path.splitext(os.path.basename(path))[0]
    target = os.path.join(folder, f"{name}-{reason}.db")
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_TRUNC, paths.FILE_MODE))
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    return target


def guarded(path: str, act: Callable[[], T]) -> T:
    """Do `act`, and turn what SQLite or the system says into a sentence and a hint."""
    try:
        return act()
    except sqlite3.Error as error:
        raise said(path, error) from error
    except OSError as error:
        raise DiaryUnusable(
            f"The diary {path} can't be used: {(error.strerror or 'the system refuses').lower()}.",
            hint="Check the folder and its permissions, or name another diary with --diary.",
            code="diary_unreachable",
        ) from error


def said(path: str, error: sqlite3.Error) -> DiaryUnusable:
    """What a person can do about an error of SQLite."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_NOTADB"):
        return not_a_diary(path)
    for start, (text, hint, code) in SENTENCES.items():
        if name.startswith(start):
            return DiaryUnusable(text.format(path=path), hint=hint, code=code)
    return DiaryUnusable(
        f"The diary {path} can't be used: {error}.", hint="Nothing was written; try again.", code="diary_unusable"
    )


SENTENCES = {
    "SQLITE_BUSY": (
        "Another program is writing to the diary {path} and has not finished.",
        "Nothing was written; try again in a moment.",
        "diary_busy",
    ),
    "SQLITE_LOCKED": (
        "Another program is writing to the diary {path} and has not finished.",
        "Nothing was written; try again in a moment.",
        "diary_busy",
    ),
    "SQLITE_READONLY": (
        "The diary {path} can only be read, not written.",
        "Nothing was written. Check the permissions of the file and its folder, or name another diary with --diary.",
        "diary_read_only",
    ),
    "SQLITE_FULL": (
        "There is no room left on the disk for the diary {path}.",
        "Nothing was written. Free some room and repeat the entry.",
        "disk_full",
    ),
    "SQLITE_CANTOPEN": (
        "The diary {path} can't be opened.",
        "Check the folder and its permissions, or name another diary with --diary.",
        "diary_unreachable",
    ),
    "SQLITE_IOERR": (
        "The disk refused to read or write the diary {path}.",
        "Nothing was written. Check the disk, and copy the file to a safe place before anything else.",
        "disk_error",
    ),
    "SQLITE_CORRUPT": (
        "The diary {path} is damaged.",
        "Nothing was written. Copy the file to a safe place before anything else.",
        "diary_damaged",
    ),
}
