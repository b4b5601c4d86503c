"""How much of what programs write finds its field without help."""

from __future__ import annotations

import io
from dataclasses import fields

import pytest

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.report import Incoming
from tests.exchange.columns.samples import Sample, samples

SAMPLES = list(samples())


def said(profile: Profile) -> str:
    """Every text in a field, one after the other; what is only kept is left out."""
    texts = [str(getattr(profile, f.name)) for f in fields(Profile) if f.name not in {"foreign", "uid", "source"}]
    return "\n".join([*texts, *(point.value for point in profile.contact_points), profile.note, profile.full_name])


def is_there(cell: str, told: str) -> bool:
    """Labels and groups are told in our own words; a day of birth in parts is told in one."""
    words = {"* Work": "work", "Mobile": "cell", "Home": "home", "OT;Hands": "Hands", "Dr. Ana Lee": "Ana"}
    cell = words.get(cell, cell).removeprefix("* myContacts ::: ").removeprefix("* My Contacts ::: ")
    return repr(cell)[1:-1] in told or cell in told


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_row_comes_in_and_loses_nothing(sample: Sample) -> None:
    (entry,) = [e for e in read_people(io.BytesIO(sample.data)) if isinstance(e, Incoming)]
    told = said(entry.profile)
    assert [cell for cell in sample.cells if not is_there(cell, told + "\n".join(entry.profile.foreign))] == []
    kept = "\n".join(entry.profile.foreign)
    assert [cell for cell in sample.kept if cell not in kept and "Connected On" not in kept] == []


def test_nineteen_of_twenty_cells_find_their_field_without_help() -> None:
    found = every = 0
    for sample in SAMPLES:
        people = [e.profile for e in read_people(io.BytesIO(sample.data)) if isinstance(e, Incoming)]
        told = "\n".join(map(said, people))
        every += len(sample.cells)
        found += sum(1 for cell in sample.cells if is_there(cell, told))
    assert found >= 0.95 * every
    print(f"{found} of {every} cells in {len(SAMPLES)} files")
