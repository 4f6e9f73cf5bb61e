"""The page in words, the same for every format."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.report.diaries import TODAY, facts_of, frames_of
from twitchlog.entry import MedicineEvent
from twitchlog.report.blocks import Picture, Point, Section, Sentence, Table
from twitchlog.report.page import MOST_MEDICINES, MOST_PLACES, page_of

if TYPE_CHECKING:
    from twitchlog.report.blocks import Page
    from twitchlog.report.summary import Summary


def sections(page: Page) -> dict[str, Section]:
    """The sections by title."""
    return {section.title: section for row in page.rows for stack in row for section in stack}


def sentences(section: Section) -> str:
    """All sentences of a section."""
    return " ".join(block.text for block in section.blocks if isinstance(block, Sentence))


def table(section: Section) -> Table:
    """The table of a section."""
    return next(block for block in section.blocks if isinstance(block, Table))


def test_what_an_empty_diary_lacks_is_said(empty: Summary) -> None:
    """Every section is there and says that it has nothing, and that nothing can be said."""
    page = page_of(empty)
    assert page.lead[0] == "There is no entry in this period: nothing can be said about it."
    said = {title: sentences(section) for title, section in sections(page).items()}
    assert said["Where"] == "No twitch recorded."
    assert said["Noted with it"] == "No symptoms recorded."
    assert said["Medicines and changes"] == "No medicines recorded. No life-style changes recorded."
    assert said["Points to raise"].startswith("Without entries nothing can be said.")


def test_the_coverage_stands_on_top(three: Summary) -> None:
    """The period, then how much of it is known, then what too few entries mean."""
    lead = page_of(three).lead
    assert lead[0] == "7 to 12 April 2026"
    assert lead[1] == "4 of 6 days recorded; 2 unknown. Twitching on 2 days."
    assert "unknown, not free of twitching" in lead[2]


def test_no_point_is_no_all_clear(three: Summary) -> None:
    """Nothing was found, and the page says what that does not mean."""
    assert "That is not an all-clear." in sentences(sections(page_of(three))["Points to raise"])


def test_character_says_how_many_entries_give_a_measure(three: Summary) -> None:
    """One of three, in words."""
    said = sentences(sections(page_of(three))["What it is like"])
    assert "Duration: 30 s (1 of 3 entries gives one)." in said
    assert "Intensity (0 to 10): 4 (1 of 3 entries gives one)." in said
    assert "Activity: sitting (1); 1 of 3 entries names one." in said


def test_a_long_table_says_how_much_it_leaves_out(three_years: Summary) -> None:
    """Eight places are shown, and the number of the others; symptoms likewise."""
    found = sections(page_of(three_years))
    places = table(found["Where"])
    assert len(places.rows) == MOST_PLACES
    assert places.more == f"and {len(three_years.places) - MOST_PLACES} more places, in the diary"
    assert "more, in the diary." in sentences(found["Noted with it"])


def test_the_latest_steps_of_medicines_are_shown() -> None:
    """Of nine steps the last six, with the number of the earlier ones; a suspicion is the person's own."""
    medicines = [
        MedicineEvent(uid=str(back), name="Sertraline", day=TODAY - timedelta(days=back), action="raise", dose="50 mg")
        for back in range(9)
    ]
    medicines.append(MedicineEvent(uid="x", name="A", day=TODAY, action="stop", suspected=True))
    shown = table(sections(page_of(facts_of(frames_of([]), medicines=medicines)))["Medicines and changes"])
    assert len(shown.rows) == MOST_MEDICINES
    assert shown.more == "and 4 earlier steps, in the diary"
    assert ("12 Apr 2026", "A", "stopped (own suspicion)") in shown.rows
    assert ("12 Apr 2026", "Sertraline", "raised, 50 mg") in shown.rows


def test_a_name_is_one_line_of_bounded_length() -> None:
    """A medicine's name of ten thousand characters, with line breaks and escapes, takes one short cell."""
    medicine = MedicineEvent(uid="m", name="a\n\x1b[31m" * 2000, day=TODAY, action="start")
    shown = table(sections(page_of(facts_of(frames_of([]), medicines=[medicine])))["Medicines and changes"])
    name = shown.rows[0][1]
    assert len(name) == 60
    assert name.isprintable()
    assert name.endswith("…")


def test_a_point_shows_its_entries_their_days_and_its_sources(demo: Summary) -> None:
    """Entry numbers are drawn together; the days are those of the entries, older ones included."""
    page = page_of(demo)
    points = [block for block in sections(page)["Points to raise"].blocks if isinstance(block, Point)]
    assert [point.title for point in points] == [
        "Twitching for more than two weeks",
        "Twitching in more than one place",
        "A new place has joined",
    ]
    assert points[2].evidence.startswith("58 entries, 2 February to 10 April 2026 (in the diary: ")
    assert points[0].urgency == "at an ordinary appointment"
    assert all(1 <= number <= len(page.sources) for point in points for number in point.references)
    assert [title for title, _ in page.rules] == [point.title for point in points]


def test_the_page_says_what_it_is_not_and_when_it_was_made(demo: Summary) -> None:
    """No diagnosis, no all-clear; the moment and the version."""
    page = page_of(demo)
    assert "not a diagnosis" in page.footer
    assert "not an all-clear" in page.footer
    assert page.made == "Made on 12 April 2026 at 21:40 with twitchlog 0.1.0."


def test_the_week_picture_has_its_words(demo: Summary) -> None:
    """The alt text tells the days; the bars of the course add up to its days."""
    found = sections(page_of(demo))
    picture = next(block for block in found["The last week"].blocks if isinstance(block, Picture))
    assert "Thu 9 Apr unknown" in picture.alt
    shares = table(found["Course in days"]).shares
    assert shares is not None
    assert sum(sum(row) for row in shares) == 70
