"""The key of a protected file: from a passphrase, from a sheet, and from nothing else."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.errors import BadInput, WrongPassphrase
from otnet_desktop.domain.passphrases import SHORTEST
from otnet_desktop.store.keys import Key, code_of, key_by_code, key_for, new_key
from otnet_desktop.store.mark import MARK_BYTES, MARK_SIGN

PASSPHRASE = "salty café at noon"


@pytest.fixture(scope="module")
def key() -> Key:
    return new_key(PASSPHRASE)


def test_the_mark_is_all_that_is_needed_beside_the_passphrase(key: Key) -> None:
    assert len(key.mark) == MARK_BYTES
    assert key.mark.startswith(MARK_SIGN)
    assert key_for(PASSPHRASE, key.mark) == key


def test_an_accent_is_an_accent_however_the_keyboard_makes_it(key: Key) -> None:
    assert key_for("salty cafe\u0301 at noon", key.mark) == key


def test_another_passphrase_is_told_apart(key: Key) -> None:
    with pytest.raises(WrongPassphrase):
        key_for(PASSPHRASE.upper(), key.mark)


def test_the_same_passphrase_makes_another_key_each_time(key: Key) -> None:
    again = new_key(PASSPHRASE)
    assert again.raw != key.raw
    assert not again.opens(key.mark)


def test_what_is_too_short_protects_nothing() -> None:
    with pytest.raises(BadInput, match="at least 8 characters"):
        new_key("x" * (SHORTEST - 1))


def test_the_code_on_the_sheet_brings_the_key_back_however_it_is_copied(key: Key) -> None:
    code = code_of(key)
    assert key_by_code(code, key.mark) == key
    by_hand = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert key_by_code(by_hand, key.mark) == key


def test_a_slip_of_the_pen_is_told_from_a_sheet_of_other_data(key: Key) -> None:
    code = code_of(key)
    slip = ("A" if code[0] != "A" else "B") + code[1:]
    for wrong in (slip, code[:-1], "", "ü" * 55):
        with pytest.raises(BadInput):
            key_by_code(wrong, key.mark)
    with pytest.raises(WrongPassphrase):
        key_by_code(code_of(Key(bytes(32), key.mark)), key.mark)


def test_nothing_that_is_shown_of_a_key_opens_anything(key: Key) -> None:
    assert key.raw.hex() not in repr(key)
    assert repr(key.raw) not in repr(key)
