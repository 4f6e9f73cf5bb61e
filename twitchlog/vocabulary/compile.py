"""Turn the TOML files into `terms.tsv` and `lookups.tsv`, which load in a tenth of the time.

Run `python -m twitchlog.vocabulary.compile` after any change of a TOML file; a test fails while the two differ.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from twitchlog.vocabulary import form, plain

HERE = Path(__file__).parent
FILES = {"terms": HERE / "terms.tsv", "lookups": HERE / "lookups.tsv"}

LISTS = {
    "side": "side",
    "region": "region",
    "part": "part",
    "muscle": "muscle",
    "kind": "kind",
    "episode_pattern": "pattern",
    "sensation": "sensation",
    "trigger": "trigger",
    "symptom": "symptom",
    "activity": "activity",
    "relief": "relief",
    "lifestyle_change": "change",
    "drink": "drink",
    "factor": "factor",
}
"""Name of a table in TOML -> name of the list in the program."""

SEPARATE = ("region", "relief", "change", "drink", "factor")
"""Lists whose words count only where they are asked for: behind "helped by", in `day`, in `had`."""

COUNTABLE = {"part": 4, "muscle": 4, "drink": 4, "trigger": 2, "symptom": 2}
"""Lists whose words get regular plurals, and of how many words: longer ones are phrases, not things to count."""

MARKS = (
    "small", "cause", "deny", "or", "and", "but", "taking", "measure", "sudden", "gradual", "strength", "weak", "numb",
    "becoming", "relief_before", "relief_after", "relief_denied", "score", "about", "unclear",
)  # fmt: skip
"""The lists of words.toml."""

MARKS_FIRST = ("weak", "numb", "none")
"""Words that mean a term, too, and whose neighbours decide."""

KEPT = {
    "label", "region", "place", "parent", "lateral", "part", "counts_as_twitch", "at_rest", "sleep_related",
    "needs_part", "unit", "at_most", "trigger", "caffeine_mg", "alcohol_g", "side", "washout_days",
}  # fmt: skip
"""What an entry needs of a term; the rest (codes, windows, notes) is read from the TOML by those who need it."""

ORDER = tuple(LISTS.values())

Meanings = dict[str, list[list[str]]]


def all_tables() -> dict[str, Any]:
    """Everything the TOML files say, one dictionary of tables."""
    tables: dict[str, Any] = {}
    for path in sorted(HERE.glob("*.toml")):
        tables.update(tomllib.loads(path.read_text("utf-8")))
    return tables


def compiled() -> dict[str, Any]:
    """The terms with what an entry needs of them, and every phrase with its meanings.

    Raises:
        ValueError: A phrase stands in two lists and no `decided` row says what it means.
    """
    tables = all_tables()
    terms: dict[str, dict[str, Any]] = {name: {} for name in ORDER}
    said: dict[str, Meanings] = {"line": {}, **{name: {} for name in SEPARATE}}
    for table, name in LISTS.items():
        for row in tables[table]:
            terms[name][row["id"]] = {k: v for k, v in row.items() if k in KEPT}
            for phrase in own_phrases(row):
                add_meaning(said[name if name in SEPARATE else "line"], plain(phrase), name, row["id"])
    for meanings in said.values():
        add_plurals(meanings)
        add_without_articles(meanings)
    decisions = decided(tables["decided"])
    ambiguous = {plain(row["word"]): {k: v for k, v in row.items() if k != "word"} for row in tables["ambiguous_word"]}
    line = said.pop("line")
    several = {
        phrase: meanings for phrase, meanings in line.items() if len(meanings) > 1 or phrase in decisions["means"]
    }
    line.update(decisions["means"])
    refuse_undecided(line, {**decisions["ask"], **decisions["means"], **ambiguous})
    words = lookup(line, decisions["ask"], ambiguous, tables)
    return {
        "terms": terms,
        "phrases": words,
        **{f"words of {name}": shortened(meanings) for name, meanings in said.items()},
        "several": shortened(several),
        "decided_after": shortened(decisions["after"]),
        "decided_ask": {word: ["/".join(way) for way in ways] for word, ways in decisions["ask"].items()},
        "ambiguous": ambiguous,
        "refused": {
            str(number): [row["code"], row["text"], row["hint"]] for number, row in enumerate(tables["refused"])
        },
        "kind_place": {
            plain(word): {"region": row["region"], "part": row.get("part")}
            for row in tables["kind_place"]
            for word in row["words"]
        },
        "within": tables["within"],
        "placed_symptom": {f"{row['symptom']} {row['part']}": row["means"] for row in tables["placed_symptom"]},
        "exposure": {**tables["exposure"], "whole_person": tables["whole_person"]["symptoms"]},
    }


def lookup(line: Meanings, ask: dict[str, Any], ambiguous: dict[str, Any], tables: dict[str, Any]) -> dict[str, str]:
    """Every phrase that a line can hold -> what it is, in one string.

    "part:calf" (several, separated by spaces, all hold), "*small becoming" (marks of words.toml), "?" (to be asked),
    "~" (a broad word), "!3" (a row of what a line cannot say).
    """
    words = shortened(line)
    for number, row in enumerate(tables["refused"]):
        words.update({plain(word): f"!{number}" for word in row["words"]})
    for phrase, names in marks(tables).items():
        if phrase not in line or phrase in MARKS_FIRST:
            words[phrase] = f"*{names}"
    words.update(dict.fromkeys(ask, "?"))
    words.update(dict.fromkeys(ambiguous, "~"))
    return words


def own_phrases(row: dict[str, Any]) -> list[str]:
    """The words that mean a term: its id, its label where it is one to type, and its synonyms."""
    label = row.get("label", "")
    typeable = re.fullmatch(r"[a-z][a-z'-]*( [a-z'-]+){0,3}", label) and " or " not in label
    return [row["id"].replace("_", " "), *([label] if typeable else []), *row.get("synonyms", [])]


def add_meaning(meanings: Meanings, phrase: str, name: str, of: str) -> None:
    """Note that a phrase means a term."""
    known = meanings.setdefault(phrase, [])
    if [name, of] not in known:
        known.append([name, of])


def plural(phrase: str) -> str:
    """The regular plural of the last word of a phrase."""
    if phrase.endswith(("ch", "sh", "x", "ss")):
        return phrase + "es"
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    return phrase + "s"


def add_plurals(meanings: Meanings) -> None:
    """Add regular plurals of the countable words where the plural has no meaning of its own."""
    for phrase, found in list(meanings.items()):
        name = found[0][0]
        if (
            len(found) == 1
            and len(phrase.split()) <= COUNTABLE.get(name, 0)
            and phrase[-1].isalpha()
            and not phrase.endswith(("s", "ing", "ed"))
            and " of " not in phrase
        ):
            meanings.setdefault(plural(phrase), list(found))


def add_without_articles(meanings: Meanings) -> None:
    """Add each phrase without "the" and "my", where that has no meaning of its own: the reader passes over them."""
    for phrase, found in list(meanings.items()):
        bare = " ".join(word for word in phrase.split() if word not in ("the", "my"))
        if bare and len(bare.split()) > 1:
            meanings.setdefault(bare, list(found))


def decided(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The decisions by what they say: means, after, ask; each phrase -> meanings."""
    found: dict[str, dict[str, Any]] = {"means": {}, "after": {}, "ask": {}}
    for row in rows:
        for word in row.get("words", [row.get("word", "")]):
            for name in ("means", "after"):
                if name in row:
                    given = row[name] if isinstance(row[name], list) else [row[name]]
                    found[name][plain(word)] = [one.split(":") for one in given]
            if "ask" in row:
                found["ask"][plain(word)] = [[say, *meaning.split(":")] for say, meaning in row["ask"]]
    return found


def refuse_undecided(line: Meanings, known: dict[str, Any]) -> None:
    """Refuse a vocabulary in which a phrase stands in two lists and nobody decided."""
    undecided = {phrase: meanings for phrase, meanings in line.items() if len(meanings) > 1 and phrase not in known}
    if undecided:
        raise ValueError(f"words in two lists, to be decided in decided.toml: {undecided}")


def shortened(phrases: Meanings) -> dict[str, str]:
    """The meanings as "list:id", separated by spaces: half the file, and half the time to load it."""
    return {phrase: " ".join(":".join(meaning) for meaning in meanings) for phrase, meanings in phrases.items()}


def marks(tables: dict[str, Any]) -> dict[str, str]:
    """Every small or turning word -> the lists of words.toml it stands in, separated by spaces."""
    found: dict[str, list[str]] = {}
    for name in MARKS:
        for word in tables[name]:
            known = found.setdefault(plain(word), [])
            if name not in known:
                known.append(name)
    return {word: " ".join(names) for word, names in found.items()}


def as_texts() -> dict[str, str]:
    """The compiled forms as they stand in the two files: `list` needs the terms alone."""
    tables = compiled()
    forms = {"terms": tables.pop("terms"), "lookups": tables}
    return {
        name: "".join(form.written_section(table, rows) for table, rows in tables.items())
        for name, tables in forms.items()
    }


if __name__ == "__main__":
    for name, text in as_texts().items():
        FILES[name].write_text(text, "utf-8")
