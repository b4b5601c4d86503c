"""Our own archive: one ZIP with everything, to be kept elsewhere and brought back whole on any machine.

``otnet.db`` is a copy of the data that stands alone; ``otnet-archive.json`` tells what it must be.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, BinaryIO

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.recognise import ARCHIVE_MARK, FileFormat, recognise

DATA = "otnet.db"
LONGEST_NOTE = 1 << 16
BLOCK = 1 << 20
HINT = "The data are as they were. Try another archive or a backup."


@dataclass(frozen=True, slots=True)
class ArchiveNote:
    """What an archive tells of itself: who wrote it when, for which schema, and what its data are."""

    program: str
    written: str
    schema: int
    people: int
    sha256: str


def write_archive(file: BinaryIO, note: ArchiveNote, data: Path) -> None:
    """Pack the data and the note."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(ARCHIVE_MARK, json.dumps(asdict(note), indent=1))
        archive.write(data, DATA)


def is_archive(path: Path) -> bool:
    """Whether a file is an archive of ours; False for one that is not there or cannot be read."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return recognise(stream) is FileFormat.ARCHIVE
    except OSError:
        return False


def unpack(path: Path, out: Path) -> None:
    """Write the data of an archive to a file, and make sure they are what was packed. Raises BadInput, OSError."""
    try:
        with zipfile.ZipFile(path) as archive:
            told = json.loads(archive.open(ARCHIVE_MARK).read(LONGEST_NOTE))
            expect_room(path, archive.getinfo(DATA).file_size, out.parent)
            with archive.open(DATA) as data, out.open("wb") as file:
                found = copied(data, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, RuntimeError) as error:
        raise BadInput(
            sentence("{file} cannot be restored. It is damaged ({why}).", file=path.name, why=error), HINT
        ) from error
    if not isinstance(told, dict) or told.get("sha256") != found:
        raise BadInput(
            sentence(
                "{file} cannot be restored. The data in it are not what was packed: their SHA-256 differs.",
                file=path.name,
            ),
            HINT,
        )


def expect_room(path: Path, size: int, folder: Path) -> None:
    """Raises BadInput for an archive that would fill the disk."""
    if size > shutil.disk_usage(folder).free:
        raise BadInput(
            sentence(
                "{file} cannot be restored. It unpacks to {size} bytes, more than is free.", file=path.name, size=size
            ),
            HINT,
        )


def copied(data: IO[bytes], out: BinaryIO) -> str:
    """Copy block by block; the SHA-256 comes back."""
    digest = hashlib.sha256()
    while block := data.read(BLOCK):
        digest.update(block)
        out.write(block)
    return digest.hexdigest()
