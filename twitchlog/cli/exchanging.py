"""Files in and out: `import csv`, `export csv`."""

from __future__ import annotations

from twitchlog import clock, spoken
from twitchlog.cli.answer import Answer
from twitchlog.cli.say import UNDO
from twitchlog.exchange import own_csv
from twitchlog.store.diary import open_diary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.cli.answer import Asked
    from twitchlog.exchange.reports import ImportReport
    from twitchlog.store.diary import Diary


def import_csv(asked: Asked, path: str, *, dry_run: bool, source: str = "import") -> Answer:
    """Read the own CSV form; refused rows are listed, everything else is written in one step or not at all."""

    def read(book: Diary, *, only_look: bool) -> ImportReport:
        return own_csv.import_csv(book, path, now=clock.now(), zone=clock.zone_name(), dry_run=only_look, source=source)

    with open_diary(asked.diary) as book:
        looked = read(book, only_look=True) if dry_run or book.is_new() else None  # a file refused whole makes no diary
    if dry_run and looked is not None:
        done = looked
    else:
        with open_diary(asked.diary, write=True) as book:
            done = read(book, only_look=False)
    return Answer(
        lines=tuple(_told(done)),
        data=lambda: {
            "dry_run": done.dry_run,
            "files": [
                {"file": file, "read": read, "used": done.used.get(file, 0), "already": done.already.get(file, 0)}
                for file, read in done.read.items()
            ],
            "refused": [row.as_dict() for row in done.refused],
        },
        warnings=tuple(("import_note", note) for note in done.notes),
    )


def _told(done: ImportReport) -> list[str]:
    verb = "would be written" if done.dry_run else "written"
    lines = []
    for file, read in done.read.items():
        counts = [f"{done.used.get(file, 0):,} {verb}"]
        if done.already.get(file):
            counts.append(f"{done.already[file]:,} already there")
        if refused := sum(row.file == file for row in done.refused):
            counts.append(f"{refused:,} refused")
        lines.append(f"{file}: {spoken.count(read, 'row')} read, {', '.join(counts)}")
    lines += [f"  {row.file} line {row.row}: {row.reason} {row.hint}" for row in done.refused]
    if done.dry_run:
        lines.append("Nothing was written; without --dry-run it is.")
    elif any(done.used.values()):
        lines.append(f"   {UNDO}")
    return lines


def export_csv(asked: Asked, folder: str, *, force: bool) -> Answer:
    """Write the whole diary as a folder of CSV files."""
    with open_diary(asked.diary) as book:
        done = own_csv.export_csv(book, folder, force=force)
    lines = [f"The diary as CSV: {done.folder}"]
    lines += [f"  {file}: {spoken.count(rows, 'row')}" for file, rows in done.rows.items() if rows]
    return Answer(lines=tuple(lines), data=lambda: {"folder": done.folder, "rows": done.rows})
