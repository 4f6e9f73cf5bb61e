"""Build the wheel, install it alone into a new environment, and use it there: nothing of the checkout may be missed.

    python -m tests.bare_wheel

Needs the package index for what twitchlog needs to run, as any installation does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv

from tests.imports import ROOT
from tests.program import uncounted

COMMANDS = (
    ["--version"],
    ["--help"],
    ["add", "left", "calf", "30s", "4/10", "after", "coffee"],
    ["list"],
    ["parts"],
    ["flags"],
    ["chart", "week", "-o", "week.png"],
    ["report", "visit.pdf"],
    ["report", "visit.html"],
    ["export", "csv", "out"],
    ["undo"],
    ["demo", "--into", "demo"],
)
LEFT_BEHIND = ("week.png", "visit.pdf", "visit.html", "out/episodes.csv", "demo")


def main() -> None:
    """Do all of it in a folder that is thrown away; stop at the first thing that fails."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = built(folder)
        there = installed(folder, wheel)
        use(folder, there)
    sys.stdout.write(f"{os.path.basename(wheel)} alone: {len(COMMANDS)} commands, as they should be\n")


def built(folder: str) -> str:
    """Build the wheel and say where it is."""
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], ROOT, uncounted())
    (name,) = (name for name in os.listdir(folder) if name.endswith(".whl"))
    return os.path.join(folder, name)


def installed(folder: str, wheel: str) -> str:
    """Install the wheel and what it needs into a new environment and say where its programs are."""
    environment = os.path.join(folder, "environment")
    venv.create(environment, with_pip=True)
    programs = os.path.join(environment, "bin")
    pip = [os.path.join(programs, "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "-c", os.path.join(ROOT, "constraints.txt"), wheel], folder, uncounted())
    return programs


def use(folder: str, programs: str) -> None:
    """Keep a small diary with it, in a home of its own and far from the checkout."""
    home = os.path.join(folder, "home")
    os.mkdir(home)
    env = {"HOME": home, "PATH": f"{programs}:/usr/bin:/bin", "LC_ALL": "C"}
    for typed in COMMANDS:
        run([os.path.join(programs, "twitchlog"), *typed], home, env)
    missing = [name for name in LEFT_BEHIND if not os.path.exists(os.path.join(home, name))]
    if missing:
        sys.exit(f"the bare wheel left no {', '.join(missing)}")


def run(argv: list[str], folder: str, env: dict[str, str]) -> None:
    """Run a program with nobody at the keyboard; if it fails, show what it said and stop."""
    done = subprocess.run(
        argv,
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(argv)} left with {done.returncode}:\n{done.stdout}")


if __name__ == "__main__":
    main()
