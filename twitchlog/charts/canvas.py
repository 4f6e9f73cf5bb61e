"""Figures in the one look, and the files they become: the same picture gives the same bytes."""

from __future__ import annotations

import io
import os
from textwrap import fill
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from twitchlog import vocabulary
from twitchlog.charts import look, weekly
from twitchlog.errors import TwitchlogError
from twitchlog.files import write_private

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from twitchlog.charts.look import Size
    from twitchlog.weeks import Week

FORMATS = ("png", "svg")
LEGEND_COLUMNS = 3


class UnknownPictureFormat(TwitchlogError):
    """The file's ending names no format that a picture can have."""

    code = "unknown_format"


def save_week(week: Week, path: str, *, size: Size = look.SHEET) -> None:
    """Write the week picture to a file, PNG or SVG by its ending, for its owner alone.

    Raises:
        UnknownPictureFormat: The name ends in neither .png nor .svg.
        TargetUnwritable: The file can't be written there.
    """
    write_private(path, week_picture(week, format_of(path), size=size))


def format_of(path: str) -> str:
    """The picture format that a file's ending names.

    Raises:
        UnknownPictureFormat: It names none.
    """
    ending = os.path.splitext(path)[1].lower().removeprefix(".")
    if ending not in FORMATS:
        known = " or ".join(f".{one}" for one in FORMATS)
        raise UnknownPictureFormat(
            f"“{os.path.basename(path)}” does not say which kind of picture it is.", hint=f"End the name in {known}."
        )
    return ending


def week_picture(week: Week, picture_format: str, *, size: Size = look.SHEET) -> bytes:
    """The week picture as the bytes of a PNG or SVG file."""
    with mpl.rc_context(look.STYLE):
        return _bytes_of(week_figure(week, size=size), picture_format, weekly.title(week))


def week_figure(week: Week, *, size: Size = look.SHEET) -> Figure:
    """The week picture: title, legend, seven days, four weeks and the coverage in words, from top to bottom."""
    with mpl.rc_context(look.STYLE):
        figure = Figure(figsize=(size.width, size.height), dpi=look.DPI, facecolor=look.PAPER)
        line = size.font / 72 / size.height
        left = 6.4 * size.font / 72 / size.width
        days = figure.add_axes((left, 0.37, 0.98 - left, 0.63 - line * 5.6))
        four_weeks = figure.add_axes((left, line * 5.2, 0.98 - left, 0.37 - line * 10.4))
        weekly.draw_week(days, week, font=size.font)
        weekly.draw_context(four_weeks, week, font=size.font)
        _write_words(figure, week, size, line)
        _add_legend(figure, days, week, size)
    return figure


def _write_words(figure: Figure, week: Week, size: Size, line: float) -> None:
    """Title above, the heading of the four weeks between, coverage below; `line` is a line's share of the height."""
    figure.text(0.02, 1 - line * 0.7, weekly.title(week), fontsize=size.font * 1.2, fontweight="bold", va="top")
    heading = "The same weekdays over four weeks: count, 0 = clear, hatched = unknown"
    figure.text(0.02, 0.37 - line * 3.6, heading, fontsize=size.font * 0.85, va="top", color=look.QUIET_INK)
    wide = int(size.width * 72 / size.font * 1.9)
    coverage = fill(weekly.caption(week), wide)
    figure.text(0.02, line * 4.3, coverage, fontsize=size.font * 0.9, va="top", linespacing=1.25)


def _add_legend(figure: Figure, axes: Axes, week: Week, size: Size) -> None:
    """Name the regions that the bars show, above the bars."""
    shown = [
        Patch(facecolor=look.REGION_COLOURS[region], edgecolor=look.EDGE, linewidth=0.5, label=_region_name(region))
        for region in weekly.regions(week)
    ]
    if shown:
        box = axes.get_position()
        figure.legend(
            handles=shown,
            loc="lower left",
            bbox_to_anchor=(0.02, box.y1),
            ncols=LEGEND_COLUMNS,
            frameon=False,
            fontsize=size.font * 0.85,
            handlelength=1.2,
            columnspacing=1.2,
            borderpad=0.2,
        )


def _region_name(region: str) -> str:
    """A region's name, short enough for a legend."""
    return vocabulary.label("region", region).partition(" / ")[0]


def _bytes_of(figure: Figure, picture_format: str, title: str) -> bytes:
    """The figure as a file's bytes, without the moment it was made."""
    written = io.BytesIO()
    if picture_format == "svg":
        figure.savefig(written, format="svg", metadata={"Title": title, "Date": None})
    else:
        pillow = {"compress_level": look.PNG_COMPRESSION}
        figure.savefig(
            written, format="png", dpi=look.DPI, metadata={"Title": title, "Software": None}, pil_kwargs=pillow
        )
    return written.getvalue()
