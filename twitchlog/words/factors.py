"""What a line of `day` says: amounts of a whole day, such as sleep, stress, water, caffeine."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.entry import DAY_START_HOUR, HIGHEST_SCORE, diary_day
from twitchlog.errors import TwitchlogError
from twitchlog.records import Record
from twitchlog.words import amounts, hygiene, times
from twitchlog.words.days import day_at, refusal, refused_kindly
from twitchlog.words.refusals import LineRefused, Problem, Trouble, corrected, shown, trouble
from twitchlog.words.tokens import tokenised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from twitchlog.words.tokens import Token

UNITS = {
    "h": {"h": 1.0},
    "min": {"min": 1.0},
    "mg": {"mg": 1.0, "milligrams": 1.0, "g": 1000.0},
    "g": {"g": 1.0, "gram": 1.0, "grams": 1.0, "mg": 0.001},
    "l": {
        **dict.fromkeys(("l", "litre", "litres", "liter", "liters", "ltr"), 1.0),
        "ml": 0.001, "millilitres": 0.001, "cl": 0.01, "dl": 0.1,
    },
    "cigarettes": dict.fromkeys(("cigarettes", "cigarette", "cigs"), 1.0),
    "0-10": {},
}  # fmt: skip
"""Unit of a factor -> the units it is typed in, each with what one of it is worth."""

LENGTHS = {"h": amounts.HOUR, "min": amounts.MINUTE}
NO_NOTHING = ("sleep_h", "water_l")
"""Factors of which "no" is not zero: nobody drinks nothing, and "no sleep" is a way of speaking."""

QUIET = (
    "no twitching",
    "no twitches",
    "no twitch",
    "quiet",
    "clear",
    "without twitching",
    "twitching none",
    "not twitching",
    "didnt twitch",
)
SOME = ("some twitching", "twitching some", "twitching", "twitched", "twitches", "some twitches")
SMALL = (
    "of",
    "was",
    "were",
    "for",
    "is",
    "and",
    "with",
    "about",
    "i",
    "had",
    "my",
    "a",
    "the",
    "in",
    "total",
    "level",
    "=",
    "did",
    "drank",
    "only",
    "day",
)
NO = ("no", "zero", "none")
OWN_YES, OWN_NO = ("yes", "true"), ("no", "false")
NO_OWN: Mapping[str, str | None] = {}


LEAST_BARE = {"caffeine_mg": 10, "alcohol_g": 5, "exercise_min": 5}
"""A smaller amount without its unit is more likely a count of cups, drinks or hours. Ours."""

AMOUNTS_SAID = "an espresso holds about 80 mg of caffeine, a small beer about 13 g of alcohol"
"""So that cups and drinks can be turned into amounts; the figures are those of factors.toml."""


class DayWords(Record):
    """What a line of `day` says.

    Fields:
        factors: Factor id -> amount in the factor's unit.
        twitching: "none", "some" or None.
    """

    day: date
    factors: dict[str, float]
    note: str | None
    twitching: str | None


def read_day(
    line: str, now: datetime, *, day_start_hour: int = DAY_START_HOUR, own_factors: Mapping[str, str | None] = NO_OWN
) -> DayWords:
    """What a line of `day` says of one day.

    Args:
        line: Words such as "yesterday sleep 6.5h stress 7 -- bad night".
        now: The present moment, aware, in the local zone.
        day_start_hour: Hour at which the diary day turns over.
        own_factors: The person's own factors and their units; None for yes/no and for plain numbers.

    Raises:
        LineRefused: An amount without a factor, an unknown word, a unit that does not fit, an impossible amount.
    """
    return refused_kindly(lambda: DayReading(line, now, day_start_hour, own_factors).read())


class DayReading:
    """A line of `day` while it is read, from left to right."""

    def __init__(self, line: str, now: datetime, day_start_hour: int, own_factors: Mapping[str, str | None]) -> None:
        """Begin with the line's tokens."""
        hygiene.check(line)
        words, self.note = hygiene.split_note(line)
        self.words = hygiene.normalised(words)
        self.tokens = tokenised(self.words)
        self.now = now
        self.day_start_hour = day_start_hour
        self.own = {vocabulary.plain(name): (name, unit) for name, unit in own_factors.items()}
        self.day: date | None = None
        self.factors: dict[str, float] = {}
        self.twitching: str | None = None
        self.at = 0

    def read(self) -> DayWords:
        """Everything the line says."""
        while self.at < len(self.tokens):
            if not (self.takes_twitching() or self.takes_pair() or self.takes_day() or self.takes_small()):
                raise self.unknown()
        day = self.day if self.day is not None else diary_day(self.now, self.day_start_hour)
        return DayWords(day=day, factors=self.factors, note=self.note, twitching=self.twitching)

    def phrase(self, at: int, count: int) -> str:
        """The words from a place on."""
        return " ".join(token.text for token in self.tokens[at : at + count])

    def takes_small(self) -> bool:
        """Pass over a small word."""
        if self.tokens[self.at].text not in SMALL:
            return False
        self.at += 1
        return True

    def takes_day(self) -> bool:
        """Take the day; a second one is refused."""
        found = day_at(self.tokens, self.at)
        if found is None:
            return False
        day = times.resolve(times.Told(day=found[0]), self.now, None, self.day_start_hour).when.day
        if self.day is not None and self.day != day:
            raise trouble("two_times", "The line names two days.", "One line is one day; write a line for each.")
        self.day, self.at = day, found[1]
        return True

    def takes_twitching(self) -> bool:
        """Take "no twitching" or "some twitching"."""
        for answer, phrases in (("none", QUIET), ("some", SOME)):
            for count in (2, 1):
                if self.phrase(self.at, count) in phrases:
                    if self.twitching not in (None, answer):
                        raise trouble("two_answers", "The line says twitching and no twitching.", "Say one of the two.")
                    self.twitching, self.at = answer, self.at + count
                    return True
        return False

    def factor_at(self, at: int) -> tuple[str, str | None, int] | None:
        """The factor named at a place: its id, its unit, the place behind."""
        known = vocabulary.table("words of factor")
        for count in (3, 2, 1):
            phrase = self.phrase(at, count)
            if at + count > len(self.tokens):
                continue
            if phrase in self.own:
                return (*self.own[phrase], at + count)
            if phrase in known:
                of = known[phrase].partition(":")[2]
                return of, str(vocabulary.term("factor", of)["unit"]), at + count
        return None

    def takes_pair(self) -> bool:
        """Take "sleep 6.5h", "6.5h sleep", "no alcohol", or for an own factor "yoga yes"."""
        if (
            self.tokens[self.at].text in NO
            and (named := self.factor_at(self.at + 1)) is not None
            and named[0] not in NO_NOTHING
        ):
            self.keep(named[0], 0.0, self.tokens[self.at : named[2]])
            self.at = named[2]
            return True
        named = self.factor_at(self.at)
        if named is not None:
            of, unit, behind = named
            behind = self.past_small(behind)
            amount = self.amount_at(behind, of, unit)
            if amount is None:
                label = self.phrase(self.at, named[2] - self.at)
                raise trouble(
                    "no_amount", f"{shown(label)} stands without an amount.", f"Say how much: {example(of, unit)}"
                )
        else:
            found = self.factor_behind()
            if found is None:
                return False
            of, amount = found
        self.keep(of, amount[0], self.tokens[self.at : amount[1]])
        self.at = amount[1]
        return True

    def factor_behind(self) -> tuple[str, tuple[float, int]] | None:
        """An amount with its factor behind it: "7 hours of sleep", "200mg caffeine"."""
        for at in range(self.at + 1, min(self.at + 7, len(self.tokens))):
            named = self.factor_at(at)
            if named is None:
                continue
            amount = self.amount_at(self.at, named[0], named[1])
            if amount is None or self.past_small(amount[1]) != at:
                return None
            return named[0], (amount[0], named[2])
        return None

    def past_small(self, at: int) -> int:
        """The place behind small words."""
        while at < len(self.tokens) and self.tokens[at].text in SMALL and self.tokens[at].text != "a":
            at += 1
        return at

    def amount_at(self, at: int, of: str, unit: str | None) -> tuple[float, int] | None:
        """An amount of a factor in its unit, and the place behind; None where there is none."""
        if at >= len(self.tokens):
            return None
        if of in [name for name, _ in self.own.values()] and self.tokens[at].text in (*OWN_YES, *OWN_NO):
            return float(self.tokens[at].text in OWN_YES), at + 1
        if unit in LENGTHS and (lasting := amounts.span(self.tokens, at)) is not None:
            return lasting[0] / LENGTHS[unit], lasting[1]
        scored = amounts.score(self.tokens, at)
        if unit == "0-10" and scored is not None:
            value = amounts.plain_number(scored[0])
            return None if value is None else (value, scored[1])
        counted = amounts.number(self.tokens, at)
        if counted is None:
            return None
        return self.with_unit(counted[0], counted[1], unit)

    def with_unit(self, value: float, behind: int, unit: str | None) -> tuple[float, int]:
        """A number with the unit behind it; a plain number is in the factor's own unit, another unit is refused."""
        token = self.tokens[behind] if behind < len(self.tokens) and not self.tokens[behind].apart else None
        units = UNITS.get(unit or "", {unit.lower(): 1.0} if unit else {})
        if token is not None and token.text in units:
            return value * units[token.text], behind + 1
        if (
            token is not None
            and token.shape == "word"
            and (token.glued or self.is_unit(token.text))
            and self.factor_at(behind) is None
        ):
            raise trouble(
                "wrong_unit", f"{shown(token.text)} is not a unit of it.", f"Its unit is {unit or 'a plain number'}."
            )
        return value, behind

    def is_unit(self, text: str) -> bool:
        """Whether a word is a unit of another factor, or a measure that is none."""
        measures = (
            "glass",
            "glasses",
            "cup",
            "cups",
            "drinks",
            "units",
            "bottles",
            "hours",
            "minutes",
            "oz",
            "pints",
            "bottle",
            "pint",
        )
        return text in measures or any(text in units for units in UNITS.values())

    def keep(self, of: str, value: float, tokens: list[Token]) -> None:
        """Keep an amount within its limits; a factor said twice is refused."""
        words = " ".join(token.text for token in tokens)
        if of in self.factors:
            raise trouble(
                "said_twice", f"{shown(of.rpartition('_')[0] or of)} is in the line twice.", "Say each factor once."
            )
        most = vocabulary.term("factor", of)["at_most"] if vocabulary.knows("factor", of) else None
        if value < 0 or (most is not None and value > most):
            unit = vocabulary.term("factor", of)["unit"] if vocabulary.knows("factor", of) else ""
            top = HIGHEST_SCORE if unit == "0-10" else most
            raise trouble(
                "impossible_value",
                f"{shown(words)} is not possible for one day.",
                f"It goes from 0 to {top:g} {'' if unit == '0-10' else unit}".rstrip() + ".",
            )
        if 0 < value < LEAST_BARE.get(of, 0) and tokens[-1].shape == "number":
            unit = vocabulary.term("factor", of)["unit"]
            raise trouble(
                "bare_number",
                f"{shown(words)} without a unit: {value:g} {unit}, or something else?",
                f"Say “{value:g} {unit}” if it is that; {AMOUNTS_SAID}.",
            )
        self.factors[of] = round(value, 6)

    def unknown(self) -> LineRefused:
        """The refusal of a word that is no day, factor or amount."""
        from twitchlog.words.nearest import close_to

        token = self.tokens[self.at]
        names = [*vocabulary.table("words of factor"), *self.own]
        fixed = close_to(token.text, [name for name in names if " " not in name])
        hint = (
            "Say a factor and an amount: sleep 6.5h stress 7 water 1.5l exercise 30min caffeine 200mg alcohol 20g. "
            "The rest fits in a note behind “ -- ”."
        )
        suggestion = None
        if fixed and token.shape == "word" and token.text not in vocabulary.table("phrases"):
            suggestion = corrected(self.words, [(token.start, token.end, fixed)]) + (
                f" -- {self.note}" if self.note else ""
            )
        problem = Problem(code="unknown_word", text=f"{shown(token.text)} is not understood here.", hint=hint)
        return refusal(problem, suggestion if suggestion and self.parses(suggestion) else None)

    def parses(self, line: str) -> bool:
        """Whether a corrected line is understood."""
        try:
            DayReading(line, self.now, self.day_start_hour, dict(self.own.values())).read()
        except (Trouble, TwitchlogError):
            return False
        return True


def example(of: str, unit: str | None) -> str:
    """A factor with an amount, as one would type it."""
    typed = {"h": "6.5h", "min": "30min", "mg": "200mg", "g": "20g", "l": "1.5l", "0-10": "7", "cigarettes": "5"}.get(
        unit or "", "3"
    )
    return f"{vocabulary.label('factor', of)} {typed}"
