"""The guard against cells that a spreadsheet would run, and the CSV that surrounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twitchlog.exchange.csv_file import as_bytes, guarded, read_csv, unguarded

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+49 170", "'+49 170"),
        ("-- the outer side", "'-- the outer side"),
        ("@home", "'@home"),
        ("'tis", "''tis"),
        ("\tindented", "'\tindented"),
        ("\rodd", "'\rodd"),
        ("-5", "-5"),
        ("+1.5e3", "+1.5e3"),
        ("-5 or so", "'-5 or so"),
        ("calf = left", "calf = left"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_is_guarded_and_numbers_are_not(cell: str, written: str) -> None:
    """One apostrophe goes before a cell that begins like a formula, unless it is a number."""
    assert guarded(cell) == written
    assert unguarded(written) == cell


@pytest.mark.parametrize("cell", ["'tis", "'", "'-5", "plain"])
def test_an_apostrophe_that_guards_nothing_stays(cell: str) -> None:
    """What a person typed into a spreadsheet keeps its own apostrophe."""
    assert unguarded(cell) == cell


@given(st.text())
@example("''")
@example("'=")
@example("'-5")
def test_every_text_comes_back_from_behind_the_guard(cell: str) -> None:
    """The guard loses nothing, whatever the text."""
    assert unguarded(guarded(cell)) == cell


def test_lines_end_as_rfc_4180_says_and_notes_keep_theirs(tmp_path: Path) -> None:
    """CRLF between rows; a note's own line ends, quotes and commas come back as they were."""
    note = 'first\nsecond\r\n"third", fourth\r'
    content = as_bytes(["uid", "note"], [["1", note], ["2", ""]])
    (tmp_path / "some.csv").write_bytes(content)
    assert content.startswith(b"uid,note\r\n1,")
    assert read_csv(str(tmp_path / "some.csv")).rows == ((2, ["1", note]), (6, ["2", ""]))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_one_of_the_header(tmp_path: Path, delimiter: str) -> None:
    """A spreadsheet's `;` or tab is read like a comma; a byte order mark and empty lines are passed over."""
    text = "\r\n".join(["", delimiter.join(["date", "note"]), "", delimiter.join(["2026-03-01", "a b"]), delimiter])
    (tmp_path / "some.csv").write_bytes(text.encode("utf-8-sig"))
    file = read_csv(str(tmp_path / "some.csv"))
    assert file.header == ("date", "note")
    assert file.rows == ((4, ["2026-03-01", "a b"]),)
