"""How typer is led: options that stand anywhere, notes after ` -- `, mistakes of use in one line and a hint."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from twitchlog.cli import answer
from twitchlog.cli.answer import Asked
from twitchlog.cli.quick import begins_note
from twitchlog.errors import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

EVERYWHERE = {"--json": 0, "--no-input": 0, "-q": 0, "--quiet": 0, "--diary": 1}
"""Options that every command takes, before or after its name, and how many words follow them."""

NOTE = "--"


def split_at_note(typed: list[str]) -> tuple[list[str], list[str]]:
    """The words before the first `--` that begins a note, alone or in one quoted string with it, and the rest."""
    at = next((at for at, word in enumerate(typed) if begins_note(word)), len(typed))
    return typed[:at], typed[at:]


def to_the_front(typed: list[str]) -> list[str]:
    """The same words with the options that stand anywhere moved before the command's name."""
    words, note = split_at_note(typed)
    front, rest = [], []
    while words:
        word = words.pop(0)
        if word in EVERYWHERE:
            front += [word, *words[: EVERYWHERE[word]]]
            del words[: EVERYWHERE[word]]
        elif word.startswith("--diary="):
            front.append(word)
        else:
            rest.append(word)
    return [*front, *rest, *note]


class Sentence(TyperCommand):
    """A command that takes words and perhaps a note: the ` -- ` before the note reaches it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Double the `--`: the parser takes the first to end the options, the second stays a word."""
        words, note = split_at_note(args)
        return super().parse_args(ctx, [*words, *([NOTE, *note] if note else [])])


class Road(TyperGroup):
    """The group of all commands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Let the options that stand anywhere stand anywhere."""
        return super().parse_args(ctx, to_the_front(args))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - typer's own signature
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002 - as above
        **extra: Any,
    ) -> Any:
        """Run; a mistake of use becomes a line and a hint, or the JSON form of it, and exit code 2."""
        typed = list(sys.argv[1:] if args is None else args)
        try:
            code = super().main(typed, prog_name, complete_var, False, windows_expand_args, **extra)  # noqa: FBT003 - as above
        except Exception as error:
            if not hasattr(error, "format_message"):
                raise
            words, _ = split_at_note(typed)
            command = next((word for word in words if word in self.commands), "")
            code = answer.refuse(command, Asked(json="--json" in words), misused(error, command))
        if not standalone_mode:
            return code
        sys.exit(code if isinstance(code, int) else 0)


def misused(error: Any, command: str) -> WrongUsage:
    """What typer says of a mistake, with where to look."""
    where = f"twitchlog {command} --help" if command else "twitchlog --help"
    return WrongUsage(" ".join(error.format_message().split()), hint=f"{where} shows how it is used.")
