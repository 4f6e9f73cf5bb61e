"""The tables, defined once, as SQLModel classes.

Nothing in the daily path imports this module (sqlmodel takes forty times as long as Python's own start): the first
migration is made from it, `rows.py` knows the same columns, and tests hold the three equal. A `table=True` class stores
whatever it is given, so rows that do not come from `rows.py` go through `model_validate`; the CHECK constraints are the
second wall.
"""

from datetime import date as Date  # noqa: N812 - a column is called `date`

from sqlmodel import CheckConstraint, Field, Index, SQLModel

from twitchlog.entry import HIGHEST_SCORE, LONGEST_S, MEDICINE_ACTIONS, PARTS_OF_DAY, PRECISIONS, SIDES, TWITCHING


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A constraint: the column holds one of these words (or nothing, where it may be empty)."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f'"{column}" IN ({words})', name=f"{column}_known")


def within(column: str, low: int, high: int) -> CheckConstraint:
    """A constraint: the column holds a whole number from low to high (or nothing, where it may be empty)."""
    return CheckConstraint(
        f"""\"{column}" IS NULL OR (typeof("{column}") = 'integer' AND "{column}" BETWEEN {low} AND {high})""",
        name=f"{column}_within",
    )


def is_day(column: str) -> CheckConstraint:
    """A constraint: the column holds a calendar date as ISO text (or nothing, where it may be empty).

    Without the `+0 days` SQLite gives 30 February back as it is.
    """
    return CheckConstraint(
        f'"{column}" IS NULL OR "{column}" IS date("{column}", \'+0 days\')', name=f"{column}_is_a_date"
    )


def yes_or_no(column: str) -> CheckConstraint:
    """A constraint: the column holds 0 or 1 (or nothing, where it may be empty)."""
    return CheckConstraint(f'"{column}" IN (0, 1)', name=f"{column}_yes_or_no")


def when_held_together() -> tuple[CheckConstraint, ...]:
    """Constraints on the six columns that say when: a moment exactly when it is known to the minute."""
    return (
        is_day("day"),
        one_of("precision", PRECISIONS),
        one_of("part_of_day", PARTS_OF_DAY),
        CheckConstraint("(precision = 'minute') = (instant IS NOT NULL)", name="moment_known"),
        CheckConstraint("(instant IS NULL) = (offset_s IS NULL)", name="offset_known"),
        CheckConstraint("(precision = 'part_of_day') = (part_of_day IS NOT NULL)", name="part_of_day_named"),
        CheckConstraint("instant IS NULL OR typeof(instant) = 'integer'", name="whole_seconds"),
        within("offset_s", -86_399, 86_399),
    )


class When(SQLModel):
    """The six columns that say when something was. `instant` is in whole seconds UTC, `day` the local diary day."""

    day: Date
    instant: int | None = None
    offset_s: int | None = Field(default=None, ge=-86_399, le=86_399)
    zone: str | None = None
    precision: str
    part_of_day: str | None = None


class Numbered(SQLModel):
    """The small number shown to people, one series over all kinds of entry, and the uid that makes merges safe."""

    id: int = Field(primary_key=True)
    uid: str = Field(unique=True, min_length=1)


class EpisodeRow(When, Numbered, table=True):
    """One episode. Lists are ids joined by `;`, the empty text for none."""

    __tablename__ = "episode"
    __table_args__ = (
        *when_held_together(),
        one_of("side", SIDES),
        within("duration_s", 1, LONGEST_S),
        within("intensity", 0, HIGHEST_SCORE),
        Index("episode_by_start", "day", "instant", "id"),
    )
    kind: str = Field(min_length=1)
    region: str = Field(min_length=1)
    part: str | None = None
    side: str
    muscle: str | None = None
    duration_s: int | None = Field(default=None, ge=1, le=LONGEST_S)
    intensity: int | None = Field(default=None, ge=0, le=HIGHEST_SCORE)
    pattern: str | None = None
    activity: str | None = None
    triggers: str = ""
    sensations: str = ""
    relief: str = ""
    denied: str = ""
    note: str | None = None
    words: str | None = None
    source: str


class SymptomRow(When, Numbered, table=True):
    """One symptom, there or said not to be there, with an episode or on its own."""

    __tablename__ = "symptom"
    __table_args__ = (
        *when_held_together(),
        one_of("side", SIDES),
        within("severity", 0, HIGHEST_SCORE),
        yes_or_no("sudden"),
        yes_or_no("present"),
        Index("symptom_by_day", "day", "id"),
        Index("symptom_of_episode", "episode_uid"),
    )
    episode_uid: str | None = None
    symptom: str = Field(min_length=1)
    region: str | None = None
    part: str | None = None
    side: str
    sudden: bool | None = None
    severity: int | None = Field(default=None, ge=0, le=HIGHEST_SCORE)
    present: bool
    note: str | None = None
    words: str | None = None
    source: str


class DayRow(SQLModel, table=True):
    """What was said of one day; a row is a check-in unless `checked_in` says no."""

    __tablename__ = "day"
    __table_args__ = (is_day("date"), one_of("twitching", TWITCHING), yes_or_no("checked_in"))
    date: Date = Field(primary_key=True)
    twitching: str | None = None
    checked_in: bool
    note: str | None = None


class DayFactorRow(SQLModel, table=True):
    """One factor as said of a whole day, in the factor's unit."""

    __tablename__ = "day_factor"
    __table_args__ = (is_day("date"), CheckConstraint("amount >= 0 AND amount < 1e9", name="amount_possible"))
    date: Date = Field(primary_key=True)
    factor: str = Field(primary_key=True)
    amount: float = Field(ge=0)


class IntakeRow(When, Numbered, table=True):
    """Something taken at a time."""

    __tablename__ = "intake"
    __table_args__ = (
        *when_held_together(),
        CheckConstraint("amount >= 0 AND amount < 1e9", name="amount_possible"),
        Index("intake_by_day", "day", "id"),
    )
    factor: str = Field(min_length=1)
    amount: float = Field(ge=0)
    note: str | None = None
    words: str | None = None
    source: str


class MedicineRow(Numbered, table=True):
    """A medicine started, raised, lowered or stopped on a day."""

    __tablename__ = "medicine"
    __table_args__ = (is_day("day"), one_of("action", MEDICINE_ACTIONS), yes_or_no("suspected"))
    name: str = Field(min_length=1)
    day: Date
    action: str
    dose: str | None = None
    suspected: bool
    note: str | None = None


class ChangeRow(Numbered, table=True):
    """A change of life-style with its first and perhaps its last day."""

    __tablename__ = "change"
    __table_args__ = (
        is_day("start"),
        is_day("end"),
        CheckConstraint('"end" IS NULL OR "end" >= "start"', name="ends_after_it_begins"),
    )
    what: str = Field(min_length=1)
    start: Date
    end: Date | None = None
    note: str | None = None


class SuspicionRow(Numbered, table=True):
    """One factor and lag that the person named beforehand."""

    __tablename__ = "suspicion"
    __table_args__ = (is_day("declared"), is_day("withdrawn"), within("lag_days", 0, 30))
    factor: str = Field(min_length=1)
    lag_days: int = Field(ge=0, le=30)
    declared: Date
    withdrawn: Date | None = None


class VisitRow(Numbered, table=True):
    """A visit to a doctor."""

    __tablename__ = "visit"
    __table_args__ = (is_day("day"),)
    day: Date
    note: str | None = None


class DiscussedRow(Numbered, table=True):
    """A point that was talked over with a doctor."""

    __tablename__ = "discussed"
    __table_args__ = (is_day("day"),)
    finding: str = Field(min_length=1)
    day: Date
    note: str | None = None


class QuestionRow(Numbered, table=True):
    """Something to ask the doctor."""

    __tablename__ = "question"
    __table_args__ = (is_day("asked"), is_day("done"))
    text: str = Field(min_length=1)
    asked: Date
    done: Date | None = None


class OwnFactorRow(SQLModel, table=True):
    """A daily factor that the person declared."""

    __tablename__ = "own_factor"
    __table_args__ = (one_of("measure", ("number", "yes_no")),)
    name: str = Field(primary_key=True)
    measure: str
    unit: str | None = None


class ProfileRow(SQLModel, table=True):
    """One answer about the person."""

    __tablename__ = "profile"
    name: str = Field(primary_key=True)
    value: str


class BatchRow(SQLModel, table=True):
    """One command that wrote: the step that `undo` takes back and `redo` does again."""

    __tablename__ = "batch"
    __table_args__ = (one_of("state", ("done", "undone", "dropped")), Index("batch_by_state", "state", "id"))
    id: int = Field(primary_key=True)
    time: int
    command: str
    words: str | None = None
    state: str


class JournalRow(SQLModel, table=True):
    """What a batch changed, row by row: the whole row before and after, as JSON."""

    __tablename__ = "journal"
    __table_args__ = (
        one_of("action", ("add", "change", "remove")),
        CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="something_changed"),
        Index("journal_by_batch", "batch", "seq"),
        Index("journal_by_entry", "entry_id", "seq"),
    )
    seq: int = Field(primary_key=True)
    time: int
    batch: int = Field(foreign_key="batch.id")
    action: str
    table_name: str
    uid: str
    entry_id: int | None = None
    before: str | None = None
    after: str | None = None
