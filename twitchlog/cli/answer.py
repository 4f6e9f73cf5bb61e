"""What a command answers, and the one place that puts it on the screen: text for people, JSON for programs."""

from __future__ import annotations

import os
import sys

from twitchlog import spoken
from twitchlog.errors import DONE, REFUSED, TwitchlogError
from twitchlog.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

SCHEMA = 1
"""Version of the JSON envelope; contracts change only with a new one."""

INTERRUPTED = 130
"""128 + SIGINT, as shells count."""


class Asked(Record):
    """How a command was called: the options that every command takes."""

    diary: str | None = None
    json: bool = False
    no_input: bool = False
    quiet: bool = False

    @property
    def somebody_there(self) -> bool:
        """Whether the caller can be asked, or can type the line again: not a program, and not told to ask nothing."""
        return not (self.json or self.no_input)


class Answer(Record):
    """What a command has to say.

    Fields:
        lines: Text for people.
        data: Makes the `data` of the JSON answer; called only when JSON was asked for.
        warnings: (code, text) of what was done but should be known.
        code: The exit code.
    """

    lines: tuple[str, ...] = ()
    data: Callable[[], dict[str, Any]]
    warnings: tuple[tuple[str, str], ...] = ()
    code: int = DONE


def line_of(typed: Sequence[str]) -> str:
    """The words as one line, whether they came as one quoted string or as separate arguments."""
    return " ".join(typed)


def run(command: str, asked: Asked, act: Callable[[], Answer]) -> int:
    """Do what a command does, say it, and give the exit code. No error leaves this function as a traceback."""
    try:
        answer = act()
        _say(command, asked, answer)
    except TwitchlogError as error:
        return refuse(command, asked, error)
    except KeyboardInterrupt:
        return refuse(command, asked, Interrupted())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except Exception as error:  # noqa: BLE001 - a person never sees a traceback, and a note never stands in one
        return refuse(command, asked, OwnMistake(error))
    return answer.code


class Interrupted(TwitchlogError):
    """The person pressed Ctrl-C."""

    code = "interrupted"
    exit_code = INTERRUPTED

    def __init__(self) -> None:
        """Say what is certain: steps are whole or absent."""
        super().__init__("Stopped.", hint="What was already answered with a number is in the diary; nothing else is.")


class OwnMistake(TwitchlogError):
    """A mistake in this program: says where it happened, never what was typed."""

    code = "internal"

    def __init__(self, error: Exception) -> None:
        """Name the kind of error and the line of ours that it came from."""
        trace = error.__traceback__
        place = ""
        while trace is not None:
            folder, name = os.path.split(trace.tb_frame.f_code.co_filename)
            if "twitchlog" in folder:
                place = f" at {name}:{trace.tb_lineno}"
            trace = trace.tb_next
        super().__init__(
            f"twitchlog made a mistake of its own ({type(error).__name__}{place}).",
            hint="Nothing half done is in the diary. Please report this line.",
        )


def urgent(asked: Asked, points: tuple[Any, ...]) -> None:
    """Put urgent points on the screen at once; a JSON answer carries them itself."""
    if points and not asked.json:
        _out(f"! {point.text}" for point in points)


def refuse(command: str, asked: Asked, error: TwitchlogError) -> int:
    """Say what was refused and what to do: one line and one hint on stderr, or the JSON form of it on stdout."""
    if asked.json:
        wrong = {"code": error.code, "text": error.text, "hint": error.hint, "suggestion": error.suggestion}
        points = [point.as_json() for point in error.urgent]
        _out([_json({"schema": SCHEMA, "command": command, "error": wrong, "urgent": points})])
    else:
        hint = error.hint
        if error.suggestion is not None:
            hint = f"{hint} Try: twitchlog {command} {error.suggestion}".strip()
        text = "\n".join(spoken.clean(line).replace("\n", " ") for line in (error.text, hint))
        print(text, file=sys.stderr)  # noqa: T201 - the place that prints
    return error.exit_code


def _say(command: str, asked: Asked, answer: Answer) -> None:
    if asked.json:
        _out([_json(_envelope(command, asked, answer))])
    elif not asked.quiet:
        _out(answer.lines)
        _out(f"Note: {text}" for _, text in answer.warnings)


def _envelope(command: str, asked: Asked, answer: Answer) -> dict[str, Any]:
    from twitchlog import clock
    from twitchlog.store.file import diary_path

    return {
        "schema": SCHEMA,
        "command": command,
        "diary": diary_path(asked.diary),
        "now": clock.now().isoformat(),
        "data": answer.data(),
        "warnings": [{"code": code, "text": text} for code, text in answer.warnings],
    }


def _json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _out(lines: Any) -> None:
    width = _terminal_width()
    for line in lines:
        for part in spoken.clean(line).split("\n"):
            for row in spoken.wrapped(part, width) if width else (part,):
                print(row)  # noqa: T201 - the place that prints
    sys.stdout.flush()


def _terminal_width() -> int:
    """Columns of the terminal that reads along; 0 where the output goes anywhere else, which gets whole lines."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 0
