"""Reports as files."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from twitchlog.files import TargetUnwritable
from twitchlog.report.write import UnknownReportFormat, write_report

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.report.summary import Summary


@pytest.mark.parametrize(
    ("name", "report_format", "begins"),
    [
        ("visit.pdf", None, b"%PDF"),
        ("visit.HTML", None, b"<!DOCTYPE html>"),
        ("visit", "html", b"<!DOCTYPE html>"),
        ("visit.pdf", "html", b"<!DOCTYPE html>"),
        ("visit.txt", "pdf", b"%PDF"),
    ],
)
def test_the_ending_decides_unless_a_format_is_named(
    three: Summary, tmp_path: Path, name: str, report_format: str | None, begins: bytes
) -> None:
    """The file is there, for its owner alone, and nothing else is."""
    target = tmp_path / name
    write_report(three, str(target), report_format)
    assert target.read_bytes().startswith(begins)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize(("name", "report_format"), [("visit.docx", None), ("visit", None), ("visit.pdf", "docx")])
def test_an_unknown_format_is_refused_with_the_known_ones(
    three: Summary, tmp_path: Path, name: str, report_format: str | None
) -> None:
    """The sentence names what was asked for, the hint what there is; nothing is written."""
    with pytest.raises(UnknownReportFormat) as refused:
        write_report(three, str(tmp_path / name), report_format)
    assert (report_format or name) in refused.value.text
    assert ".pdf or .html" in refused.value.hint
    assert not os.listdir(tmp_path)


def test_a_missing_folder_is_refused_in_one_line(three: Summary, tmp_path: Path) -> None:
    """One sentence and one hint."""
    with pytest.raises(TargetUnwritable, match=r"can't be written: no such file or directory\.$"):
        write_report(three, str(tmp_path / "missing" / "visit.html"))


def test_typst_loads_only_for_a_pdf() -> None:
    """Picking the facts and writing HTML do without it; nothing needs pyplot or scipy."""
    asked = (
        "import sys, twitchlog.report.write, twitchlog.report.summary, twitchlog.report.as_html; "
        "print({'typst', 'matplotlib.pyplot', 'scipy'} & set(sys.modules))"
    )
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"
