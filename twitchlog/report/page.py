"""The page in words, before any format: titles, sentences, tables and points, in the order a doctor reads them.

`page_of` chooses every word once; `as_pdf` and `as_html` only lay the blocks out. Nothing is left out silently: a table
that is shortened says by how much, and what the diary does not hold is said not to be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.charts import weekly
from twitchlog.charts.dates import day_of_year, span
from twitchlog.report.blocks import Page, Picture, Point, Section, Sentence, Source, Table
from twitchlog.spoken import amount, clean, count, duration, listed, long_date
from twitchlog.vocabulary import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from twitchlog.entry import Change, MedicineEvent
    from twitchlog.findings.finding import Finding
    from twitchlog.report.summary import Character, Measure, Summary, SymptomRow

TITLE = "Muscle twitches: a diary, summed up for a visit"
NOT_THIS = (
    "This page sums up what one person wrote down. It is not a diagnosis, and what is not on it is not an all-clear: "
    "days without an entry are unknown, and a diary cannot examine anyone."
)
MOST_PLACES = 8
MOST_SYMPTOMS = 6
MOST_ABSENT = 4
MOST_MEDICINES = 6
"""Rows of a table on page one; the line below it says how many more there are. Ours."""

BALANCED_LINES = 17
"""Rows of course and places that are about as high as the week picture, less what stands below them. Ours."""

MOST_DATES = 4
MOST_LABELS = 4
MOST_IDS = 8
LONGEST_CELL = 60
"""Characters of a name that the person wrote; what is cut off is shown by an ellipsis. Ours."""

URGENCY_WORDS = {
    "urgent-now": "emergency number",
    "soon": "within a few days",
    "routine": "at an ordinary appointment",
}
ACTION_WORDS = {"start": "started", "raise": "raised", "lower": "lowered", "stop": "stopped"}


def page_of(facts: Summary) -> Page:
    """Put the facts into words."""
    sources = _sources(facts.points)
    made = f"Made on {long_date(facts.made.date())} at {facts.made:%H:%M} with twitchlog {facts.version}."
    return Page(
        title=TITLE,
        lead=_lead(facts),
        rows=(
            _first_row(_course(facts), _places(facts), _week(facts), _character(facts.character)),
            ((_symptoms(facts.symptoms),), (_medicines(facts),)),
            ((_points(facts, sources),),),
        ),
        rules=tuple((one.title, one.rule.rstrip(".")) for one in facts.points),
        sources=tuple(sources),
        footer=NOT_THIS,
        made=made,
    )


def _first_row(course: Section, places: Section, week: Section, character: Section) -> tuple[tuple[Section, ...], ...]:
    """Two stacks of about the same height: a short course leaves room for what the twitching is like."""
    lines = sum(len(block.rows) for section in (course, places) for block in section.blocks if isinstance(block, Table))
    if lines <= BALANCED_LINES:
        return (course, places, character), (week,)
    return (course, places), (week, character)


def _lead(facts: Summary) -> tuple[str, ...]:
    """The period and its coverage; the remarks of the findings, such as too few entries, belong to it."""
    if facts.period is None:
        return ("There is no entry in this period: nothing can be said about it.",)
    period = facts.period
    coverage = (
        f"{period.recorded:,} of {count(period.days, 'day')} recorded; {period.unknown:,} unknown. "
        f"Twitching on {count(period.twitch_days, 'day')}."
    )
    return (span(period.first, period.last), coverage, *(remark.text for remark in facts.remarks))


def _course(facts: Summary) -> Section:
    """Twitch days by week, month, quarter or year."""
    if facts.period is None:
        return Section(title="Course in days", blocks=(Sentence(text="No days to show."),))
    counts = [step.counts for step in facts.course]
    table = Table(
        caption="Days with twitching, recorded days and unknown days over time",
        head=("When", "Twitching", "Recorded", "Unknown"),
        rows=tuple(
            (step.name, str(of.twitch_days), f"{of.recorded} of {of.days}", str(of.unknown))
            for step, of in zip(facts.course, counts, strict=True)
        ),
        numeric=(1, 2, 3),
        shares=tuple((of.twitch_days, of.recorded - of.twitch_days, of.unknown) for of in counts),
    )
    key = "Bars: dark = days with twitching, white = recorded without, hatched = unknown."
    return Section(title="Course in days", blocks=(*_course_words(facts), table, Sentence(text=key, small=True)))


def _course_words(facts: Summary) -> tuple[Sentence, ...]:
    """The beginning and the end of the period side by side, without judging."""
    if facts.first_14 is None or facts.last_14 is None:
        return ()
    first, last = facts.first_14, facts.last_14
    text = (
        f"Twitching on {first.twitch_days} of {count(first.recorded, 'recorded day')} in the first 14 days, "
        f"on {last.twitch_days} of {last.recorded} in the last 14."
    )
    return (Sentence(text=text),)


def _places(facts: Summary) -> Section:
    """Where it twitched, with first and last day."""
    if not facts.places:
        return Section(title="Where", blocks=(Sentence(text="No twitch recorded."),))
    shown = facts.places[:MOST_PLACES]
    dated = _dated(facts)
    table = Table(
        caption="Places with their number of twitches, twitch days, first and last day",
        head=("Place", "Twitches", "Days", "First", "Last"),
        rows=tuple(
            (row.place, f"{row.twitches:,}", str(row.twitch_days), dated(row.first), dated(row.last)) for row in shown
        ),
        numeric=(1, 2),
        more=_more(len(facts.places) - len(shown), "more place", "more places"),
    )
    return Section(title="Where", blocks=(table,))


def _dated(facts: Summary) -> Callable[[Any], str]:
    """How days are written in tables: with the year where the period has more than one."""
    several_years = facts.period is not None and facts.period.first.year != facts.period.last.year
    return (lambda day: f"{day_of_year(day)} {day.year}") if several_years else day_of_year


def _more(left_out: int, one: str, many: str) -> str | None:
    """What a shortened table says below it."""
    return f"and {count(left_out, one, many)}, in the diary" if left_out else None


def _week(facts: Summary) -> Section:
    """The week picture that ends the period."""
    return Section(title="The last week", blocks=(Picture(week=facts.week, alt=weekly.alt_text(facts.week)),))


def _character(facts: Character) -> Section:
    """Kinds, durations, intensities and activities, each with how many entries give it."""
    if not facts.entries:
        return Section(title="What it is like", blocks=(Sentence(text="No entries."),))
    said = [
        f"Kind: {_ranked(facts.kinds)}.",
        f"Duration: {_measured(facts.duration, _seconds)}.",
        f"Intensity (0 to 10): {_measured(facts.intensity, amount)}.",
        f"Activity: {_activities(facts)}.",
    ]
    return Section(title="What it is like", blocks=tuple(Sentence(text=text) for text in said))


def _ranked(rows: Sequence[tuple[str, int]]) -> str:
    """The most frequent labels with their numbers, and how many others."""
    shown = [f"{name} ({count:,})" for name, count in rows[:MOST_LABELS]]
    others = sum(count for _, count in rows[MOST_LABELS:])
    return "; ".join([*shown, f"others ({others:,})"] if others else shown)


def _activities(facts: Character) -> str:
    """The most frequent activities, and how many entries name one."""
    named = sum(count for _, count in facts.activities)
    if not named:
        return "not given" if facts.entries == 1 else f"none of {_entries(facts.entries)} names one"
    names = "names" if named == 1 else "name"
    return f"{_ranked(facts.activities)}; {named:,} of {_entries(facts.entries)} {names} one"


def _measured(measure: Measure, said: Callable[[float], str]) -> str:
    """Median and range with the number of entries that give one."""
    if measure.median is None or measure.lowest is None or measure.highest is None:
        return "not given" if measure.of == 1 else f"none of {_entries(measure.of)} gives one"
    given = (
        f"{measure.given:,} of {_entries(measure.of)} give one"
        if measure.given != 1
        else f"1 of {_entries(measure.of)} gives one"
    )
    if measure.lowest == measure.highest:
        return f"{said(measure.median)} ({given})"
    return f"median {said(measure.median)}, from {said(measure.lowest)} to {said(measure.highest)} ({given})"


def _symptoms(rows: Sequence[SymptomRow]) -> Section:
    """Symptoms noted, then those said not to be there."""
    present = [row for row in rows if row.present]
    absent = [row for row in rows if not row.present]
    blocks: list[Sentence | Table] = [Sentence(text="No symptoms recorded.")]
    if present:
        shown = present[:MOST_SYMPTOMS]
        more = _more(len(present) - len(shown), "more symptom", "more symptoms")
        lines = tuple((row.symptom, str(len(row.days)), _days(row)) for row in shown)
        blocks = [
            Table(caption="Symptoms noted", head=("Symptom", "Days", "When"), rows=lines, numeric=(1,), more=more)
        ]
    if absent:
        said = [f"{row.symptom} ({_days(row)})" for row in absent[:MOST_ABSENT]]
        if len(absent) > MOST_ABSENT:
            said.append(f"{len(absent) - MOST_ABSENT} more, in the diary")
        blocks.append(Sentence(text=f"Said not to be there: {'; '.join(said)}."))
    return Section(title="Noted with it", blocks=tuple(blocks))


def _days(row: SymptomRow) -> str:
    """The days of a symptom: each of a few, else from the first to the last."""
    if len(row.days) <= MOST_DATES and row.days[0].year == row.days[-1].year:
        return f"{listed([day_of_year(day) for day in row.days])} {row.days[0].year}"
    first, last = row.days[0], row.days[-1]
    year = "" if first.year == last.year else f" {first.year}"
    return f"{day_of_year(first)}{year} to {day_of_year(last)} {last.year}"


def _medicines(facts: Summary) -> Section:
    """Medicines with their dated steps and life-style changes; suspicions are the person's own."""
    medicines = facts.medicines[-MOST_MEDICINES:]
    changes = facts.changes[-MOST_MEDICINES:]
    blocks: list[Sentence | Table] = [Sentence(text="No medicines recorded.")]
    if medicines:
        more = _more(len(facts.medicines) - len(medicines), "earlier step", "earlier steps")
        rows = tuple((f"{day_of_year(one.day)} {one.day.year}", _clipped(one.name), _step(one)) for one in medicines)
        blocks = [Table(caption="Medicines", head=("Date", "Medicine", "Step"), rows=rows, more=more)]
    if changes:
        blocks.append(Sentence(text=f"Changes: {'; '.join(_change(one) for one in changes)}."))
    else:
        blocks.append(Sentence(text="No life-style changes recorded."))
    return Section(title="Medicines and changes", blocks=tuple(blocks))


def _step(one: MedicineEvent) -> str:
    """A step with its dose: "raised, 50 mg (own suspicion)"."""
    said = ACTION_WORDS[one.action] + (f", {_clipped(one.dose)}" if one.dose else "")
    return f"{said} (own suspicion)" if one.suspected else said


def _change(one: Change) -> str:
    """A change with its dates."""
    name = _clipped(label("change", one.what))
    return f"{name} from {long_date(one.start)}" + (f" to {long_date(one.end)}" if one.end else "")


def _clipped(text: str) -> str:
    """A name that the person wrote, in one line of bounded length."""
    line = clean(" ".join(text.split()))
    return line if len(line) <= LONGEST_CELL else f"{line[: LONGEST_CELL - 1]}…"


def _points(facts: Summary, sources: list[Source]) -> Section:
    """Points to raise with their evidence, then what can't be answered yet."""
    blocks: list[Sentence | Point] = [_point(one, facts, sources) for one in facts.points]
    if not blocks:
        blocks.append(Sentence(text=_no_point(facts)))
    if facts.cannot_say:
        said = [f"{one.title} ({(one.missing or '').rstrip('.')})" for one in facts.cannot_say]
        blocks.append(Sentence(text=f"Cannot say yet: {'; '.join(said)}.", small=True))
    return Section(title="Points to raise", blocks=tuple(blocks))


def _no_point(facts: Summary) -> str:
    """What it means that no point was found: never an all-clear."""
    if facts.period is None:
        return "Without entries nothing can be said."
    open_ones = "; some cannot be answered yet" if facts.cannot_say else ""
    return f"None of the points that the diary looks for was found in it{open_ones}. That is not an all-clear."


def _point(one: Finding, facts: Summary, sources: list[Source]) -> Point:
    return Point(
        title=one.title,
        urgency=URGENCY_WORDS[one.urgency],
        text=one.text,
        evidence=_evidence(one, facts),
        references=tuple(sources.index(source) + 1 for source in _sources_of(one)),
    )


def _evidence(one: Finding, facts: Summary) -> str:
    """How many entries, from when to when, and their numbers in the diary."""
    if one.id not in facts.evidence:
        return "no single entries" if one.first is None or one.last is None else span(one.first, one.last)
    when = span(*facts.evidence[one.id])
    runs = _runs(one.episodes)
    shown = ", ".join(runs[:MOST_IDS]) + (" …" if len(runs) > MOST_IDS else "")
    return f"{_entries(len(one.episodes))}, {when} (in the diary: {shown})"


def _entries(number: int) -> str:
    return count(number, "entry", "entries")


def _seconds(length: float) -> str:
    """A duration; a median between two is told to the second."""
    return duration(round(length))


def _runs(ids: Sequence[int]) -> list[str]:
    """Ids in order, neighbours drawn together: 3, 5-8, 12."""
    runs: list[list[int]] = []
    for one in sorted(ids):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]


def _sources(points: Sequence[Finding]) -> list[Source]:
    """The sources of all points, each once, in the order of their first use."""
    return list(dict.fromkeys(source for one in points for source in _sources_of(one)))


def _sources_of(one: Finding) -> list[Source]:
    """Title and URL of each source of a point."""
    return [(source["title"] or "", source["url"]) for source in one.sources]
