"""The page as PDF: one sheet, tagged, the same bytes, and no text that becomes code."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.report.diaries import TODAY, facts_of, frames_of
from twitchlog.entry import MedicineEvent
from twitchlog.report.as_pdf import NO_GLYPH, pdf_of

if TYPE_CHECKING:
    from twitchlog.report.summary import Summary

MARKUP = '#panic("x") $x^2$ [*bold*] _under_ @ref <label> `raw` \\ // /* ~ = - + "q"'


def read(written: bytes) -> PdfReader:
    """The pages of a file."""
    return PdfReader(io.BytesIO(written))


def text_of(written: bytes) -> str:
    """The text of all pages, on one line."""
    return " ".join(" ".join(page.extract_text().split()) for page in read(written).pages)


def with_medicine(name: str) -> Summary:
    """The summary of a diary in which a medicine has that name."""
    medicines = [MedicineEvent(uid="m", name=name, day=TODAY, action="start", dose=name)]
    return facts_of(frames_of([{"day": TODAY, "part": "calf"}]), medicines=medicines)


@pytest.mark.parametrize("diary", ["empty", "three", "demo", "three_years"])
def test_every_diary_fits_one_page(diary: str, request: pytest.FixtureRequest) -> None:
    """From no entry to three years with every part of the body: one sheet of A4."""
    pages = read(pdf_of(request.getfixturevalue(diary))).pages
    assert len(pages) == 1
    assert (round(pages[0].mediabox.width), round(pages[0].mediabox.height)) == (595, 842)


def test_the_same_facts_give_the_same_bytes(three: Summary) -> None:
    """Nothing in the file depends on when or where it was made."""
    assert pdf_of(three) == pdf_of(three)


def test_the_file_is_tagged_titled_and_says_its_standards(demo: Summary) -> None:
    """A screen reader gets tags, a title, a language and the picture's alt text; archives get PDF/A and PDF/UA."""
    reader = read(pdf_of(demo))
    catalog: Any = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == "Muscle twitches: a diary, summed up for a visit"
    packet = catalog["/Metadata"].get_data().decode()
    assert "pdfuaid:part" in packet
    assert "pdfaid:part" in packet


def test_the_fonts_are_inside(three: Summary) -> None:
    """No printer has to guess: every font comes with its glyphs."""
    page: Any = read(pdf_of(three)).pages[0]
    fonts = [font.get_object()["/DescendantFonts"][0].get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_text_can_be_read_in_order(demo: Summary) -> None:
    """Title, period, course, places, points and sources stand in the order in which a reader meets them."""
    text = text_of(pdf_of(demo))
    order = ["Muscle twitches", "2 February to 12 April 2026", "56 of 70 days", "Course in days", "Where", "left calf"]
    order += [
        "Noted with it",
        "Levothyroxine",
        "Points to raise",
        "A new place has joined",
        "Rule for",
        "Sources: [1] NHS",
    ]
    positions = [text.find(words) for words in order]
    assert -1 not in positions
    assert positions == sorted(positions)


def test_markup_in_a_name_stays_text() -> None:
    """Typst would stop at #panic; the page shows the name as it was typed."""
    assert '#panic("x") $x^2$ [*bold*] _under_ @ref' in text_of(pdf_of(with_medicine(MARKUP)))


def test_a_character_that_the_font_lacks_is_shown_as_a_box() -> None:
    """PDF/A allows no missing glyph, and no name may stop the report."""
    assert f"Tee {NO_GLYPH}{NO_GLYPH}" in text_of(pdf_of(with_medicine("Tee 茶葉")))


def test_right_to_left_names_and_very_long_words_are_set() -> None:
    """Hebrew, Arabic, and a word of two hundred W neither stop the report nor take a second page."""
    assert len(read(pdf_of(with_medicine("עברית العربية " + "W" * 200))).pages) == 1


@settings(max_examples=15)
@given(st.text(max_size=70))
@example("\u202e\u2066\x00\x1b[31m\ud7ff")
@example("e\u0301\u0301\u0301\u200d\ufeff")
def test_any_name_can_be_set(name: str) -> None:
    """Whatever stands in a diary, the page is made."""
    assert len(read(pdf_of(with_medicine(name))).pages) == 1
