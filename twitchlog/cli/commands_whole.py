"""The commands on the diary as a whole, with their options and help."""

from pathlib import Path
from typing import Annotated

import typer

from twitchlog.cli.door import Day, app, finish

charts = typer.Typer(help="Draw a picture of the diary.", no_args_is_help=True)
imports = typer.Typer(help="Read entries from a file.", no_args_is_help=True)
exports = typer.Typer(help="Write the diary into files.", no_args_is_help=True)
app.add_typer(charts, name="chart")
app.add_typer(imports, name="import")
app.add_typer(exports, name="export")


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
