"""Writing a file that is whole or not there, and that its owner alone can read."""

from __future__ import annotations

import os
import sys

from twitchlog.errors import TwitchlogError
from twitchlog.paths import FILE_MODE


class TargetUnwritable(TwitchlogError):
    """A file that was asked for can't be written where it was asked for."""

    code = "target_unwritable"


def write_private(path: str, content: bytes) -> None:
    """Put `content` at `path`, readable by its owner alone; a file that is there is replaced in one step.

    Raises:
        TargetUnwritable: The folder is missing or read-only, the disk is full, or `path` is not a file.
    """
    try:
        target = os.path.realpath(path)
        if os.path.exists(target) and not os.path.isfile(target):
            raise TargetUnwritable(f"“{path}” is not a file.", hint="Name a file, such as visit.pdf.")
        _replace(target, content)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise TargetUnwritable(
            f"“{path}” can't be written: {reason[:1].lower()}{reason[1:]}.",
            hint="Name a file in a folder that exists and that you may write to.",
        ) from error


def _replace(target: str, content: bytes) -> None:
    """Write beside the target, then move over it; nothing is left behind when that fails."""
    beside = os.path.join(os.path.dirname(target), f".twitchlog-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    except BaseException:
        os.unlink(beside)
        raise
    if sys.platform != "win32":
        _sync_folder(os.path.dirname(target))


def _sync_folder(folder: str) -> None:
    """Make the new name durable, too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
