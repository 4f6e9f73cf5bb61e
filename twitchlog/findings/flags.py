"""The rules of `red_flags.toml`, each a function of the diary as of a day.

A rule answers yes, no (and why not) or cannot say (and what is missing); thresholds come from the TOML alone.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from twitchlog import spoken, vocabulary
from twitchlog.findings.as_of import between
from twitchlog.findings.bouts import Bout, open_bout
from twitchlog.findings.finding import CANNOT_SAY, NO, YES, Finding, Place
from twitchlog.findings.places import EVERYWHERE, LEVELS, days_without_side
from twitchlog.findings.points import Point, point
from twitchlog.records import Record

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.findings.as_of import DiaryAsOf
    from twitchlog.findings.places import Days

MOST_NAMED = 8
"""So many places are named in a sentence. Ours."""
WEEK = 7
WEEKS_TOLD_APART = 3
"""`persisting`: a region, or changing places, must have twitched in each of the last three weeks-of-7-days."""
WIDE_LEVELS = ("region", "anywhere")


def finding(of: Point, answer: str, text: str, **evidence: Any) -> Finding:
    """The finding of a rule; `evidence` holds the other fields of `Finding`."""
    return Finding(
        id=of.id,
        answer=answer,
        urgency=of.urgency,
        title=of.title,
        text=text,
        thresholds=of.thresholds,
        sources=of.sources,
        rule=of.rule,
        own_choice=of.own_choice,
        **evidence,
    )


def sentence(text: str) -> str:
    """Text with a capital at its start."""
    return text[:1].upper() + text[1:]


def named(labels: list[str]) -> str:
    """Places in one phrase; where there are very many, the first few and the number of the rest."""
    if len(labels) <= MOST_NAMED:
        return spoken.listed(labels)
    return spoken.listed([*labels[:MOST_NAMED], spoken.count(len(labels) - MOST_NAMED, "more place")])


def more_days(missing: int) -> str:
    """What is missing, in words: "9 more recorded days"."""
    return f"{missing} more recorded {'day' if missing == 1 else 'days'}"


# ---------------------------------------------------------------------------------------------- persisting


def persisting(diary: DiaryAsOf) -> Finding:
    """Twitching for more than two weeks: an open bout at the narrowest level that has one long enough."""
    rule = point("persisting")
    for level in LEVELS:
        open_ones = _open_bouts(diary, level)
        lasting = {place: bout for place, bout in open_ones.items() if _is_lasting(rule, bout)}
        if level in WIDE_LEVELS:
            days = diary.at_level(level)
            lasting = {place: bout for place, bout in lasting.items() if _in_each_week(diary, days[place])}
        if lasting:
            return _lasts(rule, diary, level, lasting)
    needed = rule.thresholds["min_twitch_days"]
    window = diary.window(rule.thresholds["span_days"] + rule.thresholds["open_within"] + 1)
    recorded = diary.recorded_between(*window)
    numbers = {"recorded_days": recorded, **_longest(diary)}
    if recorded < needed:
        asked = spoken.count((window[1] - window[0]).days + 1, "day")
        text = f"Too few days are recorded to tell: {recorded} of the {asked} up to {spoken.long_date(diary.as_of)}."
        return finding(rule, CANNOT_SAY, text, missing=more_days(needed - recorded), numbers=numbers)
    return finding(rule, NO, _not_lasting(diary), numbers=numbers)


def _open_bouts(diary: DiaryAsOf, level: str) -> dict[Place, Bout]:
    found = ((place, open_bout(days, diary.answered, diary.as_of)) for place, days in diary.at_level(level).items())
    bouts = {place: bout for place, bout in found if bout is not None}
    return dict(sorted(bouts.items(), key=lambda each: (each[1].first, -each[1].twitch_days, each[0].label)))


def _is_lasting(rule: Point, bout: Bout) -> bool:
    limits = rule.thresholds
    return bout.span_days > int(limits["span_days"]) and bout.twitch_days >= int(limits["min_twitch_days"])


def _in_each_week(diary: DiaryAsOf, days: Days) -> bool:
    """Whether there are twitch days in each of the last three weeks-of-7-days, the as-of day the last of them."""
    ends = [diary.as_of - timedelta(days=WEEK * back) for back in range(WEEKS_TOLD_APART)]
    return all(len(between(days, end - timedelta(days=WEEK - 1), end)) for end in ends)


def _lasts(rule: Point, diary: DiaryAsOf, level: str, lasting: dict[Place, Bout]) -> Finding:
    """The finding for the bouts of one level, the longest first."""
    (place, bout), *others = lasting.items()
    recorded = diary.recorded_between(bout.first, diary.as_of)
    text = rule.wording.format(
        place=sentence(place.label), n=bout.twitch_days, recorded=recorded, first=spoken.long_date(bout.first)
    )
    if others:
        text += f" So has: {named([f'{other.label} (since {spoken.long_date(its.first)})' for other, its in others])}."
    return finding(
        rule,
        YES,
        text,
        places=tuple(lasting),
        first=bout.first,
        last=max(its.last for its in lasting.values()),
        episodes=diary.episode_ids((({each}, its.first, its.last) for each, its in lasting.items()), level),
        numbers={
            "level": level,
            "span_days": bout.span_days,
            "twitch_days": bout.twitch_days,
            "recorded_days": recorded,
            "days": (diary.as_of - bout.first).days + 1,
        },
    )


def _longest(diary: DiaryAsOf) -> dict[str, int]:
    bout = next(iter(_open_bouts(diary, "place").values()), None)
    return {"span_days": bout.span_days, "twitch_days": bout.twitch_days} if bout else {}


def _not_lasting(diary: DiaryAsOf) -> str:
    for place, bout in _open_bouts(diary, "place").items():
        return (
            f"No twitching for more than two weeks was found. The longest that still goes on is {place.label}: "
            f"{spoken.count(bout.twitch_days, 'twitch day')} within {spoken.count(bout.span_days, 'day')}."
        )
    return "No twitching for more than two weeks was found that still goes on."


# ------------------------------------------------------------------------------------------- several_places


def several_places(diary: DiaryAsOf) -> Finding:
    """Twitching in more than one place, or "everywhere", inside the look-back."""
    rule = point("several_places")
    first, last = diary.window(rule.thresholds["lookback_days"])
    days = {place: between(days, first, last) for place, days in diary.places.items()}
    often = {place: its for place, its in days.items() if len(its) >= rule.thresholds["days_each"]}
    everywhere = {place for place in often if place.part == EVERYWHERE}
    told_apart = sorted(set(often) - everywhere, key=lambda place: (often[place][0], place.label))
    recorded = diary.recorded_between(first, last)
    numbers = {"places": len(told_apart), "recorded_days": recorded, "lookback_days": rule.thresholds["lookback_days"]}
    several = told_apart if len(told_apart) >= rule.thresholds["places"] else []
    if several or everywhere:
        noted = [*several, *everywhere]
        return finding(
            rule,
            YES,
            rule.wording.format(places=named([place.label for place in noted])),
            places=tuple(noted),
            first=min(often[place][0] for place in noted).item(),
            last=max(often[place][-1] for place in noted).item(),
            episodes=diary.episode_ids([(set(noted), first, last)]),
            numbers=numbers,
        )
    if recorded < rule.thresholds["days_each"]:
        text = f"Too few days are recorded to tell: {recorded} of the last {rule.thresholds['lookback_days']}."
        return finding(
            rule, CANNOT_SAY, text, missing=more_days(rule.thresholds["days_each"] - recorded), numbers=numbers
        )
    where = f"only one place twitched on that many: {told_apart[0].label}" if told_apart else "no place did"
    text = f"More than one place with at least {rule.thresholds['days_each']} twitch days in the last "
    text += f"{rule.thresholds['lookback_days']} days was not found; {where}."
    return finding(rule, NO, text, numbers=numbers)


# --------------------------------------------------------------------------------------------------- spread


class Joined(Record):
    """A place that twitched for the first time lately, while others had twitched before.

    Fields:
        place: The new place.
        days: Its twitch days.
        older: The places that twitched before it.
        recorded_before: Recorded days before its first twitch day.
        unsided: Whether earlier entries of that part named no side, so that it may not be new.
    """

    place: Place
    days: Days
    older: tuple[Place, ...]
    recorded_before: int
    unsided: bool

    @property
    def first(self) -> date:
        """Its first twitch day ever."""
        day: date = self.days[0].item()
        return day


def spread(diary: DiaryAsOf) -> Finding:
    """A new place has joined in the last 14 days."""
    rule = point("spread")
    needed = rule.thresholds["min_recorded_before"]
    candidates = _joined(rule, diary)
    known = [new for new in candidates if new.recorded_before >= needed and not new.unsided]
    if known:
        return _spreads(rule, diary, known)
    since, _ = diary.window(rule.thresholds["new_within_days"])
    if candidates:
        new = candidates[0]
        first = spoken.long_date(new.first)
        text = f"{sentence(new.place.label)} was first noted on {first}, but it is not known to be new."
        missing = more_days(needed - new.recorded_before) + f" before {first}"
        if new.unsided:
            missing = f"the side in earlier entries of that part ({vocabulary.label('part', str(new.place.part))})"
        numbers = {"recorded_before": new.recorded_before}
        return finding(rule, CANNOT_SAY, text, places=(new.place,), missing=missing, numbers=numbers)
    recorded = diary.recorded_between(diary.coverage.from_day or diary.as_of, diary.as_of)
    if len(diary.recorded) < needed:
        text = "The diary holds too few recorded days to tell a new place from one that was there before."
        return finding(
            rule,
            CANNOT_SAY,
            text,
            missing=more_days(needed - len(diary.recorded)),
            numbers={"recorded_days": len(diary.recorded)},
        )
    begins = spoken.long_date(since)
    text = f"No place was found that twitched for the first time since {begins}, others having twitched before."
    return finding(rule, NO, text, numbers={"recorded_days": recorded})


def _joined(rule: Point, diary: DiaryAsOf) -> list[Joined]:
    """Places that the rule calls new, first one first, whether or not the diary is old enough to know."""
    limits = rule.thresholds
    places = {place: days for place, days in diary.places.items() if place.part != EVERYWHERE}
    since, _ = diary.window(limits["new_within_days"])
    found = []
    for place, days in places.items():
        first: date = days[0].item()
        if first < since or len(days) < limits["days_each"]:
            continue
        older = _older(limits, places, first)
        if older:
            before = len(between(diary.recorded, diary.recorded[0].item(), first - timedelta(days=1)))
            unsided = any(its[0].item() < first for its in days_without_side(diary.said, place))
            found.append(Joined(place=place, days=days, older=older, recorded_before=before, unsided=unsided))
    return sorted(found, key=lambda new: (new.first, new.place.label))


def _older(limits: dict[str, Any], places: dict[Place, Days], first: date) -> tuple[Place, ...]:
    """The places that twitched well before `first`, and on enough days of the look-back before it."""
    latest = first - timedelta(days=limits["older_by_days"])
    start = first - timedelta(days=limits["lookback_days"])
    older = [
        place
        for place, days in places.items()
        if days[0].item() <= latest and len(between(days, start, first - timedelta(days=1))) >= limits["days_each"]
    ]
    return tuple(sorted(older, key=lambda place: (places[place][0], place.label)))


def _spreads(rule: Point, diary: DiaryAsOf, known: list[Joined]) -> Finding:
    new, *others = known
    text = rule.wording.format(
        new=sentence(new.place.label), date=spoken.long_date(new.first), old=named([place.label for place in new.older])
    )
    for other in others:
        text += f" {sentence(other.place.label)} joined on {spoken.long_date(other.first)}."
    regions = _new_regions(diary, known)
    if regions:
        text += f" Twitching in the {spoken.listed(regions)} is new as well."
    look_back = timedelta(days=rule.thresholds["lookback_days"])
    spells = [({each.place}, each.first, diary.as_of) for each in known]
    spells += [(set(each.older), each.first - look_back, each.first - timedelta(days=1)) for each in known]
    return finding(
        rule,
        YES,
        text,
        places=tuple(each.place for each in known),
        first=new.first,
        last=max(each.days[-1] for each in known).item(),
        episodes=diary.episode_ids(spells),
        numbers={
            "twitch_days": len(new.days),
            "recorded_before": new.recorded_before,
            "older_places": [place.label for place in new.older],
            "new_regions": regions,
        },
    )


def _new_regions(diary: DiaryAsOf, known: list[Joined]) -> list[str]:
    """The regions of new places in which nothing had twitched before, in words."""
    first_in: dict[str, date] = {}
    for (region, _, _), days in diary.said.items():
        day: date = days[0].item()
        first_in[region] = min(day, first_in.get(region, day))
    new = [each.place.region for each in known if first_in[each.place.region] >= each.first]
    return [vocabulary.region_word(region) for region in dict.fromkeys(new)]


# ------------------------------------------------------------------------------------------ too_few_entries


def too_few_entries(diary: DiaryAsOf) -> Finding:
    """Too few recorded days lately, or in the reported period, to say more."""
    rule = point("too_few_entries")
    limits, period = rule.thresholds, diary.coverage
    lately = diary.recorded_between(*diary.window(limits["window_days"]))
    sparse = period.recorded_days < limits["share"] * period.days
    numbers = {
        "recorded_days": period.recorded_days,
        "days": period.days,
        "recorded_in_window": lately,
        "window_days": limits["window_days"],
    }
    evidence = {"first": period.from_day, "last": period.to_day, "numbers": numbers}
    if not sparse and lately >= limits["min_recorded"]:
        text = f"{period.recorded_days} of {spoken.count(period.days, 'day')} have an entry, "
        text += f"{lately} of the last {limits['window_days']}."
        return finding(rule, NO, text, **evidence)
    number, of = (period.recorded_days, period.days) if sparse else (lately, f"the last {limits['window_days']}")
    text = rule.wording.format(n=number, m=of)
    if number == 1:
        text = text.replace(" have ", " has ", 1)
    return finding(rule, YES, text, **evidence)
