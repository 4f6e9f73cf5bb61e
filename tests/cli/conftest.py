"""The command line, called in this process through the typer door; the clock stands still on a Monday evening."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from twitchlog.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    Typed = Callable[..., Result]
    Asked = Callable[..., dict[str, Any]]


@pytest.fixture
def typed(diary_file: Path, at: Callable[..., None]) -> Typed:
    """Type a command: `typed("add", "left", "calf")`. A command that ends in a traceback fails the test."""
    assert not diary_file.exists()
    at("2026-03-02T21:40:00+01:00", "Europe/Berlin")

    def run(*words: str, answer: str | None = None) -> Result:
        result = CliRunner().invoke(app, [*words], input=answer, prog_name="twitchlog")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


@pytest.fixture
def asked(typed: Typed) -> Asked:
    """Type a command with --json and read its `data`."""

    def run(*words: str) -> dict[str, Any]:
        result = typed("--json", *words)
        assert result.exit_code == 0, result.output
        data: dict[str, Any] = json.loads(result.stdout)["data"]
        return data

    return run
