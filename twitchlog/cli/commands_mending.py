"""The commands that change one's mind, with their options and help."""

import sys
from typing import Annotated

import typer

from twitchlog import spoken
from twitchlog.cli import answer
from twitchlog.cli.answer import Asked
from twitchlog.cli.door import EntryId, Words, app, finish
from twitchlog.cli.road import Sentence
from twitchlog.errors import TwitchlogError

Steps = Annotated[int, typer.Argument(help="How many steps.", min=1)]


@app.command(cls=Sentence)
def edit(
    ctx: typer.Context,
    number: EntryId,
    words: Words = None,
    clear: Annotated[list[str] | None, typer.Option(metavar="FIELD", help="Empty a field.", show_default=False)] = None,
) -> None:
    """Replace what the words name in an episode.

    twitchlog edit 12 right calf 2 min

    twitchlog edit 12 --clear intensity
    """
    from twitchlog.cli import mending

    finish(ctx, "edit", lambda asked: mending.edit(asked, number, words or [], clear or []))


@app.command()
def delete(
    ctx: typer.Context,
    number: EntryId,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Take an entry out of the diary.

    twitchlog delete 12

    twitchlog delete 12 --yes
    """
    from twitchlog.cli import mending

    def agreed(what: str) -> bool:
        return yes or confirmed(ctx.obj, what)

    finish(ctx, "delete", lambda asked: mending.delete(asked, number, agreed))


def confirmed(asked: Asked, what: str) -> bool:
    """Ask on a terminal; where nobody can be asked, refuse."""
    if asked.no_input or asked.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NotAsked
    typer.echo(spoken.clean(what))
    try:
        return typer.confirm("Delete it?")
    except typer.Abort:
        raise answer.Interrupted from None


class NotAsked(TwitchlogError):
    """Something needs a yes, and there is nobody to ask."""

    code = "needs_yes"

    def __init__(self) -> None:
        """Say how to agree beforehand."""
        super().__init__(
            "Nothing was deleted: there is no terminal to ask on.", hint="Add --yes to delete without asking."
        )


@app.command()
def undo(ctx: typer.Context, steps: Steps = 1) -> None:
    """Take back what was written last; each command is one step.

    twitchlog undo

    twitchlog undo 3
    """
    from twitchlog.cli import stepping

    finish(ctx, "undo", lambda asked: stepping.undo(asked, steps))


@app.command()
def redo(ctx: typer.Context, steps: Steps = 1) -> None:
    """Do again what was undone last.

    twitchlog redo
    """
    from twitchlog.cli import stepping

    finish(ctx, "redo", lambda asked: stepping.redo(asked, steps))


@app.command()
def history(ctx: typer.Context, number: EntryId) -> None:
    """Everything that happened to an entry, what was undone included.

    twitchlog history 12
    """
    from twitchlog.cli import stepping

    finish(ctx, "history", lambda asked: stepping.history(asked, number))
