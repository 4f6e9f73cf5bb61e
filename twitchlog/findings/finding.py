"""What a finding is: an answer, the evidence for it, and the rule and source it comes from.

A finding describes what was noted. It names no condition and says nothing of how likely anything is.
"""

from __future__ import annotations

from twitchlog.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

YES = "yes"
NO = "no"
CANNOT_SAY = "cannot_say"
ANSWERS = (YES, NO, CANNOT_SAY)

URGENCIES = ("urgent-now", "soon", "routine", "information")
"""Most urgent first: the order in which findings are shown."""


class Place(Record):
    """Where a finding was noted.

    Fields:
        region: The vocabulary's region; whole_body where the finding speaks of changing places.
        part: The vocabulary's part, or None where the finding speaks of a whole region.
        side: left, right, middle, or unspecified where sides were taken together or not given.
        label: The place as a person says it: "left calf".
    """

    region: str
    part: str | None = None
    side: str = "unspecified"
    label: str = ""


class Finding(Record):
    """One rule of `red_flags.toml`, asked as of a day.

    Fields:
        id: The rule's id.
        answer: "yes", "no" (no sign of it in these entries, never an all-clear) or "cannot_say".
        urgency: One of URGENCIES.
        title: The rule's title.
        text: One to three calm sentences; for "no" and "cannot_say" why the rule does not fire.
        places: Where it was noted.
        first: First day of the evidence.
        last: Last day of the evidence.
        episodes: Ids of the entries that the answer rests on, oldest first.
        numbers: What was counted, by name with its unit.
        thresholds: What it was held against, as `red_flags.toml` says it.
        missing: What is still needed for an answer, only with "cannot_say".
        sources: Who says so: title and url of each, url None where no public text was found.
        rule: The rule in words.
        own_choice: Which of the numbers are the project's own, or None.
    """

    id: str
    answer: str
    urgency: str
    title: str
    text: str
    places: tuple[Place, ...] = ()
    first: date | None = None
    last: date | None = None
    episodes: tuple[int, ...] = ()
    numbers: dict[str, Any] = {}  # noqa: RUF012 - a record is frozen, the empty default is never written to
    thresholds: dict[str, Any] = {}  # noqa: RUF012 - as above
    missing: str | None = None
    sources: tuple[dict[str, str | None], ...] = ()
    rule: str = ""
    own_choice: str | None = None

    def check(self) -> None:
        """Hold answer and reason together."""
        if self.answer not in ANSWERS or self.urgency not in URGENCIES:
            raise ValueError(f"{self.id}: answer {self.answer}, urgency {self.urgency}")
        if (self.missing is not None) != (self.answer == CANNOT_SAY):
            raise ValueError(f"{self.id}: something is missing exactly when nothing can be said")

    def as_json(self) -> dict[str, Any]:
        """The finding as the JSON answers of `flags` and `add` show it; dates as ISO text."""
        return {
            "id": self.id,
            "answer": self.answer,
            "urgency": self.urgency,
            "title": self.title,
            "text": self.text,
            "places": [place.as_dict() for place in self.places],
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "episodes": list(self.episodes),
            "numbers": dict(self.numbers),
            "thresholds": dict(self.thresholds),
            "missing": self.missing,
            "sources": [dict(source) for source in self.sources],
        }
