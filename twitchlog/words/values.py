"""How long and how strong: the one duration and the one score of a line, within their limits."""

from __future__ import annotations

from twitchlog.entry import HIGHEST_SCORE, LONGEST_S
from twitchlog.words.amounts import DAY, plain_number
from twitchlog.words.refusals import Problem, Warned, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.said import Said

VAGUE_DURATION = "No duration is written: {words} is no length in seconds. It stays in the words."


def duration(reading: Said, *, needs_a_start: bool = True) -> int | None:
    """The one duration in seconds; a vague one is warned of, one of days asks for its start."""
    vague = reading.of_kind("vague")
    item = reading.one("duration", "two_durations", "The line names two durations")
    if vague and item is None:
        reading.warnings.append(Warned(code="vague_duration", text=VAGUE_DURATION.format(words=shown(vague[0].text))))
    seconds = reading.range_s if item is None else item.value
    if seconds is None:
        return None
    if item is not None and reading.range_s is not None:
        reading.problems.append(Problem(code="two_durations", text="The line names two durations.", hint="Give one."))
    whole = int(seconds + 0.5) if seconds < LONGEST_S * 2 else LONGEST_S * 2
    if not 0 < whole <= LONGEST_S:
        text = f"A duration of {shown(item.text if item is not None else '')} is not possible."
        hint = "An episode lasts from 1 second to 7 days: 30s, 2 min, 1h30."
        reading.problems.append(Problem(code="impossible_value", text=text, hint=hint))
        return None
    if (
        needs_a_start
        and item is not None
        and whole >= DAY
        and item.text.split()[-1][:1] in "dw"
        and not reading.has_start()
    ):
        text = f"{shown(item.text)}: when did it begin?"
        reading.problems.append(
            Problem(code="open_time", text=text, hint=f"Say the start, too: “{item.text} ago for {item.text}”.")
        )
    return whole


def score_of(reading: Said, text: str, name: str) -> int | None:
    """A score from 0 to 10, or None and a problem."""
    value = plain_number(text)
    if value is not None and value <= HIGHEST_SCORE and value == int(value):
        return int(value)
    hint = "It goes from 0 to 10 in whole numbers, as in 4/10."
    reading.problems.append(Problem(code="impossible_value", text=f"{name} {shown(text)} is not possible.", hint=hint))
    return None
