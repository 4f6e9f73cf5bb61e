"""`demo`: an invented person's ten weeks in a throw-away diary, and what comes of them."""

from __future__ import annotations

import os
from shlex import quote

from twitchlog import clock
from twitchlog.cli import exchanging, flags, looking, pictures, visit
from twitchlog.cli.answer import Answer
from twitchlog.exchange.demo import LAST_EVENING, ZONE, demo_folder
from twitchlog.paths import make_private_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.cli.answer import Asked

DIARY = "demo-diary.db"
WEEK = "week.png"
PAGES = ("visit.pdf", "visit.html")


def demo(asked: Asked, into: str) -> Answer:
    """Fill a throw-away diary from the invented one, show the last day, the points, the week chart and the page.

    Everything is written into the folder `into`; the person's own diary is not opened.
    """
    clock.stand_still(LAST_EVENING, ZONE)
    folder = os.path.abspath(into)
    make_private_folder(folder)
    here = asked.replace(diary=os.path.join(folder, DIARY))
    if os.path.exists(here.diary or ""):
        os.remove(here.diary or "")
    parts = {
        "An invented person's ten weeks": exchanging.import_csv(here, demo_folder(), dry_run=False, source="demo"),
        "twitchlog today": looking.today(here),
        "twitchlog flags": flags.flags(here, None, None, exit_code=False),
        "twitchlog chart week": pictures.chart_week(here, os.path.join(folder, WEEK), None),
    }
    for page in PAGES:
        parts[f"twitchlog report {page}"] = visit.report(here, os.path.join(folder, page), None, None, None)
    lines: list[str] = []
    for title, part in parts.items():
        lines += [f"== {title}", *part.lines, ""]
    lines.append(f"Look around in it: twitchlog --diary {quote(here.diary or '')} list")
    files = {name: os.path.join(folder, name) for name in (DIARY, WEEK, *PAGES)}
    return Answer(lines=tuple(lines), data=lambda: {"folder": folder, "files": files})
