"""The vocabulary of columns."""

from __future__ import annotations

from importlib import import_module

import pytest

from otnet_desktop.exchange.columns.meaning import spelled_meaning
from otnet_desktop.exchange.columns.names import LANGUAGES, best_language, folded, lookup, names_in
from otnet_desktop.exchange.columns.numbered import numbered_meaning

OPEN = {"title?", "given?", "name?", "place?", "birthday?"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meaning_is_one_and_every_name_means_one_thing(language: str) -> None:
    told: dict[str, str] = import_module(f"otnet_desktop.exchange.columns.languages.{language}").NAMES
    seen: dict[str, str] = {}
    for meaning, names in told.items():
        assert meaning in OPEN or spelled_meaning(meaning), meaning
        for name in names.split(" | "):
            assert seen.setdefault(folded(name), meaning) == meaning, name
    assert len(names_in(language)) > 90


def test_accents_capitals_signs_and_numbers_do_not_matter() -> None:
    assert folded("E-Mail 2: Adresse") == folded("e-mail-adresse") == "emailadresse"
    assert folded("Prénom") == folded("PRENOM")
    assert folded("Straße") == folded("STRASSE")


@pytest.mark.parametrize("name", ["Assistant's Phone", "Asst Phone", "Asst Business Phone"])
def test_the_telephone_of_an_assistant_is_nobody_elses(name: str) -> None:
    assert lookup(name, "english") == "phone:Assistant"


def test_a_name_belongs_to_the_language_of_the_others() -> None:
    assert best_language(["Förnamn", "Efternamn", "Arbete", "Hem"]) == "swedish"
    assert lookup("Arbete", "swedish") == "phone:work"
    assert lookup("Company", "swedish") == "organisation"
    assert lookup("nothing like it", "swedish") == ""


@pytest.mark.parametrize(
    ("name", "spelled", "slot"),
    [
        ("E-mail 2 - Value", "email", 2),
        ("Address 1 - PO Box", "box", 1),
        ("Organization 1 - Title", "title", 1),
        ("Telefon 3 – Wert", "phone", 3),
        ("Relation 1 - Value", "kept", 0),
    ],
)
def test_columns_that_belong_together_by_number(name: str, spelled: str, slot: int) -> None:
    meaning = numbered_meaning(name)
    assert meaning is not None
    assert (meaning.spelled, meaning.slot) == (spelled, slot)


@pytest.mark.parametrize("name", ["E-mail 2 Address", "E-Mail 2: Adresse", "User 1", "Fax", "Street 2 - 3"])
def test_other_numbers_are_only_numbers(name: str) -> None:
    assert numbered_meaning(name) is None


@pytest.mark.parametrize(
    ("name", "language", "meaning"),
    [
        ("Gate arbeid", "norwegian", "street:work"),
        ("Poststed, privat", "norwegian", "city:home"),
        ("Faks arbeid", "norwegian", "phone:work fax"),
        ("Ulice do zaměstnání", "czech", "street:work"),
        ("Страна (рабочий адрес)", "russian", "country:work"),
        ("勤務先の電話番号", "japanese", "phone:work"),
        ("Dienstlich: Adresse", "german", "address:work"),
        ("Home Mobile", "english", "phone:home cell"),
        ("Mobil geschäftlich", "german", "phone:work cell"),
        ("Mobil (privat)", "german", "phone:home cell"),
        ("First Name [Required]", "english", "given"),
        ("Phone [MUST BE E.164] [Optional]", "english", "phone"),
        ("[x]", "english", ""),
        ("Work history", "english", ""),
        ("Office", "english", "phone:work"),
    ],
)
def test_a_name_nobody_listed_is_taken_apart(name: str, language: str, meaning: str) -> None:
    assert lookup(name, language) == meaning
