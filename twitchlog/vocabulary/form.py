"""The compiled form of the vocabulary: plain text, a section a table, a line a row, its key before a tab.

JSON would do, but importing `json` takes longer than reading all of this. There are three kinds of table: texts
(key -> text), lists (key -> parts joined by `|`) and records (key -> fields `name=value` joined by `|`; `yes` is True,
digits are a number, and a name that ends in `[]` holds words).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

SECTION = "= "
RECORDS = ("ambiguous", "kind_place")
LISTS = ("within", "exposure", "refused", "decided_ask")


def sections(text: str) -> dict[str, str]:
    """The tables of a file by name, not read yet."""
    found = {}
    for section in text.removeprefix(SECTION).split("\n" + SECTION):
        name, _, rows = section.partition("\n")
        found[name] = rows.removesuffix("\n")
    return found


def read(name: str, rows: str) -> dict[str, Any]:
    """A table of the lookups, in its kind."""
    if name in RECORDS:
        return records(rows)
    return lists(rows) if name in LISTS else texts(rows)


def texts(rows: str) -> dict[str, str]:
    """Key -> text."""
    cells = rows.replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True)) if rows else {}


def lists(rows: str) -> dict[str, list[str]]:
    """Key -> parts."""
    return {key: value.split("|") for key, value in texts(rows).items()}


def records(rows: str) -> dict[str, dict[str, Any]]:
    """Key -> fields."""
    return {key: dict(field(one) for one in fields) for key, fields in lists(rows).items()}


def field(written: str) -> tuple[str, Any]:
    """A field's name and value."""
    name, _, value = written.partition("=")
    if name.endswith("[]"):
        return name[:-2], value.split()
    return name, True if value == "yes" else int(value) if value.isdecimal() else value


def written_section(name: str, rows: Mapping[str, Any]) -> str:
    """A table as it is written: the reverse of `read`.

    Raises:
        ValueError: A value holds a tab, a line end or a bar, which would be read as something else.
    """
    lines = [f"{SECTION}{name}"]
    for key, value in rows.items():
        parts = [value] if isinstance(value, str) else written_parts(value)
        if any(mark in part for part in (key, *parts) for mark in "\t\n|"):
            raise ValueError(f"{name} {key}: a tab, a line end or a bar")
        lines.append(f"{key}\t{'|'.join(parts)}")
    return "\n".join(lines) + "\n"


def written_parts(value: list[str] | dict[str, Any]) -> list[str]:
    """The parts of a list, or the fields of a record; what is false or empty is left out."""
    if isinstance(value, list):
        return value
    return [written_field(name, one) for name, one in value.items() if one not in (None, False)]


def written_field(name: str, value: Any) -> str:
    """A field as it is written."""
    if isinstance(value, list):
        return f"{name}[]={' '.join(value)}"
    return f"{name}={'yes' if value is True else value}"
