"""Where the invented demo diary lies: in a checkout, or beside the installed package."""

from __future__ import annotations

import os

import twitchlog
from twitchlog.exchange.refusals import FileRefused

PACKAGED = "demo_diary"
"""Its folder inside the installed package."""

LAST_EVENING = "2026-04-12T23:30:00+02:00"
"""The last evening of the invented diary: the moment at which it is looked at."""

ZONE = "Europe/Berlin"
"""Where the invented person lives."""

IN_CHECKOUT = os.path.join("data", "demo")


def demo_folder() -> str:
    """The folder with the demo diary's CSV files.

    Raises:
        FileRefused: This installation has none.
    """
    package = os.path.dirname(os.path.abspath(twitchlog.__file__))
    for folder in (os.path.join(package, PACKAGED), os.path.join(os.path.dirname(package), IN_CHECKOUT)):
        if os.path.isfile(os.path.join(folder, "episodes.csv")):
            return folder
    raise FileRefused(
        "This installation has no demo diary.",
        hint="Install twitchlog again, or fetch data/demo with its source.",
        code="no_demo",
    )
