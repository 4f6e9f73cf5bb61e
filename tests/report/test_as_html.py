"""The page as one HTML file that loads nothing and runs nothing."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.diaries import TODAY, facts_of, frames_of
from twitchlog.entry import MedicineEvent
from twitchlog.report.as_html import html_of

if TYPE_CHECKING:
    from twitchlog.report.summary import Summary

VOID = {"meta", "img"}


class Reading(HTMLParser):
    """What a browser finds: tags with their attributes, all of them closed, and the text."""

    def __init__(self, text: str) -> None:
        """Read the whole file."""
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep text, but not the style sheet."""
        if self.open and self.open[-1] != "style":
            self.text.append(data)


def reading(facts: Summary) -> Reading:
    """The page, read; every tag is closed."""
    found = Reading(html_of(facts).decode())
    assert not found.open
    return found


def with_medicine(name: str) -> Summary:
    """The summary of a diary in which a medicine has that name."""
    return facts_of(frames_of([]), medicines=[MedicineEvent(uid="m", name=name, day=TODAY, action="start")])


@pytest.mark.parametrize("diary", ["empty", "three", "demo", "three_years"])
def test_nothing_is_loaded_and_nothing_runs(diary: str, request: pytest.FixtureRequest) -> None:
    """No script, no frame, no address but those of the sources that a reader may follow."""
    for tag, attributes in reading(request.getfixturevalue(diary)).found:
        assert tag not in {"script", "iframe", "object", "embed", "link", "base", "form"}
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("src") or "data:").startswith("data:")
        assert tag == "a" or "href" not in attributes


def test_the_picture_has_its_words(demo: Summary) -> None:
    """Those who can't see it hear every day."""
    alt = next(attributes["alt"] for tag, attributes in reading(demo).found if tag == "img")
    assert alt is not None
    assert "Thu 9 Apr unknown" in alt


def test_the_page_says_the_same_as_the_pdf(demo: Summary) -> None:
    """Coverage, places, symptoms, medicines, points with evidence, rules, sources and what the page is not."""
    text = " ".join(reading(demo).text)
    for words in (
        "56 of 70 days recorded; 14 unknown. Twitching on 32 days.",
        "left calf",
        "weakness, left calf (28 Mar 2026)",
        "raised, 75 µg (own suspicion)",
        "A new place has joined",
        "Rule for “Twitching for more than two weeks”",
        "https://www.nhs.uk/conditions/twitching-eyes-and-muscles/",
        "It is not a diagnosis",
    ):
        assert words in text


def test_markup_in_a_name_stays_text() -> None:
    """A name that looks like a script is shown, letter by letter."""
    name = '<script>alert("1")</script>&amp;\'<img src=x onerror=y>'
    found = reading(with_medicine(name))
    assert name in found.text
    assert [tag for tag, _ in found.found].count("img") == 1


@settings(max_examples=25)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_name_is_shown_and_closes_its_tags(name: str) -> None:
    """Whatever stands in a diary, the file stays well formed."""
    reading(with_medicine(name))


def test_the_same_facts_give_the_same_bytes(three: Summary) -> None:
    """Nothing in the file depends on when or where it was made."""
    assert html_of(three) == html_of(three)
