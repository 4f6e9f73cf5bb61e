"""The quick door: plain words go straight to the functions that the typer commands call.

It answers before typer would have started. Everything else (options, help, mistakes in the command's name) is left to
typer, which calls the same functions.
"""

from __future__ import annotations

from twitchlog.cli import answer
from twitchlog.cli.answer import Asked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twitchlog.cli.answer import Answer

    Act = Callable[[Asked, Sequence[str]], Answer]

ENTRIES = ("add", "symptom")
CHECK_INS = ("day", "quiet")
STEPS = ("undo", "redo")


def through(typed: Sequence[str]) -> int | None:
    """Do a plain quick command and give its exit code; None where it is not one."""
    command, act = _act(typed)
    if act is None:
        return None
    asked = Asked()
    return answer.run(command, asked, lambda: act(asked, typed[1:]))


def _act(typed: Sequence[str]) -> tuple[str, Act | None]:
    command, rest = (typed[0], typed[1:]) if typed else ("today", [])
    if not _plain(rest):
        return command, None
    if command in ENTRIES:
        from twitchlog.cli import capture

        return command, getattr(capture, command)
    if command in CHECK_INS:
        from twitchlog.cli import checkin

        return command, getattr(checkin, command)
    if command in STEPS and (not rest or (len(rest) == 1 and rest[0].isdecimal() and int(rest[0][:9]) > 0)):
        from twitchlog.cli import stepping

        step = getattr(stepping, command)
        return command, lambda asked, numbers: step(asked, *(int(number) for number in numbers))
    if command in ("list", "today") and not rest:
        from twitchlog.cli import looking

        look = looking.list_episodes if command == "list" else looking.today
        return command, lambda asked, _: look(asked)
    return command, None


def begins_note(word: str) -> bool:
    """Whether a word is the `--` before a note, or begins with it: `-- the outer side` in one quoted string."""
    return word == "--" or word.startswith("-- ")


def _plain(typed: Sequence[str]) -> bool:
    """Whether no word is an option; what follows a lone `--` is the note, whatever it looks like."""
    for word in typed:
        if begins_note(word):
            return True
        if word.startswith("-"):
            return False
    return True
