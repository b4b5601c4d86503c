"""What somebody says about columns, typed and remembered."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import Sentence
from otnet_desktop.exchange.columns.layout import TableMapping
from otnet_desktop.exchange.columns.reading import Table, look_at
from otnet_desktop.services.tables import KEY, MOST_SAVED, TablesService, typed_mapping
from otnet_desktop.services.workspace import Workspace

LIST = "Kdnr;Wer;Wann\n17;Ana Lee;3/4/1990\n"


@pytest.fixture
def tables(workspace: Workspace) -> TablesService:
    return TablesService(workspace.store)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST)
    return path


def looked_at(text: str) -> Table:
    table = look_at(io.BytesIO(text.encode()))
    assert table is not None
    return table


def test_a_table_is_asked_about_until_something_was_said(tables: TablesService, file: Path) -> None:
    (unknown,) = tables.unknown([file])
    assert (unknown.name, unknown.table.sheet.names) == (str(file), ("Kdnr", "Wer", "Wann"))
    assert tables.to_ask_about([file]) == unknown
    tables.save(unknown.table, TableMapping({"Wer": "display"}, "dmy"))
    assert tables.to_ask_about([file]) is None
    assert next(tables.unknown([file])).said == TableMapping({"Wer": "display"}, "dmy")
    assert tables.said(looked_at("kdnr,WER,wann\n1,2,3\n")) == TableMapping({"Wer": "display"}, "dmy")
    assert tables.said(looked_at("Wer,Kdnr,Wann\n1,2,3\n")) is None


def test_tables_of_programs_and_other_files_are_not_asked_about(tables: TablesService, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("First Name,Last Name,Connected On\nAna,Lee,05 Mar 2024\n")
    (tmp_path / "b.vcf").write_text("BEGIN:VCARD\nFN:Ana\nEND:VCARD\n")
    (tmp_path / "c.csv").write_bytes(b"%PDF-1.7")
    assert list(tables.unknown([tmp_path, tmp_path / "nowhere.csv"])) == []


def test_no_further_file_is_opened_when_nobody_wants_it_any_more(
    tables: TablesService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        (tmp_path / f"{number}.csv").write_text("First Name,Last Name,Connected On\nAna,Lee,05 Mar 2024\n")
    opened: list[str] = []
    monkeypatch.setattr("otnet_desktop.services.tables._table", lambda source, _habit: opened.append(source.name))
    assert tables.to_ask_about([tmp_path], keep_going=lambda: len(opened) < 3) is None
    assert len(opened) == 3


def test_of_very_many_the_oldest_is_forgotten(tables: TablesService) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    every = [looked_at(f"Wer,{letters[n // 26]}{letters[n % 26]}\n1,2\n") for n in range(MOST_SAVED + 1)]
    for table in every:
        tables.save(table, TableMapping({}, ""))
    assert [tables.said(table) is None for table in every] == [True, *[False] * MOST_SAVED]


@pytest.mark.parametrize(
    "kept", ["x", {"odd": 1}, 7, {"columns": {"Wer": "given"}, "dates": "lunar"}, {"columns": {"Wer": 1}, "dates": ""}]
)
def test_what_another_version_keeps_does_no_harm(tables: TablesService, workspace: Workspace, kept: object) -> None:
    table = looked_at("Wer,Was\n1,2\n")
    tables.save(table, TableMapping({"Wer": "given"}, ""))
    (key,) = workspace.store.preferences.get(KEY)
    with workspace.store.transaction():
        workspace.store.preferences.set(KEY, {key: kept} if kept != 7 else kept)
    assert tables.said(table) is None
    tables.save(table, TableMapping({"Wer": "given"}, ""))
    assert tables.said(table) == TableMapping({"Wer": "given"}, "")


def test_a_mapping_as_it_is_typed() -> None:
    typed = ["Wer=display", "Handy=phone:cell", "3=note", "a=b=Company", "Tel=Mobile"]
    assert typed_mapping(typed, "dmy") == TableMapping(
        {"Wer": "display", "Handy": "phone:cell", "3": "note", "a=b": "organisation", "Tel": "phone:cell"}, "dmy"
    )


@pytest.mark.parametrize("typed", ["Wer", "=display", "Wer=shoes", "Wer="])
def test_what_does_not_say_what_a_column_means(typed: str) -> None:
    with pytest.raises(BadInput, match="does not say"):
        typed_mapping([typed])


def test_an_order_of_dates_nobody_knows() -> None:
    with pytest.raises(BadInput, match="order of dates"):
        typed_mapping([], "dym")


def test_a_column_that_no_table_has(tables: TablesService, file: Path) -> None:
    tables.refuse_strangers([file], typed_mapping(["wer=display", "3=note"]))
    with pytest.raises(BadInput, match="'Wen'"):
        tables.refuse_strangers([file], typed_mapping(["Wen=display"]))
    (file.parent / "cards.vcf").write_text("BEGIN:VCARD\nFN:Ana\nEND:VCARD\n")
    with pytest.raises(BadInput, match="These are there: none") as refused:
        tables.refuse_strangers([file.parent / "cards.vcf"], typed_mapping(["wer=display"]))
    assert isinstance(refused.value.hint, Sentence)
    assert [isinstance(part, Sentence) for _name, part in refused.value.hint.parts] == [True]
    with pytest.raises(BadInput, match="'4'"):
        tables.refuse_strangers([file], typed_mapping(["4=display"]))


@pytest.mark.parametrize(
    ("zone", "habit"),
    [("America/New_York", "mdy"), ("Pacific/Honolulu", "mdy"), ("Europe/London", "dmy"), ("America/Toronto", "dmy")],
)
def test_dates_are_written_as_where_one_lives(tables: TablesService, zone: str, habit: str) -> None:
    assert tables.with_habit(None, zone) == TableMapping({}, "", habit)
    assert tables.with_habit(TableMapping({"a": "given"}, "ymd"), zone).dates == "ymd"


def test_what_is_asked_about_is_guessed_as_one_writes_at_home(tables: TablesService, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Who;Mail;Birthday\nAna;a@mill.example;3/4/1990\n")
    for zone, order in (("Europe/London", "dmy"), ("America/Chicago", "mdy")):
        (unknown,) = tables.unknown([tmp_path / "list.csv"], zone)
        assert unknown.table.layout.dates.value == order
