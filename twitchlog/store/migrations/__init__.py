"""Numbered steps from any older diary to today's: `0001_first.sql` takes an empty file to version 1, and so on.

A step that has been released is never changed. `PRAGMA user_version` holds the number of the last step taken.
"""

from __future__ import annotations

import os
import sqlite3

LATEST = 1
"""The version that this program writes: the number of the last step in this folder (a test holds the two equal)."""

APPLICATION_ID = 0x74776C67
"""`twlg`: what SQLite's own header says this file is."""


def steps_after(version: int) -> list[tuple[int, list[str]]]:
    """The steps still to be taken from `version`, each with its statements."""
    folder = os.path.dirname(__file__)
    found = []
    for name in sorted(os.listdir(folder)):
        number, _, rest = name.partition("_")
        if rest.endswith(".sql") and int(number) > version:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                found.append((int(number), split(file.read())))
    return found


def split(script: str) -> list[str]:
    """The statements of a script; sqlite3's own `executescript` would commit in between."""
    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current.strip())
            current = ""
    return found


def take(connection: sqlite3.Connection, version: int) -> None:
    """Bring an open diary from `version` to the latest, inside the transaction that is open."""
    for number, statements in steps_after(version):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
