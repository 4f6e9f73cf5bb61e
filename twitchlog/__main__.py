"""Where the program starts: plain quick words take the quick door, everything else goes to typer."""

from __future__ import annotations

import sys

from twitchlog.cli import quick


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    code = quick.through(sys.argv[1:])
    if code is None:
        from twitchlog.cli.app import app

        app(prog_name="twitchlog")
    sys.exit(code)


if __name__ == "__main__":
    main()
