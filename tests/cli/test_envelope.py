"""The JSON envelope, the exit codes, and where options may stand."""

from __future__ import annotations
