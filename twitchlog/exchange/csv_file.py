"""CSV as RFC 4180 has it, with a guard against cells that a spreadsheet would run as a formula.

Reading takes what people's programs make of such a file, too: a byte order mark, `;` or tab between the cells.
"""

from __future__ import annotations

import csv
import io
import os
import re
from typing import TYPE_CHECKING

from twitchlog.exchange.refusals import FileRefused, one_line
from twitchlog.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Cells = tuple[int, list[str]]

GUARDED = ("'", "=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is guarded, unless it is a number. Source: OWASP, CSV injection; the apostrophe is ours."""

NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", re.ASCII)
DELIMITERS = (",", ";", "\t")


class CsvFile(Record):
    """A file that was read: its header and its rows, each with the line on which it begins.

    Fields:
        name: The file's name without its folder.
        delimiter: What stands between the cells.
    """

    name: str
    delimiter: str
    header: tuple[str, ...]
    rows: tuple[Cells, ...]


def guarded(cell: str) -> str:
    """The cell as it is written: with one leading `'` where a spreadsheet could take it for a formula."""
    return f"'{cell}" if cell.startswith(GUARDED) and not NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`; an apostrophe that guards nothing stays."""
    rest = cell[1:]
    return rest if cell.startswith("'") and rest.startswith(GUARDED) and not NUMBER.fullmatch(rest) else cell


def as_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A whole CSV file: UTF-8, CRLF, quotes where they are needed, every cell guarded."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guarded(cell) for cell in header])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")


def read_csv(path: str) -> CsvFile:
    """Read a file whole.

    Raises:
        FileRefused: It is not a file, not UTF-8, empty, or not CSV.
    """
    name = one_line(os.path.basename(path))
    text = decoded(name, content_of(path))
    delimiter = delimiter_of(text)
    records = _records(name, text, delimiter)
    header = next(records, None)
    if header is None:
        raise FileRefused(
            f"“{name}” is empty.", hint="A CSV file begins with a line of column names.", code="empty_csv"
        )
    return CsvFile(name=name, delimiter=delimiter, header=tuple(header[1]), rows=tuple(records))


def content_of(path: str) -> bytes:
    """The bytes of a file.

    Raises:
        FileRefused: It is not there, not a file, or can't be read.
    """
    if not os.path.isfile(path):
        raise FileRefused(
            f"“{path}” is not a file." if os.path.exists(path) else f"There is no “{path}”.",
            hint="Name a CSV file, or the folder that twitchlog export csv wrote.",
            code="no_such_file",
        )
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise FileRefused(
            f"“{path}” can't be read: {(error.strerror or 'the system refuses').lower()}.",
            hint="Check its permissions.",
            code="unreadable_file",
        ) from error


def decoded(name: str, content: bytes) -> str:
    """The text of a file, its byte order mark left out.

    Raises:
        FileRefused: The bytes are not UTF-8, or hold a NUL.
    """
    save_as = "Save it again as CSV in UTF-8 (in a spreadsheet: “CSV UTF-8”)."
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileRefused(f"“{name}” is not UTF-8 text: see line {line}.", hint=save_as, code="not_utf8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise FileRefused(f"“{name}” holds bytes that are no text: see line {line}.", hint=save_as, code="not_text")
    return text


def delimiter_of(text: str) -> str:
    """What stands between the cells, as the first line tells."""
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _records(name: str, text: str, delimiter: str) -> Iterator[Cells]:
    """Line and cells of each record that holds anything, guards removed."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if any(cells):
                yield line, [unguarded(cell) for cell in cells]
    except csv.Error as error:
        raise FileRefused(
            f"“{name}” can't be read as CSV: in the row that begins on line {before + 1}, {_meaning(error)}.",
            hint="A cell with a comma, a quote or a new line stands in double quotes, quotes in it doubled.",
            code="broken_csv",
        ) from error


def _meaning(error: csv.Error) -> str:
    said = str(error)
    if "field limit" in said:
        return f"a cell is longer than {csv.field_size_limit():,} characters"
    if "unexpected end" in said:
        return "a quote is never closed"
    return "a quote stands where none can stand" if "expected after" in said else said
