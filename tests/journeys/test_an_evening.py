"""A person's evening, on a real terminal: from the first word to the page for the doctor."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pexpect
import pypdf
import pytest

from tests.program import SCRIPT, twitchlog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def hear_ctrl_c() -> None:
    """Let Ctrl-C through, also where the tests themselves run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def terminal(diary_file: Path) -> Iterator[pexpect.spawn[str]]:
    """A shell on a terminal of 60 columns, with the diary of this test."""
    environment = {**os.environ, "TWITCHLOG_DIARY": str(diary_file), "PS1": "> ", "TERM": "dumb"}
    shell = pexpect.spawn(
        "/bin/sh", env=environment, encoding="utf-8", timeout=30, dimensions=(24, 60), preexec_fn=hear_ctrl_c
    )
    shell.setecho(False)  # noqa: FBT003 - pexpect's own signature
    yield shell
    shell.close(force=True)


def test_delete_asks_on_a_terminal_and_keeps_what_is_not_agreed_to(terminal: pexpect.spawn[str]) -> None:
    """No keeps the entry, yes takes it out, and undo brings it back."""
    terminal.sendline(f"{SCRIPT} add left calf 30s")
    terminal.expect("1: twitch, left calf, 30 s")
    terminal.sendline(f"{SCRIPT} delete 1")
    terminal.expect("Delete it")
    terminal.sendline("n")
    terminal.expect("Kept")
    terminal.sendline(f"{SCRIPT} delete 1")
    terminal.expect("Delete it")
    terminal.sendline("y")
    terminal.expect("Deleted 1")
    terminal.sendline(f"{SCRIPT} undo")
    terminal.expect("Undone: delete 1")
    terminal.sendline(f"{SCRIPT} list")
    terminal.expect("twitch, left calf, 30 s")


def test_ctrl_c_at_the_question_deletes_nothing(terminal: pexpect.spawn[str]) -> None:
    """Whoever breaks off is told so in a line; the entry is there."""
    terminal.sendline(f"{SCRIPT} add left calf 30s")
    terminal.expect("1: twitch")
    terminal.sendline(f"{SCRIPT} delete 1")
    terminal.expect("Delete it")
    terminal.sendintr()
    terminal.expect("Stopped")
    terminal.sendline(f"{SCRIPT} show 1")
    terminal.expect("1: twitch, left calf")


def test_from_the_first_word_to_the_page(tmp_path: Path, diary_file: Path) -> None:
    """Three evenings, a quiet day, a correction, an export, and the page that tells of it."""
    evenings = [
        ("add", "left", "calf", "30s", "4/10", "2026-02-27", "21:00", "--", "on the sofa"),
        ("add", "left calf 2 min yesterday 22:30"),
        ("quiet", "2026-02-28"),
        ("add", "right eyelid on and off"),
        ("edit", "3", "left"),
        ("day", "sleep 6h stress 6"),
    ]
    env = {**os.environ, "TWITCHLOG_NOW": "2026-03-02T21:40:00+01:00", "TZ": "Europe/Berlin"}
    for words in evenings:
        assert twitchlog(*words, env=env).returncode == 0, words
    assert twitchlog("chart", "week", "-o", str(tmp_path / "week.svg"), env=env).returncode == 0
    assert twitchlog("report", str(tmp_path / "visit.pdf"), env=env).returncode == 0
    assert twitchlog("export", "csv", str(tmp_path / "all"), env=env).returncode == 0
    page = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "visit.pdf").pages)
    assert "left calf" in page
    assert "left eyelid" in page
    assert "4 of 4 days recorded" in page
    other = {**env, "TWITCHLOG_DIARY": str(tmp_path / "other.db")}
    assert twitchlog("import", "csv", str(tmp_path / "all"), env=other).returncode == 0
    assert twitchlog("list", env=other).stdout == twitchlog("list", env=env).stdout
    assert diary_file.exists()
