"""When two entries are the same, and the uid of a row that has none."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from twitchlog.entry import DayNote
from twitchlog.store.rows import row_of

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping
    from typing import Any

    from twitchlog.records import Record


def content_of(entry: Record) -> dict[str, Any]:
    """What makes an entry the same one: its stored columns but the id and where it comes from; a day's factors, too."""
    row = {name: value for name, value in row_of(entry).items() if name not in ("id", "source")}
    return row | {"factors": entry.factors} if isinstance(entry, DayNote) else row


def uid_for(file: str, content: Mapping[str, Any], uids: Counter[str] | None = None) -> str:
    """The uid of a row that has none: the same for the same content, so that a second import finds the first.

    Args:
        file: The file's name in the format, so that two kinds of entry never meet.
        content: As `content_of` makes it, with no uid in it yet.
        uids: The rows that the file had before, counted by content; this one is counted in.

    Returns:
        A UUIDv8 (RFC 9562), whose bits are ours: SHA-256 over the content, and how often it stood there before.
    """
    said = json.dumps([file, content])
    number = uids[said] if uids is not None else 0
    if uids is not None:
        uids[said] += 1
    digest = hashlib.sha256(f"{number} {said}".encode()).digest()
    bits = int.from_bytes(digest[:16], "big") & ~(0xF << 76) | 0x8 << 76
    text = f"{bits & ~(0x3 << 62) | 0x2 << 62:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
