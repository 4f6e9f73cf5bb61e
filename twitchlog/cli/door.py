"""The typer door: the program itself, the options that every command takes, and how a command ends."""

from collections.abc import Callable
from typing import Annotated

import typer

import twitchlog
from twitchlog.cli import answer
from twitchlog.cli.answer import Answer, Asked
from twitchlog.cli.road import Road

app = typer.Typer(
    cls=Road,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Words = Annotated[list[str] | None, typer.Argument(help="What happened, in any order.", show_default=False)]
EntryId = Annotated[int, typer.Argument(help="The number that list shows.", min=1, show_default=False)]
Day = Annotated[str | None, typer.Option(metavar="DATE", help="A day: 2026-03-01, yesterday, mon.", show_default=False)]
Several = Annotated[list[str] | None, typer.Option(metavar="WORD", show_default=False)]
One = Annotated[str | None, typer.Option(metavar="WORD", show_default=False)]


def version_shown(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    """Print the version and leave."""
    if wanted:
        typer.echo(f"twitchlog {twitchlog.__version__}")
        raise typer.Exit


@app.callback(epilog="--diary, --json, --no-input and -q may stand before or after the command's name.")
def road(
    ctx: typer.Context,
    diary: Annotated[str | None, typer.Option(metavar="FILE", help="Use this diary.", show_default=False)] = None,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask anything.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing when all went well.")] = False,
    version: Annotated[  # noqa: ARG001 - its callback has done the work
        bool, typer.Option("--version", callback=version_shown, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """A personal diary for muscle twitches. Without a command it shows today.

    twitchlog add left calf 30s 4/10 after coffee, stressed
    """
    ctx.obj = Asked(diary=diary, json=json, no_input=no_input, quiet=quiet)
    if ctx.invoked_subcommand is None:
        from twitchlog.cli import looking

        finish(ctx, "today", looking.today)


def finish(ctx: typer.Context, command: str, act: Callable[[Asked], Answer]) -> None:
    """Do what a command does, say it, and leave with its exit code."""
    asked: Asked = ctx.obj
    raise typer.Exit(answer.run(command, asked, lambda: act(asked)))


def given(**options: str | list[str] | None) -> dict[str, list[str]]:
    """The options that were given, each as the list of its values."""
    return {name: [value] if isinstance(value, str) else value for name, value in options.items() if value}
