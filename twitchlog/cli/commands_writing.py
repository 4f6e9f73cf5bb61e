"""The commands that write things down, with their options and help."""

from typing import Annotated

import typer

from twitchlog.cli.door import One, Several, Words, app, finish, given
from twitchlog.cli.road import Sentence


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
