"""The only reader of the time and of the local zone.

`TWITCHLOG_NOW` (ISO 8601 with offset) fixes the present moment for tests and demos; the zone comes from `TZ` or the
system. Local times go through the C library, as the shell's `date` does: no zone database is loaded for an entry.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime

from twitchlog.errors import TwitchlogError

ZONE_FOLDERS = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
LOCALTIME = "/etc/localtime"


class ClockUnclear(TwitchlogError):
    """The present moment or the zone can't be told from what the environment says."""

    code = "clock_unclear"


def now() -> datetime:
    """The present moment in the local zone, to the whole second."""
    fixed = os.environ.get("TWITCHLOG_NOW")
    if not fixed:
        return local(datetime.now(UTC).replace(microsecond=0))
    try:
        moment = datetime.fromisoformat(fixed)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ClockUnclear(
            f"TWITCHLOG_NOW is “{fixed[:40]}”, which is not a moment with its offset.",
            hint="Write it like 2026-03-02T21:40:00+01:00, or unset it.",
        )
    return local(moment.replace(microsecond=0))


def stand_still(moment: str, zone: str) -> None:
    """Fix the present moment (ISO 8601 with offset) and the zone for the rest of this process, as a demo needs it."""
    os.environ["TWITCHLOG_NOW"] = moment
    os.environ["TZ"] = zone
    time.tzset()


def local(moment: datetime) -> datetime:
    """The same instant on the wall clock of the local zone, with its offset."""
    zone_name()
    try:
        return moment.astimezone()
    except (OverflowError, OSError, ValueError) as error:
        raise ClockUnclear(
            f"The moment {moment.isoformat()} is outside what a calendar here can hold.", hint="Check the year."
        ) from error


def zone_name() -> str | None:
    """The name of the local zone, such as Europe/Berlin; None where only an offset is known."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if named:
        return named if _is_zone(named) else None
    try:
        target = os.readlink(LOCALTIME)
    except OSError:
        return None
    _, found, name = target.partition("zoneinfo/")
    return name if found else None


def _is_zone(named: str) -> bool:
    """Whether `named` is in this machine's zone files; a name like Area/City that is not there is refused.

    The C library would silently take such a name for UTC, and every entry would be hours off.
    """
    if any(os.path.isfile(f"{folder}/{named}") for folder in ZONE_FOLDERS):
        return True
    if "/" in named and any(os.path.isdir(folder) for folder in ZONE_FOLDERS):
        raise ClockUnclear(
            f"TZ is “{named[:60]}”, a zone this machine does not know.", hint="Try TZ=Europe/Berlin, or unset it."
        )
    return False


def on_wall(naive: datetime) -> tuple[datetime, ...]:
    """The instants at which the local wall clock shows `naive`: one, none (skipped) or two (shown twice)."""
    found: list[datetime] = []
    for fold in (0, 1):
        aware = naive.replace(fold=fold).astimezone()
        shown = aware.astimezone(UTC).astimezone()
        if shown.replace(tzinfo=None) == naive and aware.utcoffset() not in [f.utcoffset() for f in found]:
            found.append(aware)
    return tuple(sorted(found, key=lambda moment: moment.astimezone(UTC)))
