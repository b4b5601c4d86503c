"""Whose table it is, told from its columns: what it is called, and the few habits each program has."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from otnet_desktop.exchange.columns.meaning import IN_ADDRESS, Field, Meaning
from otnet_desktop.exchange.columns.names import folded
from otnet_desktop.exchange.own_csv import IDENTITY


class Program(StrEnum):
    """Programs whose tables are known; the value is that of the file's format."""

    OURS = "otnet-csv"
    LINKEDIN = "linkedin-csv"
    GOOGLE = "google-csv"
    OUTLOOK = "outlook-csv"
    THUNDERBIRD = "thunderbird-csv"
    ANY = "csv"


SOURCES = {
    Program.LINKEDIN: "LinkedIn",
    Program.GOOGLE: "Google Contacts",
    Program.OUTLOOK: "Outlook",
    Program.THUNDERBIRD: "Thunderbird",
}
"""What ``Profile.source`` says of people from them."""

_THUNDERBIRD = frozenset({"primaryemail", "secondaryemail", "screenname"})
_OUTLOOK = frozenset({"emailaddress", "businessphone", "jobtitle"})
_OTHERS = frozenset({"yahoophone", "yahooid"})
"""Names by which a table is none of Outlook's, though it tells addresses in parts as Outlook does."""
_SHORT = 8
"""Outlook never writes so few columns; people do, who name them like Outlook."""


def program_of(names: Sequence[str], meanings: Sequence[Meaning | None]) -> Program:
    """The program that writes such a header."""
    if IDENTITY in names:
        return Program.OURS
    fields = {meaning.field for meaning in meanings if meaning}
    keys = {folded(name) for name in names}
    if Field.CONNECTED in fields and {Field.GIVEN, Field.FAMILY} <= fields:
        return Program.LINKEDIN
    if any(meaning and meaning.slot for meaning in meanings) or "groupmembership" in keys:
        return Program.GOOGLE
    if len(keys & _THUNDERBIRD) > 1 or {"primaryemail", "displayname"} <= keys or Field.BIRTH_MONTH in fields:
        return Program.THUNDERBIRD
    parts = sum(1 for meaning in meanings if meaning and meaning.label and meaning.field in IN_ADDRESS)
    if (
        {Field.GIVEN, Field.FAMILY} <= fields
        and not keys & _OTHERS
        and (parts > 2 or (len(keys & _OUTLOOK) > 1 and len(names) >= _SHORT))
    ):
        return Program.OUTLOOK
    return Program.ANY
