"""The week picture: twitches a day by region over seven days, and the four weeks that they end.

What is shown is picked in `weeks.py`; here it is drawn and put into words. The rows below the bars hold the same
weekdays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.patches import Rectangle

from twitchlog import vocabulary
from twitchlog.charts import look
from twitchlog.charts.dates import day_of_year, span, weekday
from twitchlog.spoken import count, long_date
from twitchlog.weeks import CLEAR, TWITCHING, UNKNOWN, WEEK, WEEKS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from twitchlog.weeks import Week, WeekDay

LOWEST_TOP = 4
"""The count axis reaches at least this far, so that a single twitch does not fill the picture. Ours."""

NOT_COUNTED = "some, not counted"
"""What stands for a day on which the person said there was twitching and wrote no twitch down."""

BAR_WIDTH = 0.72
CELL_HEIGHT = 0.8


def regions(week: Week) -> list[str]:
    """The regions that twitched in the last seven days, in the order of the stack."""
    return [region for region in look.REGION_COLOURS if any(day.twitches.get(region) for day in week.days)]


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
