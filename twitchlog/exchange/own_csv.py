"""The own CSV format: a folder of files that holds the whole diary, and the way back, exact to the uids.

Small numbers (`id`) are not in it: a diary that takes the entries in gives its own. A row without a uid gets one from
its content, so that importing a file twice changes nothing, whoever made it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from twitchlog import spoken
from twitchlog.exchange import days, reading
from twitchlog.exchange.csv_file import as_bytes
from twitchlog.exchange.refusals import FileRefused, one_line
from twitchlog.exchange.reports import ExportReport
from twitchlog.exchange.row import Context
from twitchlog.exchange.weighing import Plan
from twitchlog.files import write_private
from twitchlog.paths import make_private_folder
from twitchlog.store.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from twitchlog.exchange.reports import ImportReport
    from twitchlog.exchange.sheets import Sheet
    from twitchlog.store.diary import Diary

FILES = (
    *("episodes.csv", "symptoms.csv", "days.csv", "intakes.csv", "medicines.csv", "changes.csv"),
    *("factors.csv", "profile.csv", "questions.csv", "suspicions.csv", "visits.csv", "discussed.csv"),
)
"""Every file of the format, as an export lists them."""


def export_csv(book: Diary, folder: str, *, force: bool = False) -> ExportReport:
    """Write the whole diary as CSV: one file per kind of entry, those without entries with their header alone.

    Args:
        book: The diary.
        folder: Where; made, for its owner alone, where it is missing.
        force: Whether files of an earlier export may be written over.

    Raises:
        FileRefused: The folder can't be made, or has files of these names already.
        TargetUnwritable: A file can't be written.
    """
    target = os.path.abspath(os.path.expanduser(folder))
    _make(target, folder)
    there = [name for name in FILES if os.path.lexists(os.path.join(target, name))]
    if there and not force:
        raise FileRefused(
            f"“{folder}” already holds {spoken.listed(there)}.",
            hint="Name another folder, or write over it with --force.",
            code="folder_in_use",
        )
    tables = {name: _table(book, name) for name in FILES}
    _write(target, {name: as_bytes(*table) for name, table in tables.items()}, keep=there)
    return ExportReport(folder=target, rows={name: len(rows) for name, (_, rows) in tables.items()})


def _write(folder: str, contents: dict[str, bytes], keep: list[str]) -> None:
    """Write every file; when one can't be written, those that are new are taken away again: half a diary misleads."""
    written: list[str] = []
    try:
        for name, content in contents.items():
            write_private(os.path.join(folder, name), content)
            written.append(name)
    except BaseException:
        for name in written:
            if name not in keep:
                os.unlink(os.path.join(folder, name))
        raise


def _make(target: str, named: str) -> None:
    try:
        make_private_folder(target)
    except OSError as error:
        raise FileRefused(
            f"The folder “{named}” can't be made: {(error.strerror or 'the system refuses').lower()}.",
            hint="Name a folder in a place where you may write.",
            code="target_unwritable",
        ) from error


def _table(book: Diary, file: str) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of one file."""
    sheet = reading.BY_NAME[file]
    if sheet is None:
        header, rows = days.table(book)
        return header, list(rows)
    return list(sheet.written), list(_lines(book, sheet))


def _lines(book: Diary, sheet: Sheet) -> Iterator[list[str]]:
    """The rows of one file, oldest first."""
    columns = book.columns(sheet.table, order=_order(sheet))
    for row in zip(*columns.values(), strict=True):
        yield sheet.cells(dict(zip(columns, row, strict=True)))


def _order(sheet: Sheet) -> str:
    """Oldest first; what has no time in the order it was written, or by name."""
    columns = TABLES[sheet.table].columns
    if sheet.when:
        return "day, instant, id"
    return ", ".join(
        f'"{column}"' for column in ("day", "start", "declared", "asked", "id", "name") if column in columns
    )


def import_csv(
    book: Diary,
    path: str,
    *,
    now: datetime,
    zone: str | None,
    dry_run: bool = False,
    source: str = "import",
) -> ImportReport:
    """Take a folder or a file of the own format into the diary: one step, all of it but the rows that are refused.

    A row whose uid the diary has is left as it is there; the report says whether the two are the same.

    Args:
        book: The diary, open for writing unless `dry_run`.
        path: A folder that an export wrote, or one file; which one it is, its columns tell.
        now: The present moment, aware; what lies behind it is refused.
        zone: Name of the local zone, for times without an offset; None to ask the system's clock.
        dry_run: Whether only to look: nothing is written then.
        source: What entries that do not say where they come from are marked with.

    Raises:
        FileRefused: A file can't be read, or is another program's; nothing was written.
        DiaryUnusable: The diary can't be written; nothing was.
    """
    context = Context(now=now, zone=zone, source=source, own=_own_factors(book))
    read = reading.read_path(os.path.expanduser(path), context)
    if dry_run:
        return Plan(book, read).report(dry_run=True)
    with book.step("import csv", now, one_line(os.path.basename(os.path.normpath(path)))) as step:
        plan = Plan(book, read)
        report = plan.report(dry_run=False)
        plan.write(step)
    return report


def _own_factors(book: Diary) -> dict[str, str]:
    return {factor.name: factor.measure for factor in book.entries("own_factor")}
