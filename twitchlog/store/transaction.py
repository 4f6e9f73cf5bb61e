"""One transaction: everything inside the block is written, or nothing is."""

from __future__ import annotations

import sqlite3

from twitchlog.store import file


class Transaction:
    """Begins when its block begins, commits when the block ends, rolls back when it raises.

    `contextlib` is left out: importing it costs a twentieth of Python's own start.
    """

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        """Belong to a connection; `path` is named where something fails."""
        self._connection = connection
        self._path = path

    def __enter__(self) -> None:
        """Take the write lock, waiting for other writers for a while.

        Raises:
            DiaryUnusable: The diary can't be written.
        """
        self._run("BEGIN IMMEDIATE")

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Commit, or roll back and say what SQLite had to complain of."""
        try:
            if error is None:
                self._run("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            raise file.said(self._path, error) from error

    def _run(self, statement: str) -> None:
        file.guarded(self._path, lambda: self._connection.execute(statement))
