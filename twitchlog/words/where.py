"""Where it was: every place named in a line, brought to one place, with the symptoms' own places kept apart."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.words import places
from twitchlog.words.reading import Item
from twitchlog.words.refusals import Problem, Trouble, Warned, shown, trouble

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.said import Said

REGION_ONLY = "{word} is broad: only the region is written. More exact: {parts}."


def read_place(reading: Said, *, can_ask: bool) -> None:
    """Work out where it was; a symptom in its own stretch of the line keeps a place of its own."""
    reading.mentions, free = places.mentions_of(reading.line.items)
    if reading.edits and not reading.mentions and len({item.value for item in free}) == 1:
        reading.lone_side = str(free[0].value)
        return
    side_of_the_body(reading, free)
    places.settle_sides(reading.mentions, free)
    own = [mention for mention in reading.mentions if not is_for_a_symptom(reading, mention)]
    reading.place = None
    for mention in own:
        place = mention.place()
        if reading.place is not None:
            joined = joined_before(reading, mention.at)
            merged = places.merged(reading.place, place, joined=joined)
            if merged is None:
                raise Trouble(two_places(reading, reading.place, place))
            place = merged
        reading.place = place
    implied_place(reading)
    broad = [m.item for m in own if m.item.kind == "region"]
    if reading.place is not None and reading.place.part is None and broad:
        only_the_region(reading, broad[0], can_ask=can_ask)


def side_of_the_body(reading: Said, free: list[Item]) -> None:
    """Read "left side" without a part as the broad word "side", which has to be asked for."""
    if reading.mentions or not free or not any(item.text.endswith("side") for item in free):
        return
    item = free.pop(0)
    broad = Item("region", {**vocabulary.table("ambiguous")["side"], "word": "side"}, item.indices)
    broad.text, broad.start, broad.end = item.text, item.start, item.end
    mention = places.Mention(broad, reading.line.items.index(item))
    mention.side = str(item.value)
    reading.mentions.append(mention)


def joined_before(reading: Said, at: int) -> bool:
    """Whether "and" or a comma stands between this part and the one before."""
    for item in reversed(reading.line.items[:at]):
        if item.kind in ("part", "muscle", "region"):
            return reading.line.items[at].apart
        if item.has("and") or item.text == "+":
            return True
    return False


def is_for_a_symptom(reading: Said, mention: places.Mention) -> bool:
    """Whether a place belongs to a symptom: it stands in one stretch with it, and the twitch has a place elsewhere."""
    if len(reading.mentions) == 1 or not any(item.kind == "symptom" for item in reading.line.items):
        return False
    own = reading.stretch(mention.at)
    if reading.symptoms_only:
        return any(item.kind == "symptom" for item in own)
    if any(item.kind == "kind" for item in own) or not any(item.kind == "symptom" for item in own):
        return False
    return any(
        other is not mention and not any(item.kind == "symptom" for item in reading.stretch(other.at))
        for other in reading.mentions
    )


def implied_place(reading: Said) -> None:
    """Take the place that a kind's own words say: "restless legs", "hiccups"."""
    implied = vocabulary.table("kind_place")
    for item in reading.of_kind("kind"):
        if reading.place is None and item.text in implied:
            found = implied[item.text]
            reading.place = places.Place(region=found["region"], part=found.get("part"))
            sides = {m.side for m in reading.mentions if m.side}
            if len(sides) == 1:
                reading.place = reading.place.replace(side=sides.pop())


def only_the_region(reading: Said, item: Item, *, can_ask: bool) -> None:
    """Warn that only the region is written, or ask for the part where somebody can be asked."""
    parts = item.value["suggest"]
    names = ", ".join(vocabulary.label("part", part) for part in parts)
    if reading.symptoms_only or any(one.value == "urge_to_move" for one in reading.of_kind("kind")):
        return
    if can_ask or item.value.get("ask_always"):
        choices = tuple(reading.line.with_replaced(item, with_side(item, part)) for part in parts)
        text = f"{shown(item.text)} can be several parts of the body."
        raise trouble("ambiguous_word", text, f"Say which: {names}.", choices=reading.with_note(choices))
    reading.warnings.append(Warned(code="region_only", text=REGION_ONLY.format(word=shown(item.text), parts=names)))


def with_side(item: Item, part: str) -> str:
    """A part with the side that its broad word brought along ("left side")."""
    side = item.text.removesuffix(" side")
    return f"{side} {vocabulary.label('part', part)}" if side in ("left", "right") else words_for(part)


def two_places(reading: Said, one: places.Place, other: places.Place) -> Problem:
    """The refusal of two places, with a line for each."""
    rest = without_places(reading)
    lines = tuple(" ".join(f"{words_of_place(place)} {rest}".split()) for place in (one, other))
    lines = reading.with_note(lines)
    return Problem(
        code="two_places",
        text=f"The line names two places: {words_of_place(one)} and {words_of_place(other)}.",
        hint=f"Write two entries: twitchlog add {lines[0]} | twitchlog add {lines[1]}",
        choices=lines,
    )


def without_places(reading: Said) -> str:
    """The typed words without parts and sides, and without what joined them."""
    words = reading.line.words
    for item in sorted(reading.line.items, key=lambda i: -i.start):
        joins = item.has("and") or item.text in ("+", "my", "the", "in", "of", "on")
        if not item.source and (item.kind in ("part", "muscle", "region", "side") or joins):
            words = words[: item.start] + " " + words[item.end :]
    return " ".join(words.strip(" ,").replace(" ,", ",").replace(",,", ",").split())


def words_for(part: str) -> str:
    """A part in words that are read back as that part."""
    return part.replace("_", " ")


def words_of_place(place: places.Place) -> str:
    """A place in words that are read back as that place."""
    side = "" if place.side == "unspecified" else f"{place.side} "
    return side + (words_for(place.part) if place.part else place.region)
