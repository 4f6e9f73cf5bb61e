"""Files in and out: `import csv`, `export csv`."""

from __future__ import annotations

from twitchlog import clock, spoken
from twitchlog.cli.answer import Answer
from twitchlog.exchange.own_csv import export_csv as write_folder
from twitchlog.exchange.own_csv import import_csv as read_folder
from twitchlog.store.diary import open_diary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.cli.answer import Asked
