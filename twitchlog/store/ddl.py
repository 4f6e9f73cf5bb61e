"""The SQL that `schema.py` amounts to: tables, indexes, and a readable view of each table.

A new migration is drafted from this (`python -m twitchlog.store.ddl`); a test holds the sum of all migrations equal.
"""

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from twitchlog.store import rows, schema

WHEN_SHOWN = (
    "CASE precision WHEN 'minute' THEN strftime('%Y-%m-%d %H:%M:%S', instant + offset_s, 'unixepoch') || "
    "printf('%s%02d:%02d', CASE WHEN offset_s < 0 THEN '-' ELSE '+' END, abs(offset_s) / 3600, "
    "abs(offset_s) % 3600 / 60) "
    "WHEN 'part_of_day' THEN day || ' ' || part_of_day ELSE day END AS \"when\""
)
"""One column that says when, as on the wall clock where the person was."""


def tables() -> list[Table]:
    """Every table of the schema, in the order of their definition."""
    known = SQLModel.metadata.tables
    return [known[name] for name in (*rows.TABLES, schema.BatchRow.__tablename__, schema.JournalRow.__tablename__)]


def statements() -> list[str]:
    """What makes an empty diary, statement by statement."""
    dialect = sqlite.dialect()
    made = []
    for table in tables():
        made.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made.extend(str(CreateIndex(index).compile(dialect=dialect)).strip() for index in indexes)
    made.extend(view(table) for table in tables())
    return made


def view(table: Table) -> str:
    """A view for people who open the file with other tools: times as on the wall, yes and no as words."""
    shown = []
    for column in table.columns:
        if column.name == "instant":
            shown.append(WHEN_SHOWN)
        elif column.name == "time":
            shown.append("strftime('%Y-%m-%d %H:%M:%SZ', \"time\", 'unixepoch') AS \"time\"")
        elif column.name in rows.YES_NO:
            shown.append(f"CASE \"{column.name}\" WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS \"{column.name}\"")
        elif column.name not in ("offset_s", "precision", "part_of_day"):
            shown.append(f'"{column.name}"')
    columns = ",\n\t".join(shown)
    return f'CREATE VIEW "{table.name}_readable" AS\nSELECT\n\t{columns}\nFROM "{table.name}"'


if __name__ == "__main__":
    print(";\n\n".join(statements()) + ";")  # noqa: T201 - drafting a migration prints it
