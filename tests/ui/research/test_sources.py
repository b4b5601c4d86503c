"""Where to look somebody up: https, percent-encoded, and only on a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile
from otnet_desktop.ui.research.sources import Sources, people_search, search_address
from otnet_desktop.ui.widgets.plain_label import LinkButton
from tests.factories import profile, school_ot


@pytest.fixture
def sources(qtbot: QtBot) -> Sources:
    made = Sources()
    qtbot.addWidget(made)
    made.show()
    return made


def leads_to(link: LinkButton) -> tuple[str, str]:
    return link.accessibleName(), link.accessibleDescription()


def of(kind: ContactKind, value: str) -> Profile:
    return profile("Ada Lin", contact_points=(ContactPoint(kind, value),))


def test_a_profile_that_is_known_is_opened_and_else_looked_for(sources: Sources) -> None:
    sources.show_person(of(ContactKind.LINKEDIN, "linkedin.com/in/ada"), "")
    assert leads_to(sources._profile) == ("LinkedIn", "https://linkedin.com/in/ada")

    sources.show_person(of(ContactKind.LINKEDIN, "linkedin.com.evil.example/in/ada"), "")
    assert leads_to(sources._profile) == ("https://linkedin.com.evil.example/in/ada",) * 2

    sources.show_person(school_ot(), "")
    name, url = leads_to(sources._profile)
    assert name == "Find on LinkedIn"
    assert url == (
        "https://www.linkedin.com/search/results/people/?keywords=Renata%20N%C3%BA%C3%B1ez%20Larchmont%20USD"
    )


@pytest.mark.parametrize(
    ("typed", "opened"),
    [
        ("larchmont.example", "https://larchmont.example"),
        ("http://larchmont.example/ä?q=ü#x", "https://larchmont.example/%C3%A4?q=%C3%BC#x"),
        ("https://larchmont.example/100%25", "https://larchmont.example/100%25"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_the_page_of_the_organisation_is_https_or_nothing(sources: Sources, typed: str, opened: str) -> None:
    sources.show_person(profile("Ada Lin"), typed)
    assert sources._website.accessibleDescription() == opened
    assert sources._website.isVisible() == bool(opened)


def test_their_own_page_stands_in_for_an_organisation_without_one(sources: Sources) -> None:
    sources.show_person(of(ContactKind.WEBSITE, "ada.example"), "")
    assert leads_to(sources._website) == ("Their page", "https://ada.example")


def test_a_search_asks_for_name_and_place() -> None:
    assert search_address(school_ot()) == "https://duckduckgo.com/?q=Renata%20N%C3%BA%C3%B1ez%20Larchmont%20USD"
    assert search_address(profile("Ann & Bo=1")) == "https://duckduckgo.com/?q=Ann%20%26%20Bo%3D1"
    assert search_address(profile("")) == ""
    assert people_search(profile("")) == ""


def test_nothing_is_opened_before_the_click(sources: Sources, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def remember(url: QUrl) -> bool:
        opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)
    sources.show_person(profile("Ada Lin"), "larchmont.example")
    assert opened == []
    sources._search.click()
    assert opened == ["https://duckduckgo.com/?q=Ada%20Lin"]
