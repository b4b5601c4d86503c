"""Files that are there as a whole or not at all, for their owner alone."""

from __future__ import annotations

import os
from fnmatch import fnmatch
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.store import private_files
from otnet_desktop.store.private_files import (
    HALF_MADE,
    clear_half_made,
    folder_beside,
    make_folder,
    replacing,
    write_private,
    written_where_asked,
    written_whole,
)
from tests.factories import NOW


def write_half(out: Path, trouble: BaseException) -> None:
    with written_whole(out) as file:
        file.write(b"half")
        raise trouble


posix = pytest.mark.skipif(os.name != "posix", reason="modes, links and devices are POSIX")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@posix
def test_only_its_owner_may_read_it_whoever_might_before(tmp_path: Path) -> None:
    out = tmp_path / "out.vcf"
    out.write_bytes(b"earlier")
    out.chmod(0o644)
    write_private(out, b"now")
    assert out.read_bytes() == b"now"
    assert out.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["out.vcf"]


@pytest.mark.parametrize("trouble", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_was_there_stays_until_the_new_is_whole(tmp_path: Path, trouble: BaseException) -> None:
    out = tmp_path / "out.vcf"
    out.write_bytes(b"earlier")
    with pytest.raises(type(trouble)):
        write_half(out, trouble)
    assert out.read_bytes() == b"earlier"
    assert names(tmp_path) == ["out.vcf"]


def test_it_is_on_the_disk_before_it_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(private_files, "flush", lambda _path: seen.append(f"flushed {names(tmp_path) == ['out']}"))
    monkeypatch.setattr(private_files, "flush_folder", lambda folder: seen.append(f"in its place {names(folder)}"))
    write_private(tmp_path / "out", b"now")
    assert seen == ["flushed False", "in its place ['out']"]


@posix
def test_a_link_in_its_place_is_not_followed_and_not_replaced(tmp_path: Path) -> None:
    mine, link = tmp_path / "mine", tmp_path / "link"
    mine.write_bytes(b"mine")
    link.symlink_to(mine)
    with pytest.raises(OSError, match="link is a link"):
        write_private(link, b"other")
    assert mine.read_bytes() == b"mine"
    assert names(tmp_path) == ["link", "mine"]


@posix
def test_links_laid_out_beside_it_catch_nothing(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_bytes(b"mine")
    for guess in ("out.part", "out.new", "out.tmp"):
        (tmp_path / guess).symlink_to(mine)
    write_private(tmp_path / "out", b"other")
    assert mine.read_bytes() == b"mine"
    assert names(tmp_path) == ["mine", "out", "out.new", "out.part", "out.tmp"]


@posix
def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (pipe, Path("/dev/null"), tmp_path):
        with pytest.raises(OSError, match="is a folder or a device"):
            write_private(place, b"other")
    assert pipe.is_fifo()


def test_it_may_be_filled_by_its_name(tmp_path: Path) -> None:
    with replacing(tmp_path / "out") as beside:
        assert beside.parent == tmp_path
        beside.write_bytes(b"told")
    assert names(tmp_path) == ["out"]


def test_a_place_somebody_chose_is_said_where_it_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"), written_where_asked(tmp_path / "no" / "out"):
        pass


def test_a_folder_is_made_for_its_owner_with_every_name_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr(private_files, "flush_folder", flushed.append)
    made = tmp_path / "share" / "data"
    before = os.umask(0)
    try:
        make_folder(made)
    finally:
        os.umask(before)
    assert set(flushed) == {tmp_path, made.parent}
    assert [path.stat().st_mode & 0o777 for path in (made, made.parent)] == [0o700, 0o700]
    make_folder(made)
    assert len(flushed) == 2


@posix
def test_a_folder_beside_it_is_for_its_owner_and_goes(tmp_path: Path) -> None:
    with folder_beside(tmp_path / "all.zip", NOW) as folder:
        assert (folder.parent, folder.stat().st_mode & 0o777) == (tmp_path, 0o700)
        assert fnmatch(folder.name, HALF_MADE)
        (folder / "otnet.db").write_text("x")
    assert list(tmp_path.iterdir()) == []


def test_what_a_stopped_machine_left_goes_and_what_is_being_made_stays(tmp_path: Path) -> None:
    (tmp_path / ".otnet-old.part").mkdir()
    (tmp_path / ".otnet-old.part" / "otnet.db").write_text("people")
    for name in (".otnet-file.part", ".otnet-new.part", "mine.part"):
        (tmp_path / name).write_text("x")
    for name in (".otnet-old.part", ".otnet-file.part", "mine.part"):
        os.utime(tmp_path / name, (1, NOW.timestamp() - 1))
    os.utime(tmp_path / ".otnet-new.part", (1, NOW.timestamp()))
    clear_half_made(tmp_path, NOW)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".otnet-new.part", "mine.part"]
