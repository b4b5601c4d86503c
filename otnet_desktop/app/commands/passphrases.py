"""The passphrase on the command line: from the environment, the keyring where it is remembered, or asked for."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from otnet_desktop.domain.errors import BadInput, PassphraseNeeded
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.passport import FILE_NAME

if TYPE_CHECKING:
    from otnet_desktop.store.keys import Key

PRESENT, NEW = "OTNET_PASSPHRASE", "OTNET_NEW_PASSPHRASE"


def key_of_data(folder: Path) -> Key | None:
    """What opens the data of a folder; none where they need nothing. Raises PassphraseNeeded, WrongPassphrase."""
    if mark_of(folder / FILE_NAME) is None:
        return None
    from otnet_desktop.services.locking import key_by_passphrase

    return key_at_hand(folder) or key_by_passphrase(folder, said(PRESENT, "Passphrase of your data: "))


def key_at_hand(folder: Path) -> Key | None:
    """The same for what can do without: nobody is asked. Raises WrongPassphrase."""
    if mark_of(folder / FILE_NAME) is None:
        return None
    from otnet_desktop.services.locking import key_by_passphrase, remembered_key

    return key_by_passphrase(folder, os.environ[PRESENT]) if PRESENT in os.environ else remembered_key(folder)


def key_of_backup(path: Path, *known: Key | None) -> Key | None:
    """What opens a backup; nobody is asked where the key of the data does. Raises as above."""
    if mark_of(path) is None:
        return None
    from otnet_desktop.services.locking import key_of_file
    from otnet_desktop.store.backup_files import key_of

    try:
        return key_of(path, *known)
    except PassphraseNeeded:
        return key_of_file(path, said(PRESENT, f"Passphrase of {path.name}: "))


def said(variable: str, question: str) -> str:
    """What stands in the environment, else what somebody types unseen. Raises PassphraseNeeded."""
    if variable in os.environ:
        return os.environ[variable]
    if not can_ask():
        raise PassphraseNeeded("The data are protected by a passphrase.", f"Say it in {variable}, or in a terminal.")
    return asked(question)


def said_twice() -> str:
    """A new passphrase. Raises PassphraseNeeded, and BadInput where the two are not alike."""
    new = said(NEW, "New passphrase: ")
    if NEW not in os.environ and asked("The same again: ") != new:
        raise BadInput("The two are not alike.", "Nothing was changed; try again.")
    return new


def asked(question: str) -> str:
    """What somebody types unseen."""
    try:
        return getpass(question, stream=sys.stderr)
    except EOFError as error:
        raise PassphraseNeeded("Nobody said the passphrase.", f"Say it in {PRESENT}, or in a terminal.") from error


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()
