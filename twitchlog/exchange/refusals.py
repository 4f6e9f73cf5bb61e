"""Why a file or a row is refused."""

from __future__ import annotations

from twitchlog.errors import TwitchlogError

SHOWN = 60
"""Characters of a cell that a refusal shows. Ours."""


class FileRefused(TwitchlogError):
    """A file that can't be read as what it should be; nothing of the import was written."""

    code = "file_refused"


class RowRefused(TwitchlogError):
    """One row that can't be read; it is reported and left aside, the others are not touched by it."""

    code = "row_refused"


def quoted(cell: str) -> str:
    """A cell as a refusal may show it: in quotes, short, on one line, nothing that a terminal would obey."""
    plain = "".join(c if c.isprintable() else "·" for c in cell[:SHOWN])
    return f"“{plain}…”" if len(cell) > SHOWN else f"“{plain}”"
