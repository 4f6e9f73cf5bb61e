"""The README's session is what really happens, and its picture is what the program draws."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
SESSION = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
START = "2026-03-02T21:40:00+01:00"


def run(command: str, folder: Path) -> str:
    """What one `$ ` line of the session prints, in a folder of its own at a fixed moment."""
    words = shlex.split(command)
    assert words[0] == "twitchlog", f"the session runs other programs: {command}"
    environment = {
        **os.environ,
        "TWITCHLOG_NOW": START,
        "TWITCHLOG_DIARY": str(folder / "diary.db"),
        "TZ": "Europe/Berlin",
        "COLUMNS": "80",
    }
    done = subprocess.run(
        [sys.executable, "-m", "twitchlog", *words[1:]],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout + done.stderr).replace(f"{folder}/", "")


def replayed(session: str, folder: Path) -> str:
    """The session with what its commands print now."""
    lines = []
    for line in session.splitlines():
        if line.startswith("$ "):
            lines += [line, run(line[2:], folder).rstrip("\n")]
    return "\n".join(lines) + "\n"


def test_the_session_in_the_readme_is_real(tmp_path: Path) -> None:
    """Every command of the README prints what stands under it; `TWITCHLOG_RENEW=1` writes it anew."""
    text = README.read_text("utf-8")
    renewed = SESSION.sub(lambda found: found[1] + replayed(found[2], tmp_path) + found[3], text)
    assert SESSION.search(text), "the README shows no session"
    if os.environ.get("TWITCHLOG_RENEW"):
        README.write_text(renewed, "utf-8")
    assert README.read_text("utf-8") == renewed


def test_the_readme_opens_with_a_picture_that_is_there() -> None:
    """Every picture that the README shows is in the repository."""
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text("utf-8"))
    assert pictures
    assert all((README.parent / picture).is_file() for picture in pictures)
