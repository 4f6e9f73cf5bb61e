"""What words do to their neighbours, step by step.

Each step changes items in place (a word that has done its work becomes "passed") and adds the problems it meets.
"""

from __future__ import annotations

from twitchlog.words.counts import counts, leftovers, measures, scores
from twitchlog.words.doubts import causes, moments_not_sides, suddenness, weak_and_numb
from twitchlog.words.spans import whose_span, whose_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.neighbours import Context


def reliefs(line: Context) -> None:
    """What helped; most lines say nothing of it."""
    if any(item.has("relief_before") or item.has("relief_after") or item.has("relief_denied") for item in line.items):
        from twitchlog.words import relief

        relief.reliefs(line)


def denials(line: Context) -> None:
    """What was said not to be there; most lines deny nothing."""
    if any(item.has("deny") for item in line.items):
        from twitchlog.words import denials as denying

        denying.denials(line)


STEPS = (
    moments_not_sides,
    reliefs,
    counts,
    measures,
    scores,
    causes,
    weak_and_numb,
    denials,
    whose_span,
    whose_time,
    suddenness,
    leftovers,
)
"""In their order: what a step passes over is out of the way of the next."""


def read_context(line: Context) -> None:
    """All the steps."""
    for step in STEPS:
        step(line)
