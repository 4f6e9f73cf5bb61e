"""`days.csv`: one row a day, a column for each factor, the person's own ones among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.entry import TWITCHING, DayNote, OwnFactor
from twitchlog.exchange import lookup
from twitchlog.exchange.refusals import FileRefused, RowRefused, quoted
from twitchlog.exchange.row import LONGEST_NAME, NUMBER, YES_NO
from twitchlog.exchange.sheets import checked_amount, said, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from twitchlog.exchange.row import Row
    from twitchlog.store.diary import Diary

FILE = "days.csv"
REQUIRED = ("date",)
FACTORS = ("sleep_h", "caffeine_mg", "alcohol_g", "stress", "water_l", "exercise_min", "nicotine", "worry")
"""The factors that always have a column."""

FIXED = ("date", "twitching", "checked_in", *FACTORS, "note")
AGREED = {"yes": "some", "no": "none", "true": "some", "false": "none", "1": "some", "0": "none"}
"""What people also write for twitching."""


def read(row: Row, factors: Mapping[str, str]) -> DayNote:
    """The day that a row holds.

    Args:
        row: One row.
        factors: Column -> factor, as `factor_columns` gives it.
    """
    twitching = AGREED.get(row.cell("twitching").lower()) or row.choice("twitching", TWITCHING)
    checked_in = row.yes_no("checked_in")
    return DayNote(
        day=row.needed_day("date"),
        twitching=twitching,
        checked_in=checked_in is not False,
        factors=dict(
            sorted((factor, _amount(row, column, factor)) for column, factor in factors.items() if row.cell(column))
        ),
        note=row.text("note"),
    )


def _amount(row: Row, column: str, factor: str) -> float:
    if row.context.own.get(factor) == "yes_no" and row.cell(column).lower() in YES_NO:
        return float(bool(row.yes_no(column)))
    return checked_amount(row, column, factor)


def factor_columns(file: str, header: Sequence[str], own: Iterable[str]) -> dict[str, str]:
    """The columns of a header that hold factors: column -> the factor's id, or the own factor's name.

    Raises:
        FileRefused: Two columns hold one factor.
    """
    found: dict[str, str] = {}
    for column in header:
        if column in FACTORS or (column and column not in FIXED):
            factor = column if column in own else lookup.find(column, "factor") or column
            if factor in found.values():
                raise FileRefused(
                    f"“{file}” has two columns for {quoted(factor)}.",
                    hint="Leave one of the two out.",
                    code="columns_twice",
                )
            found[column] = factor
    return found


def own_factor_in(column: str, cells: Sequence[str]) -> OwnFactor | None:
    """The own factor that a column nobody declared holds; None where no cell of it can be an amount."""
    filled = [cell.strip().lower() for cell in cells if cell.strip()]
    amounts = [cell for cell in filled if NUMBER.fullmatch(cell.replace(",", ".")) or cell in YES_NO]
    if not amounts or len(column) > LONGEST_NAME or not column.isprintable():
        return None
    words = all(cell in YES_NO and cell.isalpha() for cell in filled)
    return OwnFactor(name=column, measure="yes_no" if words else "number")


def refuse_twitching(day: DayNote, twitch_days: set[str]) -> None:
    """Refuse to call a day free of twitching that has an episode."""
    if day.twitching == "none" and day.day.isoformat() in twitch_days:
        raise RowRefused(
            f"{day.day} says no twitching, and there are twitches on that day.",
            hint="Write some in the column twitching, or leave it empty.",
        )


def table(book: Diary) -> tuple[list[str], Iterator[list[str]]]:
    """The header and the rows that hold every day of a diary, oldest first."""
    own = {factor.name: factor.measure for factor in book.entries("own_factor", order="name")}
    amounts: dict[str, dict[str, float]] = {}
    for one in book.entries("day_factor", order="date, factor"):
        amounts.setdefault(one.date.isoformat(), {})[one.factor] = one.amount
    others = sorted({*own, *(factor for day in amounts.values() for factor in day)} - {*FACTORS})
    factors = [*FACTORS, *others]
    header = [*FIXED[:3], *factors, "note"]
    return header, _lines(book, amounts, factors, own)


def _lines(
    book: Diary, amounts: Mapping[str, Mapping[str, float]], factors: Sequence[str], own: Mapping[str, str]
) -> Iterator[list[str]]:
    for day in book.entries("day", order="date"):
        known = amounts.get(day.date.isoformat(), {})
        cells = [_cell(known.get(factor), own.get(factor)) for factor in factors]
        yield [day.date.isoformat(), day.twitching or "", said(day.checked_in), *cells, day.note or ""]


def _cell(amount: float | None, measure: str | None) -> str:
    if measure == "yes_no" and amount in (0, 1):
        return said(bool(amount))
    return shown(amount)
