"""Why a file or a row is refused."""

from __future__ import annotations

from twitchlog.errors import TwitchlogError

SHOWN = 60
"""Characters of a cell that a refusal shows. Ours."""


class FileRefused(TwitchlogError):
    """A file that can't be read as what it should be; nothing of the import was written."""

    code = "file_refused"

    def __init__(self, text: str, *, hint: str, code: str) -> None:
        """Keep the sentence and the hint, each on one line: a file's name may hold anything."""
        super().__init__(one_line(text), hint=one_line(hint), code=code)


class RowRefused(TwitchlogError):
    """One row that can't be read; it is reported and left aside, the others are not touched by it."""

    code = "row_refused"


def one_line(text: str) -> str:
    """Text with nothing in it that a terminal would obey, and no new line."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "·" for c in text)


def quoted(cell: str) -> str:
    """A cell as a refusal may show it: in quotes, short, on one line, nothing that a terminal would obey."""
    plain = one_line(cell[:SHOWN])
    return f"“{plain}…”" if len(cell) > SHOWN else f"“{plain}”"
