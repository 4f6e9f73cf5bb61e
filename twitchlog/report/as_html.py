"""The page as one HTML file: no script, no network, everything in it; reads on a phone and prints on a sheet."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from twitchlog.charts import canvas, look
from twitchlog.report.blocks import Picture, Point, Sentence, Table
from twitchlog.report.page import page_of
from twitchlog.spoken import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.report.blocks import Page, Section
    from twitchlog.report.summary import Summary

NOTHING_FROM_OUTSIDE = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""What the file allows itself (content security policy): its own styles and its own picture."""

SHARES = ("twitching", "recorded", "unknown")


def html_of(facts: Summary) -> bytes:
    """The page as the bytes of an HTML file, UTF-8."""
    page = page_of(facts)
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(NOTHING_FROM_OUTSIDE)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_said(page.title)}</title>",
        f"<style>{_style()}</style>",
        "</head>",
        "<body>",
        "<main>",
        *_body(page),
        "</main>",
        f"<footer><p>{_said(page.footer)}</p><p>{_said(page.made)}</p></footer>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts).encode()


def _said(text: str) -> str:
    """Text as it may stand in HTML, in a text or an attribute."""
    return escape(clean(text))


def _style() -> str:
    """The style sheet, with the look's colours."""
    sheet = files("twitchlog.report").joinpath("visit.css").read_text(encoding="utf-8")
    return sheet.replace("INK", look.INK).replace("QUIET", look.QUIET_INK).replace("TWITCHING", look.TWITCHING)


def _body(page: Page) -> Iterable[str]:
    """Title, lead, the rows of sections and the small print."""
    yield f"<h1>{_said(page.title)}</h1>"
    for index, line in enumerate(page.lead):
        yield f'<p class="lead lead-{min(index, 2)}">{_said(line)}</p>'
    for row in page.rows:
        yield f'<div class="row stacks-{len(row)}">'
        for stack in row:
            yield f'<div class="stack">{"".join(_section(section) for section in stack)}</div>'
        yield "</div>"
    if page.rules:
        yield '<section class="small rules">'
        yield from (f"<p>Rule for “{_said(title)}”: {_said(text)}.</p>" for title, text in page.rules)
        yield f"<p>Sources:</p><ol>{''.join(_source(*source) for source in page.sources)}</ol>"
        yield "</section>"


def _section(section: Section) -> str:
    return f"<section><h2>{_said(section.title)}</h2>{''.join(_block(block) for block in section.blocks)}</section>"


def _block(block: Sentence | Table | Picture | Point) -> str:
    """One block, by its kind."""
    if isinstance(block, Sentence):
        small = ' class="small"' if block.small else ""
        return f"<p{small}>{_said(block.text)}</p>"
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Picture):
        picture = b64encode(canvas.week_picture(block.week, "svg", size=look.COLUMN)).decode()
        return f'<img class="picture" src="data:image/svg+xml;base64,{picture}" alt="{_said(block.alt)}">'
    return _point(block)


def _table(table: Table) -> str:
    """A table with its headings; the bars are drawn for the eye only, their numbers stand in the cells."""
    head = [f"<th{_class(table, column)}>{_said(name)}</th>" for column, name in enumerate(table.head)]
    if table.shares is not None:
        head.insert(1, "<td></td>")
    rows = []
    for index, cells in enumerate(table.rows):
        row = [f"<td{_class(table, column)}>{_said(cell)}</td>" for column, cell in enumerate(cells)]
        if table.shares is not None:
            row.insert(1, f'<td class="share">{_bar(table.shares[index])}</td>')
        rows.append(f"<tr>{''.join(row)}</tr>")
    more = f'<p class="small">{_said(table.more)}</p>' if table.more else ""
    caption = f"<caption>{_said(table.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{''.join(head)}</tr></thead><tbody>{''.join(rows)}</tbody></table>{more}"


def _class(table: Table, column: int) -> str:
    """Numbers stand right, short cells on one line."""
    if column in table.numeric:
        return ' class="number"'
    return ' class="line"' if table.unwrapped[column] else ""


def _bar(shares: tuple[int, int, int]) -> str:
    """The days of one row as a bar of three pieces."""
    pieces = (
        f'<i class="{name}" style="flex-grow:{days}"></i>' for name, days in zip(SHARES, shares, strict=True) if days
    )
    return f'<span class="bar" aria-hidden="true">{"".join(pieces)}</span>'


def _point(point: Point) -> str:
    references = ", ".join(f"[{number}]" for number in point.references)
    return (
        f'<article class="point"><h3>{_said(point.title)} <span class="urgency">{_said(point.urgency)}</span></h3>'
        f"<p>{_said(point.text)}</p>"
        f'<p class="small">Evidence: {_said(point.evidence)}. Sources: {references}.</p></article>'
    )


def _source(title: str, url: str | None) -> str:
    """A source, as a link where it has an address on the web."""
    if url and url.startswith(("https://", "http://")):
        return f'<li>{_said(title)}, <a href="{_said(url)}" rel="noreferrer">{_said(url)}</a></li>'
    return f"<li>{_said(title)}</li>"
