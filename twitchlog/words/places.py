"""Where: sides and parts of a line, put together to one place."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.records import Record
from twitchlog.words.refusals import trouble

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.reading import Item

LEFT_AND_RIGHT = {"left", "right"}


class Place(Record):
    """A place on the body; `part` is None where only the region is known."""

    region: str
    part: str | None = None
    side: str = "unspecified"
    muscle: str | None = None


class Mention:
    """One part, muscle or broad word in the line, with the side that belongs to it."""

    __slots__ = ("at", "item", "side")

    def __init__(self, item: Item, at: int) -> None:
        """A part that has no side yet."""
        self.item = item
        self.at = at
        self.side: str | None = None

    @property
    def part(self) -> str | None:
        """The part, or None for a broad word such as "leg"."""
        if self.item.kind == "muscle":
            return str(vocabulary.term("muscle", self.item.value)["part"])
        return str(self.item.value) if self.item.kind == "part" else None

    @property
    def region(self) -> str:
        """The region of the part or of the broad word."""
        part = self.part
        return vocabulary.region_of(part) if part else str(self.item.value["region"])

    def place(self) -> Place:
        """The place as far as this mention alone tells."""
        muscle = str(self.item.value) if self.item.kind == "muscle" else None
        return Place(region=self.region, part=self.part, side=self.side or "unspecified", muscle=muscle)


def mentions_of(items: list[Item]) -> tuple[list[Mention], list[Item]]:
    """The parts in the line, each with the side beside it, and the sides that stand beside no part."""
    found = [Mention(item, at) for at, item in enumerate(items) if item.kind in ("part", "muscle", "region")]
    free = {at: item for at, item in enumerate(items) if item.kind == "side"}
    for step in (-1, 1):
        for mention in found:
            at = beside(items, mention.at, step)
            if mention.side is None and at in free:
                mention.side = str(free.pop(at).value)
    return found, list(free.values())


def beside(items: list[Item], at: int, step: int) -> int | None:
    """The place of the next item that is not a small word, before or behind; None where a comma stands between."""
    here = at
    while 0 <= here + step < len(items):
        if step < 0 and items[here].apart and items[here + step].kind != "side":
            return None
        here += step
        if step > 0 and items[here].apart and items[here].kind != "side":
            return None
        if not (items[here].has("small") or items[here].has("strength") or items[here].kind == "passed"):
            return here
    return None


def settle_sides(found: list[Mention], free: list[Item]) -> None:
    """Give sides that stand apart to the one part they can belong to.

    Raises:
        Trouble: two_sides, no_place.
    """
    sides = {str(item.value) for item in free}
    if not sides:
        return
    if not found:
        raise trouble(
            "no_place",
            "The line names a side and no part of the body.",
            "Say where, such as “left calf”. The whole list: twitchlog parts",
        )
    bare = [mention for mention in found if mention.side is None]
    said = sides | {mention.side for mention in found if mention.side is not None}
    if len({mention.part for mention in found}) == 1 and said == LEFT_AND_RIGHT and not bare:
        raise two_sides()
    if len(said) > 1 or not found:
        raise two_sides()
    for mention in bare:
        mention.side = next(iter(sides))


def two_sides() -> Exception:
    """The refusal of two sides that do not go together."""
    return trouble(
        "two_sides", "The line names two sides.", "For both sides at once say “both”; else write a line for each."
    )


def merged(one: Place, other: Place, *, joined: bool) -> Place | None:
    """The one place that two mentions mean together, or None where they are two.

    Args:
        one: The place so far.
        other: The next mention.
        joined: Whether "and" stands between them: then a hand and its thumb are two places.
    """
    if one.part != other.part or one.part is None:
        inner = one if is_within(one, other) else other if is_within(other, one) else None
        if inner is None or (joined and one.region != other.region) or (joined and one.part and other.part):
            return None
        sides = {one.side, other.side} - {"unspecified"}
        if len(sides) > 1:
            raise two_sides()
        return inner.replace(side=next(iter(sides), "unspecified"))
    if one.muscle and other.muscle and one.muscle != other.muscle:
        return None
    sides = {one.side, other.side} - {"unspecified"}
    side = "both" if sides in (LEFT_AND_RIGHT, {"both", "left"}, {"both", "right"}) and joined else None
    if side is None and len(sides) > 1:
        raise two_sides()
    return one.replace(side=side or next(iter(sides), "unspecified"), muscle=one.muscle or other.muscle)


def is_within(inner: Place, outer: Place) -> bool:
    """Whether one place lies inside another: the thumb in the hand, the calf in the leg."""
    if outer.part is None:
        return inner.region == outer.region
    return inner.part is not None and outer.part in vocabulary.table("within").get(inner.part, ())
