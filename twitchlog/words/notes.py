"""The symptoms of a line as notes, with their places."""

from __future__ import annotations

from twitchlog import vocabulary
from twitchlog.entry import Episode, SymptomNote, new_uid
from twitchlog.words.places import Place
from twitchlog.words.values import score_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from twitchlog.words.reading import Item
    from twitchlog.words.said import Said


def symptom_notes(reading: Said, needs_of: Episode | None = None) -> tuple[SymptomNote, ...]:
    """The symptoms of the line, the denied ones as not there.

    A symptom that needs a place has its own, or the line's, or that of the episode `needs_of`.
    """
    if needs_of is not None and reading.place is None:
        reading.place = Place(region=needs_of.region, part=needs_of.part, side=reading.lone_side or needs_of.side)
    notes: dict[tuple[object, ...], SymptomNote] = {}
    for item in reading.line.items:
        for symptom in symptoms_in(item):
            note = symptom_note(reading, item, symptom)
            notes.setdefault((note.symptom, note.part, note.side, note.present), note)
    return tuple(notes.values())


def symptom_note(reading: Said, item: Item, symptom: str) -> SymptomNote:
    """One symptom of the line."""
    place = place_of_symptom(reading, item)
    placed = vocabulary.table("placed_symptom").get(f"{symptom} {place.part}") if place is not None else None
    symptom = placed or symptom
    if place is not None and not (
        vocabulary.term("symptom", symptom).get("needs_part") or symptom == "muscle_pain" or is_the_only_one(reading)
    ):
        place = None
    severity = reading.line.severities.get(item)
    if reading.symptoms_only and severity is None and (score := reading.of_kind("score")):
        severity = str(score[0].value)
    return SymptomNote(
        uid=new_uid(),
        when=reading.when,
        symptom=symptom,
        region=place.region if place else None,
        part=place.part if place else None,
        side=place.side if place else "unspecified",
        sudden=reading.line.sudden.get(item),
        severity=score_of(reading, severity, "Severity") if severity is not None else None,
        present=item not in reading.line.denied,
        words=reading.typed or None,
    )


def is_the_only_one(reading: Said) -> bool:
    """Whether a line of `symptom` has just one: then the place it names is that one's."""
    return reading.symptoms_only and sum(item.kind == "symptom" for item in reading.line.items) == 1


def place_of_symptom(reading: Said, item: Item) -> Place | None:
    """The place in the symptom's own stretch of the line, or the one place of the line."""
    at = reading.line.items.index(item)
    own = [m for m in reading.mentions if m.item in reading.stretch(at)]
    if len(own) == 1 and len(reading.mentions) > 1:
        return own[0].place()
    if reading.place is None and len(reading.mentions) == 1:
        return reading.mentions[0].place()
    return reading.place


def symptoms_in(item: Item) -> list[str]:
    """The symptoms an item names, also one of two meanings."""
    if item.kind == "symptom":
        return [str(item.value)]
    if item.kind == "ask":
        return [of for _, name, of in item.value if name == "symptom"]
    return []
