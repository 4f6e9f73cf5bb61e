"""What the week picture shows of a small diary: asked of the facts, and of the axes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from twitchlog.charts import look, weekly
from twitchlog.charts.canvas import week_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from tests.charts.conftest import WeekFrom
    from twitchlog.weeks import Week


def drawn(week: Week) -> Axes:
    """The axes with the seven days."""
    axes = Figure().add_subplot()
    weekly.draw_week(axes, week)
    return axes


def context(week: Week) -> Axes:
    """The axes with the four weeks."""
    axes = Figure().add_subplot()
    weekly.draw_context(axes, week)
    return axes


def hatched(axes: Axes) -> list[float]:
    """The middles of the hatched columns."""
    found = (patch for patch in axes.patches if isinstance(patch, Rectangle) and patch.get_hatch())
    return sorted(patch.get_x() + patch.get_width() / 2 for patch in found)


def written(axes: Axes) -> list[str]:
    """Everything that is written inside the axes."""
    return [text.get_text() for text in axes.texts]


def bars(axes: Axes) -> list[tuple[int, float, float]]:
    """Column, ground and height of every piece of a bar."""
    patches = [patch for patch in axes.patches if isinstance(patch, Rectangle) and not patch.get_hatch()]
    return [(round(one.get_x() + one.get_width() / 2), one.get_y(), one.get_height()) for one in patches]


def test_a_week_is_the_seven_days_that_end_with_the_day_asked_for(week_from: WeekFrom) -> None:
    """Seven days, the last one today, whatever weekday today is."""
    week = week_from("#", (0, "leg", True))
    assert [week.days[0].day, week.days[-1].day] == [date(2026, 4, 6), date(2026, 4, 12)]
    assert len(week.context) == 28


def test_bars_are_stacked_by_region_and_carry_their_sum(week_from: WeekFrom) -> None:
    """Two twitches in the leg and one in the face are one bar of three, the leg below."""
    axes = drawn(week_from("#", (0, "face", True), (0, "leg", True), (0, "leg", True)))
    assert bars(axes) == [(6, 0, 2), (6, 2, 1)]
    assert "3" in written(axes)


def test_an_unknown_day_is_hatched_over_the_full_height_and_never_a_bar(week_from: WeekFrom) -> None:
    """Of three days one is unknown, and so are the four before the diary began."""
    axes = drawn(week_from("#.#", (0, "leg", True), (2, "leg", True)))
    assert hatched(axes) == [0, 1, 2, 3, 5]
    full = axes.get_ylim()[1]
    assert all(
        patch.get_height() == full for patch in axes.patches if isinstance(patch, Rectangle) and patch.get_hatch()
    )
    assert written(axes).count("unknown") == 5


def test_a_clear_day_is_marked_as_zero(week_from: WeekFrom) -> None:
    """A day that was checked in as quiet shows a written zero, not an empty place."""
    axes = drawn(week_from("o" * 7))
    assert written(axes) == ["0\nclear"] * 7
    assert not hatched(axes)


def test_a_day_said_to_have_twitching_without_entries_shows_no_number(week_from: WeekFrom) -> None:
    """The person said "some" and wrote none down: neither zero nor unknown."""
    week = week_from("oooooo#")
    assert "some,\nnot counted" in written(drawn(week))
    assert "some" in written(context(week))
    assert "Sun 12 Apr some, not counted" in weekly.alt_text(week)


def test_only_twitches_are_counted_and_the_caption_says_so(week_from: WeekFrom) -> None:
    """A cramp is no twitch; it is left out of the bars and named below."""
    week = week_from("ooooo##", (1, "leg", True), (0, "leg", True), (0, "leg", False))
    assert week.days[-1].total == 1
    assert "1 entry of other kinds (such as cramps) not counted" in weekly.caption(week)


def test_a_day_with_a_cramp_alone_is_recorded_but_not_clear(week_from: WeekFrom) -> None:
    """The day counts as recorded, stays hatched, and the caption says why."""
    week = week_from("ooooooo")
    last = week.context[-1].replace(state="unknown", recorded=True)
    week = week.replace(context=(*week.context[:-1], last), others=1)
    assert weekly.caption(week).startswith("7 of 7 days recorded; twitching not answered on 1 recorded day")
    assert hatched(drawn(week)) == [6]


def test_the_count_axis_has_whole_numbers_only(week_from: WeekFrom) -> None:
    """One twitch does not give an axis of halves."""
    axes = drawn(week_from("#", (0, "leg", True)))
    assert all(tick == int(tick) for tick in axes.get_yticks())


@pytest.mark.parametrize("number", [1, 60])
def test_the_highest_bar_and_its_number_stay_inside(week_from: WeekFrom, number: int) -> None:
    """One twitch and sixty a day both leave room above the bar."""
    axes = drawn(week_from("#", *[(0, "leg", True)] * number))
    assert axes.get_ylim()[1] > number


def test_ticks_name_weekday_and_date(week_from: WeekFrom) -> None:
    """12 April 2026 is a Sunday."""
    labels = [tick.get_text() for tick in drawn(week_from("o")).get_xticklabels()]
    assert labels[0] == "Mon\n6 Apr"
    assert labels[-1] == "Sun\n12 Apr"


def test_the_caption_tells_the_coverage_and_where_the_diary_begins(week_from: WeekFrom) -> None:
    """A diary of two days knows nothing of the five before it."""
    said = weekly.caption(week_from("o#", (0, "leg", True)))
    assert said == "2 of 7 days recorded; 5 unknown, which is not the same as clear; the diary begins on 11 April 2026."


def test_a_full_week_leaves_nothing_to_explain(week_from: WeekFrom) -> None:
    """Seven recorded days of a longer diary are one short sentence."""
    assert weekly.caption(week_from("o" * 20)) == "7 of 7 days recorded."


def test_an_empty_diary_says_so_in_the_picture(week_from: WeekFrom) -> None:
    """No bars, no zeros: everything is hatched and a line says that there are no entries."""
    week = week_from("")
    axes = drawn(week)
    assert written(axes) == ["No entries yet"]
    assert hatched(axes) == [0, 1, 2, 3, 4, 5, 6]
    assert "The diary is empty" in weekly.alt_text(week)


def test_the_four_weeks_show_counts_zeros_and_unknown_days(week_from: WeekFrom) -> None:
    """27 days: one twitching with two, one unknown, the others clear; the day before the diary is unknown, too."""
    axes = context(week_from("#.ooooo" + "o" * 20, (26, "arm", True), (26, "arm", True)))
    assert sorted(written(axes)) == ["0"] * 25 + ["2"]
    assert hatched(axes) == [0, 2]
    assert [tick.get_text() for tick in axes.get_yticklabels()] == [
        "from 16 Mar",
        "from 23 Mar",
        "from 30 Mar",
        "from 6 Apr",
    ]


def test_nothing_after_the_day_asked_for_is_read(week_from: WeekFrom) -> None:
    """An entry of tomorrow and one of five weeks ago change nothing."""
    assert week_from("#", (0, "leg", True), (-1, "leg", True), (35, "leg", True)) == week_from("#", (0, "leg", True))


def test_the_alt_text_tells_every_day(week_from: WeekFrom) -> None:
    """Those who can't see the picture hear each day and the coverage."""
    said = weekly.alt_text(week_from("ooooo.#", (0, "leg", True), (0, "face", True)))
    assert "Fri 10 Apr clear, Sat 11 Apr unknown, Sun 12 Apr 2 (leg 1, face 1)" in said
    assert said.endswith("6 of 7 days recorded; 1 unknown, which is not the same as clear.")


def test_the_legend_names_the_regions_that_are_shown(week_from: WeekFrom) -> None:
    """Regions that did not twitch this week need no colour key."""
    figure = week_figure(week_from("#" * 9, (0, "leg", True), (1, "face", True), (8, "arm", True)))
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["Hip, leg and foot", "Face and head"]


@pytest.mark.parametrize("size", [look.SHEET, look.COLUMN])
@pytest.mark.parametrize("letters", ["", "#", "#o." * 9, "." * 28])
def test_nothing_leaves_the_picture(week_from: WeekFrom, letters: str, size: look.Size) -> None:
    """Every word of the picture lies inside it, on a sheet and in a column, with six regions and sixty a day."""
    episodes = [(back, region, True) for back in range(7) for region in look.REGION_COLOURS for _ in range(10)]
    figure = week_figure(week_from(letters, *episodes, (0, "leg", False)), size=size)
    figure.draw_without_rendering()
    edges = figure.bbox
    texts = [text for axes in figure.axes for text in (*axes.texts, *axes.get_xticklabels(), *axes.get_yticklabels())]
    for text in (*figure.texts, *texts, *(one for legend in figure.legends for one in legend.get_texts())):
        box = text.get_window_extent()
        assert edges.x0 <= box.x0 <= box.x1 <= edges.x1, text.get_text()
        assert edges.y0 <= box.y0 <= box.y1 <= edges.y1, text.get_text()
