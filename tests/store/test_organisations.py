"""Places people work at: one row a name."""

from __future__ import annotations

from otnet_desktop.domain.people import Affiliation
from otnet_desktop.store.organisations import Organisation
from otnet_desktop.store.store import Store
from tests.factories import add_person, profile


def test_a_place_is_one_row_however_many_work_there(store: Store) -> None:
    for name in ("Ann", "Bo"):
        add_person(store, profile(name, affiliations=(Affiliation("USD"), Affiliation("Clinic"))))
    assert store.organisations.names_with("", 5) == ["Clinic", "USD"]


def test_names_are_found_by_any_part_in_any_case_and_taken_literally(store: Store) -> None:
    names = ("100% Reha", "École du Lac", "Lac_Clinic", "Salon", "Über\\all")
    add_person(store, profile("Ann", affiliations=tuple(Affiliation(name) for name in names)))
    cases = {"ÉCOLE": ["École du Lac"], "éc": ["École du Lac"], "lac": ["Lac_Clinic", "École du Lac"]}
    signs = {"0%": ["100% Reha"], "%": ["100% Reha"], "_": ["Lac_Clinic"], "\\": ["Über\\all"]}
    for text, found in {**cases, **signs}.items():
        assert store.organisations.names_with(text, 9) == found
    assert store.organisations.names_with("l", 2) == ["Lac_Clinic", "Salon"]


def test_names_beyond_english_are_found_as_they_are_typed(store: Store) -> None:
    names = ("Больница №1", "Детская Больница", "École du Lac", "McÉlan")
    add_person(store, profile("Ann", affiliations=tuple(Affiliation(name) for name in names)))
    for text, found in {
        "Больница": ["Больница №1", "Детская Больница"],
        "больница": ["Больница №1", "Детская Больница"],
        "БОЛЬНИЦА": ["Больница №1", "Детская Больница"],
        "Детская больница": ["Детская Больница"],
        "École": ["École du Lac"],
        "McÉlan": ["McÉlan"],
    }.items():
        assert store.organisations.names_with(text, 9) == found


def test_a_place_is_completed_by_name(store: Store) -> None:
    add_person(store, profile("Ann", affiliations=(Affiliation("USD"),)))
    told = Organisation(
        "USD", "usd", "school", "school", "Larchmont", "CA", "US", "America/Los_Angeles", "https://usd.example"
    )
    with store.transaction():
        number = store.organisations.add(told)
        other = store.organisations.add(Organisation("Clinic", "clinic"))
    assert store.organisations.named("Clinic") == Organisation("Clinic", "clinic")
    assert store.organisations.named("USD") == told
    assert store.organisations.ids_of(["USD", "Clinic", "Nowhere"]) == {"USD": number, "Clinic": other}
