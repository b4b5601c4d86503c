"""Files inside folders and ZIP archives, each to be read by itself. Nothing is ever unpacked to disk.

Public: ``sources(paths)`` and ``Source``. Of what LinkedIn packed, in an archive or unpacked, Connections.csv alone is
read. What is not read is told (``left_alone``).
"""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISREG
from typing import IO, BinaryIO, cast

from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.left_alone import of_linkedin, told
from otnet_desktop.exchange.recognise import FileFormat, recognise

ENDINGS = frozenset({".vcf", ".vcard", ".csv", ".tsv", ".ldif", ".ldi", ".ics", ".zip"})
"""Of files looked for in folders and archives; a file that is chosen by itself may have any."""

TEXT = ".txt"

MOST_FILES = 2_000
"""Of one folder or archive."""
LARGEST = 300_000_000
"""Bytes of one file in an archive."""
SUSPICIOUS = 50_000_000
MOST_PACKED = 100
"""Text packs some twenty times smaller; a large file that packs better than this is made to fill disks."""

_A_CARD = re.compile(rb"^[\s\0\xef\xbb\xbf\xff\xfe]*B\0?E\0?G\0?I\0?N\0?:\0?V\0?C\0?A\0?R\0?D", re.IGNORECASE)
"""How a file of cards begins, whatever it is called."""

NO_FILE = "This is a pipe or a device, and no file. Save the contacts to a file first."
EMPTY_FOLDER = "There is no file with contacts in this folder (.vcf, .csv, .ldif, .zip)."
EMPTY_ZIP = "There is no file with contacts in this ZIP archive (.vcf, .csv, .ldif)."
TOO_MANY = sentence("There are more than {most} files here. Choose the ones with contacts.", most=MOST_FILES)
LOCKED = "This file in the archive is locked with a password. Unpack it, then choose what is inside."
BOMB = "This file in the archive unpacks to far more than any list of contacts has. It was left alone."
NESTED = "This is an archive inside an archive. Unpack it, then choose it by itself."


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. ``name`` is what it is called in reports; ``refusal`` says why it is not opened at all.

    ``remarks`` tell what was passed over on the way to it.
    """

    path: Path
    member: str = ""
    refusal: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """``/home/ana/export.zip/Connections.csv``."""
        return f"{self.path}/{self.member}" if self.member else str(self.path)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The bytes, from the start; seekable. Raises OSError, for a damaged archive too."""
        if not self.member:
            with self.path.open("rb") as stream:
                yield stream
            return
        with _troubles_told(), zipfile.ZipFile(self.path) as archive, archive.open(self.member) as inside:
            yield cast("BinaryIO", _Careful(inside))


def sources(paths: Iterable[Path]) -> Iterator[Source]:
    """The files that were chosen, and those inside the folders and archives among them."""
    for path in paths:
        try:
            mode = path.stat().st_mode
        except OSError:  # opening it says what is wrong with it
            yield Source(path)
            continue
        if S_ISDIR(mode):
            yield from _in_folder(path)
        elif not S_ISREG(mode):  # a pipe would keep us waiting
            yield Source(path, refusal=NO_FILE)
        else:
            yield from _in_archive(path) if kind_of(path) is FileFormat.ZIP else (Source(path),)


def _in_folder(folder: Path) -> Iterator[Source]:
    """Files of the folder and of those in it, by name. Links are left alone, and so is what is hidden."""
    found: list[Path] = []
    links: list[str] = []
    others: list[str] = []
    for place, inside, files in os.walk(folder):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        for path in (Path(place) / name for name in sorted(files) if not name.startswith(".")):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink():
                links.append(name)
            elif path.is_file() and (path.suffix.lower() in ENDINGS or _holds_people(path)):
                found.append(path)
            else:
                others.append(name)
        if len(found) > MOST_FILES:
            yield Source(folder, refusal=TOO_MANY)
            return
    packed = of_linkedin([path.relative_to(folder).as_posix() for path in found])
    remarks = told([*sorted(packed), *links, *others], packed, links)
    wanted = [path for path in found if path.relative_to(folder).as_posix() not in packed]
    if not wanted:
        yield Source(folder, refusal=EMPTY_FOLDER, remarks=remarks)
    for source in sources(wanted):
        yield replace(source, remarks=(*remarks, *source.remarks))
        remarks = ()


def _holds_people(path: Path) -> bool:
    """Whether a file of any other name begins with a card, or a text is a list of addresses."""
    try:
        with path.open("rb") as stream:
            is_card = _A_CARD.match(stream.read(64)) is not None
    except OSError:
        return False
    return is_card or (path.suffix.lower() == TEXT and kind_of(path) is FileFormat.ADDRESSES)


def kind_of(path: Path) -> FileFormat:
    """What kind of file lies there; unknown where it cannot be opened."""
    try:
        with path.open("rb") as stream:
            return recognise(stream)
    except OSError:
        return FileFormat.UNKNOWN


def _in_archive(path: Path) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        yield Source(path)  # reading it says that it is damaged
        return
    wanted = [info for info in inside if _is_wanted(info.filename)]
    packed = of_linkedin([info.filename for info in wanted])
    wanted = [info for info in wanted if info.filename not in packed]
    remarks = told([info.filename for info in inside if info not in wanted and not _is_waste(info.filename)], packed)
    if not wanted or len(wanted) > MOST_FILES:
        yield Source(path, refusal=TOO_MANY if wanted else EMPTY_ZIP, remarks=remarks)
        return
    refusals = [_refusal(info) for info in wanted]
    others = [info for info, refusal in zip(wanted, refusals, strict=True) if not refusal]
    together = BOMB if _fills_disks(others) else ""
    for info, refusal in zip(wanted, refusals, strict=True):
        yield Source(path, info.filename, refusal or together, remarks)
        remarks = ()


def _is_wanted(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in ENDINGS and not _is_waste(name)


def _is_waste(name: str) -> bool:
    """What a Mac leaves in archives, and what is hidden."""
    return name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith(".")


def _refusal(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 1:
        return LOCKED
    if info.file_size > LARGEST or _fills_disks([info]):
        return BOMB
    return NESTED if info.filename.lower().endswith(".zip") else ""


def _fills_disks(files: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether these unpack to far more than contacts could."""
    packed = sum(info.compress_size for info in files)
    return sum(info.file_size for info in files) > max(SUSPICIOUS, MOST_PACKED * packed)


@contextmanager
def _troubles_told() -> Iterator[None]:
    """Whatever a damaged archive makes of its reading becomes an OSError."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise OSError(sentence("the archive is damaged: {why}", why=error)) from error


class _Careful:
    """A file inside an archive, of which only reading and going back to the start is wanted."""

    def __init__(self, inside: IO[bytes]) -> None:
        self._inside = inside

    def read(self, size: int = -1) -> bytes:
        with _troubles_told():
            return self._inside.read(size)

    def seek(self, place: int) -> int:
        with _troubles_told():
            return self._inside.seek(place)
