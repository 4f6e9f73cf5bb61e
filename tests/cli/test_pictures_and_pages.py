"""`chart`, `report`, `import`, `export` and `demo` through the command line."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pypdf
import pytest
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Asked, Typed


def test_the_week_chart_is_a_private_picture_with_its_words(asked: Asked, tmp_path: Path) -> None:
    """A PNG that opens, for its owner alone, and an alternative text that names the days."""
    asked("add", "left calf")
    said = asked("chart", "week", "-o", str(tmp_path / "week.png"))
    assert said["path"] == str(tmp_path / "week.png")
    assert "Mon 2 Mar 1 (leg 1)" in said["alt"]
    with Image.open(tmp_path / "week.png") as picture:
        assert picture.width > 800
    assert stat.S_IMODE((tmp_path / "week.png").stat().st_mode) == 0o600


def test_an_empty_diary_has_a_picture_and_a_page_that_say_so(asked: Asked, tmp_path: Path) -> None:
    """Nothing is drawn as zero; both are made, and no diary is."""
    assert "The diary is empty" in asked("chart", "week", "-o", str(tmp_path / "week.svg"))["alt"]
    asked("report", str(tmp_path / "visit.pdf"))
    text = pypdf.PdfReader(tmp_path / "visit.pdf").pages[0].extract_text()
    assert "2 March 2026" in text
    assert "not a diagnosis" in text


def test_a_picture_as_of_an_earlier_day_knows_nothing_later(asked: Asked, tmp_path: Path) -> None:
    """--as-of yesterday: today's twitch is not in it."""
    asked("add", "left calf")
    asked("quiet", "yesterday")
    alt = asked("chart", "week", "--as-of", "yesterday", "-o", str(tmp_path / "week.svg"))["alt"]
    assert "Sun 1 Mar clear" in alt
    assert "Mon 2 Mar" not in alt


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["chart", "week", "-o", "week.gif"], 1),
        (["chart", "week", "-o", "/proc/none/week.png"], 1),
        (["report", "visit.doc"], 1),
        (["report", "visit"], 1),
        (["report", "/proc/none/visit.pdf"], 1),
        (["report", "visit.pdf", "--since", "2026-03-02", "--until", "2026-03-01"], 2),
        (["report", "visit.pdf", "--since", "2026-02-01..2026-02-02"], 2),
        (["flags", "--as-of", "tomorrow"], 1),
        (["flags", "--since", "nonsense"], 1),
        (["flags", "--as-of", "2026-02-01", "--since", "2026-02-02"], 2),
    ],
)
def test_a_target_or_a_period_that_makes_no_sense_is_a_clear_line(
    words: list[str], code: int, typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, one hint, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    result = typed(*words)
    assert result.exit_code == code
    assert len(result.stderr.splitlines()) == 2
    assert os.listdir(tmp_path) == []


def test_export_and_import_bring_the_diary_back(asked: Asked, tmp_path: Path) -> None:
    """What one diary holds another holds after the journey, uids included; the numbers are its own."""
    asked("add", "left calf 30s 4/10 coffee no weakness -- =1+1")
    asked("day", "sleep 6.5h")
    before = asked("list", "--all")["episodes"]
    assert asked("export", "csv", str(tmp_path / "all"))["rows"]["episodes.csv"] == 1
    other = ["--diary", str(tmp_path / "other.db")]
    shown = asked(*other, "import", "csv", str(tmp_path / "all"), "--dry-run")
    assert shown["dry_run"]
    assert not (tmp_path / "other.db").exists()
    asked(*other, "import", "csv", str(tmp_path / "all"))
    assert asked(*other, "list", "--all")["episodes"] == before
    assert asked(*other, "day")["day"]["factors"] == {"sleep_h": 6.5}
    again = asked(*other, "import", "csv", str(tmp_path / "all"))
    assert all(file["used"] == 0 for file in again["files"])


def test_an_export_over_another_needs_force(asked: Asked, typed: Typed, tmp_path: Path) -> None:
    """Nobody's files are written over by accident."""
    asked("add", "left calf")
    asked("export", "csv", str(tmp_path / "all"))
    assert typed("export", "csv", str(tmp_path / "all")).exit_code == 1
    assert typed("export", "csv", str(tmp_path / "all"), "--force").exit_code == 0


def test_refused_rows_are_listed_with_their_line(typed: Typed, asked: Asked, tmp_path: Path) -> None:
    """The good row is written, the other named with what is wrong and what is near."""
    (tmp_path / "episodes.csv").write_text(
        "started_at,part,side\n2026-03-01,calf,left\n2026-03-01,claf,left\n", "utf-8"
    )
    said = typed("import", "csv", str(tmp_path / "episodes.csv")).stdout
    assert "2 rows read, 1 written, 1 refused" in said
    assert "line 3" in said
    assert "calf" in said
    assert len(asked("list")["episodes"]) == 1
    asked("undo")
    assert asked("list")["episodes"] == []


def test_a_csv_of_another_program_is_a_clear_line(typed: Typed, tmp_path: Path, diary_file: Path) -> None:
    """Nothing of it is guessed, and no diary is made of it."""
    (tmp_path / "bank.csv").write_text("booked,amount\n2026-03-01,12.50\n", "utf-8")
    result = typed("import", "csv", str(tmp_path / "bank.csv"))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    assert not diary_file.exists()


def test_the_demo_leaves_the_persons_own_diary_alone(typed: Typed, tmp_path: Path, diary_file: Path) -> None:
    """Everything lands in the folder named; all of it is there, twice in a row too."""
    for _ in range(2):
        result = typed("demo", "--into", str(tmp_path / "demo"))
        assert result.exit_code == 0, result.output
    assert "refused" not in result.stdout
    for heading in ("twitchlog today", "twitchlog flags", "twitchlog chart week", "twitchlog report visit.pdf"):
        assert f"== {heading}" in result.stdout
    assert sorted(os.listdir(tmp_path / "demo")) == ["demo-diary.db", "visit.html", "visit.pdf", "week.png"]
    assert not diary_file.exists()


def test_the_demo_shows_persistence_several_places_and_spread(typed: Typed, tmp_path: Path) -> None:
    """What data/README.md says is hidden in it is found."""
    typed("demo", "--into", str(tmp_path))
    result = typed("--json", "--diary", str(tmp_path / "demo-diary.db"), "flags")
    answers = {one["id"]: one["answer"] for one in json.loads(result.stdout)["data"]["findings"]}
    assert answers == {"persisting": "yes", "several_places": "yes", "spread": "yes", "too_few_entries": "no"}
