"""What a column of an address book holds."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Field(StrEnum):
    """What a cell is about. Several columns may be about the same: three e-mail addresses, two lines of a street."""

    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    DISPLAY = "display"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    CREDENTIALS = "credentials"
    NICKNAME = "nickname"
    PHONETIC = "phonetic"
    PRONOUNS = "pronouns"
    EMAIL = "email"
    PHONE = "phone"
    LINKEDIN = "linkedin"
    WEBSITE = "website"
    CHAT = "chat"
    ADDRESS = "address"
    STREET = "street"
    BOX = "box"
    CITY = "city"
    REGION = "region"
    POSTCODE = "postcode"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    TITLE = "title"
    DEPARTMENT = "department"
    ROLE = "role"
    AREAS = "areas"
    LANGUAGES = "languages"
    BIRTHDAY = "birthday"
    BIRTH_YEAR = "birth_year"
    BIRTH_MONTH = "birth_month"
    BIRTH_DAY = "birth_day"
    HOW_MET = "how_met"
    EVENT = "event"
    TAGS = "tags"
    NOTE = "note"
    PHOTO = "photo"
    CONNECTED = "connected"
    """Since when one is connected with them on LinkedIn: kept, and by it LinkedIn's table is known."""
    LABEL = "label"
    """What kind of e-mail address, telephone ... stands in the column beside it."""
    CUSTOM = "custom"
    """A field somebody made, which a label beside it names: Google's."""
    KEPT = "kept"
    """No field can hold it; it is kept as it is."""


IN_ADDRESS = (Field.STREET, Field.BOX, Field.CITY, Field.REGION, Field.POSTCODE, Field.COUNTRY)
"""Parts of an address, in the order in which they are told."""

OF_SOMEBODY = frozenset(
    {
        *(Field.GIVEN, Field.FAMILY, Field.DISPLAY, Field.NICKNAME),
        *(Field.EMAIL, Field.PHONE, Field.LINKEDIN, Field.WEBSITE, Field.CHAT, Field.ADDRESS, *IN_ADDRESS),
        Field.ORGANISATION,
    }
)
"""Any of these makes a row somebody: a name, a way to reach them, or where they work."""

LABELLED = frozenset({Field.EMAIL, Field.PHONE, Field.WEBSITE, Field.CHAT, Field.ADDRESS, *IN_ADDRESS})
"""Fields of which there are several kinds."""


SPELLED = frozenset(Field) - {Field.LABEL, Field.CUSTOM}
"""What one may say of a column by itself."""


class Meaning(NamedTuple):
    """A field, which kind of it (``work``, ``cell``), and the number in columns that belong together by number.

    For ``Field.LABEL`` the label says of which field.
    """

    field: Field
    label: str = ""
    slot: int = 0

    @property
    def spelled(self) -> str:
        """``phone:work``, as it is typed and saved."""
        return f"{self.field.value}:{self.label}" if self.label else self.field.value


KEPT = Meaning(Field.KEPT)


@lru_cache(maxsize=1024)
def spelled_meaning(text: str) -> Meaning | None:
    """The meaning that is spelled so; None if it is none."""
    name, _, label = text.strip().partition(":")
    if name not in SPELLED or (label and name not in LABELLED):
        return None
    return Meaning(Field(name), label.strip())
