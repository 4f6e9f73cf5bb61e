"""Where the diary lives, and who may read it.

On Linux the folder is worked out here, the same way as `platformdirs` does (a test holds the two equal), because
importing platformdirs would take longer than writing the entry.
"""

from __future__ import annotations

import os
import sys

APP = "twitchlog"
DIARY_FILE = "diary.db"
FOLDER_MODE = 0o700
FILE_MODE = 0o600


def data_folder() -> str:
    """The folder for the person's data of this program."""
    platform: str = sys.platform
    if platform == "linux":
        base = os.environ.get("XDG_DATA_HOME", "").strip()
        return os.path.join(base or os.path.expanduser("~/.local/share"), APP)
    from platformdirs import user_data_dir

    return user_data_dir(APP, appauthor=False)


def default_diary() -> str:
    """The diary that is used when nobody names another."""
    return os.path.join(data_folder(), DIARY_FILE)


def make_private_folder(folder: str) -> None:
    """Make the folder and the missing ones above it, readable by their owner alone."""
    if folder and not os.path.isdir(folder):
        make_private_folder(os.path.dirname(folder))
        os.mkdir(folder, FOLDER_MODE)
