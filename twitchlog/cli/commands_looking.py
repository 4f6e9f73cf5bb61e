"""The commands that look at entries and words, with their options and help."""

from typing import Annotated

import typer

from twitchlog.cli.door import EntryId, app, finish


@app.command("list")
def list_(
    ctx: typer.Context,
    number: Annotated[int, typer.Option("-n", help="How many.", min=1)] = 10,
    everything: Annotated[bool, typer.Option("--all", help="Every episode.")] = False,
) -> None:
    """The last episodes, newest first.

    twitchlog list

    twitchlog list -n 50
    """
    from twitchlog.cli import looking

    finish(ctx, "list", lambda asked: looking.list_episodes(asked, None if everything else number))


@app.command()
def show(ctx: typer.Context, number: EntryId) -> None:
    """One entry in full.

    twitchlog show 12
    """
    from twitchlog.cli import looking

    finish(ctx, "show", lambda asked: looking.show(asked, number))


@app.command()
def today(ctx: typer.Context) -> None:
    """What the diary knows of today.

    twitchlog today
    """
    from twitchlog.cli import looking

    finish(ctx, "today", looking.today)


@app.command()
def where(ctx: typer.Context) -> None:
    """Where the diary lies and what it holds.

    twitchlog where
    """
    from twitchlog.cli import looking

    finish(ctx, "where", looking.where)


@app.command()
def parts(ctx: typer.Context) -> None:
    """The parts of the body that twitchlog knows, with what people call them.

    twitchlog parts
    """
    from twitchlog.cli import wordlists

    finish(ctx, "parts", lambda _: wordlists.parts())


@app.command()
def words(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="LIST", help="Which list; all names without it.")] = None,
) -> None:
    """The words that twitchlog knows: kinds, triggers, sensations, symptoms ...

    twitchlog words triggers

    twitchlog words symptoms
    """
    from twitchlog.cli import wordlists

    finish(ctx, "words", lambda _: wordlists.words(name))
