"""Whoever leaves in any format and comes back is nobody new and brings no news."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.filling_in import merge_update
from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange import own_csv
from otnet_desktop.exchange.containers import sources
from otnet_desktop.exchange.google_out import google_header, google_record
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.recognise import REFUSALS, recognise
from otnet_desktop.exchange.report import Incoming
from otnet_desktop.exchange.table import table_of
from otnet_desktop.exchange.vcard.outgoing import Version, write_cards
from tests.exchange.vcard.cards import profile
from tests.exchange.vcard.test_round_trip import LINES


def as_google(people: list[Profile]) -> Iterable[str]:
    records = [google_record(one, private=True) for one in people]
    return table_of(google_header(records), records, guard=False)


def as_table(people: list[Profile]) -> Iterable[str]:
    return table_of(own_csv.header(people, private=True), map(own_csv.record, people))


def as_cards_of_3(people: list[Profile]) -> Iterable[str]:
    return write_cards(people, Version.THREE, include_private=True)


Writer = Callable[[list[Profile]], Iterable[str]]
WRITERS = (as_google, as_table, as_cards_of_3)


def back(write: Writer, people: list[Profile]) -> list[Profile]:
    data = "".join(write(people)).encode("utf-8", "replace")
    return [entry.profile for entry in read_people(io.BytesIO(data)) if isinstance(entry, Incoming)]


@pytest.mark.parametrize("write", WRITERS)
def test_everybody_in_the_files_of_other_programs(corpora: Path, write: Writer) -> None:
    people: list[Profile] = []
    for source in sources([corpora]):
        with source.open() as stream:
            kind = recognise(stream)
            if kind not in REFUSALS:
                people += [entry.profile for entry in read_people(stream, kind) if isinstance(entry, Incoming)]
    returned = back(write, people)
    assert len(returned) == len(people) > 300
    assert [one.full_name for one, other in zip(people, returned, strict=True) if merge_update(one, other) != one] == []


@pytest.mark.parametrize("write", WRITERS)
@given(lines=st.lists(LINES, max_size=10))
def test_anybody(write: Writer, lines: list[str]) -> None:
    one = profile("FN:Somebody", *lines)
    (other,) = back(write, [one])
    assert merge_update(one, other) == one
