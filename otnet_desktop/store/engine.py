"""The only place that opens a data file: an open one with Python's own SQLite, a protected one with SQLCipher's.

SQLCipher is loaded only where there is a key, so that whoever has no passphrase pays nothing for it. Its errors are no
kin of ``sqlite3``'s, so they are named here for both (``except errors() as error``).

The two may never have the same file open in one process: closing it in one would take the other's locks away.
"""

from __future__ import annotations

import sqlite3
import sys
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from pathlib import Path

    from otnet_desktop.store.keys import Key

BUSY_SECONDS = 5
SQLCIPHER = "sqlcipher3.dbapi2"


def connect(
    path: Path, key: Key | None = None, *, reading: bool = False, timeout: float = BUSY_SECONDS, statements: int = 128
) -> sqlite3.Connection:
    """Open a file that is there; transactions are begun by hand. Raises one of ``errors()``.

    It never makes one, which would be an empty one where the data were taken away while in use. ``reading`` does not
    change it either. ``statements`` are kept prepared. A key that does not fit is told only by the first query. For
    SQLCipher's connection, which speaks as sqlite3's does, the latter's type stands.
    """
    name = address(path, "ro" if reading else "rw")
    if key is None:
        return sqlite3.connect(name, timeout, isolation_level=None, cached_statements=statements, uri=True)
    return by_sqlcipher(name, key, timeout, isolation_level=None, cached_statements=statements, uri=True)


def connect_across(path: Path, key: Key | None) -> sqlite3.Connection:
    """Open a file so that one in another key can be attached to it. A plain one nobody here may have open."""
    return by_sqlcipher(str(path), key, BUSY_SECONDS, isolation_level=None)


def by_sqlcipher(name: str, key: Key | None, timeout: float, **how: Any) -> sqlite3.Connection:  # noqa: ANN401
    """A connection of SQLCipher's, which reads plain files too."""
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

    opened = cast("sqlite3.Connection", dbapi2.connect(name, timeout, **how))
    opened.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
    if key is not None:
        opened.execute(f'PRAGMA key = "{key.spelled}"')
    return opened


def errors(*others: type[Exception], kind: str = "Error") -> tuple[type[Exception], ...]:
    """What SQLite may raise, and others, for ``except``; ``kind`` is one of PEP 249 ("OperationalError").

    Where a file is damaged, SQLite's own message may quote bytes of it that are no text.
    """
    mine: tuple[type[Exception], ...] = (getattr(sqlite3, kind), UnicodeDecodeError)
    if SQLCIPHER in sys.modules:
        mine = (*mine, getattr(sys.modules[SQLCIPHER], kind))
    return (*mine, *others)


def address(path: Path, mode: str) -> str:
    """The file as SQLite's URI, for reading only ("ro") or for writing too ("rw")."""
    return "file:" + path.as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23") + f"?mode={mode}"
