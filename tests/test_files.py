"""Files are whole or not there, and their owner's alone."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from twitchlog.files import TargetUnwritable, write_private

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_replaced_in_one_step_and_becomes_private(tmp_path: Path) -> None:
    """An open file that all could read is replaced by one that its owner alone can read."""
    target = tmp_path / "visit.pdf"
    target.write_bytes(b"old")
    target.chmod(0o644)
    write_private(str(target), b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["visit.pdf"]


def test_a_link_keeps_pointing_at_the_file_that_is_written(tmp_path: Path) -> None:
    """The link stays a link."""
    (tmp_path / "link.pdf").symlink_to(tmp_path / "visit.pdf")
    write_private(str(tmp_path / "link.pdf"), b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "visit.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["missing/visit.pdf", "", "visit\0.pdf", "x" * 300])
def test_a_place_that_cannot_be_written_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    """A missing folder, a folder instead of a file, impossible names: one sentence, one hint, nothing written."""
    with pytest.raises(TargetUnwritable) as refused:
        write_private(f"{tmp_path}/{name}", b"new")
    assert "\n" not in refused.value.text + refused.value.hint
    assert not os.listdir(tmp_path)


def test_a_device_is_not_replaced() -> None:
    """Writing to /dev/null by moving a file over it would be a bad surprise."""
    with pytest.raises(TargetUnwritable, match="is not a file"):
        write_private("/dev/null", b"new")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full at the last moment: the old page is still there."""
    target = tmp_path / "visit.pdf"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TargetUnwritable, match="no space left on device"):
        write_private(str(target), b"new")
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["visit.pdf"]
