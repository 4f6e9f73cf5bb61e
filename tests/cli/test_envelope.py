"""The JSON envelope, the exit codes, and where options may stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from twitchlog.cli.app import app

if TYPE_CHECKING:
    from click.testing import Result
