"""Pictures as files: the same bytes every time, for the owner alone, in colours that survive a grey printer."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from itertools import combinations, pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from twitchlog.charts import look
from twitchlog.charts.canvas import UnknownPictureFormat, save_week, week_picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.charts.conftest import WeekFrom


@pytest.mark.parametrize("picture_format", ["png", "svg"])
def test_the_same_week_gives_the_same_bytes(week_from: WeekFrom, picture_format: str) -> None:
    """No moment of making, no chance ids."""
    week = week_from("#o.", (2, "leg", True))
    assert week_picture(week, picture_format) == week_picture(week, picture_format)


def test_a_png_is_sharp_and_tells_no_program_and_no_date(week_from: WeekFrom) -> None:
    """1480 x 1260 points for a sheet of 7.4 x 6.3 inches; the title is the only thing written inside."""
    picture = Image.open(io.BytesIO(week_picture(week_from("#"), "png")))
    assert picture.size == (1480, 1260)
    assert set(picture.info) - {"dpi"} == {"Title"}


def test_an_svg_is_well_formed_and_names_nothing_outside(week_from: WeekFrom) -> None:
    """It can be read by any program and loads nothing."""
    text = week_picture(week_from("#o."), "svg").decode()
    root = ET.fromstring(text)  # noqa: S314 - our own picture, made a line above
    assert root.tag.endswith("svg")
    links = {value for node in root.iter() for name, value in node.attrib.items() if name.endswith("href")}
    assert all(link.startswith("#") for link in links)
    assert "<dc:date>" not in text


@pytest.mark.parametrize("name", ["week.png", "week.SVG"])
def test_a_picture_is_for_its_owner_alone(week_from: WeekFrom, tmp_path: Path, name: str) -> None:
    """Whatever the person's usual permissions are, the picture of a diary is 0600, and nothing else is left there."""
    save_week(week_from("#"), str(tmp_path / name))
    assert stat.S_IMODE(os.stat(tmp_path / name).st_mode) == 0o600
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("name", ["week", "week.jpg", "week.png.txt", ".png"])
def test_an_unknown_ending_is_refused_with_the_known_ones(week_from: WeekFrom, tmp_path: Path, name: str) -> None:
    """Nothing is written, and the hint names the endings."""
    with pytest.raises(UnknownPictureFormat) as refused:
        save_week(week_from("#"), str(tmp_path / name))
    assert refused.value.hint == "End the name in .png or .svg."
    assert not os.listdir(tmp_path)


def lightness(colour: str) -> float:
    """CIE L* of a colour (CIE 15, D65): what a grey printer makes of it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return float(116 * luminance ** (1 / 3) - 16)


def test_regions_stay_distinct_in_grey() -> None:
    """Any two regions lie at least 10 steps of lightness apart, neighbours in a stack at least 14."""
    shades = [lightness(colour) for colour in look.REGION_COLOURS.values()]
    assert all(abs(one - other) >= 10 for one, other in combinations(shades, 2))
    assert all(abs(one - other) >= 14 for one, other in pairwise(shades))


def test_drawing_needs_neither_pyplot_nor_scipy() -> None:
    """Both take longer to load than a picture may take to draw."""
    asked = "import sys, twitchlog.charts.canvas; print({'matplotlib.pyplot', 'scipy', 'typst'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"
