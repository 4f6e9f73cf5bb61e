"""The typer door: every command with its options and help. What a command does stands in the module it calls."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

import twitchlog
from twitchlog import spoken
from twitchlog.cli import answer
from twitchlog.cli.answer import Answer, Asked
from twitchlog.cli.road import Road, Sentence
from twitchlog.errors import TwitchlogError

app = typer.Typer(
    cls=Road,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
charts = typer.Typer(help="Draw a picture of the diary.", no_args_is_help=True)
imports = typer.Typer(help="Read entries from a file.", no_args_is_help=True)
exports = typer.Typer(help="Write the diary into files.", no_args_is_help=True)
app.add_typer(charts, name="chart")
app.add_typer(imports, name="import")
app.add_typer(exports, name="export")

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
        today(ctx)


def finish(ctx: typer.Context, command: str, act: Callable[[Asked], Answer]) -> None:
    """Do what a command does, say it, and leave with its exit code."""
    asked: Asked = ctx.obj
    raise typer.Exit(answer.run(command, asked, lambda: act(asked)))


# ------------------------------------------------------------------ writing down


@app.command(cls=Sentence)
def add(
    ctx: typer.Context,
    words: Words = None,
    part: One = None,
    side: One = None,
    duration: Annotated[str | None, typer.Option("--for", metavar="DURATION", show_default=False)] = None,
    intensity: Annotated[str | None, typer.Option(metavar="0-10", show_default=False)] = None,
    at: Annotated[str | None, typer.Option(metavar="TIME", show_default=False)] = None,
    kind: One = None,
    muscle: One = None,
    pattern: One = None,
    activity: One = None,
    trigger: Several = None,
    sensation: Several = None,
    relief: Several = None,
    symptom: Several = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", show_default=False)] = None,
) -> None:
    """Write down a twitch, in your own words and in any order.

    twitchlog add left calf 30s 4/10 after coffee, stressed

    twitchlog add right eyelid on and off, yesterday 22:30 -- while reading
    """
    from twitchlog.cli import capture

    options = given(
        part=part,
        side=side,
        intensity=intensity,
        at=at,
        kind=kind,
        muscle=muscle,
        pattern=pattern,
        activity=activity,
        trigger=trigger,
        sensation=sensation,
        relief=relief,
        symptom=symptom,
        note=note,
        **{"for": duration},
    )
    finish(ctx, "add", lambda asked: capture.add(asked, words or [], options))


def given(**options: str | list[str] | None) -> dict[str, list[str]]:
    """The options that were given, each as the list of its values."""
    return {name: [value] if isinstance(value, str) else value for name, value in options.items() if value}


@app.command(cls=Sentence)
def symptom(
    ctx: typer.Context,
    words: Words = None,
    part: One = None,
    side: One = None,
    at: Annotated[str | None, typer.Option(metavar="TIME", show_default=False)] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", show_default=False)] = None,
) -> None:
    """Write down a symptom on its own: weakness, fever, speech ...

    twitchlog symptom weakness left hand, sudden

    twitchlog symptom headache yesterday -- behind the eyes
    """
    from twitchlog.cli import capture

    options = given(part=part, side=side, at=at, note=note)
    finish(ctx, "symptom", lambda asked: capture.symptom(asked, words or [], options))


@app.command(cls=Sentence)
def day(ctx: typer.Context, words: Words = None) -> None:
    """Check a day in: sleep, stress, caffeine ... With nothing to write, show it.

    twitchlog day sleep 6.5h stress 7 water 1.5l exercise 30min

    twitchlog day yesterday caffeine 200mg -- a bad night
    """
    from twitchlog.cli import checkin

    finish(ctx, "day", lambda asked: checkin.day(asked, words or []))


@app.command(cls=Sentence)
def quiet(ctx: typer.Context, words: Words = None) -> None:
    """Check a day in as one without twitching: today, or the days you name.

    twitchlog quiet yesterday

    twitchlog quiet 2026-03-01..2026-03-05
    """
    from twitchlog.cli import checkin

    finish(ctx, "quiet", lambda asked: checkin.quiet(asked, words or []))


# ------------------------------------------------------------------ looking


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


# ------------------------------------------------------------------ changing one's mind


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


Steps = Annotated[int, typer.Argument(help="How many steps.", min=1)]


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


# ------------------------------------------------------------------ the diary as a whole


@app.command()
def flags(
    ctx: typer.Context,
    as_of: Day = None,
    since: Day = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Leave with 3 if there is a point to raise.")] = False,
) -> None:
    """Points worth raising with a doctor, each with its entries, rule and source.

    twitchlog flags

    twitchlog flags --as-of 2026-03-01
    """
    from twitchlog.cli import flags as flags_module

    finish(ctx, "flags", lambda asked: flags_module.flags(asked, as_of, since, exit_code=exit_code))


@charts.command()
def week(
    ctx: typer.Context,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="A .png or .svg file.")] = Path(
        "week.png"
    ),
    as_of: Day = None,
) -> None:
    """Twitches a day over the last week, by region, with the four weeks around it.

    twitchlog chart week -o week.png

    twitchlog chart week --as-of 2026-03-01 -o march.svg
    """
    from twitchlog.cli import pictures

    finish(ctx, "chart", lambda asked: pictures.chart_week(asked, str(output), as_of))


@app.command()
def report(
    ctx: typer.Context,
    output: Annotated[Path, typer.Argument(metavar="FILE", help="A .pdf or .html file.", show_default=False)],
    report_format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="pdf or html.")] = None,
    since: Day = None,
    until: Day = None,
) -> None:
    """One page for the doctor: coverage, where, course, the week chart, points to raise.

    twitchlog report visit.pdf

    twitchlog report visit.html --since 2026-01-01
    """
    from twitchlog.cli import visit

    finish(ctx, "report", lambda asked: visit.report(asked, str(output), report_format, since, until))


@imports.command("csv")
def import_csv(
    ctx: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="DIR|FILE", help="A folder or a file of it.", show_default=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be read.")] = False,
) -> None:
    """Read the own CSV form; rows that can't be read are listed and left out.

    twitchlog import csv my-diary --dry-run

    twitchlog import csv my-diary
    """
    from twitchlog.cli import exchanging

    finish(ctx, "import", lambda asked: exchanging.import_csv(asked, str(source), dry_run=dry_run))


@exports.command("csv")
def export_csv(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder, made if missing.", show_default=False)],
    force: Annotated[bool, typer.Option("--force", help="Write over an export that is there.")] = False,
) -> None:
    """Write the whole diary as a folder of CSV files.

    twitchlog export csv my-diary
    """
    from twitchlog.cli import exchanging

    finish(ctx, "export", lambda asked: exchanging.export_csv(asked, str(folder), force=force))


@app.command()
def demo(
    ctx: typer.Context,
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="A folder for all of it.")] = Path(
        "twitchlog-demo"
    ),
) -> None:
    """Fill a throw-away diary with an invented person's ten weeks and show what comes of it.

    twitchlog demo

    twitchlog demo --into /tmp/look
    """
    from twitchlog.cli import demonstration

    finish(ctx, "demo", lambda asked: demonstration.demo(asked, str(into)))
