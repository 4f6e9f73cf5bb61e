"""What a typed line may hold at all: its length, its characters, and where the note begins."""

from __future__ import annotations

from unicodedata import category, normalize

from twitchlog.entry import LONGEST_NOTE
from twitchlog.words.refusals import Problem, Trouble

LONGEST_WORDS = 2_000
"""Characters of a line without its note. Ours."""

JOINERS = "\u200c\u200d"
"""Zero-width joiners: emoji and Persian need them, so a note may hold them."""

DASHES = {ord(dash): " -- " for dash in "\u2014"}


def split_note(line: str) -> tuple[str, str | None]:
    """The words and the note of a line: the note stands behind the first " -- "; None where there is none."""
    if line == "--" or line.startswith("-- "):
        words, note = "", line[2:]
    else:
        words, found, note = line.partition(" -- ")
        if not found and line.endswith(" --"):
            words = line[:-3]
    note = note.strip()
    return words, note or None


def check(line: str) -> None:
    """Refuse a line that is too long or holds characters that no typed line does.

    Raises:
        Trouble: too_long, control_characters.
    """
    if len(line) > LONGEST_WORDS + LONGEST_NOTE + len(" -- "):
        raise Trouble(too_long(len(line)))
    words, note = split_note(line)
    if len(words) > LONGEST_WORDS:
        raise Trouble(too_long(len(words)))
    if note is not None and len(note) > LONGEST_NOTE:
        raise Trouble(
            Problem(
                code="too_long",
                text=f"The note has {len(note):,} characters.",
                hint=f"A note holds up to {LONGEST_NOTE:,}; shorten it or split it.",
            )
        )
    if any(is_control(c) for c in words) or (note and any(is_control(c) for c in note if c not in JOINERS)):
        raise Trouble(
            Problem(
                code="control_characters",
                text="The line holds control characters, which no diary entry needs.",
                hint="Type the words again instead of pasting them.",
            )
        )


def too_long(length: int) -> Problem:
    """The refusal of a line that nobody typed."""
    return Problem(
        code="too_long",
        text=f"The line has {length:,} characters.",
        hint=f"A line holds up to {LONGEST_WORDS:,}; longer text fits in a note, behind “ -- ”.",
    )


def is_control(character: str) -> bool:
    """Whether a character steers a terminal or hides text: controls, invisible marks, half characters."""
    return (
        not character.isprintable()
        and character not in "\t\n\r"
        and category(character) in ("Cc", "Cf", "Cs", "Co", "Cn")
    )


def cleaned(line: str) -> str:
    """The line with everything that `check` refuses taken out, for the search for urgent words alone."""
    return "".join(" " if is_control(c) else c for c in line[:LONGEST_WORDS])


def normalised(words: str) -> str:
    """The words as they are read: full-width digits, curly quotes and odd spaces in their plain form."""
    if not words.isascii():
        words = normalize("NFKC", words).replace("\u2019", "'").replace("\u2018", "'")
    return words
