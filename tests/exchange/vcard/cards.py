"""Cards for tests, read from text."""

from __future__ import annotations

import io

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.report import Incoming, Rejected
from otnet_desktop.exchange.vcard.card import Card, Stray
from otnet_desktop.exchange.vcard.incoming import read_person
from otnet_desktop.exchange.vcard.outgoing import Version, write_card
from otnet_desktop.exchange.vcard.reader import read_cards


def items(text: str | bytes) -> list[Card | Stray]:
    """Everything the reader finds."""
    return list(read_cards(io.BytesIO(text.encode() if isinstance(text, str) else text)))


def people(text: str | bytes) -> list[Incoming | Rejected]:
    """Every card as a person, or refused."""
    return [read_person(item) for item in items(text) if isinstance(item, Card)]


def profile(*lines: str) -> Profile:
    """The one person of a card with these lines."""
    (person,) = people("\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", "")))
    assert isinstance(person, Incoming), person
    return person.profile


def there_and_back(first: Profile, version: Version = Version.FOUR) -> Profile:
    """The person after export and import."""
    (person,) = people(write_card(first, version, include_private=True))
    assert isinstance(person, Incoming), person
    return person.profile
