"""A line as a row of items: every word, number and mark is part of exactly one, the longest reading first."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.words import amounts, moments
from twitchlog.words.tokens import tokenised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from twitchlog.words.tokens import Token

LONGEST_PHRASE = 7
"""Words in the longest phrase of the vocabulary; a test holds it."""

PASSED = frozenset(("my", "the", "a", "an", "your", "his", "her", "left", "right", "both", "l", "r"))
"""Words that may stand inside a phrase without being part of it: "back of my left knee"."""

ADJECTIVES = {"weak": "weakness", "weaker": "weakness", "numb": "numb_area"}
"""What these say where only a symptom can be meant."""

NOW_WORDS = frozenset(
    (
        "now",
        "just now",
        "right now",
        "at the moment",
        "currently",
        "at present",
        "this moment",
        "this minute",
        "this very moment",
    )
)


class Item:
    """One thing that a line says.

    Attributes:
        kind: part, muscle, region, side, kind, pattern, sensation, trigger, symptom, activity, relief, ask, refused,
            mark (a list of words.toml), duration, ago, day, part_of_day, clock, moment, now, score, number or unknown.
        value: The id, or what the reader of that kind made of it.
        indices: The tokens it is made of.
        apart: Whether a comma or the like stands between it and the item before.
        source: "" for the line, or the name of the option it came from.
    """

    __slots__ = ("apart", "end", "indices", "kind", "source", "start", "text", "value")

    def __init__(self, kind: str, value: Any, indices: tuple[int, ...]) -> None:
        """Keep what it is; `place_in` adds where it stands."""
        self.kind = kind
        self.value = value
        self.indices = indices
        self.text = ""
        self.start = self.end = 0
        self.apart = False
        self.source = ""

    def place_in(self, tokens: list[Token]) -> Item:
        """Note the item's text and where it stands."""
        own = [tokens[i] for i in self.indices]
        self.text = " ".join(token.text for token in own)
        self.start, self.end = own[0].start, own[-1].end
        self.apart = own[0].apart
        return self

    def has(self, mark: str) -> bool:
        """Whether it is a small or turning word of this list of words.toml."""
        return self.kind == "mark" and mark in self.value


def items_of(words: str, prefer: str | None = None) -> list[Item]:
    """The items of typed words (already normalised), in their order.

    Args:
        words: What was typed, without the note.
        prefer: The list in which a word with two meanings is looked up first (an option's own list).
    """
    tokens = tokenised(words)
    candidates = [item for at in range(len(tokens)) for item in readings(tokens, at, prefer)]
    candidates.sort(key=lambda item: -len(item.indices))
    taken: set[int] = set()
    chosen: list[Item] = []
    for item in candidates:
        if taken.isdisjoint(item.indices):
            taken.update(item.indices)
            chosen.append(item)
    chosen.extend(Item("unknown", tokens[i].text, (i,)) for i in range(len(tokens)) if i not in taken)
    chosen.sort(key=lambda item: item.indices)
    return [item.place_in(tokens) for item in chosen]


def readings(tokens: list[Token], at: int, prefer: str | None) -> Iterator[Item]:
    """Every reading of the tokens from a place on; of two with the same length the first counts."""
    yield from timed(tokens, at)
    yield from counted(tokens, at)
    end = min(len(tokens), at + LONGEST_PHRASE)
    yield from phrased(tokens, tuple(range(at, end)), prefer)
    if any(tokens[i].text in PASSED for i in range(at + 1, end)):
        bare = [
            i for i in range(at, min(len(tokens), at + 2 * LONGEST_PHRASE)) if i == at or tokens[i].text not in PASSED
        ]
        yield from phrased(tokens, tuple(bare[:LONGEST_PHRASE]), prefer)


def phrased(tokens: list[Token], indices: tuple[int, ...], prefer: str | None) -> Iterator[Item]:
    """The phrases that begin with the first of these tokens and go on through the next; none goes past a comma."""
    phrases = vocabulary.table("phrases")
    phrase = ""
    for count, i in enumerate(indices, start=1):
        if count > 1 and any(tokens[j].apart for j in range(indices[count - 2] + 1, i + 1)):
            return
        phrase = f"{phrase} {tokens[i].text}" if phrase else tokens[i].text
        if prefer is not None and (own := preferred(phrase, prefer)) is not None:
            yield Item(prefer, own, indices[:count])
        elif phrase in phrases:
            yield meant(phrase, phrases[phrase], indices[:count])
        if phrase in NOW_WORDS:
            yield Item("now", phrase, indices[:count])


def preferred(phrase: str, prefer: str) -> str | None:
    """What a phrase means in the list that is asked for, or None."""
    if prefer == "symptom" and phrase in ADJECTIVES:
        return ADJECTIVES[phrase]
    words = vocabulary.words_of(prefer).get(phrase) or vocabulary.table("several").get(phrase, "")
    own = [meaning.partition(":")[2] for meaning in words.split() if meaning.startswith(f"{prefer}:")]
    return own[0] if own else None


def meant(phrase: str, said: str, indices: tuple[int, ...]) -> Item:
    """What a phrase of the vocabulary means (see `vocabulary.compile.lookup` for the form of `said`)."""
    if said[0] == "*":
        return Item("mark", said[1:].split(), indices)
    if said[0] == "~":
        return Item("region", {**vocabulary.table("ambiguous")[phrase], "word": phrase}, indices)
    if said[0] == "?":
        return Item("ask", [way.split("/") for way in vocabulary.table("decided_ask")[phrase]], indices)
    if said[0] == "!":
        return Item("refused", int(said[1:]), indices)
    if " " in said:
        return Item("several", [meaning.partition(":")[::2] for meaning in said.split()], indices)
    kind, _, of = said.partition(":")
    return Item(kind, of, indices)


def is_like_a_time(text: str) -> bool:
    """Whether a number can be a clock time written with a point: "10.30"."""
    hour, point, minute = text.partition(".")
    return bool(point) and len(minute) == len("30") and int(hour) < moments.HOURS and int(minute) < moments.MINUTES


def timed(tokens: list[Token], at: int) -> Iterator[Item]:
    """The readings of a place as a word of time."""
    token = tokens[at]
    if token.shape == "iso" and len(token.text) > len("2026-03-01"):
        yield Item("moment", token.text, (at,))
    elapsed = moments.ago(tokens, at)
    if elapsed is not None:
        kind, value, behind = elapsed
        found = moments.Day(name="days_ago", number=int(min(value, 1e9))) if kind == "day" else value
        yield Item(kind, found, tuple(range(at, behind)))
    for kind, reader in (("day", moments.day), ("part_of_day", moments.part), ("clock", moments.clock)):
        read = reader(tokens, at)
        if read is not None:
            yield Item(kind, read[0], tuple(range(at, read[1])))


def counted(tokens: list[Token], at: int) -> Iterator[Item]:
    """The readings of a place as a duration, a score or a number."""
    scored = amounts.score(tokens, at)
    if scored is not None:
        yield Item("score", scored[0], tuple(range(at, scored[1])))
    lasting = amounts.span(tokens, at)
    if lasting is not None:
        yield Item("duration", lasting[0], tuple(range(at, lasting[1])))
    number = amounts.number(tokens, at)
    if number is not None and is_like_a_time(tokens[at].text):
        yield Item("odd_number", tokens[at].text, (at,))
    elif number is not None:
        yield Item("number", number[0], tuple(range(at, number[1])))
    if tokens[at].shape in ("slash", "dots", "number") and number is None and scored is None:
        yield Item("odd_number", tokens[at].text, (at,))
