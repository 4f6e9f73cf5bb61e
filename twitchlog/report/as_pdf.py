"""The page as PDF, set by Typst: A4, tagged, PDF/UA-1 and PDF/A-2a, fonts embedded; same facts, same bytes."""

from __future__ import annotations

import json
import os
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import matplotlib as mpl
import typst
from matplotlib.ft2font import FT2Font

from twitchlog.charts import canvas, look
from twitchlog.report.blocks import Table
from twitchlog.report.page import page_of

if TYPE_CHECKING:
    from typing import Any

    from typst import PDFStandard

    from twitchlog.report.blocks import Page, Picture, Point, Sentence
    from twitchlog.report.summary import Summary

STANDARDS: list[PDFStandard] = ["ua-1", "a-2a"]
NO_GLYPH = "□"
"""Stands for a character that the page's font does not have, as PDF/A allows no missing glyphs."""

LONGEST_UNBROKEN = 20
BROKEN_EVERY = 8
"""A word longer than the first may be broken after every so many characters, so that none leaves its column. Ours."""

WIDEST = 30
"""Characters beyond which a column asks for no more room. Ours."""


def pdf_of(facts: Summary) -> bytes:
    """The page as the bytes of a PDF file."""
    page = page_of(facts)
    picture = canvas.week_picture(facts.week, "svg", size=look.COLUMN)
    written: bytes = typst.compile(
        files("twitchlog.report").joinpath("visit.typ").read_bytes(),
        format="pdf",
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[_font_folder()]),
        sys_inputs={"page": json.dumps(_plain(page), ensure_ascii=False), "picture": picture.decode()},
        pdf_standards=STANDARDS,
        timestamp=facts.made,
    )
    return written


def _font_folder() -> str:
    """Where matplotlib keeps the fonts that it ships."""
    return os.path.join(mpl.get_data_path(), "fonts", "ttf")


def _plain(page: Page) -> dict[str, Any]:
    """The page as what JSON can hold, every string made safe to set."""
    return {
        "title": _settable(page.title),
        "lead": [_settable(line) for line in page.lead],
        "rows": [
            [
                [{"title": section.title, "blocks": [_block(one) for one in section.blocks]} for section in stack]
                for stack in row
            ]
            for row in page.rows
        ],
        "rules": [{"title": _settable(title), "text": _settable(text)} for title, text in page.rules],
        "sources": [{"title": _settable(title), "url": url or ""} for title, url in page.sources],
        "footer": page.footer,
        "made": page.made,
    }


def _block(block: Sentence | Table | Picture | Point) -> dict[str, Any]:
    """One block with the name of its class; the picture itself travels apart."""
    fields = {name: _deep(value) for name, value in block.as_dict().items() if name != "week"}
    if isinstance(block, Table):
        fields["widths"] = _widths(block)
    return {"is": type(block).__name__.lower(), **fields}


def _widths(table: Table) -> list[int]:
    """How much room each column asks for: a share, or 0 for exactly what its cells need."""
    columns = zip(table.longest, table.unwrapped, strict=True)
    return [0 if unwrapped else min(longest, WIDEST) for longest, unwrapped in columns]


def _deep(value: Any) -> Any:
    """Strings made safe, however deep in lists."""
    if isinstance(value, str):
        return _settable(value)
    if isinstance(value, tuple):
        return [_deep(one) for one in value]
    return value


def _settable(text: str) -> str:
    """The text with long words made breakable and characters that can't be set replaced."""
    known = _known_characters()
    shown = "".join(one if ord(one) in known else NO_GLYPH for one in unicodedata.normalize("NFC", text))
    return " ".join(_breakable(word) for word in shown.split(" "))


def _breakable(word: str) -> str:
    """The word with a place to break after every so many characters."""
    if len(word) <= LONGEST_UNBROKEN:
        return word
    pieces = (word[start : start + BROKEN_EVERY] for start in range(0, len(word), BROKEN_EVERY))
    return "\N{ZERO WIDTH SPACE}".join(pieces)


@cache
def _known_characters() -> frozenset[int]:
    """The characters that both weights of the page's font have, control characters left out."""
    fonts = (FT2Font(os.path.join(_font_folder(), name)) for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"))
    shared = frozenset.intersection(*(frozenset(font.get_charmap()) for font in fonts))
    return frozenset(code for code in shared if unicodedata.category(chr(code))[0] != "C")
