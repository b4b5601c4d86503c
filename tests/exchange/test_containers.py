"""Files inside folders and archives."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from otnet_desktop.exchange import containers
from otnet_desktop.exchange.containers import sources
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.report import Incoming

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Lee\r\nEND:VCARD\r\n"
CONNECTIONS = "First Name,Last Name,Connected On\nBen,Ito,05 Mar 2024\n"


def zipped(path: Path, **files: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return path


def names(path: Path) -> list[str]:
    found = []
    for source in sources([path]):
        if source.refusal:
            continue
        with source.open() as stream:
            found += [e.profile.full_name for e in read_people(stream) if isinstance(e, Incoming)]
    return found


def test_a_folder_gives_the_files_in_it_and_below(tmp_path: Path) -> None:
    (tmp_path / "b.vcf").write_text(CARD)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.CSV").write_text(CONNECTIONS)
    (tmp_path / "notes.txt").write_text("nothing")
    (tmp_path / ".hidden.vcf").write_text(CARD)
    (tmp_path / "link.vcf").symlink_to(tmp_path / "b.vcf")
    assert names(tmp_path) == ["Ana Lee", "Ben Ito"]
    first, second = sources([tmp_path])
    assert first.remarks == (
        "Left alone: link.vcf (a link to another place).",
        "Left alone: notes.txt (not an address book).",
    )
    assert second.remarks == ()


def test_a_text_in_a_folder_is_read_where_it_is_a_list_of_addresses(tmp_path: Path) -> None:
    (tmp_path / "to.txt").write_text("Ana Lee <ana@mill.example>\n")
    (tmp_path / "diary.txt").write_text("Wrote to Ana Lee <ana@mill.example> about gardens.\n")
    assert names(tmp_path) == ["Ana Lee"]
    (source,) = sources([tmp_path])
    assert "diary.txt" in source.remarks[0]


def test_a_folder_without_contacts_says_so(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing")
    (source,) = sources([tmp_path])
    assert source.refusal == containers.EMPTY_FOLDER
    assert source.remarks == ("Left alone: notes.txt (not an address book).",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_cards_in_a_folder_are_known_whatever_their_file_is_called(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "export of 2019").write_bytes(CARD.encode(encoding))
    assert names(tmp_path) == ["Ana Lee"]


def test_of_many_other_files_only_the_first_are_named(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number:02}.jpg").write_bytes(b"\xff\xd8\xff")
    (source,) = sources([tmp_path])
    assert len(source.remarks) == 21
    assert source.remarks[-1] == "Left alone: 5 more files."


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.vcf")
    (source,) = sources([tmp_path / "pipe.vcf"])
    assert source.refusal == containers.NO_FILE


def test_an_archive_gives_its_members_by_name(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", cards__a_vcf=CARD, b_csv=CONNECTIONS, readme_txt="x")
    assert names(path) == ["Ana Lee", "Ben Ito"]
    first, second = sources([path])
    assert first.name == f"{path}/cards/a.vcf"
    assert first.remarks == ("Left alone: readme.txt (not an address book).",)
    assert second.remarks == ()


def test_of_linkedins_archive_only_the_connections_are_read(tmp_path: Path) -> None:
    profile = "First Name,Last Name,Email Address,Business Phone\nMe,Myself,me@mill.example,1\n"
    path = zipped(tmp_path / "linkedin.zip", Export__Connections_csv=CONNECTIONS, Export__Profile_csv=profile)
    assert names(path) == ["Ben Ito"]
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(unpacked)
    assert names(unpacked) == ["Ben Ito"]
    assert next(sources([path])).remarks == ("Left alone: Export/Profile.csv (it is about yourself).",)
    assert next(sources([unpacked])).remarks == ("Left alone: Export/Profile.csv (it is about yourself).",)


def test_beside_a_connections_file_that_linkedin_did_not_pack_everything_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "mine.zip", Connections_csv=CONNECTIONS, a_vcf=CARD, more_csv="Name,Email\nZoe,z@x.org\n")
    assert names(path) == ["Ben Ito", "Ana Lee", "Zoe"]


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "slip.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("../../outside.vcf", "/etc/outside.vcf", "C:\\outside.vcf"):
            archive.writestr(name, CARD)
    before = sorted(tmp_path.rglob("*"))
    assert names(path) == ["Ana Lee"] * 3
    assert sorted(tmp_path.rglob("*")) == before


def test_what_unpacks_to_fill_a_disk_is_left_alone(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bomb.zip", bomb_csv=b"Name,Email\n" + bytes(60_000_000), a_vcf=CARD)
    bomb, card = sources([path])
    assert (bomb.refusal, card.refusal) == (containers.BOMB, "")


def test_many_small_files_that_fill_a_disk_together_are_left_alone(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bombs.zip", **{f"n{n}_csv": b"Name,Email\n" + bytes(1_000_000) for n in range(60)})
    assert {source.refusal for source in sources([path])} == {containers.BOMB}


def test_an_archive_inside_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.vcf", CARD)
    (source,) = sources([zipped(tmp_path / "outer.zip", inner_zip=inner.getvalue())])
    assert source.refusal == containers.NESTED


def test_too_many_files_are_not_read_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MOST_FILES", 1)
    path = zipped(tmp_path / "many.zip", a_vcf=CARD, b_vcf=CARD)
    assert [source.refusal for source in sources([path])] == [containers.TOO_MANY]
    (tmp_path / "a.vcf").write_text(CARD)
    assert [source.refusal for source in sources([tmp_path])] == [containers.TOO_MANY]


@pytest.mark.parametrize("cut", [30, 60, 120])
def test_a_damaged_archive_is_an_error_of_the_world(tmp_path: Path, cut: int) -> None:
    path = zipped(tmp_path / "a.zip", a_vcf=CARD * 50)
    data = path.read_bytes()
    path.write_bytes(data[:cut] + bytes(20) + data[cut + 20 :])
    for source in sources([path]):
        if source.member:
            with pytest.raises(OSError, match="damaged"), source.open() as stream:
                list(read_people(stream))


def test_an_archive_of_a_later_kind_is_refused_as_one_that_is_damaged(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", a_vcf=CARD)
    data = path.read_bytes()
    needed = data.index(b"PK\x01\x02") + 6
    path.write_bytes(data[:needed] + bytes([99, 0]) + data[needed + 2 :])
    assert sum(1 for _ in sources([path])) == 1
    assert names(path) == []


def test_a_name_no_file_can_have_is_told_when_it_is_opened(tmp_path: Path) -> None:
    (source,) = sources([tmp_path / f"{'x' * 300}.vcf"])
    with pytest.raises(OSError, match="too long"), source.open():
        pass
