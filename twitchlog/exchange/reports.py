"""What an import or an export did, file by file."""

from __future__ import annotations

from twitchlog.records import Record


class Refused(Record):
    """One row that was left aside.

    Fields:
        file: Name of the file.
        row: The line of the file on which the row begins; the header is line 1.
        reason: One sentence.
        hint: What to do about it, with the nearest words where a word is not known.
    """

    file: str
    row: int
    reason: str
    hint: str


class ImportReport(Record):
    """What an import read and did; each dictionary is file name -> rows.

    Fields:
        read: Rows in the file, without the header and empty lines: used, already and refused together.
        used: Rows that are new in the diary.
        already: Rows that the diary held before, or that stand twice in what was imported.
        refused: Rows left aside.
        notes: Sentences about the whole, such as columns that nobody knows.
        dry_run: Whether nothing was written because only a look was asked for.
    """

    read: dict[str, int]
    used: dict[str, int]
    already: dict[str, int]
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    dry_run: bool = False


class ExportReport(Record):
    """What an export wrote.

    Fields:
        folder: Where.
        rows: File name -> rows, without the header.
    """

    folder: str
    rows: dict[str, int]
