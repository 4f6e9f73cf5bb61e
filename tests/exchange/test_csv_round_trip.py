"""The whole diary out and in again: the same entries, uids included, and the same bytes when it goes out once more."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twitchlog import entry as kinds
from twitchlog import vocabulary
from twitchlog.entry import When
from twitchlog.exchange import lookup
from twitchlog.exchange.demo import demo_folder
from twitchlog.exchange.own_csv import FILES, export_csv, import_csv
from twitchlog.exchange.refusals import FileRefused
from twitchlog.files import TargetUnwritable
from twitchlog.store.diary import Diary, open_diary
from twitchlog.store.rows import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.records import Record

NOW = datetime(2027, 1, 1, 12, tzinfo=UTC)
LAST = date(2026, 12, 30)

dates = st.dates(date(1900, 1, 3), LAST)
offsets = st.integers(-86_399, 86_399).map(lambda seconds: timezone(timedelta(seconds=seconds)))
moments = st.datetimes(datetime(1900, 1, 5), datetime(2026, 12, 30), timezones=offsets).map(  # noqa: DTZ001 - the zone is drawn
    lambda moment: moment.replace(microsecond=0)
)
texts = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"]), st.sampled_from("'=+-@\t\r\n,;\"\u200d\u2028")
    ),
    min_size=1,
    max_size=20,
)
said = texts.filter(str.strip)
maybe = st.none() | texts
scores = st.none() | st.integers(0, 10)
zones = st.none() | st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "Nowhere/At all"])
sources = st.sampled_from(kinds.SOURCES)
places = st.one_of(
    st.sampled_from(vocabulary.ids("part")).map(lambda part: {"part": part, "region": vocabulary.region_of(part)}),
    st.sampled_from(vocabulary.ids("region")).map(lambda region: {"part": None, "region": region}),
)
sides = st.sampled_from(kinds.SIDES)


def ids(*lists: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Some ids of the vocabulary's lists, each once."""
    known = [of for name in lists for of in vocabulary.ids(name)]
    return st.lists(st.sampled_from(known), unique=True, max_size=3).map(tuple)


def once(found: tuple[str, ...]) -> tuple[str, ...]:
    """Each id once: two lists may share one."""
    return tuple(dict.fromkeys(found))


def one_of(name: str) -> st.SearchStrategy[str | None]:
    """An id of a list, or nothing."""
    return st.none() | st.sampled_from(vocabulary.ids(name))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """A moment with its offset, a part of a day, or a day."""
    zone = draw(zones)
    if draw(st.booleans()):
        return When.moment(draw(moments), zone)
    part_of_day = draw(st.none() | st.sampled_from(kinds.PARTS_OF_DAY))
    precision = "part_of_day" if part_of_day else "day"
    return When(day=draw(dates), precision=precision, part_of_day=part_of_day, zone=zone)


@st.composite
def episodes(draw: st.DrawFn) -> kinds.Episode:
    """An episode with any of its fields."""
    return kinds.Episode(
        uid=kinds.new_uid(),
        when=draw(whens()),
        **draw(places),
        side=draw(sides),
        muscle=draw(one_of("muscle")),
        kind=draw(st.sampled_from(vocabulary.ids("kind"))),
        duration_s=draw(st.none() | st.integers(1, kinds.LONGEST_S)),
        intensity=draw(scores),
        pattern=draw(one_of("pattern")),
        activity=draw(one_of("activity")),
        triggers=draw(ids("trigger")),
        sensations=draw(ids("sensation")),
        relief=draw(ids("relief")),
        denied=draw(ids("trigger", "sensation", "relief", "activity").map(once)),
        note=draw(maybe),
        words=draw(maybe),
        source=draw(sources),
    )


@st.composite
def symptoms(draw: st.DrawFn, of: list[kinds.Episode]) -> kinds.SymptomNote:
    """A symptom note, alone or with one of the episodes."""
    return kinds.SymptomNote(
        uid=kinds.new_uid(),
        when=draw(whens()),
        symptom=draw(st.sampled_from(vocabulary.ids("symptom"))),
        **draw(places | st.just({})),
        side=draw(sides),
        sudden=draw(st.none() | st.booleans()),
        severity=draw(scores),
        present=draw(st.booleans()),
        episode_uid=draw(st.sampled_from([None, *(one.uid for one in of)])),
        note=draw(maybe),
        words=draw(maybe),
        source=draw(sources),
    )


@st.composite
def days(draw: st.DrawFn, twitching: set[date]) -> kinds.DayNote:
    """What was said of a day; never that a day with a twitch was without."""
    day = draw(dates | st.sampled_from(sorted(twitching) or [LAST]))
    amounts: dict[str, Any] = {
        of: st.floats(0, vocabulary.term("factor", of)["at_most"]) for of in vocabulary.ids("factor")
    }
    amounts |= {"magnesium": st.floats(0, 1e6), "=Meditated": st.sampled_from([0.0, 1.0])}
    return kinds.DayNote(
        day=day,
        twitching=draw(st.sampled_from([None, "some"] if day in twitching else [None, "some", "none"])),
        checked_in=draw(st.booleans()),
        factors=draw(st.fixed_dictionaries({}, optional=amounts)),
        note=draw(maybe),
    )


@st.composite
def others(draw: st.DrawFn) -> list[Record]:
    """A few entries of every other kind."""
    start = draw(dates)
    factor = draw(st.sampled_from(["caffeine_mg", "magnesium"]))
    return [
        kinds.OwnFactor(name="magnesium", measure="number", unit=draw(maybe)),
        kinds.OwnFactor(name="=Meditated", measure="yes_no"),
        kinds.ProfileFact(name=draw(said), value=draw(said)),
        kinds.Intake(
            uid=kinds.new_uid(),
            when=draw(whens()),
            factor=factor,
            amount=draw(st.floats(0, 5000)),
            note=draw(maybe),
            words=draw(maybe),
            source=draw(sources),
        ),
        kinds.MedicineEvent(
            uid=kinds.new_uid(),
            name=draw(said),
            day=draw(dates),
            action=draw(st.sampled_from(kinds.MEDICINE_ACTIONS)),
            dose=draw(maybe),
            suspected=draw(st.booleans()),
            note=draw(maybe),
        ),
        kinds.Change(
            uid=kinds.new_uid(),
            what=draw(st.sampled_from(vocabulary.ids("change")) | said.filter(lambda what: not is_a_change(what))),
            start=start,
            end=draw(st.none() | st.dates(start, LAST)),
            note=draw(maybe),
        ),
        kinds.Suspicion(
            uid=kinds.new_uid(),
            factor=draw(st.sampled_from(["caffeine_drop_mg", "magnesium", "sleep_h"])),
            lag_days=draw(st.integers(0, 30)),
            declared=draw(dates),
            withdrawn=draw(st.none() | dates),
        ),
        kinds.Visit(uid=kinds.new_uid(), day=draw(dates | st.just(date(2027, 3, 1))), note=draw(maybe)),
        kinds.Discussed(uid=kinds.new_uid(), finding=draw(said), day=draw(dates), note=draw(maybe)),
        kinds.Question(uid=kinds.new_uid(), text=draw(said), asked=draw(dates), done=draw(st.none() | dates)),
    ]


def is_a_change(what: str) -> bool:
    """Whether the vocabulary has a word for a change, so that an import would write that."""
    return lookup.find(what.strip(), "change") is not None


@st.composite
def diaries(draw: st.DrawFn) -> list[Record]:
    """Everything a diary can hold, a few of each."""
    of = draw(st.lists(episodes(), max_size=4))
    twitching = {one.when.day for one in of if vocabulary.counts_as_twitch(one.kind)}
    return [
        *draw(others()),
        *of,
        *draw(st.lists(symptoms(of), max_size=3)),
        *draw(st.lists(days(twitching), max_size=3, unique_by=lambda one: one.day)),
    ]


def write(book: Diary, entries: list[Record]) -> None:
    """Write entries as one step."""
    with book.step("test", NOW) as step:
        for one in entries:
            if isinstance(one, kinds.DayNote):
                step.set_day(one)
            else:
                step.add(one)


def rows(book: Diary) -> dict[str, list[str]]:
    """Every row of every table but its small number, in an order of their own."""
    return {
        name: sorted(
            repr([value for column, value in zip(table.columns, row, strict=True) if column != "id"])
            for row in zip(*book.columns(name).values(), strict=True)
        )
        for name, table in TABLES.items()
    }


def content(folder: str) -> dict[str, bytes]:
    """Every file of a folder."""
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = file.read()
    return found


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(diaries())
def test_an_import_of_an_export_gives_the_same_diary(entries: list[Record]) -> None:
    """Every row comes back, uids, sources and seconds included; a second export is the same to the byte."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = os.path.join(folder, "first"), os.path.join(folder, "second")
        with open_diary(f"{folder}/a.db", write=True) as book, open_diary(f"{folder}/b.db", write=True) as copy:
            write(book, entries)
            export_csv(book, first)
            report = import_csv(copy, first, now=NOW, zone=None)
            assert report.refused == ()
            assert rows(copy) == rows(book)
            export_csv(copy, second)
            again = import_csv(book, second, now=NOW, zone=None)
        assert content(first) == content(second)
        assert sum(again.used.values()) == 0
        assert again.already == again.read == report.used


def test_the_demo_diary_comes_back_the_same(tmp_path: Path) -> None:
    """The invented diary goes in without a refusal, out, and in again elsewhere."""
    with open_diary(str(tmp_path / "a.db"), write=True) as book, open_diary(str(tmp_path / "b.db"), write=True) as copy:
        report = import_csv(book, demo_folder(), now=NOW, zone="Europe/Berlin", source="demo")
        assert (report.refused, report.notes) == ((), ())
        assert {one.source for one in book.episodes()} == {"demo"}
        export_csv(book, str(tmp_path / "out"))
        import_csv(copy, str(tmp_path / "out"), now=NOW, zone="Europe/Berlin")
        assert rows(copy) == rows(book)


def test_an_export_is_for_its_owner_alone(tmp_path: Path) -> None:
    """The folder is 0700, its files 0600, and every file is there even when the diary is empty."""
    with open_diary(str(tmp_path / "a.db")) as book:
        report = export_csv(book, str(tmp_path / "deep" / "out"))
    assert report.rows == dict.fromkeys(FILES, 0)
    assert sorted(os.listdir(report.folder)) == sorted(FILES)
    assert os.stat(report.folder).st_mode & 0o777 == 0o700
    assert {os.stat(os.path.join(report.folder, name)).st_mode & 0o777 for name in FILES} == {0o600}


def test_an_earlier_export_is_written_over_only_when_asked_to(tmp_path: Path) -> None:
    """A folder with one of these files is refused; `force` writes over it and leaves other files alone."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "days.csv").write_text("mine")
    (tmp_path / "out" / "letter.txt").write_text("mine")
    with open_diary(str(tmp_path / "a.db")) as book:
        with pytest.raises(FileRefused, match=r"already holds days\.csv"):
            export_csv(book, str(tmp_path / "out"))
        assert sorted(os.listdir(tmp_path / "out")) == ["days.csv", "letter.txt"]
        export_csv(book, str(tmp_path / "out"), force=True)
    assert (tmp_path / "out" / "days.csv").read_text().startswith("date,twitching")
    assert (tmp_path / "out" / "letter.txt").read_text() == "mine"


def test_an_export_can_not_go_where_a_file_stands(tmp_path: Path) -> None:
    """A file in the way is named, not replaced."""
    (tmp_path / "out").write_text("mine")
    with open_diary(str(tmp_path / "a.db")) as book, pytest.raises(FileRefused, match="can't be made"):
        export_csv(book, str(tmp_path / "out"))


def test_half_an_export_is_none(tmp_path: Path) -> None:
    """When a file can't be written, the new ones before it are taken away, and what stood there stays."""
    (tmp_path / "out" / "visits.csv").mkdir(parents=True)
    (tmp_path / "out" / "days.csv").write_text("mine")
    with open_diary(str(tmp_path / "a.db")) as book, pytest.raises(TargetUnwritable):
        export_csv(book, str(tmp_path / "out"), force=True)
    assert sorted(os.listdir(tmp_path / "out")) == ["days.csv", "visits.csv"]


def test_columns_stand_as_they_are_promised(tmp_path: Path) -> None:
    """The promised columns come first, in their order; what a round trip needs beside them stands behind."""
    with open_diary(str(tmp_path / "a.db"), write=True) as book:
        write(book, [kinds.OwnFactor(name="magnesium", measure="number")])
        export_csv(book, str(tmp_path / "out"))
    header = {name: data.decode().splitlines()[0] for name, data in content(str(tmp_path / "out")).items()}
    assert header["episodes.csv"] == (
        "uid,started_at,time_precision,part_of_day,zone,kind,part,side,muscle,duration_s,intensity,pattern,activity,"
        "triggers,sensations,relief,denied,note,words,source"
    )
    assert header["symptoms.csv"].startswith("uid,at,symptom,part,side,sudden,severity,present,episode_uid,note,")
    assert header["days.csv"] == (
        "date,twitching,checked_in,sleep_h,caffeine_mg,alcohol_g,stress,water_l,exercise_min,nicotine,worry,magnesium,note"
    )
    assert header["intakes.csv"].startswith("uid,at,factor,amount,words,note,")
    assert header["medicines.csv"] == "uid,name,date,action,dose,suspected,note"
    assert header["changes.csv"] == "uid,what,start,end,note"
