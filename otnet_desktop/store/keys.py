"""The key of a protected data file: made from a passphrase, told by the first bytes of the file, written on a sheet.

Nothing is kept beside the file that could get lost: its first 16 bytes (SQLCipher's salt, the only ones that are not
encrypted) are ours to choose, and hold all that is needed to make the key from the passphrase once more:

    3 bytes  "OTn"
    1 byte   how the key is made; 1 is scrypt with the costs below
    8 bytes  salt
    4 bytes  check, so that a wrong passphrase can be told from a damaged file

The key is made once and kept while the program runs; every connection after that opens at once.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass, field

from otnet_desktop.domain.errors import BadInput, WrongPassphrase
from otnet_desktop.domain.passphrases import SHORTEST, counted
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store.mark import MARK_BYTES, MARK_SIGN

KEY_BYTES = 32

_SALT_BYTES = 8
_COSTS = {"n": 1 << 16, "r": 8, "p": 2, "maxmem": 96 << 20}
"""64 MB and a third of a second: what OWASP's password storage cheat sheet asks of scrypt."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: none that is taken for another when it is written by hand."""

_TO_CODE = str.maketrans(_LETTERS, _CODE_LETTERS)
_FROM_CODE = str.maketrans(_CODE_LETTERS + "OIL", _LETTERS + _LETTERS[0] + _LETTERS[1] * 2)
_CHECK_BYTES = 2
_GROUP = 5


@dataclass(frozen=True, slots=True)
class Key:
    """What opens one data file and its backups; ``mark`` is what they begin with."""

    raw: bytes = field(repr=False)
    mark: bytes

    @property
    def spelled(self) -> str:
        """As SQLCipher wants to be told: the key itself, and the salt the file begins with."""
        return f"x'{self.raw.hex()}{self.mark.hex()}'"

    def opens(self, mark: bytes) -> bool:
        """Whether a file that begins so was written with this key."""
        return mark == self.mark


def new_key(passphrase: str) -> Key:
    """A key that no other file has. Raises BadInput for a passphrase too short to protect anything."""
    if counted(passphrase) < SHORTEST:
        raise BadInput(
            sentence("That passphrase is too short: it needs at least {shortest} characters.", shortest=SHORTEST),
            "Four or five words that do not belong together are easy to keep in mind.",
        )
    salt = secrets.token_bytes(_SALT_BYTES)
    raw = _stretched(passphrase, salt)
    return Key(raw, MARK_SIGN + salt + _check(raw, salt))


def key_for(passphrase: str, mark: bytes) -> Key:
    """The key of the file that begins so. Takes a third of a second. Raises WrongPassphrase."""
    return _fitting(_stretched(passphrase, _salt(mark)), mark)


def key_by_code(code: str, mark: bytes) -> Key:
    """The key written on a recovery sheet. Raises BadInput for a misspelled one, WrongPassphrase for another file's."""
    letters = "".join(sign for sign in code.upper() if sign.isalnum()).translate(_FROM_CODE)
    try:
        told = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        told = b""
    raw = told[:KEY_BYTES]
    if len(told) != KEY_BYTES + _CHECK_BYTES or told[KEY_BYTES:] != _code_check(raw):
        raise BadInput("That is not a recovery code, or a letter of it is wrong.", "Compare it with the sheet.")
    return _fitting(raw, mark)


def key_by_either(secret: str, mark: bytes) -> Key:
    """The key by the code of the sheet or by the passphrase, whichever that is. Raises WrongPassphrase."""
    try:
        return key_by_code(secret, mark)
    except (BadInput, WrongPassphrase):
        return key_for(secret, mark)


def key_kept(kept: str, mark: bytes) -> Key | None:
    """The key as somebody kept it for us; none where that is no key of the file that begins so."""
    try:
        return _fitting(bytes.fromhex(kept), mark)
    except (ValueError, WrongPassphrase):
        return None


def code_of(key: Key) -> str:
    """The key in eleven groups of five letters, to be written down; the last ones tell a slip of the pen."""
    letters = base64.b32encode(key.raw + _code_check(key.raw)).decode().rstrip("=").translate(_TO_CODE)
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _fitting(raw: bytes, mark: bytes) -> Key:
    if not hmac.compare_digest(_check(raw, _salt(mark)), mark[len(MARK_SIGN) + _SALT_BYTES :]):
        raise WrongPassphrase("That passphrase does not open these data.", "Mind capital letters and the keyboard.")
    return Key(raw, mark)


def _salt(mark: bytes) -> bytes:
    return mark[len(MARK_SIGN) : len(MARK_SIGN) + _SALT_BYTES]


def _stretched(passphrase: str, salt: bytes) -> bytes:
    """The same on every machine, however its keyboard composes an accent."""
    spelled = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(spelled, salt=salt, dklen=KEY_BYTES, **_COSTS)


def _check(raw: bytes, salt: bytes) -> bytes:
    return hmac.digest(raw, b"mark" + salt, "sha256")[: MARK_BYTES - len(MARK_SIGN) - _SALT_BYTES]


def _code_check(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()[:_CHECK_BYTES]
