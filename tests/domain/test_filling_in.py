"""News only ever adds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain import filling_in
from otnet_desktop.domain.duplicates import ways
from otnet_desktop.domain.duplicates.comparing import Verdict, compare
from otnet_desktop.domain.duplicates.marks import ALSO_UID, marks
from otnet_desktop.domain.filling_in import merge_update
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile

TEXTS = st.sampled_from(["", "a", "b", "a b", "B"])
LISTS = st.lists(st.sampled_from(["x", "y", "z"]), max_size=3, unique=True).map(tuple)
POINTS = st.builds(
    ContactPoint,
    kind=st.sampled_from(ContactKind),
    value=st.sampled_from(["a@b", "A@B", "+1 604 555 0101", "6045550101", "linkedin.com/in/a"]),
    label=TEXTS,
    primary=st.booleans(),
    state=st.sampled_from(ContactState),
)
PLACES = st.builds(Affiliation, organisation=TEXTS, title=TEXTS, department=TEXTS)
PROFILES = st.builds(
    Profile,
    given=TEXTS,
    family=TEXTS,
    display=TEXTS,
    middle=TEXTS,
    nickname=TEXTS,
    role=TEXTS,
    birthday=st.sampled_from(["", "1990-01-02"]),
    credentials=LISTS,
    tags=LISTS,
    contact_points=st.lists(POINTS, max_size=3).map(tuple),
    affiliations=st.lists(PLACES, max_size=3).map(tuple),
    note=TEXTS,
    uid=st.sampled_from(["", "1", "2"]),
    foreign=st.lists(st.sampled_from(["X-A:1", "REV:1", "REV:2", "Connected On: 2024-01-01"]), max_size=2).map(tuple),
)


@given(PROFILES, PROFILES)
def test_the_same_again_changes_nothing(existing: Profile, incoming: Profile) -> None:
    once = merge_update(existing, incoming)
    assert merge_update(once, incoming) == once


@given(PROFILES)
def test_a_person_and_the_same_entry(existing: Profile) -> None:
    first = merge_update(Profile(), existing)
    assert merge_update(first, existing) == first


@given(PROFILES)
def test_they_themselves_are_no_news(existing: Profile) -> None:
    assert merge_update(existing, existing) == existing


@given(PROFILES, PROFILES)
def test_nothing_typed_is_lost_or_overwritten(existing: Profile, incoming: Profile) -> None:
    merged = merge_update(existing, incoming)
    for field in ("given", "family", "middle", "nickname", "role", "birthday", "uid"):
        assert getattr(merged, field) == (getattr(existing, field) or getattr(incoming, field))
    for was, now in zip(existing.contact_points, merged.contact_points[: len(existing.contact_points)], strict=True):
        assert now == (was if was.label else replace(was, label=now.label))
    assert merged.tags[: len(existing.tags)] == existing.tags
    assert existing.note in merged.note
    assert incoming.note in merged.note
    for place in existing.affiliations:
        assert any(place.organisation == p.organisation and place.title in {"", p.title} for p in merged.affiliations)
    if existing.display or existing.given or existing.family or existing.middle:
        assert merged.full_name == existing.full_name


def test_news_is_taken_in() -> None:
    existing = Profile(
        given="Ana",
        family="Lee",
        contact_points=(ContactPoint(ContactKind.EMAIL, "ana@home.example", primary=True),),
        affiliations=(Affiliation(organisation="City Rehab"),),
        note="Met in May.",
        uid="1",
    )
    incoming = Profile(
        given="Ana",
        family="Lee",
        middle="Mai",
        contact_points=(
            ContactPoint(ContactKind.EMAIL, "ANA@home.example"),
            ContactPoint(ContactKind.EMAIL, "ana@work.example", primary=True),
        ),
        affiliations=(Affiliation(organisation="City Rehab, Inc.", title="OT"),),
        note="Likes splints.",
        uid="2",
    )
    merged = merge_update(existing, incoming)
    assert merged.middle == "Mai"
    assert merged.full_name == "Ana Lee"
    assert [point.value for point in merged.contact_points] == ["ana@home.example", "ana@work.example"]
    assert [point.primary for point in merged.contact_points] == [True, False]
    assert merged.affiliations == (Affiliation(organisation="City Rehab", title="OT"),)
    assert merged.note == "Met in May.\n\nLikes splints."
    assert merged.foreign == (f"{ALSO_UID}2",)


def test_a_bounced_address_stays_bounced() -> None:
    existing = Profile(contact_points=(ContactPoint(ContactKind.EMAIL, "a@b", state=ContactState.BOUNCED),))
    incoming = Profile(contact_points=(ContactPoint(ContactKind.EMAIL, "a@b"),))
    assert merge_update(existing, incoming).contact_points == existing.contact_points


def test_a_new_job_is_added_beside_the_old_one() -> None:
    old = Affiliation(organisation="A", title="OT")
    new = Affiliation(organisation="B", title="OT")
    merged = merge_update(Profile(affiliations=(old,)), Profile(affiliations=(new,)))
    assert merged.affiliations == (old, new)
    assert merge_update(replace(merged, note="x"), Profile(affiliations=(new,))).affiliations == (old, new)


def test_a_kept_line_in_the_words_of_another_version_is_no_news() -> None:
    here = Profile(given="Ana", foreign=("PHOTO:https://a.example/1.jpg", "LANG;PREF=1:fr"))
    again = Profile(given="Ana", foreign=("PHOTO;VALUE=uri:https://a.example/1.jpg", "LANG;TYPE=pref:fr", "LANG:en"))
    assert merge_update(here, again).foreign == (*here.foreign, "LANG:en")


def test_a_note_that_stands_inside_a_word_of_another_is_news() -> None:
    existing = Profile(note="Never Call her.\nWrite.")
    assert merge_update(existing, Profile(note="Call")).note == "Never Call her.\nWrite.\n\nCall"
    assert merge_update(existing, Profile(note="Write.")) == existing


class Each(str):
    """A text that counts how often it is compared."""

    __slots__ = ()
    __hash__ = str.__hash__
    compared = 0

    def __eq__(self, other: object) -> bool:
        Each.compared += 1
        return str.__eq__(self, str(other))


def test_thousands_of_values_are_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hostile card of a hundred thousand lines, brought in twice, would take hours."""
    asked: list[str] = []
    same_phone, same_way = ways.same_phone, ways.same_way

    def counted_phone(one: str, other: str) -> bool:
        asked.append(one)
        return same_phone(one, other)

    def counted_way(kind: ContactKind, one: str, other: str) -> bool:
        asked.append(one)
        return same_way(kind, one, other)

    monkeypatch.setattr(ways, "same_phone", counted_phone)
    monkeypatch.setattr(filling_in, "same_way", counted_way)
    some, others = (
        Profile(
            display="Ana",
            tags=tuple(Each(f"{which}{n}") for n in range(3_000)),
            contact_points=tuple(ContactPoint(ContactKind.PHONE, f"+49 {start + n}") for n in range(3_000)),
            foreign=tuple(f"REV:{which}{n}" for n in range(3_000)),
        )
        for which, start in (("A", 300_000_000), ("B", 400_000_000))
    )
    merged = merge_update(some, others)
    assert (len(merged.tags), len(merged.foreign), len(merged.contact_points)) == (6_000, 3_000, 6_000)
    assert merge_update(merged, others) == merged
    assert compare(marks(some), marks(others)).verdict is Verdict.UNCLEAR
    assert len(asked) < 30_000
    assert Each.compared < 30_000
