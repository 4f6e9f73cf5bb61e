"""The one look of every picture: colours, greys, hatches, fonts and sizes.

Colours start from Okabe and Ito's (Color Universal Design, 2008, https://jfly.uni-koeln.de/color/), shifted so that as
greys they lie at least 10 steps of CIE lightness apart, neighbours in a stack at least 14. None means alarm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.records import Record

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

REGION_COLOURS = {
    "leg": "#0072B2",
    "trunk": "#7BCBAA",
    "arm": "#CC8400",
    "neck": "#5B2A86",
    "face": "#F0E442",
    "whole_body": "#222222",
}
"""Region -> colour, in the order in which bars are stacked, from the ground up."""

INK = "#1A1A1A"
QUIET_INK = "#595959"
PAPER = "#FFFFFF"
TWITCHING = "#44546A"
RULE = "#D0D0D0"
EDGE = "#333333"
UNKNOWN_HATCH = "////"
UNKNOWN_LINES = "#9C9C9C"

FONT = "DejaVu Sans"
"""Comes with matplotlib, so that a picture is the same on every machine."""

DPI = 200
PNG_COMPRESSION = 3
"""Half of the time and a sixth more bytes than Pillow's usual 6. Ours."""


class Size(Record):
    """How large a picture is drawn.

    Fields:
        width, height: Inches.
        font: Points of the running text; titles and small print follow from it.
    """

    width: float
    height: float
    font: float


SHEET = Size(width=7.4, height=6.3, font=10.0)
"""A picture on its own."""

COLUMN = Size(width=3.7, height=3.6, font=6.6)
"""A picture in one column of the page for the doctor."""

STYLE: dict[RcKeyType, Any] = {
    "font.family": FONT,
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 0.6,
    "svg.fonttype": "path",
    "svg.hashsalt": "twitchlog",
    "path.simplify": False,
}
"""Matplotlib settings under which every picture is drawn and saved; they hold inside `canvas` only.

Text in an SVG is drawn as outlines, so that it looks the same where DejaVu Sans is missing; the alt text carries it.
"""
