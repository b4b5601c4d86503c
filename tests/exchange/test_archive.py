"""The archive: what was packed is what is unpacked, or it is refused in a sentence."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.exchange.archive import ArchiveNote, is_archive, unpack, write_archive

CONTENT = bytes(range(256)) * 8


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """An archive of some bytes."""
    data, out = tmp_path / "data", tmp_path / "all.zip"
    data.write_bytes(CONTENT)
    with out.open("wb") as file:
        write_archive(file, ArchiveNote("OTnet", "2026-03-18", 1, 0, sha256(CONTENT).hexdigest()), data)
    return out


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def test_what_was_packed_comes_out(packed: Path, tmp_path: Path) -> None:
    assert is_archive(packed)
    unpack(packed, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == CONTENT


def test_other_files_are_none(packed: Path, tmp_path: Path) -> None:
    assert not is_archive(tmp_path)
    assert not is_archive(tmp_path / "missing")
    assert not is_archive(tmp_path / "data")
    assert not is_archive(zipped(tmp_path / "other.zip", {"otnet.db": CONTENT}))


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"otnet-archive.json": b"{}", "otnet.db": CONTENT}, "SHA-256 differs"),
        ({"otnet-archive.json": json.dumps({"sha256": "0" * 64}).encode(), "otnet.db": CONTENT}, "SHA-256 differs"),
        ({"otnet-archive.json": b"[1]", "otnet.db": CONTENT}, "SHA-256 differs"),
        ({"otnet-archive.json": b"{", "otnet.db": CONTENT}, "It is damaged"),
        ({"otnet-archive.json": b"[" * 50_000, "otnet.db": CONTENT}, "It is damaged"),
        ({"otnet-archive.json": b"{}"}, "It is damaged"),
    ],
)
def test_what_is_not_what_was_packed_is_refused(tmp_path: Path, members: dict[str, bytes], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        unpack(zipped(tmp_path / "bad.zip", members), tmp_path / "out")


def test_an_archive_cut_or_changed_is_refused(packed: Path, tmp_path: Path) -> None:
    content = packed.read_bytes()
    changed = bytearray(content)
    changed[content.index(b"otnet.db") + 20] ^= 0xFF
    for bad in (content[:-40], bytes(changed)):
        packed.write_bytes(bad)
        with pytest.raises(BadInput, match=r"all\.zip cannot be restored"):
            unpack(packed, tmp_path / "out")


def test_one_that_would_fill_the_disk_is_refused(packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 100}))
    with pytest.raises(BadInput, match="unpacks to 2048 bytes"):
        unpack(packed, tmp_path / "out")
    assert not (tmp_path / "out").exists()
