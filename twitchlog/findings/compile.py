"""Turn the urgent-now points of `red_flags.toml` into `urgent_points.json`, which loads at once when an entry is made.

Run `python -m twitchlog.findings.compile` after any change of the TOML file; a test fails while the two differ.
"""

from __future__ import annotations

import json

from twitchlog.findings.points import TOML, points

COMPILED = TOML.with_name("urgent_points.json")


def as_text() -> str:
    """The compiled form as it stands in the file: id -> the fields of the point."""
    urgent = {name: point.as_dict() for name, point in points().items() if point.urgency == "urgent-now"}
    return json.dumps(urgent, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    COMPILED.write_text(as_text(), "utf-8")
