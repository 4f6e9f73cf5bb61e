"""What a person can mend: each error is one sentence, a hint, and the exit code that goes with it.

Lower layers raise; only `cli` catches and prints.
"""

from __future__ import annotations

DONE = 0
REFUSED = 1
USAGE = 2
POINTS_TO_RAISE = 3


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class TwitchlogError(Exception):
    """Something was refused or failed; nothing was written.

    Attributes:
        text: One sentence that says what happened.
        hint: One sentence that says what to do or type next.
        suggestion: The typed line, corrected, or None where nobody can know it.
        code: A short stable name for programs (`error.code` in the JSON answer).
        exit_code: What the shell sees.
        urgent: Urgent points that fired although the entry was refused.
    """

    code = "refused"
    exit_code = REFUSED
    urgent: tuple[Any, ...] = ()

    def __init__(self, text: str, *, hint: str, suggestion: str | None = None, code: str | None = None) -> None:
        """Keep the sentence, the hint and the corrected line."""
        super().__init__(text)
        self.text = text
        self.hint = hint
        self.suggestion = suggestion
        if code is not None:
            self.code = code


class ImpossibleValue(TwitchlogError):
    """A value that no diary entry can have, such as intensity 11."""

    code = "impossible_value"


class WordsRefused(TwitchlogError):
    """A typed line, or a word of it, that is not understood or can be understood in two ways."""

    code = "words_refused"


class DiaryUnusable(TwitchlogError):
    """The diary file can't be opened, read or written."""

    code = "diary_unusable"


class NoSuchEntry(TwitchlogError):
    """There is no entry with that number, or nothing to undo."""

    code = "no_such_entry"


class WrongUsage(TwitchlogError):
    """An option or a combination of options that the command does not take."""

    code = "usage"
    exit_code = USAGE
