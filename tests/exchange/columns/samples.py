"""Sample files as programs write them, and what each must give: the figure I3 is counted over these.

A sample is one person in one header, in one encoding and with one delimiter, and the texts that must stand in fields.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from tests.exchange.columns.headers import LEGACY, NAMES, OUTLOOK, PARTS

_VALUES = {
    "prefix": "Dr.",
    "middle": "Kim",
    "company": "Mill Clinic",
    "department": "Hand Therapy",
    "title": "Senior therapist",
    "region": "Region",
    "country": "Norway",
    "city": "Oslo",
    "postcode": "0150",
    "home street": "Mill Road 3",
    "home city": "Bergen",
    "home postcode": "5003",
    "phone": "+1 555 0101",
    "fax": "+1 555 0102",
    "home phone": "+1 555 0103",
    "cell": "+1 555 0104",
    "birthday": "1984-05-26",
    "tags": "OT;Hands",
    "note": "Met twice",
    "web": "https://mill.example/staff",
    "spouse": "Robin",
    "initials": "A.K.L.",
}
_MANY = {"street": ["1 Mill Street", "Second Floor"], "email": ["ana@mill.example", "ana@home.example"]}
_NO_FIELD = {"spouse", "initials"}


@dataclass(frozen=True)
class Sample:
    """``cells`` have a field, ``kept`` have none."""

    name: str
    data: bytes
    cells: tuple[str, ...]
    kept: tuple[str, ...]


def samples() -> Iterator[Sample]:
    """Every program, language, encoding and delimiter there is to be known."""
    for language, header in OUTLOOK.items():
        yield from _outlook(language, header.split("|"))
    yield from _thunderbird()
    yield from _linkedin()
    yield from _google()
    yield from _generic()


def _names(header: str) -> list[str]:
    return header.split("|")


def _written(rows: list[list[str]], delimiter: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def _sample(name: str, rows: list[list[str]], encoding: str, delimiter: str, kept: set[int] | None = None) -> Sample:
    text = _written(rows, delimiter)
    values = rows[-1]
    cells = tuple(cell for n, cell in enumerate(values) if cell and n not in (kept or ()))
    return Sample(name, text.encode(encoding), cells, tuple(values[n] for n in kept or ()))


def _outlook(language: str, header: list[str]) -> Iterator[Sample]:
    given, family = NAMES.get(language, ("Ana", "Lee"))
    many = {part: iter(values) for part, values in _MANY.items()}
    values = {**_VALUES, "given": given, "family": family}
    row = [next(many[part]) if part in many else values[part] for part in PARTS]
    kept = {n for n, part in enumerate(PARTS) if part in _NO_FIELD}
    legacy = LEGACY.get(language, "cp1252")
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", legacy):
        for delimiter in ",;\t":
            yield _sample(f"outlook-{language}-{encoding}-{delimiter!r}", [header, row], encoding, delimiter, kept)


def _thunderbird() -> Iterator[Sample]:
    header = _names(
        "First Name|Last Name|Display Name|Nickname|Primary Email|Secondary Email|Screen Name|Work Phone|Home Phone"
        "|Fax Number|Pager Number|Mobile Number|Home Address|Home Address 2|Home City|Home State|Home ZipCode"
        "|Home Country|Work Address|Work Address 2|Work City|Work State|Work ZipCode|Work Country|Job Title|Department"
        "|Organization|Web Page 1|Web Page 2|Birth Year|Birth Month|Birth Day|Custom 1|Custom 2|Custom 3|Custom 4|Notes"
    )
    row = ["Jörg", "Müßig", "Jörg Müßig", "Jo", "ana@mill.example", "ana@home.example", "joerg_m", "+1 555 0101",
           "+1 555 0102", "+1 555 0103", "+1 555 0104", "+1 555 0105", "Mill Road 3", "", "Bergen", "Region", "5003",
           "Norway", "1 Mill Street", "Second Floor", "Oslo", "", "0150", "Norway", "Therapist", "Hands", "Mill Clinic",
           "https://mill.example", "https://home.example", "1984", "05", "26", "left-handed", "", "", "",
           "Met twice"]  # fmt: skip
    german = _names(
        "Vorname|Nachname|Anzeigename|Spitzname|Primäre E-Mail-Adresse|Sekundäre E-Mail-Adresse|Messenger-Name"
        "|Tel. dienstlich|Tel. privat|Fax-Nummer|Pager-Nummer|Mobil-Tel.-Nr.|Privat: Adresse|Privat: Adresse 2"
        "|Privat: Ort|Privat: Bundesland|Privat: PLZ|Privat: Land|Adresse dienstlich|Adresse dienstlich 2"
        "|Ort dienstlich|Bundesland dienstlich|PLZ dienstlich|Land dienstlich|Position|Abteilung|Organisation"
        "|Webseite 1|Webseite 2|Geburtsjahr|Geburtsmonat|Geburtstag|Benutzerdef. 1|Benutzerdef. 2|Benutzerdef. 3"
        "|Benutzerdef. 4|Notizen"
    )
    for delimiter in ",;\t":
        for encoding in ("utf-8", "utf-16", "cp1252"):
            yield _sample(f"thunderbird-{encoding}-{delimiter!r}", [header, row], encoding, delimiter, {32})
            yield _sample(f"thunderbird-de-{encoding}-{delimiter!r}", [german, row], encoding, delimiter, {32})
        yield _sample(f"thunderbird-bare-{delimiter!r}", [row], "utf-8", delimiter, {32})


def _linkedin() -> Iterator[Sample]:
    url = "https://www.linkedin.com/in/ana-lee"
    english = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    german = ["Vorname", "Nachname", "URL", "E-Mail-Adresse", "Unternehmen", "Position", "Verbunden am"]
    row = ["Ana", "Lee", url, "ana@mill.example", "Mill Clinic", "Therapist", "05 Mar 2024"]
    preamble = [["Notes:"], ["When exporting, some addresses are missing, as ever."], []]
    yield _sample("linkedin", [*preamble, english, row], "utf-8-sig", ",", {6})
    yield _sample("linkedin-de", [german, [*row[:6], "05.03.2024"]], "utf-8", ",", {6})
    yield _sample("linkedin-bare", [english[:2] + english[3:], row[:2] + row[3:]], "utf-8", ",", {5})


def _google() -> Iterator[Sample]:
    new = _names(
        "First Name|Middle Name|Last Name|Name Prefix|Nickname|File As|Organization Name|Organization Title"
        "|Organization Department|Birthday|Notes|Labels|E-mail 1 - Label|E-mail 1 - Value|Phone 1 - Label"
        "|Phone 1 - Value|Address 1 - Label|Address 1 - Street|Address 1 - City|Address 1 - Postal Code"
        "|Address 1 - Country|Website 1 - Label|Website 1 - Value|Relation 1 - Label|Relation 1 - Value"
    )
    row = ["Ana", "Kim", "Lee", "Dr.", "Annie", "Lee", "Mill Clinic", "Therapist", "Hands", "1984-05-26", "Met twice",
           "* myContacts ::: OT", "* Work", "ana@mill.example", "Mobile", "+1 555 0104", "Home", "Mill Road 3",
           "Bergen", "5003", "Norway", "Blog", "https://mill.example", "Spouse", "Robin"]  # fmt: skip
    old = _names(
        "Name|Given Name|Additional Name|Family Name|Name Prefix|Nickname|Birthday|Notes|Group Membership"
        "|E-mail 1 - Type|E-mail 1 - Value|Phone 1 - Type|Phone 1 - Value|Organization 1 - Name|Organization 1 - Title"
        "|Organization 1 - Department|Website 1 - Type|Website 1 - Value|IM 1 - Service|IM 1 - Value"
    )
    aged = ["Dr. Ana Lee", "Ana", "Kim", "Lee", "Dr.", "Annie", "1984-05-26", "Met twice", "* My Contacts ::: OT",
            "* Work", "ana@mill.example", "Mobile", "+1 555 0104", "Mill Clinic", "Therapist", "Hands", "Blog",
            "https://mill.example", "Skype", "ana.lee"]  # fmt: skip
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        yield _sample(f"google-new-{encoding}", [new, row], encoding, ",", {5, 23, 24})
        yield _sample(f"google-old-{encoding}", [old, aged], encoding, ",")
    flavour = _names(
        "First Name|Middle Name|Last Name|Title|Suffix|Initials|Web Page|Notes|E-mail Address|Mobile Phone"
    )
    told = ["Ana", "Kim", "Lee", "Dr.", "Jr.", "A.K.L.", "https://mill.example", "Met twice", "ana@mill.example",
            "+1 555 0104"]  # fmt: skip
    yield _sample("google-outlook", [flavour, told], "utf-8", ",", {5})


def _generic() -> Iterator[Sample]:
    tables = {
        "en": (["Full name", "E-mail", "Phone", "Employer", "Job title", "City"],
               ["Ana Lee", "ana@mill.example", "+1 555 0104", "Mill Clinic", "Therapist", "Oslo"]),
        "de": (["Name", "Vorname", "Straße", "PLZ", "Ort", "Telefon", "Mail"],
               ["Müßig", "Jörg", "Mühlweg 3", "04103", "Leipzig", "0341 5550104", "jm@mill.example"]),
        "fr": (["Nom", "Prénom", "Courriel", "Portable", "Structure", "Fonction"],
               ["Lefèvre", "Hélène", "hl@mill.example", "06 55 50 10 40", "Clinique", "Ergothérapeute"]),
    }  # fmt: skip
    for language, (header, row) in tables.items():
        for delimiter in ",;\t":
            yield _sample(f"any-{language}-{delimiter!r}", [header, row], "cp1252", delimiter)
