"""Profiles laid aside come back as they were."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given

from otnet_desktop.domain.duplicates.marks import keys, keys_of, marks
from otnet_desktop.domain.people import Profile
from otnet_desktop.services.import_spool import Spool
from otnet_desktop.services.laid_aside import KEPT_IN_MEMORY
from tests.exchange.vcard.test_round_trip import PROFILES


@given(PROFILES)
def test_everything_comes_back(profile: Profile) -> None:
    spool = Spool()
    (first, _), (second, told) = spool.put(Profile(given="Bo")), spool.put(profile)
    known = marks(profile)
    assert told == keys_of(known)
    assert spool.with_keys(second) == (profile, keys(profile))
    assert spool.marks(second) == (known, told)
    assert spool.get(first) == Profile(given="Bo")


def test_what_is_too_much_for_memory_lies_in_a_file_without_a_name(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    places = [spool.put(Profile(given=str(number), photo=bytes(KEPT_IN_MEMORY // 2)))[0] for number in range(4)]
    assert [spool.get(place).given for place in reversed(places)] == ["3", "2", "1", "0"]
    assert not list(tmp_path.iterdir())
