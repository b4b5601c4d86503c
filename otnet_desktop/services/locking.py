"""Private by choice: a passphrase over the data and their backups, the lock of the window, and the recovery sheet.

Two things are called by two names. *Protected* are data that are encrypted on the disk; only who has the passphrase
opens them. *Locked* is a window that shows no names until somebody says the passphrase; the data stay open behind it,
so that reminders go on (without names). Whoever wants the key forgotten as well ends the program.

Before the data are open: ``is_protected``, then ``remembered_key``, ``key_by_passphrase`` or ``key_by_code``, whose key
is handed to ``open_workspace``. Afterwards ``workspace.locking``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Lock

from otnet_desktop.domain.errors import NotAllowed, NotSaved
from otnet_desktop.services.passwords import Passwords
from otnet_desktop.store.keys import Key, code_of, key_by_code, key_by_either, key_for, key_kept, new_key
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.store import Store

KEYRING_PATIENCE_S = 10.0
"""So long a change waits for a keyring that is busy for us."""

Progress = Callable[[int, int], None]
"""Told after each file that was written anew: how many are done, and of how many."""


class OldBackups(StrEnum):
    """What becomes of the backups made until now when the passphrase is set, changed or removed."""

    TAKE_ALONG = "take along"
    """They are written anew as well, so that the same passphrase opens them."""
    NEWEST_ONLY = "newest only"
    """Only the newest is, and all others go."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What was done: how many backups came along, and which files did not.

    ``left`` are as they were, protected by another passphrase; ``removed`` are gone: backups that were not wanted,
    and plain files that could not be protected.
    """

    backups: int
    left: tuple[Path, ...]
    removed: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the sheet: the code that opens the data without the passphrase, and which data these are.

    It is true until the passphrase is changed or removed; backups made before that need the sheet of before.
    """

    code: str
    data: Path


def is_protected(folder: Path) -> bool:
    """Whether the data in a folder need a passphrase. Reads 16 bytes; False where there are no data (yet)."""
    return mark_of(folder / FILE_NAME) is not None


def key_by_passphrase(folder: Path, passphrase: str) -> Key | None:
    """The key of protected data; none where none is needed. A third of a second. Raises WrongPassphrase."""
    mark = mark_of(folder / FILE_NAME)
    return key_for(passphrase, mark) if mark else None


def key_by_recovery(folder: Path, code: str) -> Key | None:
    """The same by the code of the recovery sheet. Raises WrongPassphrase, or BadInput for a slip of the pen."""
    mark = mark_of(folder / FILE_NAME)
    return key_by_code(code, mark) if mark else None


def key_of_file(path: Path, secret: str) -> Key | None:
    """What opens a backup, wherever it lies, by its passphrase or the code of its sheet; none for a plain one.

    Raises WrongPassphrase.
    """
    mark = mark_of(path)
    return key_by_either(secret, mark) if mark else None


def remembered_key(folder: Path) -> Key | None:
    """The key the system's keyring keeps, where somebody asked for that; loads and asks the keyring."""
    mark = mark_of(folder / FILE_NAME)
    if mark is None:
        return None
    return key_kept(Passwords().get(entry(mark)), mark)


def entry(mark: bytes) -> str:
    """What the entry in the keyring is called: new with each passphrase, the same wherever the folder lies."""
    return f"data {mark.hex()}"


class LockingService:
    """The passphrase of the open data."""

    def __init__(self, store: Store, passwords: Passwords) -> None:
        self._store = store
        self._passwords = passwords
        self._is_locked = False
        self._at_the_keyring = Lock()
        """One at a time: the keyring may take long, and the key may change meanwhile."""

    @property
    def is_protected(self) -> bool:
        """Whether the data are encrypted on the disk."""
        return self._store.database.key is not None

    @property
    def is_locked(self) -> bool:
        """Whether no name may be shown now: not in the window, the tray or a notification."""
        return self._is_locked

    def lock(self) -> None:
        """Show no names until ``unlock``. Without a passphrase there is nothing to lock, and nothing happens."""
        self._is_locked = self.is_protected

    def unlock(self, passphrase: str) -> None:
        """Show them again. A third of a second. Raises WrongPassphrase, and everything stays locked."""
        self._expect(passphrase)
        self._is_locked = False

    def unlock_by_code(self, code: str) -> None:
        """The same by the code of the recovery sheet. Raises WrongPassphrase, or BadInput for a slip of the pen."""
        key = self._store.database.key
        if key is not None:
            key_by_code(code, key.mark)
        self._is_locked = False

    def recovery_sheet(self) -> RecoverySheet:
        """What to print and keep where nobody looks. Raises NotAllowed where there is no passphrase."""
        key = self._store.database.key
        if key is None:
            raise NotAllowed("There is no passphrase, so there is nothing to recover.", "Set one first.")
        return RecoverySheet(code_of(key), self._store.database.path)

    def can_remember(self) -> bool:
        """Whether the system has a keyring; without one the passphrase is asked at each start."""
        return self._passwords.can_keep()

    def is_remembered(self) -> bool:
        """Whether the next start opens the data without asking."""
        key = self._store.database.key
        return key is not None and self._passwords.get(entry(key.mark)) != ""

    def remember(self) -> bool:
        """Let the system's keyring keep the key (not the passphrase), because somebody asked for it.

        False where it does not take it.
        """
        with self._at_the_keyring:
            return self._remember()

    def forget(self) -> bool:
        """Take it out of the keyring; whether it is gone. Where it is not, whoever sits here still opens the data."""
        with self._at_the_keyring:
            key = self._store.database.key
            return key is None or self._passwords.forget(entry(key.mark))

    def _remember(self) -> bool:
        key = self._store.database.key
        return key is not None and self._passwords.hand_over(entry(key.mark), key.raw.hex())

    def goes_with_plain_data(self) -> list[Path]:
        """What lies beside data without a passphrase and will be taken away when they get one: say so before.

        Damaged files that were set aside and what was left half made; they cannot be written anew.
        """
        return self._store.protection.set_aside()

    def step_aside(self) -> None:
        """To be called in the window's thread right before a worker sets, changes or removes the passphrase.

        This thread lets go of the data, and every thread that wants them waits until that worker is done: so show a
        page that needs none of them.
        """
        self._store.database.step_aside()

    def set_passphrase(
        self,
        new: str,
        old: str = "",
        backups: OldBackups = OldBackups.TAKE_ALONG,
        progress: Progress | None = None,
    ) -> Rewritten:
        """Protect the data by a passphrase, or by another one than before. For a worker.

        Everything is written anew in the new key, and checked, before it takes the place of the old. A key kept in the
        keyring is kept anew. ``old`` may be the code of the recovery sheet: who forgot the passphrase sets another.
        Raises BadInput (too short), WrongPassphrase (``old``) or NotSaved (another program has
        the data open, or the disk is full), with everything as it was.
        """
        with self._letting_back():
            self._expect_either(old)
            return self._change(new_key(new), backups, progress)

    def remove_passphrase(
        self, old: str, backups: OldBackups = OldBackups.TAKE_ALONG, progress: Progress | None = None
    ) -> Rewritten:
        """Write data and backups anew for everybody to read. For a worker. Raises WrongPassphrase, NotSaved."""
        with self._letting_back():
            self._expect_either(old)
            return self._change(None, backups, progress)

    @contextmanager
    def _letting_back(self) -> Iterator[None]:
        """However it ends: who stepped aside may come back."""
        try:
            yield
        finally:
            self._store.database.come_back()

    @contextmanager
    def _keyring_at_rest(self) -> Iterator[None]:
        """Raises NotSaved where it is still busy with what it was asked before."""
        if not self._at_the_keyring.acquire(timeout=KEYRING_PATIENCE_S):
            raise NotSaved(
                "The passphrase is as it was: the system's keyring does not answer.",
                "It may be waiting for your answer in a window of its own. Give it, and try again.",
            )
        try:
            yield
        finally:
            self._at_the_keyring.release()

    def _expect(self, passphrase: str) -> None:
        key = self._store.database.key
        if key is not None:
            key_for(passphrase, key.mark)

    def _expect_either(self, secret: str) -> None:
        """The passphrase, or the code of the recovery sheet."""
        key = self._store.database.key
        if key is not None:
            key_by_either(secret, key.mark)

    def _change(self, new: Key | None, backups: OldBackups, progress: Progress | None) -> Rewritten:
        with self._keyring_at_rest():
            old = self._store.database.key
            was_remembered = self.is_remembered()
            done = self._store.protection.change(
                new, newest_only=backups is OldBackups.NEWEST_ONLY, progress=progress or unheard
            )
            if was_remembered and old is not None:
                self._passwords.forget(entry(old.mark))
                self._remember()
        self._is_locked = self._is_locked and new is not None
        return Rewritten(done.backups, done.left, done.removed)


def unheard(_done: int, _of: int) -> None:
    """For whoever does not ask how far it is."""
