"""Clues in words, for a terminal and for the account of an import; the window has its own, which are translated."""

from __future__ import annotations

from collections.abc import Sequence

from otnet_desktop.domain.duplicates.comparing import Clue

WORDS = {
    Clue.NAME: "name",
    Clue.EMAIL: "e-mail address",
    Clue.PHONE: "telephone number",
    Clue.COMPANY: "organisation",
    Clue.BIRTHDAY: "birthday",
    Clue.SITE: "web page",
}
OPENINGS = {
    Clue.NICKNAME: "one first name is short for the other",
    Clue.SLIP: "the names differ by one letter",
    Clue.SHORTER: "one name is a shorter form of the other",
    Clue.FIRST_NAME: "the same first name, with another family name",
    Clue.FAMILY_NAME: "the same family name, with another first name",
    Clue.ONE_NAMELESS: "one of the two has no name",
}
ALONE = {
    (Clue.UID,): "the same entry of the same address book",
    (Clue.PAGE,): "the same LinkedIn profile",
    (Clue.NAME, Clue.NOTHING_ELSE): "the same name, and nothing else to tell by",
}


def said(clues: Sequence[Clue]) -> str:
    """One line: "the same name and e-mail address"; "" for no clue."""
    if tuple(clues) in ALONE:
        return ALONE[tuple(clues)]
    opening = next((OPENINGS[clue] for clue in clues if clue in OPENINGS), "")
    common = listed([WORDS[clue] for clue in clues if clue in WORDS])
    return ", and ".join(part for part in (opening, f"the same {common}" if common else "") if part)


def listed(words: Sequence[str]) -> str:
    """In a row, with "and" before the last."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
