"""Why two people may be one, and what a field is called, in the reader's language.

Public: ``said_clues(clues)``, ``field_words()``, ``status_words()`` and ``wording()`` for notes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.duplicates.comparing import Clue
from otnet_desktop.domain.merge import NAME, Wording
from otnet_desktop.domain.people import Status

translate = QCoreApplication.translate


def said_clues(clues: Sequence[Clue]) -> str:
    """One clue after the other: "same name, same e-mail address"."""
    words = {
        Clue.UID: translate("Twice", "the same entry of the same address book"),
        Clue.PAGE: translate("Twice", "the same LinkedIn profile"),
        Clue.NAME: translate("Twice", "the same name"),
        Clue.NICKNAME: translate("Twice", "one first name is short for the other"),
        Clue.SLIP: translate("Twice", "the names differ by one letter"),
        Clue.SHORTER: translate("Twice", "one name is a shorter form of the other"),
        Clue.FIRST_NAME: translate("Twice", "the same first name (the family name may have changed)"),
        Clue.FAMILY_NAME: translate("Twice", "the same family name"),
        Clue.ONE_NAMELESS: translate("Twice", "one of the two has no name"),
        Clue.EMAIL: translate("Twice", "the same e-mail address"),
        Clue.PHONE: translate("Twice", "the same telephone number"),
        Clue.COMPANY: translate("Twice", "the same organisation"),
        Clue.BIRTHDAY: translate("Twice", "the same birthday"),
        Clue.SITE: translate("Twice", "the same web page"),
        Clue.NOTHING_ELSE: translate("Twice", "nothing else to tell by"),
    }
    return ", ".join(words[clue] for clue in clues)


def field_words() -> dict[str, str]:
    """What each field of which there can be only one value is called."""
    return {
        NAME: translate("Twice", "Name"),
        "nickname": translate("Twice", "Nickname"),
        "say_it_like": translate("Twice", "Say it like"),
        "pronouns": translate("Twice", "Pronouns"),
        "role": translate("Twice", "Role"),
        "zone": translate("Twice", "Time zone"),
        "birthday": translate("Twice", "Birthday"),
        "how_met": translate("Twice", "How you met"),
        "met_via": translate("Twice", "Introduced by"),
        "event": translate("Twice", "Event"),
        "photo": translate("Twice", "Photo"),
    }


def status_words() -> dict[Status, str]:
    """What holds for whoever is not active."""
    return {
        Status.ARCHIVED: translate("Twice", "One of them is archived: they will be, until you reopen them."),
        Status.DO_NOT_CONTACT: translate("Twice", "One of them asked not to be contacted: that holds for both names."),
        Status.DECEASED: translate("Twice", "One of them is recorded as having died: nothing will be suggested."),
    }


def wording() -> Wording:
    """What a merge writes into the notes."""
    return Wording(
        origin=translate("Twice", "From “{name}”:"),
        line=translate("Twice", "{field}: {value}"),
        fields=field_words(),
        point=translate("Twice", "Key point"),
    )
