"""The week picture: twitches a day by region over seven days, and the four weeks that they end.

A week here is the seven diary days that end with the day asked for, not Monday to Sunday: on a Monday evening, too, the
picture shows a whole week, and the rows below it hold the same weekdays.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import pandas as pd
from matplotlib.patches import Rectangle

from twitchlog import vocabulary
from twitchlog.charts import look
from twitchlog.charts.dates import day_of_year, span, weekday
from twitchlog.frames import CLEAR, TWITCHING, UNKNOWN
from twitchlog.records import Record
from twitchlog.spoken import count, long_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from matplotlib.axes import Axes

WEEK = 7
WEEKS = 4
LOWEST_TOP = 4
"""The count axis reaches at least this far, so that a single twitch does not fill the picture. Ours."""

NOT_COUNTED = "some, not counted"
"""What stands for a day on which the person said there was twitching and wrote no twitch down."""

BAR_WIDTH = 0.72
CELL_HEIGHT = 0.8


class WeekDay(Record):
    """One day of the picture.

    Fields:
        state: "twitching", "clear" or "unknown"; days outside the diary are unknown. A day can be twitching without a
            number: the person said "some" and wrote no twitch down.
        recorded: Whether the day was checked in or has an entry.
        twitches: Region id -> number of twitches; regions without any are left out.
    """

    day: date
    state: str
    recorded: bool
    twitches: Mapping[str, int]

    @property
    def total(self) -> int:
        """Twitches of the day in all regions."""
        return sum(self.twitches.values())


class Week(Record):
    """What the week picture shows.

    Fields:
        context: Four weeks of days, oldest first; the last is the day asked for.
        begins: First day of the diary, or None when it is empty.
        others: Entries of the last seven days that are not twitches, such as cramps.
    """

    context: tuple[WeekDay, ...]
    begins: date | None
    others: int

    @property
    def days(self) -> tuple[WeekDay, ...]:
        """The last seven days, oldest first."""
        return self.context[-WEEK:]

    @property
    def regions(self) -> list[str]:
        """The regions that twitched in the last seven days, in the order of the stack."""
        return [region for region in look.REGION_COLOURS if any(day.twitches.get(region) for day in self.days)]


def week_of(days: pd.DataFrame, episodes: pd.DataFrame, *, as_of: date) -> Week:
    """Pick what the week picture shows.

    Args:
        days: As `frames.day_frame` makes it; reads `day`, `state` and `recorded`. May be empty.
        episodes: As `frames.episode_frame` makes it; reads `day`, `region` and `twitch`. May be empty.
        as_of: The last day of the week; nothing after it is read.
    """
    dates = [as_of - timedelta(days=back) for back in range(WEEK * WEEKS - 1, -1, -1)]
    lately = days[days["day"].between(pd.Timestamp(dates[0]), pd.Timestamp(as_of))]
    known = {
        stamp.date(): (str(state), bool(recorded))
        for stamp, state, recorded in zip(lately["day"], lately["state"], lately["recorded"], strict=True)
    }
    within = episodes[episodes["day"].between(pd.Timestamp(dates[0]), pd.Timestamp(as_of))]
    counts: dict[date, dict[str, int]] = {}
    for stamp, region in zip(within["day"][within["twitch"]], within["region"][within["twitch"]], strict=True):
        of_day = counts.setdefault(stamp.date(), {})
        of_day[region] = of_day.get(region, 0) + 1
    this_week = within["day"] >= pd.Timestamp(dates[-WEEK])
    return Week(
        context=tuple(
            WeekDay(day=day, state=state, recorded=recorded, twitches=counts.get(day, {}))
            for day in dates
            for state, recorded in [known.get(day, (UNKNOWN, False))]
        ),
        begins=None if days.empty else days["day"].iloc[0].date(),
        others=int((this_week & ~within["twitch"]).sum()),
    )


def title(week: Week) -> str:
    """What the picture is of, with its dates."""
    return f"Twitches per day, {span(week.days[0].day, week.days[-1].day)}"


def caption(week: Week) -> str:
    """The coverage in words, and what the bars leave out."""
    if week.begins is None:
        return "The diary is empty: nothing is known of these days."
    recorded = sum(day.recorded for day in week.days)
    said = [f"{recorded} of {WEEK} days recorded"]
    if recorded < WEEK:
        said.append(f"{WEEK - recorded} unknown, which is not the same as clear")
    if week.begins > week.days[0].day:
        said.append(f"the diary begins on {long_date(week.begins)}")
    if unanswered := sum(day.recorded and day.state == UNKNOWN for day in week.days):
        said.append(f"twitching not answered on {count(unanswered, 'recorded day')}")
    if week.others:
        said.append(f"{count(week.others, 'entry', 'entries')} of other kinds (such as cramps) not counted")
    return "; ".join(said) + "."


def alt_text(week: Week) -> str:
    """The picture in two sentences, for those who can't see it."""
    if week.begins is None:
        return f"{title(week)}: an empty picture. {caption(week)}"
    said = ", ".join(f"{weekday(day.day)} {day_of_year(day.day)} {_in_words(day)}" for day in week.days)
    return f"{title(week)}: {said}. {caption(week)}"


def _in_words(day: WeekDay) -> str:
    """A day's state, with the regions where it twitched."""
    if not day.total:
        return NOT_COUNTED if day.state == TWITCHING else day.state
    parts = [f"{vocabulary.region_word(region)} {number}" for region, number in day.twitches.items()]
    return f"{day.total} ({', '.join(parts)})"


def draw_week(axes: Axes, week: Week, *, font: float = look.SHEET.font) -> None:
    """Draw the seven days: a bar per day, stacked by region; hatched where unknown, marked 0 where clear.

    Args:
        axes: Where to draw; columns are centred on 0 to 6.
        week: As `week_of` picks it.
        font: Points of the running text.
    """
    top = max(LOWEST_TOP, *(day.total * 1.16 for day in week.days))
    for column, day in enumerate(week.days):
        if day.total:
            _draw_bar(axes, column, day, font)
        elif day.state != UNKNOWN:
            mark = "0\nclear" if day.state == CLEAR else NOT_COUNTED.replace(", ", ",\n")
            axes.text(column, top * 0.015, mark, ha="center", va="bottom", fontsize=font * 0.85, linespacing=1.1)
        else:
            axes.add_artist(_hatched(column - BAR_WIDTH / 2, 0, top))
            if week.begins is not None:
                _label_unknown(axes, column, top / 2, font)
    axes.set(xlim=(-0.6, WEEK - 0.4), ylim=(0, top))
    axes.set_xticks(
        range(WEEK), [f"{weekday(day.day)}\n{day_of_year(day.day)}" for day in week.days], fontsize=font * 0.9
    )
    axes.yaxis.set_major_locator(mpl.ticker.MaxNLocator(nbins=6, integer=True))
    axes.set_ylabel("twitches", fontsize=font * 0.9)
    _plain_frame(axes, font)
    if week.begins is None:
        _say_empty(axes, font)


def _draw_bar(axes: Axes, column: int, day: WeekDay, font: float) -> None:
    """The regions of one day on top of each other, with the sum above them."""
    ground = 0
    for region, colour in look.REGION_COLOURS.items():
        count = day.twitches.get(region, 0)
        if count:
            axes.bar(column, count, BAR_WIDTH, bottom=ground, color=colour, edgecolor=look.EDGE, linewidth=0.5)
            ground += count
    axes.annotate(
        str(day.total), (column, day.total), (0, 2), textcoords="offset points", ha="center", va="bottom", fontsize=font
    )


def _hatched(left: float, bottom: float, height: float) -> Rectangle:
    """The field of a day of which nothing is known."""
    return Rectangle(
        (left, bottom),
        BAR_WIDTH,
        height,
        facecolor=look.PAPER,
        edgecolor=look.UNKNOWN_LINES,
        hatch=look.UNKNOWN_HATCH,
        linewidth=0.5,
    )


def _label_unknown(axes: Axes, column: float, middle: float, font: float) -> None:
    """Write "unknown" upright on its own patch of paper, so that the hatch does not run through it."""
    patch = {"facecolor": look.PAPER, "edgecolor": "none", "pad": 1.5}
    axes.text(column, middle, "unknown", rotation=90, ha="center", va="center", fontsize=font * 0.85, bbox=patch)


def _say_empty(axes: Axes, font: float) -> None:
    """Say in the picture that there is nothing to show."""
    patch = {"facecolor": look.PAPER, "edgecolor": look.EDGE, "linewidth": 0.5, "pad": font * 0.8}
    said: dict[str, Any] = {
        "transform": axes.transAxes,
        "ha": "center",
        "va": "center",
        "fontsize": font * 1.1,
        "bbox": patch,
    }
    axes.text(0.5, 0.5, "No entries yet", zorder=5, **said)


def _plain_frame(axes: Axes, font: float) -> None:
    """Only the ground line and the count axis; ticks without strokes."""
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=font * 0.9, length=0, pad=font * 0.3)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=look.RULE, linewidth=0.5)


def draw_context(axes: Axes, week: Week, *, font: float = look.SHEET.font) -> None:
    """Draw four weeks as rows of cells: filled with the count where it twitched, 0 where clear, hatched where unknown.

    Args:
        axes: Where to draw; columns as in `draw_week`, rows from 3 (oldest, on top) to 0.
        week: As `week_of` picks it.
        font: Points of the running text.
    """
    for place, day in enumerate(week.context):
        row, column = WEEKS - 1 - place // WEEK, place % WEEK
        left, bottom = column - BAR_WIDTH / 2, row - CELL_HEIGHT / 2
        if day.state == UNKNOWN:
            cell = _hatched(left, bottom, CELL_HEIGHT)
        else:
            filled = look.TWITCHING if day.state == TWITCHING else look.PAPER
            cell = Rectangle(
                (left, bottom), BAR_WIDTH, CELL_HEIGHT, facecolor=filled, edgecolor=look.EDGE, linewidth=0.5
            )
            ink = look.PAPER if day.state == TWITCHING else look.INK
            count = str(day.total) if day.total or day.state == CLEAR else "some"
            axes.text(column, row, count, ha="center", va="center_baseline", color=ink, fontsize=font * 0.85)
        axes.add_artist(cell)
    starts = [week.context[first].day for first in range(0, WEEK * WEEKS, WEEK)]
    axes.set(xlim=(-0.6, WEEK - 0.4), ylim=(-0.5, WEEKS - 0.5), xticks=[])
    axes.set_yticks(range(WEEKS - 1, -1, -1), [f"from {day_of_year(start)}" for start in starts])
    axes.spines[:].set_visible(False)
    axes.tick_params(labelsize=font * 0.8, length=0, pad=font * 0.3)
