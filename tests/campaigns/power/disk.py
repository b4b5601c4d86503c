"""A disk as a file system may leave it when the power goes: harsher than any journal, and no harsher than POSIX.

* A write or a truncation that was not followed by a sync of its file may be there or not, each by itself, in whatever
  order; a write may be there in part, sector by sector.
* A name made, renamed or removed is sure only after a sync of its folder, a file's content only after one of the file.
* What a sync told to be done, is done.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.campaigns.power.log import Op, Record

SECTOR = 512
MEMORY = ("-shm",)
"""Memory with a name: what was in it is gone."""


@dataclass(eq=False)
class File:
    """What is on the disk for sure, and what may get there."""

    sure: bytearray = field(default_factory=bytearray)
    pending: list[Record] = field(default_factory=list)

    def sync(self) -> None:
        for record in self.pending:
            apply(record, self.sure)
        self.pending.clear()


@dataclass(eq=False)
class Folder:
    """Names on the disk for sure, and changes of names that may get there: each by itself, a rename as a whole."""

    sure: dict[str, File | Folder] = field(default_factory=dict)
    pending: list[dict[str, File | Folder | None]] = field(default_factory=list)

    def now(self) -> dict[str, File | Folder]:
        """The names as programs see them."""
        return named(self.sure, self.pending)

    def sync(self) -> None:
        self.sure = self.now()
        self.pending.clear()


class Disk:
    """What is below one folder; it follows a log, record by record."""

    def __init__(self, root: Path) -> None:
        self.path = str(root)
        self.files: dict[int, File] = {}
        self.root = self._as_it_is(root)
        self.marks: list[str] = []

    def _as_it_is(self, folder: Path) -> Folder:
        """What lies there already is there for sure."""
        found = Folder()
        for path in folder.iterdir():
            if path.is_dir():
                found.sure[path.name] = self._as_it_is(path)
            else:
                file = self.files[path.stat().st_ino] = File(bytearray(path.read_bytes()))
                found.sure[path.name] = file
        return found

    def follow(self, record: Record) -> None:
        """One thing more was done."""
        match record.op:
            case Op.WRITE | Op.TRUNCATE:
                self.files[record.inode].pending.append(record)
            case Op.SYNC:
                self.files[record.inode].sync()
            case Op.SYNC_FOLDER:
                self._folder(PurePosixPath(record.path)).sync()
            case Op.MARK:
                self.marks.append(record.data.decode())
            case _:
                self._follow_name(record)

    def _follow_name(self, record: Record) -> None:
        path = PurePosixPath(record.path)
        folder = self._folder(path.parent)
        if record.op is Op.RENAME:
            target = PurePosixPath(record.other)
            other = self._folder(target.parent)
            assert other is folder, "nothing here is moved from folder to folder"
            folder.pending.append({path.name: None, target.name: folder.now()[path.name]})
        elif record.op is Op.UNLINK:
            folder.pending.append({path.name: None})
        elif record.op is Op.MKDIR:
            folder.pending.append({path.name: Folder()})
        else:
            if record.op is Op.CREATE:
                self.files[record.inode] = File()
            folder.pending.append({path.name: self.files[record.inode]})

    def _folder(self, path: PurePosixPath) -> Folder:
        folder = self.root
        for name in path.relative_to(self.path).parts:
            inside = folder.now()[name]
            assert isinstance(inside, Folder)
            folder = inside
        return folder

    def after_cut(self, chance: random.Random, target: Path) -> None:
        """Write into ``target`` what is found when the power is back."""
        kept = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        build(self.root, target, chance, kept)


def build(folder: Folder, target: Path, chance: random.Random, kept: float) -> None:
    """A folder and everything in it; of what is not sure, about that share is kept."""
    target.mkdir(mode=0o700, parents=True)
    there = named(folder.sure, [names for names in folder.pending if chance.random() < kept])
    for name, inside in there.items():
        if isinstance(inside, Folder):
            build(inside, target / name, chance, kept)
        elif not name.endswith(MEMORY):
            (target / name).write_bytes(content(inside, chance, kept))


def named(sure: dict[str, File | Folder], changes: list[dict[str, File | Folder | None]]) -> dict[str, File | Folder]:
    """The names after some changes."""
    after: dict[str, File | Folder | None] = dict(sure)
    for names in changes:
        after |= names
    return {name: inside for name, inside in after.items() if inside is not None}


def content(file: File, chance: random.Random, kept: float) -> bytes:
    """What of a file is on the disk."""
    there = bytearray(file.sure)
    for record in file.pending:
        if chance.random() < kept:
            if record.op is Op.TRUNCATE or chance.random() < kept:
                apply(record, there)
            else:
                tear(record, there, chance)
    return bytes(there)


def apply(record: Record, there: bytearray) -> None:
    """A write or a truncation as it was meant."""
    if record.op is Op.TRUNCATE:
        del there[record.offset :]
        there.extend(bytes(record.offset - len(there)))
        return
    end = record.offset + len(record.data)
    if len(there) < end:
        there.extend(bytes(end - len(there)))
    there[record.offset : end] = record.data


def tear(record: Record, there: bytearray, chance: random.Random) -> None:
    """Some sectors of a write, and not the others."""
    at, end = record.offset, record.offset + len(record.data)
    while at < end:
        until = min(end, (at // SECTOR + 1) * SECTOR)
        if chance.random() < 0.5:
            piece = record.data[at - record.offset : until - record.offset]
            apply(Record(Op.WRITE, offset=at, data=piece), there)
        at = until
