"""Why a line is refused: problems are collected while it is read, and the most important one is raised at the end.

Whatever was recognised in the rest of the line goes with the refusal, so that urgent points can be shown all the same.
"""

from __future__ import annotations

from twitchlog.errors import WordsRefused
from twitchlog.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.entry import SymptomNote

SHOWN = 60
"""Characters of the person's words that an error shows. Ours."""

URGENT_ORDER = (
    "too_long",
    "control_characters",
    "no_twitching",
    "unknown_word",
    "denied_word",
    "future_time",
    "habit",
    "doubtful_word",
)
"""The codes that say most about the line come first; the rest in the order they were found."""


class Warned(Record):
    """Something that was understood, and that the person should see how."""

    code: str
    text: str


class Problem(Record):
    """One reason to refuse a line.

    Fields:
        edits: (first character, past the last, new text) in the typed words; together they correct the line.
        choices: Whole lines, each a way to say it without doubt.
        command: Another command that takes these words, such as "symptom weakness left hand".
    """

    code: str
    text: str
    hint: str
    edits: tuple[tuple[int, int, str], ...] = ()
    choices: tuple[str, ...] = ()
    command: str | None = None


class LineRefused(WordsRefused):
    """A typed line that was not understood, with everything in it that was.

    Attributes:
        choices: Whole lines to choose from; empty where there is nothing to choose.
        command: Words of another command that would take the line, or None.
        symptoms: The symptoms that were recognised.
        kinds: The kinds that were recognised, as ids.
        triggers: The triggers that were recognised and not denied, as ids.
    """

    def __init__(
        self,
        problem: Problem,
        *,
        suggestion: str | None = None,
        symptoms: Iterable[SymptomNote] = (),
        kinds: Iterable[str] = (),
        triggers: Iterable[str] = (),
    ) -> None:
        """Keep the problem and what was understood beside it."""
        super().__init__(problem.text, hint=problem.hint, suggestion=suggestion, code=problem.code)
        self.choices = problem.choices
        self.command = problem.command
        self.symptoms = tuple(symptoms)
        self.kinds = tuple(kinds)
        self.triggers = tuple(triggers)


class Trouble(Exception):
    """Raised inside the package where reading a part of the line cannot go on."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(problem.text)
        self.problem = problem


def trouble(code: str, text: str, hint: str, *, choices: tuple[str, ...] = ()) -> Trouble:
    """A problem, ready to be raised."""
    return Trouble(Problem(code=code, text=text, hint=hint, choices=choices))


def shown(words: str) -> str:
    """The person's words as an error may show them: in quotes, short, on one line, harmless to a terminal."""
    plain = "".join(c if c.isprintable() else " " for c in words[: SHOWN + 1])
    return f"“{plain[:SHOWN]}…”" if len(words) > SHOWN else f"“{plain}”"


def bare(words: str) -> str:
    """The person's words as `shown`, without the quotes: for a line to be typed."""
    return shown(words.strip())[1:-1]


def foremost(problems: list[Problem]) -> Problem:
    """The problem to tell first."""
    return min(problems, key=lambda p: URGENT_ORDER.index(p.code) if p.code in URGENT_ORDER else len(URGENT_ORDER))


def corrected(words: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The typed words with the edits made."""
    for start, end, new in sorted(set(edits), reverse=True):
        words = words[:start] + new + words[end:]
    return " ".join(words.split())
