"""What reading a file gave: people to bring in, entries refused with a reason, and remarks, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from otnet_desktop.domain.people import Profile

EXCERPT = 200
"""Characters of refused text that are shown."""


class Refusal(StrEnum):
    """Why a file or an entry could not be taken, and what to do about it."""

    EMPTY_FILE = "The file is empty. Export it again from the program it came from."
    NOT_CONTACTS = (
        "This is not a file of contacts that can be read. Choose a vCard file (.vcf), a table (.csv), LDIF or a plain "
        "list of e-mail addresses."
    )
    PICTURE = "This is a picture, not a file of contacts. Export the contacts as a vCard file (.vcf)."
    PDF = "This is a PDF document. Contacts cannot be read from it; export them as a vCard file (.vcf)."
    WEB_PAGE = "This is a web page, perhaps a sign-in page saved in place of the file. Sign in and download it again."
    SPREADSHEET = "This is a spreadsheet. Save it as CSV, or export the contacts as a vCard file (.vcf)."
    ZIP = "This is a ZIP archive. Unpack it, then choose Connections.csv or the .vcf file inside."
    OTHER_CSV = (
        "Nobody could tell which column of this table holds a name or an e-mail address. Say what the columns mean: "
        "the import page asks, the command line takes --map COLUMN=FIELD."
    )
    CALENDAR = "This is a calendar, not a file of contacts."
    JSON = "This is JSON, which cannot be read. Export the contacts as a vCard file (.vcf) or a table (.csv)."
    XML = "This is XML, which cannot be read. Export the contacts as a vCard file (.vcf) or a table (.csv)."
    NO_CARDS = "There is no contact in this file."
    HALF_CARD = "The file ends in the middle of this contact. Export or download it again; nothing of it was taken."
    EMPTY_CARD = "There is nothing in this contact."
    HUGE_CARD = "This contact has far more lines than any contact has; it was left out."
    NAMELESS_ROW = "This row has neither a name nor an address to reach anybody."
    BELOW_THE_TABLE = "This line stands below the table, in one piece, and is no row of it."
    BROKEN_RECORD = "Nothing in these lines says anything about anybody. Check them in the file."
    CHANGE_RECORD = "This tells a directory to change something, and is nobody's entry. Export the entries themselves."
    LIST_OF_CONTACTS = "This is a list of addresses and not a person; whoever is on it comes in by their own entry."
    NO_PERSON = "This is a department or a place in a directory, and not a person."
    NO_ADDRESS = "This part of the list is no e-mail address. Check it in the file."
    BROKEN_ROW = "This row cannot be read: a quotation mark may be missing. Check it in the file."


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth knowing about a line that did come in. ``line`` counts from 1; 0 means the whole file."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that did not come in: its first line, why, and what stood there (shortened)."""

    line: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A person as one entry of a file tells it. ``line`` is where the entry starts."""

    profile: Profile
    line: int
    warnings: tuple[Remark, ...] = ()


@dataclass(slots=True)
class FileReport:
    """The account of one file; every entry is counted exactly once.

    ``warnings`` are about what the file holds, ``told`` about what becomes of an entry that nobody might expect.
    """

    path: str
    format: str
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    unclear: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    told: list[Remark] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Entries found in the file."""
        return self.created + self.updated + self.unchanged + self.unclear + len(self.rejected)

    def as_json(self) -> dict[str, Any]:
        """The form of ``import --json``."""
        return {
            "path": self.path,
            "format": self.format,
            "read": self.read,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "unclear": self.unclear,
            "rejected": [{"line": r.line, "reason": r.reason, "text": r.text} for r in self.rejected],
            "warnings": [{"line": w.line, "text": w.text} for w in (*self.warnings, *self.told)],
        }


def excerpt(text: str) -> str:
    """The text in one line, shortened so that a report stays readable."""
    start = " ".join(text[: 4 * EXCERPT].split())
    return start if len(start) <= EXCERPT and len(text) <= 4 * EXCERPT else start[: EXCERPT - 1] + "…"
