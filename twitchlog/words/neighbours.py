"""The items of a line with their neighbours, and everything that is found out about them."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.words.refusals import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.reading import Item

TIMES = ("day", "part_of_day", "clock", "ago", "moment", "now")


class Context:
    """The items of a line while their neighbours are looked at, with what was found so far.

    Attributes:
        words: The typed words, normalised.
        items: In their order; the items of options follow those of the line.
        denied: Items said not to be there.
        sudden: Item of a symptom -> whether it came suddenly.
        severities: Item of a symptom -> the text of its score.
        problems: Reasons to refuse the line.
    """

    def __init__(self, words: str, items: list[Item], problems: list[Problem], *, symptoms_only: bool = False) -> None:
        """A line whose words have been told apart; `symptoms_only` where it can tell of no twitch."""
        self.symptoms_only = symptoms_only
        self.words = words
        self.items = items
        self.problems = problems
        self.denied: list[Item] = []
        self.sudden: dict[Item, bool] = {}
        self.severities: dict[Item, str] = {}

    def refuse(
        self, code: str, text: str, hint: str, *, choices: tuple[str, ...] = (), command: str | None = None
    ) -> None:
        """Note a reason to refuse the line."""
        self.problems.append(Problem(code=code, text=text, hint=hint, choices=choices, command=command))

    def has(self, *kinds: str) -> bool:
        """Whether an item of one of these kinds is there."""
        return any(item.kind in kinds for item in self.items)

    def says_twitch(self) -> bool:
        """Whether a word of the line itself says twitch, cramp, jerk ...: also inside "eye twitch", "twitchy eye"."""
        return any(item.kind == "kind" or (item.kind == "part" and names_kind(item.text)) for item in self.items)

    def neighbour(self, at: int, step: int, *, over: tuple[str, ...] = ()) -> Item | None:
        """The next item before or behind in the same stretch, small words (and kinds in `over`) left out."""
        here = at
        while 0 <= here + step < len(self.items):
            edge = self.items[here] if step < 0 else self.items[here + 1]
            here += step
            item = self.items[here]
            if edge.apart or item.source != self.items[at].source:
                return None
            if item.kind in over or item.kind == "passed" or (item.kind == "mark" and is_small(item)):
                continue
            return item
        return None

    def with_replaced(self, item: Item, new: str) -> str:
        """The typed words with one item said in other words."""
        return " ".join((self.words[: item.start] + new + self.words[item.end :]).split())

    def with_moved_first(self, item: Item) -> str:
        """The typed words with one item moved to the front and set off by a comma."""
        rest = (self.words[: item.start] + " " + self.words[item.end :]).strip(" ,")
        return " ".join(f"{self.words[item.start : item.end]}, {rest}".split())


def is_small(item: Item) -> bool:
    """Whether a mark is only a small word."""
    return item.has("small")


def names_kind(text: str) -> bool:
    """Whether the words of a part hold a kind: "eye twitch", "twitchy eye", "ear fluttering"."""
    phrases = vocabulary.table("phrases")
    return any(str(phrases.get(word, "")).startswith("kind:") for word in text.split())


def parts_the_line(item: Item) -> bool:
    """Whether a word begins a new stretch of the line."""
    return item.has("and") or item.has("but") or item.text in ("with", "w/", "+", "plus", "then")
