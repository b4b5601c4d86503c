"""The archive there and back again, and what ``restore`` says to files that are none."""

from __future__ import annotations

import gzip
import json
import os
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from otnet_desktop.store.content import content_hash
from otnet_desktop.store.store import Store
from tests.app.terminal import Terminal, terminal_in
from tests.house.source import CHECKOUT


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data" / "otnet.db"


def hash_of(folder: Path) -> str:
    store = Store.open(folder)
    try:
        return content_hash(store.database)
    finally:
        store.close()


def packed(path: Path, content: bytes, told: str = "") -> Path:
    """An archive of some data, and what it tells of them."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("otnet-archive.json", json.dumps({"sha256": told or sha256(content).hexdigest()}))
        file.writestr("otnet.db", content)
    return path


@pytest.mark.parametrize("command", ["restore", "import"])
def test_an_archive_reads_equal_on_a_fresh_machine(
    sample: Terminal, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    archive = tmp_path / "all.zip"
    sample("export", "--format", "archive", "--out", str(archive))
    fresh = terminal_in(tmp_path / "fresh", capsys)
    assert fresh("import", str(archive), "--dry-run", "--json").data["files"][0]["created"] == 60
    assert fresh("people", "--json").data == []
    said = fresh(command, str(archive), "--json")
    assert said.status == 0
    assert hash_of(tmp_path / "fresh") == hash_of(data.parent)
    assert fresh("due", "--json").data == sample("due", "--json").data
    assert fresh("check", "--json").data["ok"]
    assert [path.name for path in (tmp_path / "fresh").iterdir() if path.name.startswith(".")] == []


def test_an_archive_takes_nobodys_place_unasked(sample: Terminal, tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    sample("export", "--format", "archive", "--out", str(archive))
    card = tmp_path / "one.vcf"
    card.write_text("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:New\r\nEND:VCARD\r\n")
    sample("import", str(card))
    (file,) = sample("import", str(archive), "--json").data["files"]
    assert (file["read"], file["unchanged"], file["created"]) == (60, 60, 0)
    assert len(sample("people", "--json").data) == 61
    restored = sample("restore", str(archive), "--json").data
    assert restored["people"] == 60
    assert Path(restored["kept"]).is_file()
    assert len(sample("people", "--json").data) == 60


def test_people_come_out_of_an_archive_to_those_who_are_here(
    sample: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, card = tmp_path / "all.zip", tmp_path / "one.vcf"
    sample("export", "--format", "archive", "--out", str(archive))
    card.write_text("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:New\r\nEND:VCARD\r\n")
    other = terminal_in(tmp_path / "other", capsys)
    other("import", str(card))
    (planned,) = other("import", str(archive), "--dry-run", "--json").data["files"]
    (done,) = other("import", str(archive), "--json").data["files"]
    assert planned == done
    assert (done["format"], done["read"], done["created"], done["rejected"]) == ("archive", 60, 60, [])
    assert len(other("people", "--json").data) == 61
    due_there, due_here = ([row["key"] for row in at("due", "--json").data] for at in (sample, other))
    assert due_here == due_there != []
    assert other("check", "--json").data["ok"]
    (again,) = other("import", str(archive), "--json").data["files"]
    assert (again["read"], again["unchanged"]) == (60, 60)


def test_an_archive_of_an_older_schema_is_brought_up_to_date(terminal: Terminal, tmp_path: Path) -> None:
    old = gzip.decompress((CHECKOUT / "tests" / "history" / "schema_1.db.gz").read_bytes())
    archive = packed(tmp_path / "old.zip", old)
    assert terminal("restore", str(archive)).status == 0
    assert sorted(row["ref"] for row in terminal("people", "--json").data) == ["bo", "cid", "renata"]
    assert "is damaged" not in terminal("check").out


@pytest.mark.parametrize("spoil", ["newer", "damaged", "cut", "not what was packed"])
def test_an_archive_that_cannot_be_restored_is_refused_in_a_sentence(
    sample: Terminal, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: str
) -> None:
    archive = tmp_path / "all.zip"
    sample("export", "--format", "archive", "--out", str(archive))
    with zipfile.ZipFile(archive) as file:
        content = bytearray(file.read("otnet.db"))
    match spoil:
        case "newer":
            content[60:64] = (999).to_bytes(4, "big")
            packed(archive, bytes(content))
        case "damaged":
            content[20_000:60_000] = b"\xff" * 40_000
            packed(archive, bytes(content))
        case "cut":
            archive.write_bytes(archive.read_bytes()[:-30])
        case _:
            packed(archive, bytes(content), "0" * 64)
    before = hash_of(data.parent)
    said = sample("restore", str(archive))
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith("all.zip cannot be restored. ")
    assert hash_of(data.parent) == before
    fresh = terminal_in(tmp_path / "fresh", capsys)
    said = fresh("import", str(archive))
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert fresh("people", "--json").data == []


def test_what_cannot_hold_a_backup_is_said_in_a_sentence(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "text").write_text("Dear Ann,\n")
    os.mkfifo(tmp_path / "pipe")
    for name, said in {
        "": "It is a folder: choose the file inside.",
        "empty": "It is empty.",
        "text": "It is damaged or not a database.",
        "pipe": "It is no file.",
        "missing": "It is not there.",
    }.items():
        answer = terminal("restore", str(tmp_path / name))
        title = f"{(tmp_path / name).name} cannot be restored. {said}"
        assert (answer.status, answer.err) == (2, f"{title} The data are as they were. Try another backup.\n")
    assert not (tmp_path / "data" / "otnet.db").exists()
