"""``import``, ``export``, ``sample``: reports, statuses, and data left as they were when something is refused."""

from __future__ import annotations

import csv
import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.app.copies import ROOT
from tests.app.terminal import Terminal

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lin;Ada;;;OTR/L\r\nFN:Ada Lin\r\nNOTE:Likes gardens\r\nEND:VCARD\r\n"


@pytest.fixture
def card(tmp_path: Path) -> Path:
    file = tmp_path / "ada.vcf"
    file.write_text(CARD)
    return file


def test_import_reports_every_entry(terminal: Terminal, card: Path) -> None:
    said = terminal("import", str(card), "--json")
    assert said.status == 0
    assert said.data == {
        "files": [
            {
                "path": str(card), "format": "vcard", "read": 1, "created": 1, "updated": 0, "unchanged": 0,
                "unclear": 0, "rejected": [], "warnings": [],
            }
        ]
    }  # fmt: skip
    assert [row["name"] for row in terminal("people", "--json").data] == ["Ada Lin"]


def test_the_same_file_again_changes_nothing(terminal: Terminal, card: Path) -> None:
    terminal("import", str(card))
    before = terminal("show", "1", "--json").data
    assert terminal("import", str(card), "--json").data["files"][0]["unchanged"] == 1
    assert terminal("show", "1", "--json").data == before


def test_a_dry_run_changes_nothing(terminal: Terminal, card: Path) -> None:
    assert terminal("import", str(card), "--dry-run", "--json").data["files"][0]["created"] == 1
    assert terminal("people", "--json").data == []


def test_imports_make_no_reminders(terminal: Terminal, card: Path) -> None:
    terminal("import", str(card))
    assert terminal("due", "--upcoming", "--json").data == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.vcf", b""),
        ("picture.vcf", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("page.csv", b"<!DOCTYPE html><html><body>Sign in</body></html>"),
        ("half.vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Half"),
        ("words.txt", b"just some words\n"),
        ("numbers.csv", b"year,units\n2024,3\n"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    terminal: Terminal, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    said = terminal("import", str(file), "--json")
    assert said.status == 1
    (told,) = said.data["files"]
    assert told["read"] == len(told["rejected"]) == 1
    assert told["rejected"][0]["reason"].endswith(".")
    assert said.err.count("\n") == 1
    assert terminal("people", "--json").data == []


def test_a_missing_file_is_refused_and_the_others_come_in(terminal: Terminal, card: Path, tmp_path: Path) -> None:
    said = terminal("import", str(tmp_path / "nowhere.vcf"), str(card))
    assert said.status == 1
    assert "nowhere.vcf: The file cannot be read (No such file or directory)." in said.err
    assert len(terminal("people", "--json").data) == 1


def test_an_unknown_format_is_wrong_usage(terminal: Terminal, card: Path) -> None:
    said = terminal("import", str(card), "--format", "papyrus")
    assert said.status == 2
    assert said.err.startswith("There is no format called 'papyrus'. These can be read: vcard, linkedin-csv")


def test_export_keeps_notes_at_home_unless_asked(terminal: Terminal, card: Path, tmp_path: Path) -> None:
    terminal("import", str(card))
    out = tmp_path / "out.vcf"
    said = terminal("export", "--format", "vcard4", "--out", str(out), "--json")
    assert said.data == {"written": 1, "path": str(out)}
    assert "gardens" not in out.read_text()
    assert out.read_text().startswith("BEGIN:VCARD\n") or out.read_bytes().startswith(b"BEGIN:VCARD\r\n")
    terminal("export", "--format", "vcard4", "--out", str(out), "--private")
    assert "Likes gardens" in out.read_text()
    assert out.stat().st_mode & 0o077 == 0


def test_words_that_may_tell_who_a_client_is_are_named_and_keep_nothing_back(
    terminal: Terminal, tmp_path: Path
) -> None:
    card = tmp_path / "card.vcf"
    told = "Her client Mrs. Dorsey has MRN 00123456"
    card.write_text(f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann Ash\r\nNOTE:{told}\r\nEND:VCARD\r\n", "utf-8")
    terminal("import", str(card))
    out = tmp_path / "out.vcf"
    private = terminal("export", "--format", "vcard4", "--out", str(out), "--private")
    assert (private.status, told in out.read_text("utf-8")) == (0, True)
    assert "may tell who a client is have left: about Ann Ash." in private.err
    assert "client" not in private.out
    assert terminal("export", "--format", "vcard4", "--out", str(out)).err == ""
    assert terminal("export", "--format", "ics", "--out", str(tmp_path / "a.ics"), "--private").err == ""
    archive = terminal("export", "--format", "archive", "--out", str(tmp_path / "a.zip"))
    assert (archive.status, "may tell who a client is (1)" in archive.err) == (0, True)


def test_some_people_only(sample: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "some.vcf"
    sample("export", "--format", "vcard4", "--out", str(out), "--person", "p05", "--person", "p04")
    assert out.read_text().count("BEGIN:VCARD") == 2


def test_the_archive_holds_everything(sample: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "all.zip"
    assert sample("export", "--format", "archive", "--out", str(out), "--json").data["written"] == 60
    with zipfile.ZipFile(out) as archive:
        told = json.loads(archive.read("otnet-archive.json"))
        assert told["people"] == 60
        assert archive.read("otnet.db").startswith(b"SQLite format 3\0")


def test_vcards_of_the_older_version(sample: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "all.vcf"
    assert sample("export", "--format", "vcard3", "--out", str(out), "--json").data["written"] == 60
    assert out.read_bytes().decode().count("BEGIN:VCARD\r\nVERSION:3.0\r\n") == 60


@pytest.mark.parametrize("name", ["csv", "google-csv"])
def test_a_table_has_a_line_for_everybody(sample: Terminal, tmp_path: Path, name: str) -> None:
    out = tmp_path / "all.csv"
    assert sample("export", "--format", name, "--out", str(out), "--json").data["written"] == 60
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    given, family = {"csv": ("Given name", "Family name"), "google-csv": ("First Name", "Last Name")}[name]
    names = sorted(person["name"] for person in sample("people", "--json").data)
    assert sorted(" ".join(filter(None, (row[given], row[family]))) for row in rows) == names


def test_a_calendar_of_everybodys_meetings_and_of_somebodys(sample: Terminal, tmp_path: Path) -> None:
    meetings = meetings_of_the_sample()
    out = tmp_path / "all.ics"
    said = sample("export", "--format", "ics", "--out", str(out), "--json")
    assert said.data == {"written": len(meetings), "path": str(out)}
    assert out.read_text().count("BEGIN:VEVENT") == len(meetings)
    told = sample("export", "--format", "ics", "--out", str(out), "--person", "p05")
    assert told.out == f"{out.read_text().count('BEGIN:VEVENT')} meetings written to {out}\n"
    assert out.read_text().count("BEGIN:VEVENT") < len(meetings)


def meetings_of_the_sample() -> set[str]:
    """Those agreed on and not called off; one that was called off and then moved stands again."""
    network = json.loads((ROOT / "resources" / "sample" / "network.json").read_text())
    facts = [fact for person in network["people"] for fact in person["facts"]]
    told = {
        what: {fact["mid"] for fact in facts if fact["type"] == what} for what in ("meeting", "cancel", "reschedule")
    }
    return told["meeting"] - (told["cancel"] - told["reschedule"])


def test_a_place_that_cannot_be_written(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal("export", "--format", "vcard4", "--out", str(tmp_path / "no" / "such" / "place.vcf"))
    assert said.status == 2
    assert said.err.count("\n") == 1
    assert "cannot be written (No such file or directory)" in said.err


def test_an_export_replaces_a_file_only_when_whole(
    terminal: Terminal, card: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal("import", str(card))
    out = tmp_path / "out.vcf"
    out.write_text("earlier")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("otnet_desktop.store.private_files.os.fsync", full)
    said = terminal("export", "--format", "vcard4", "--out", str(out))
    assert said.status == 2
    assert "No space left on device" in said.err
    assert out.read_text() == "earlier"
    assert {path.name for path in tmp_path.iterdir()} == {"ada.vcf", "data", "out.vcf"}


def test_a_sample_told_by_a_file(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "net.json"
    facts = [
        {"type": "add_person", "pid": "a", "at": "2026-03-02T09:00", "name": "A"},
        {"type": "out", "pid": "a", "at": "2026-03-02T09:10", "kind": "intro"},
    ]
    file.write_text(json.dumps({"facts": facts}))
    assert terminal("sample", "--from", str(file), "--json").data == {"people": 1, "facts": 2}
    assert [row["key"] for row in terminal("due", "--json").data] == ["FOLLOWUP:a:1:0"]


def test_a_second_sample_is_refused(sample: Terminal) -> None:
    said = sample("sample")
    assert said.status == 2
    assert said.err.startswith("There are people here already.")
    assert len(sample("people", "--json").data) == 60


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"facts": [{"type": "dance", "at": "2026-03-02T09:00"}]}'])
def test_a_file_that_tells_no_network(terminal: Terminal, tmp_path: Path, content: str) -> None:
    file = tmp_path / "net.json"
    file.write_text(content)
    said = terminal("sample", "--from", str(file))
    assert said.status == 2
    assert said.err.count("\n") == 1
    assert terminal("people", "--json").data == []


@pytest.mark.parametrize("name", ["otnet.db", "otnet.db-wal"])
def test_nothing_is_written_over_the_data(sample: Terminal, tmp_path: Path, name: str) -> None:
    taken = str(tmp_path / "data" / name)
    for command in (("export", "--format", "vcard4"), ("export", "--format", "archive"), ("backup",)):
        said = sample(*command, "--out", taken)
        assert said.status == 2
        assert said.err == f"{taken} holds your data. They were left as they are. Choose another name.\n"
    assert len(sample("people", "--json").data) == 60


def test_nobody_is_written_twice(sample: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "one.vcf"
    told = sample("export", "--format", "vcard4", "--person", "1", "--person", "p23", "--out", str(out), "--json").data
    assert told["written"] == out.read_text().count("BEGIN:VCARD") == 1


def test_names_cannot_steer_the_terminal(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "net.json"
    file.write_text(json.dumps({"people": [{"id": "a", "name": "Ann\x1b[31m\nLee\x9b2J"}]}))
    terminal("sample", "--from", str(file))
    assert terminal("people").out == "     1  Ann [31m Lee 2J · idea\n"


def test_what_is_no_file_is_not_waited_for(terminal: Terminal, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "pipe", Path("/dev/zero")):
        said = terminal("import", str(place))
        assert (said.status, said.err.count("\n")) == (1, 1)
        assert "This is a pipe or a device, and no file." in said.err
        said = terminal("sample", "--from", str(place))
        assert (said.status, said.err) == (2, f"{place} is no file. Save it to a file first.\n")


def test_a_complaint_stays_readable_however_long_the_mistake(terminal: Terminal) -> None:
    said = terminal("due", "--at", "9" * 100_000)
    assert said.status == 2
    assert said.err.startswith("--at '999")
    assert said.err.endswith("' is no time. Write it like 2026-03-19T18:30.\n")
    assert len(said.err) < 650


def test_columns_are_named_on_the_command_line(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Kdnr;Wer;Wann;Was\n17;Ana Lee;3/4/1990;0341 555\n")
    refused = terminal("import", str(file), "--json").data["files"][0]
    assert (refused["format"], refused["created"], len(refused["rejected"])) == ("csv", 0, 1)
    typed = ["--map", "Wer=display", "--map", "Wann=birthday", "--map", "4=Handy", "--dates", "dmy"]
    told = terminal("import", str(file), *typed, "--json").data["files"][0]
    assert (told["created"], told["warnings"][0]["text"][-8:]) == (1, "Kdnr: 17")
    person = terminal("show", "1", "--json").data
    assert (person["name"], person["birthday"]) == ("Ana Lee", "1990-04-03")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Wen=display", "There is no column called 'Wen'."), ("Wer=shoes", "does not say what a column")],
)
def test_a_column_or_a_field_that_is_none(terminal: Terminal, tmp_path: Path, typed: str, said: str) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Wer;Was\nAna Lee;1\n")
    answer = terminal("import", str(file), "--map", typed)
    assert answer.status == 2
    assert said in answer.err


def test_an_archive_and_a_folder_are_looked_into(terminal: Terminal, tmp_path: Path, card: Path) -> None:
    with zipfile.ZipFile(tmp_path / "linkedin.zip", "w") as archive:
        archive.writestr("Export/Connections.csv", "First Name,Last Name,Connected On\nBen,Ito,05 Mar 2024\n")
        archive.writestr("Export/messages.csv", "FROM,TO\nme,Ben\n")
    told = terminal("import", str(tmp_path), "--json").data["files"]
    assert [(Path(file["path"]).name, file["format"], file["created"]) for file in told] == [
        (card.name, "vcard", 1),
        ("Connections.csv", "linkedin-csv", 1),
    ]
    assert "messages.csv" in told[1]["warnings"][0]["text"]
    again = terminal("import", str(tmp_path), "--json").data["files"]
    assert [file["unchanged"] for file in again] == [1, 1]
