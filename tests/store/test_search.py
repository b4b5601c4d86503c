"""Search as one types: words in any order, accents folded, beginnings of words, any text safe."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.meetings import MeetingNotes, Question
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.names import fold
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, PersonId, Status
from otnet_desktop.domain.research import KeyPoint, Purpose
from otnet_desktop.store import search_pieces
from otnet_desktop.store.search import ENOUGH
from otnet_desktop.store.search_pieces import BATCH, PATIENCE
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person, profile, school_ot


def found(store: Store, text: str) -> list[PersonId]:
    return [hit.id for hit in store.search.search(text)]


@pytest.mark.parametrize(
    "text",
    [
        *("r", "ren", "renata", "Renata Núñez", "nunez", "NUNEZ ren", "nun renata", "núñez, renata", "otr"),
        *("larch", "school ot", "ot larchmont renata", "alumni", "mentor", "renata@larchmont.example"),
        *("larchmont.example", "555 0100", "+1 555", "sensory", "path sens", "guide renata", "coffee larchmont"),
    ],
)
def test_anything_known_about_somebody_finds_them(store: Store, text: str) -> None:
    person = add_person(store, school_ot())
    add_person(store, "Bo Ek")
    assert found(store, text) == [person]


@pytest.mark.parametrize("text", ["enata", "ensory", "renata bo", "sensory bo", "renata zzz", "larchmonts"])
def test_what_is_not_known_of_one_person_finds_nobody(store: Store, text: str) -> None:
    add_person(store, school_ot())
    add_person(store, "Bo Ek")
    assert found(store, text) == []


@pytest.mark.parametrize("name", ["Sørensen", "Łukasz", "Þór", "Æsa", "Straße", "Đặng", "Ñandú", "Ångström", "Işık"])
def test_letters_may_be_typed_as_they_are_or_plain(store: Store, name: str) -> None:
    person = add_person(store, profile(f"Ann {name}"))
    assert found(store, name) == [person]
    assert found(store, fold(name)) == [person]
    assert found(store, f"{fold(name)} ann") == [person]


@pytest.mark.parametrize(
    "text", ["", "   ", "!!!", "…", "'", '"', "*", "-", "AND", "NOT a", "a OR b", "(", "\0", "\ud800"]
)
def test_signs_alone_find_nobody_and_break_nothing(store: Store, text: str) -> None:
    add_person(store, "Bo Ek")
    assert found(store, text) == []


@given(text=st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_safe(store: Store, text: str) -> None:
    store.search.search(text)


@given(text=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), cut=st.integers(1, 12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_name_is_found_by_its_beginning_in_any_script(store: Store, text: str, cut: int) -> None:
    with store.transaction():
        store.database.sql("DELETE FROM person")
    person = add_person(store, profile(f"{text} Miller"))
    assert person in found(store, text[:cut])


def test_names_come_in_order_and_before_places_and_notes(store: Store) -> None:
    noted = add_person(store, profile("Ann Lee", note="met with garcia"))
    place = add_person(store, profile("Bo Ek", affiliations=(Affiliation("Garcia Clinic"),)))
    second = add_person(store, "Zoe Garcia")
    first = add_person(store, "Ann Garcia")
    middle = add_person(store, profile("Cid Ruiz", middle="Garcia"))
    tagged = add_person(store, profile("Dan Ode", tags=("garcia-lab",)))
    assert found(store, "garcia") == [first, second, middle, place, tagged, noted]


def test_a_whole_name_comes_before_a_longer_one(store: Store) -> None:
    longer, whole = add_person(store, "Mariano Abbot"), add_person(store, "Maria Zorn")
    assert found(store, "maria") == [whole, longer]


def test_archived_people_come_last(store: Store) -> None:
    archived, active = add_person(store, "Ann Able"), add_person(store, "Ann Zorn")
    noted = add_person(store, profile("Bo Ek", note="ann"))
    with store.transaction():
        store.people.set_status(archived, Status.ARCHIVED, NOW)
    assert found(store, "ann") == [active, noted, archived]


def test_archived_people_do_not_crowd_out_others(store: Store) -> None:
    with store.transaction():
        for number in range(ENOUGH + 10):
            person = add_person(store, f"Ann {number:03}")
            store.people.set_status(person, Status.ARCHIVED, NOW)
    active = add_person(store, "Ann Zorn")
    assert found(store, "ann")[0] == active
    assert len(found(store, "ann")) == ENOUGH


def test_there_is_an_end_to_it(store: Store) -> None:
    with store.transaction():
        for number in range(ENOUGH + 10):
            add_person(store, profile(f"Ann {number:03}", note="sensory path"))
    assert len(found(store, "ann")) == ENOUGH
    assert len(found(store, "sens")) == ENOUGH
    assert len(store.search.search("ann", limit=5)) == 5


def test_nobody_is_found_twice(store: Store) -> None:
    person = add_person(store, profile("Ann Ann", tags=("ann",), note="ann"))
    assert found(store, "ann") == [person]


def test_what_many_have_in_common_is_still_found_by_the_rest(store: Store) -> None:
    """More wrong finds by the first six letters than anybody has patience for."""
    with store.transaction():
        for number in range(80):
            points = (ContactPoint(ContactKind.EMAIL, f"person{number}@example.org"),)
            add_person(store, profile(f"Ann {number}", contact_points=points))
    assert len(found(store, "person79")) == 1
    assert store.search.search("person79")[0].matched == "person79@example.org"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sensory", "Note: Wrote the *sensory path* guide."),
        ("coffee", "Note: Likes coffee walks."),
        ("handwriting", "Key point: Runs a handwriting club"),
        ("newsletter", "Key point: her newsletter"),
        ("dissertation", "Purpose: Ask about her dissertation"),
        ("introduction", "Message: A short introduction"),
        ("dysphagia", "Meeting: dysphagia ward first"),
        ("swallow", "Meeting: Swallow study"),
        ("burnout", "Question: How about burnout?"),
        ("sabbatical", "Question: A sabbatical helped"),
        ("article", "Promise: send the article"),
        ("award", "Opportunity: Student award"),
    ],
)
def test_every_kind_of_text_is_found_with_its_line(store: Store, text: str, line: str) -> None:
    person = add_person(store, school_ot())
    with store.transaction():
        points = (KeyPoint("Runs a handwriting club"), KeyPoint("Moved twice", source="her newsletter"))
        store.research.save_key_points(person, points, NOW)
        store.research.save_purpose(person, Purpose("learn", "Ask about her dissertation"), NOW)
        store.messages.save_draft(Draft(person, f.OutKind.INTRO, subject="A short introduction", body="Dear"), NOW)
        meeting = add_meeting(store, person, title="Swallow study")
        questions = (Question("How about burnout?", answer="A sabbatical helped"),)
        store.meetings.keep(
            meeting, MeetingNotes("Hello", takeaways=("one", "dysphagia ward first"), questions=questions)
        )
        store.promises.add("c", person, f.Side.ME, "send the article", None)
        store.opportunities.save("o", "Student award", None, None, [person])
    hits = store.search.search(text)
    assert [(hit.id, hit.matched) for hit in hits] == [(person, line)]
    assert store.search.search_words(text) == hits
    assert store.search.search_people(text) == []


def test_a_long_line_is_cut_around_the_word(store: Store) -> None:
    add_person(store, profile("Ann", note=" ".join(f"w{n}" for n in range(40)) + " sensory " + "x " * 40))
    (hit,) = store.search.search("sens")
    assert hit.matched == "Note: … w34 w35 w36 w37 w38 w39 sensory x x x x x x …"


def test_everybody_at_a_meeting_is_found_by_it(store: Store) -> None:
    people = {add_person(store, name) for name in ("Ann", "Bo")}
    add_meeting(store, *people, title="Swallow study")
    assert set(found(store, "swallow")) == people
    assert set(found(store, "swallow bo")) == {store.people.everyone()[1]}


def test_whom_the_name_tells_apart_is_not_found_by_notes_as_well(store: Store) -> None:
    add_person(store, school_ot())
    assert store.search.search_words("renata nunez") == []
    assert store.search.search_words("renata sensory") != []


def test_text_that_is_gone_is_not_found(store: Store) -> None:
    person = add_person(store, school_ot())
    with store.transaction():
        store.people.save_note(person, "nothing", NOW)
    assert found(store, "sensory") == []
    with store.transaction():
        store.people.remove(person)
    assert found(store, "renata") == []
    assert store.check.in_search() == []


def test_words_in_different_texts_are_found_however_many_share_one_of_them(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_pieces, "MOST_CANDIDATES", 20)
    with store.transaction():
        wanted = add_person(store, profile("Rare Bird", note="commonly"))
        for number in range(25):
            add_person(store, profile(f"Ann {number}", note="commonly known words"))
    add_meeting(store, wanted, title="Swallow study")
    assert found(store, "common rare") == [wanted]
    assert found(store, "commonly swallow") == [wanted]
    assert found(store, "known rare") == []


def test_a_word_is_found_in_a_text_however_many_begin_almost_like_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_pieces, "MOST_TEXTS", PATIENCE + BATCH)
    with store.transaction():
        wanted = add_person(store, profile("Bo Ek", note="An old physiologist"))
        for number in range(PATIENCE + BATCH + 1):
            add_person(store, profile(f"Ann {number}", note="A physiotherapist"))
    assert found(store, "physiolog") == [wanted]
    assert found(store, "physiolog bo") == [wanted]


def test_what_is_called_otherwise_elsewhere_comes_after_it_and_nobody_twice(store: Store) -> None:
    both = add_person(store, profile("Ann Ash", note="SNF or care home"))
    home = add_person(store, profile("Bo Beech", note="care home"))
    away = add_person(store, profile("Cid Cedar", note="SNF"))
    gone = add_person(store, profile("Dee Dill", note="SNF"))
    with store.transaction():
        store.people.set_status(gone, Status.ARCHIVED, NOW)
    for search in (store.search.search, store.search.search_words):
        assert [hit.id for hit in search("snf", "care home")] == [away, both, home, gone]
        assert [hit.id for hit in search("snf", "care home", limit=2)] == [away, both]
