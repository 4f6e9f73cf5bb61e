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

NEEDS_A_START = amounts.DAY
"""A duration from a day up says "for 3 days", and needs to say since when. Ours."""


class Item:
    """One thing that a line says.

    Attributes:
        kind: part, muscle, region, side, kind, pattern, sensation, trigger, symptom, activity, relief, ask, refused, a mark of
            words.toml ("mark"), duration, ago, day, part_of_day, clock, moment, now, score, number or unknown.
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
    bare = [i for i in range(at, min(len(tokens), at + 2 * LONGEST_PHRASE)) if i == at or tokens[i].text not in PASSED]
    for indices in (range(at, min(len(tokens), at + LONGEST_PHRASE)), bare[:LONGEST_PHRASE]):
        yield from phrased(tokens, tuple(indices), prefer)


def phrased(tokens: list[Token], indices: tuple[int, ...], prefer: str | None) -> Iterator[Item]:
    """The phrases that begin with the first of these tokens and go on through the next; none goes past a comma."""
    phrase = ""
    for count, i in enumerate(indices, start=1):
        if count > 1 and any(tokens[j].apart for j in range(indices[count - 2] + 1, i + 1)):
            return
        phrase = f"{phrase} {tokens[i].text}" if phrase else tokens[i].text
        yield from meanings(phrase, indices[:count], prefer)


def meanings(phrase: str, indices: tuple[int, ...], prefer: str | None) -> Iterator[Item]:
    """What a phrase means, by the lists of the vocabulary."""
    table = vocabulary.table
    if prefer is not None:
        words = table("lists").get(prefer, {}).get(phrase) or table("several").get(phrase, "")
        own = [meaning.partition(":")[2] for meaning in words.split() if meaning.startswith(f"{prefer}:")]
        if own:
            yield Item(prefer, own[0], indices)
            return
    if phrase in table("ambiguous"):
        yield Item("region", {**table("ambiguous")[phrase], "word": phrase}, indices)
    elif phrase in table("decided_ask"):
        yield Item("ask", table("decided_ask")[phrase], indices)
    elif phrase in table("marks") and (phrase not in table("phrases") or phrase in ("weak", "numb", "none")):
        yield Item("mark", table("marks")[phrase].split(), indices)
    elif phrase in table("phrases"):
        said = [meaning.partition(":")[::2] for meaning in table("phrases")[phrase].split()]
        if len(said) > 1:
            yield Item("several", said, indices)
        else:
            yield Item(said[0][0], said[0][1], indices)
    elif phrase in table("refused")["words"]:
        yield Item("refused", table("refused")["words"][phrase], indices)
    if phrase in ("now", "just now", "right now", "at the moment", "currently", "at present", "this moment", "this minute", "this very moment"):
        yield Item("now", True, indices)


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
    if number is not None:
        yield Item("number", number[0], tuple(range(at, number[1])))
    if tokens[at].shape in ("slash", "dots", "number") and number is None and scored is None:
        yield Item("odd_number", tokens[at].text, (at,))
