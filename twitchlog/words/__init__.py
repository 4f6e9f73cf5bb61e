"""What a person types -> an entry, or a kind refusal.

hygiene (what a line may hold) -> tokens -> reading (items, the longest first; amounts and moments read numbers and
times) -> context (what words do to their neighbours: counts, denials, relief, doubts, spans) -> line (when, where,
notes, values, unknown) -> episode, symptoms, changes. days reads `quiet`, factors `day`. Every refusal is a
`LineRefused`, see refusals.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from twitchlog.words.changes import read_changes
    from twitchlog.words.days import read_days
    from twitchlog.words.factors import DayWords, read_day
    from twitchlog.words.hygiene import split_note
    from twitchlog.words.refusals import LineRefused, Warned
    from twitchlog.words.symptoms import read_symptoms
    from twitchlog.words.understood import Understood, read_episode

__all__ = [
    "DayWords", "LineRefused", "Understood", "Warned", "read_changes", "read_day", "read_days", "read_episode",
    "read_symptoms", "split_note",
]  # fmt: skip

READ_IN = {
    "DayWords": "factors",
    "LineRefused": "refusals",
    "Understood": "understood",
    "Warned": "refusals",
    "read_changes": "changes",
    "read_day": "factors",
    "read_days": "days",
    "read_episode": "understood",
    "read_symptoms": "symptoms",
    "split_note": "hygiene",
}
"""Where each name is read in, when it is first used: `quiet` needs a tenth of what `add` does."""


def __getattr__(name: str) -> Any:
    """Load a reader on first use (PEP 562)."""
    if name not in READ_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(__import__(f"{__name__}.{READ_IN[name]}", fromlist=[name]), name)
