"""New names: one shape, every letter at every place, none twice."""

from __future__ import annotations

import re

from otnet_desktop.services.refs import ALPHABET, LENGTH, new_ref, new_uid


def test_a_name_is_a_letter_and_ten_that_nobody_mixes_up() -> None:
    assert re.fullmatch(rf"p-[{ALPHABET}]{{{LENGTH}}}", new_ref("p"))
    assert not set("0o1il") & set(ALPHABET)


def test_every_letter_comes_at_every_place() -> None:
    told = {new_ref("p").removeprefix("p-") for _ in range(2000)}
    assert len(told) == 2000
    assert [set(letters) for letters in zip(*told, strict=True)] == [set(ALPHABET)] * LENGTH


def test_an_id_for_calendars_begins_with_the_name() -> None:
    assert re.fullmatch(r"m-abc-[0-9a-f]{16}", new_uid("m-abc"))
