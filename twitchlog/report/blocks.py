"""What a page is made of, before any format: sentences, tables, pictures and points under their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.records import Record

if TYPE_CHECKING:
    from twitchlog.weeks import Week

Source = tuple[str, str | None]
"""Title and URL of a source; None where no public text was found."""

LONGEST_UNWRAPPED = 28
"""Characters of a cell up to which its column is kept on one line. Ours."""


class Sentence(Record):
    """One paragraph; `small` for what explains or limits."""

    text: str
    small: bool = False


class Table(Record):
    """Rows of cells under their headings.

    Fields:
        caption: What the table shows, for those who hear it read.
        numeric: Indexes of the columns that hold numbers.
        shares: For each row, days with twitching, other recorded days and unknown days, drawn as a bar after the first
            cell; None for a table without bars.
        more: What was left out, or None.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    shares: tuple[tuple[int, int, int], ...] | None = None
    more: str | None = None

    @property
    def longest(self) -> tuple[int, ...]:
        """The most characters of each column, its heading included."""
        return tuple(max(len(cell) for cell in column) for column in zip(self.head, *self.rows, strict=True))

    @property
    def unwrapped(self) -> tuple[bool, ...]:
        """Which columns keep each cell on one line: short ones, but not the widest, which takes the room that is left.

        Beside bars that is no column, for the bars take it.
        """
        widest = max(self.longest) if self.shares is None else LONGEST_UNWRAPPED + 1
        return tuple(most <= LONGEST_UNWRAPPED and most < widest for most in self.longest)


class Picture(Record):
    """The week picture with its words."""

    week: Week
    alt: str


class Point(Record):
    """One point to raise.

    Fields:
        references: Numbers into the page's list of sources.
    """

    title: str
    urgency: str
    text: str
    evidence: str
    references: tuple[int, ...]


class Section(Record):
    """A heading with what stands below it."""

    title: str
    blocks: tuple[Sentence | Table | Picture | Point, ...]


class Page(Record):
    """The whole page.

    Fields:
        lead: The line below the title, and the coverage.
        rows: Rows of one or two stacks of sections; two stand side by side where there is room.
        rules: Title and rule of each point, for the small print.
        sources: Title and URL (None where no public text was found), numbered from 1.
    """

    title: str
    lead: tuple[str, ...]
    rows: tuple[tuple[tuple[Section, ...], ...], ...]
    rules: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    footer: str
    made: str
