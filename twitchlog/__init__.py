"""twitchlog: a personal diary for muscle twitches, from the shell."""

from __future__ import annotations

__version__ = "0.1.0"
