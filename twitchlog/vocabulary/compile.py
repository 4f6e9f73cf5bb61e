"""Turn the TOML files into `compiled.json`, which loads in a tenth of the time.

Run `python -m twitchlog.vocabulary.compile` after any change of a TOML file; a test fails while the two differ.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
COMPILED = HERE / "compiled.json"

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

KEPT = {
    "label", "region", "place", "parent", "lateral", "part", "counts_as_twitch", "at_rest", "sleep_related", "needs_part",
    "unit", "at_most", "trigger", "caffeine_mg", "alcohol_g", "side", "washout_days",
}  # fmt: skip
"""What an entry needs of a term; the rest (codes, windows, notes) is read from the TOML by those who need it."""

ORDER = tuple(LISTS.values())


def all_tables() -> dict[str, Any]:
    """Everything the TOML files say, one dictionary of tables."""
    tables: dict[str, Any] = {}
    for path in sorted(HERE.glob("*.toml")):
        tables.update(tomllib.loads(path.read_text("utf-8")))
    return tables


def plain(phrase: str) -> str:
    """A phrase as it is looked up: lower case, one space, no punctuation but what stands inside words."""
    return " ".join(phrase.lower().replace("’", "'").replace("-", " ").split())


def compiled() -> dict[str, Any]:
    """The terms with what an entry needs of them, and every phrase with its meanings.

    Raises:
        ValueError: A phrase stands in two lists and no `decided` row says what it means.
    """
    tables = all_tables()
    decided = {plain(row["word"]): [tuple(row["means"].split(":"))] for row in tables.get("decided", [])}
    terms: dict[str, dict[str, Any]] = {name: {} for name in ORDER}
    phrases: dict[str, list[tuple[str, str]]] = {}
    for table, name in LISTS.items():
        for row in tables[table]:
            terms[name][row["id"]] = {k: v for k, v in row.items() if k in KEPT}
            for phrase in own_phrases(row):
                meanings = phrases.setdefault(plain(phrase), [])
                if (name, row["id"]) not in meanings:
                    meanings.append((name, row["id"]))
    phrases.update(decided)
    ambiguous = {plain(row["word"]): {"region": row["region"], "suggest": row["suggest"]} for row in tables["ambiguous_word"]}
    return {"terms": terms, "phrases": phrases, "ambiguous": ambiguous}


def own_phrases(row: dict[str, Any]) -> list[str]:
    """The words that mean a term: its id, its label where it is one to type, and its synonyms."""
    return [row["id"].replace("_", " "), *row.get("synonyms", [])]


def as_text() -> str:
    """The compiled form as it stands in the file."""
    return json.dumps(compiled(), ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    COMPILED.write_text(as_text(), "utf-8")
