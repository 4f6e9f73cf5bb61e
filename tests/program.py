"""The program as a person starts it: the console script, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

SCRIPT = os.path.join(os.path.dirname(sys.executable), "twitchlog")
COVERAGE = ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")


def uncounted() -> dict[str, str]:
    """The environment without coverage, for processes that are killed half way or timed."""
    return {name: value for name, value in os.environ.items() if name not in COVERAGE}


def twitchlog(*typed: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Type a command, with nobody at the keyboard; its output and exit code come back."""
    return subprocess.run(
        [SCRIPT, *typed],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=env,
        timeout=120,
    )
