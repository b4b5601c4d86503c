"""Tables of programs that have no rules of their own here: every column that holds something is known by its name."""

from __future__ import annotations

import csv
import io

import pytest

from otnet_desktop.domain.people import ContactKind, Profile
from otnet_desktop.exchange.columns.program import Program
from otnet_desktop.exchange.columns.reading import look_at
from tests.exchange.columns.reading import entries, person

ROWS = {
    "eM Client": {
        "First Name": "Ana", "Last Name": "Lee", "Company": "Mill", "Job Title": "OT", "Mobile Phone": "+49 170 1",
        "E-mail Address": "ana@mill.example", "Birthday": "4/12/1984", "IM Address": "ana.lee",
    },
    "Yahoo": {
        "First": "Ana", "Last": "Lee", "Email": "ana@mill.example", "Mobile": "+49 170 1", "Company": "Mill",
        "Title": "OT", "Birthday": "4/12/1984", "Skype ID": "ana.lee", "Yahoo! Phone": "", "Comments": "",
    },
    "Zoho": {
        "Record Id": "zcrm_5", "Contact Owner": "Me", "Lead Source": "Fair", "First Name": "Ana", "Last Name": "Lee",
        "Account Name": "Mill", "Email": "ana@mill.example", "Title": "OT", "Mobile": "+49 170 1",
        "Date of Birth": "1984-04-12", "Mailing City": "Bonn", "Skype ID": "ana.lee",
    },
    "HubSpot": {
        "Record ID": "51", "First Name": "Ana", "Last Name": "Lee", "Email": "ana@mill.example",
        "Mobile Phone Number": "+49 170 1", "Job Title": "OT", "Company Name": "Mill", "Lifecycle Stage": "Lead",
    },
    "Google Workspace": {
        "First Name [Required]": "Ana", "Last Name [Required]": "Lee", "Email Address [Required]": "ana@mill.example",
        "Mobile Phone": "+49 170 1", "Employee Title": "OT", "Org": "Mill",
    },
    "KAddressBook": {
        "Formatted Name": "Ana Lee", "Given Name": "Ana", "Family Name": "Lee", "Preferred email": "ana@mill.example",
        "Mobile Phone": "+49 170 1", "Birthday": "1984-04-12T00:00:00", "Organization": "Mill", "Job Title": "OT",
    },
    "Evolution": {
        "given_name": "Ana", "family_name": "Lee", "email_1": "ana@mill.example", "mobile_phone": "+49 170 1",
        "org": "Mill", "position": "OT", "birthday": "1984-04-12",
    },
    "Notes": {
        "FirstName": "Ana", "LastName": "Lee", "CompanyName": "Mill", "JobTitle": "OT", "CellPhoneNumber": "+49 170 1",
        "MailAddress": "ana@mill.example", "OfficeCity": "Bonn",
    },
    "Nokia": {
        "First name": "Ana", "Last name": "Lee", "Job title": "OT", "Company": "Mill", "General mobile": "+49 170 1",
        "General e-mail": "ana@mill.example", "General city": "Bonn",
    },
    "XING": {
        "Vorname": "Ana", "Name": "Lee", "Position": "OT", "Firma": "Mill", "E-Mail geschäftlich": "ana@mill.example",
        "Mobil geschäftlich": "+49 170 1", "Geburtstag": "12.04.1984", "Profil-Link": "https://xing.example/ana",
    },
    "a conference": {
        "Attendee Name": "Ana Lee", "Institution": "Mill", "Position": "OT", "Email": "ana@mill.example",
        "Mob": "+49 170 1", "Session": "Hands", "Status": "paid",
    },
}  # fmt: skip

LANGUAGES = {
    "hungarian": "Vezetéknév|Keresztnév|E-mail cím|Mobiltelefon|Cég|Beosztás",
    "romanian": "Nume|Prenume|Adresă de e-mail|Telefon mobil|Companie|Funcție",
    "greek": "Επώνυμο|Όνομα|Email|Κινητό τηλέφωνο|Εταιρεία|Θέση",
    "ukrainian": "Прізвище|Ім'я|Ел. пошта|Мобільний телефон|Організація|Посада",
    "hebrew": "שם משפחה|שם פרטי|דואר אלקטרוני|טלפון נייד|חברה|תפקיד",
    "arabic": "اسم العائلة|الاسم الأول|البريد الإلكتروني|الهاتف المحمول|الشركة|المسمى الوظيفي",
}

CONNECTIONS = {
    "it": "Nome|Cognome|URL|Indirizzo email|Azienda|Posizione|In contatto da quando",
    "ko": "이름|성|URL|이메일 주소|회사|직책|처음 듣는 열",
    "tr": "Ad|Soyadı|URL|E-posta Adresi|Şirket|Pozisyon|Yeni bir sütun",
    "ru": "Имя|Фамилия|URL|Адрес эл. почты|Компания|Должность|Новая колонка",
}
PROFILE = "https://www.linkedin.com/in/ana"
DAYS = {"it": "05 mar 2024", "ko": "2024년 3월 5일", "tr": "05 Mar 2024", "ru": "05 мар. 2024"}


def table(row: dict[str, str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows((row.keys(), row.values()))
    return out.getvalue()


def told(profile: Profile) -> tuple[str, ...]:
    ways = [profile.reach(kind) for kind in (ContactKind.EMAIL, ContactKind.PHONE)]
    return (profile.full_name, *(way.value for way in ways if way), profile.current.organisation, profile.current.title)


@pytest.mark.parametrize("program", ROWS)
def test_every_column_of_a_program_is_known(program: str) -> None:
    text = table(ROWS[program])
    layout = look_at(io.BytesIO(text.encode()))
    assert layout is not None
    assert [layout.sheet.names[n] for n in layout.layout.unknown] == []
    assert told(person(text)) == ("Ana Lee", "ana@mill.example", "+49 170 1", "Mill", "OT")


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_in_more_languages(language: str) -> None:
    cells = ("Lee", "Ana", "ana@mill.example", "+49 170 1", "Mill", "OT")
    text = table(dict(zip(LANGUAGES[language].split("|"), cells, strict=True)))
    profile = person(text)
    assert (profile.given, profile.family, profile.foreign) == ("Ana", "Lee", ())
    assert told(profile) == ("Ana Lee", "ana@mill.example", "+49 170 1", "Mill", "OT")


@pytest.mark.parametrize("language", CONNECTIONS)
def test_connections_in_a_language_whose_last_column_nobody_listed(language: str) -> None:
    cells = ("Ana", "Lee", PROFILE, "ana@mill.example", "Mill", "OT", DAYS[language])
    text = table(dict(zip(CONNECTIONS[language].split("|"), cells, strict=True)))
    found = look_at(io.BytesIO(text.encode()))
    assert found is not None
    assert found.layout.program is Program.LINKEDIN
    assert person(text).foreign == ("Connected On: 2024-03-05",)


def test_days_without_a_profile_beside_them_are_no_connections() -> None:
    text = table({"Ad": "Ana", "Soyadı": "Lee", "E-posta": "ana@mill.example", "Şirket": "Mill", "Yeni": "05 Mar 2024"})
    assert person(text).foreign == ("Yeni: 05 Mar 2024",)


@pytest.mark.parametrize(
    ("names", "last"),
    [
        ("First Name|Last Name|E-mail|LinkedIn|Company", "Contract end: 2027-03-12"),
        ("First Name|Last Name|LinkedIn|E-mail|Company|Title", "Last seen: 12/03/2024"),
        ("First Name|Last Name|E-mail|URL|Company|Title", "Last seen: 12/03/2024"),
        ("First Name|Last Name|URL|E-mail|Company|Title|Phone", "Last seen: 12/03/2024"),
    ],
)
def test_a_table_of_ones_own_with_a_day_at_its_end_is_not_linkedins(names: str, last: str) -> None:
    cells = {"E-mail": "ana@mill.example", "LinkedIn": PROFILE, "URL": PROFILE, "Phone": "+49 170 1"}
    name, day = last.split(": ")
    text = table({one: cells.get(one, "Ana") for one in names.split("|")} | {name: day})
    found = look_at(io.BytesIO(text.encode()))
    assert found is not None
    assert found.layout.program is Program.ANY
    assert person(text).foreign == (last,)


def test_quoted_tags_and_a_business_without_a_person() -> None:
    assert person('Email,Name,TAGS\nana@mill.example,Ana Lee,"""OT"",""Hands"""\n').tags == ("OT", "Hands")
    assert person("Name,Organization,Phone\n,Mill Clinic,+1 555 0177\n").full_name == "Mill Clinic"


def test_a_dead_link_of_linkedins_is_no_business() -> None:
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    (entry,) = entries(header + ",,https://www.linkedin.com/in/ana,,Mill Clinic,OT,05 Mar 2024\n")
    assert "neither a name" in getattr(entry, "reason", "")
