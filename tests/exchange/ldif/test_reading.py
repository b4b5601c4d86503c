"""People out of directories."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest

from otnet_desktop.domain.people import Affiliation, ContactKind, Profile
from otnet_desktop.exchange.ldif.reading import read_ldif
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected

JPEG = b"\xff\xd8\xff\xe0" + bytes(40)


def entries(text: str | bytes) -> list[Incoming | Rejected]:
    return list(read_ldif(io.BytesIO(text.encode() if isinstance(text, str) else text)))


def person(text: str | bytes) -> Profile:
    (entry,) = entries(text)
    assert isinstance(entry, Incoming)
    return entry.profile


def test_a_directory_of_a_clinic(golden: Path) -> None:
    ana, everyone, change, unit = entries((golden / "people.ldif").read_bytes())
    assert isinstance(ana, Incoming)
    profile = ana.profile
    assert (profile.given, profile.family, profile.display) == ("Ana", "Lee", "")
    assert [point.value for point in profile.contact_points] == [
        "ana@mill.example",
        "ana.lee@home.example",
        "+1 555 0101",
        "+1 555 0102",
        "1 Mill Road, Oslo, 0150, NO",
    ]
    assert profile.affiliations == (Affiliation("Mill Clinic", "Occupational Therapist", "Hand Therapy"),)
    assert profile.note == "Met in Oslo.\nLikes splints."
    assert profile.uid == "urn:uuid:6fa459ea-ee8a-3ca4-894e-db77e160355e"
    assert "cn lang-ja: アナ" in profile.foreign
    assert "shoeSize: 38" in profile.foreign
    assert [(remark.line, "shoeSize: 38" in remark.text) for remark in ana.warnings] == [(25, True)]
    assert [(entry.line, entry.reason) for entry in (everyone, change, unit) if isinstance(entry, Rejected)] == [
        (27, Refusal.LIST_OF_CONTACTS),
        (32, Refusal.CHANGE_RECORD),
        (38, Refusal.NO_PERSON),
    ]


def test_photos_and_what_is_elsewhere() -> None:
    inside = person(f"dn: cn=Ana\ncn: Ana\njpegPhoto:: {base64.b64encode(JPEG).decode()}\n")
    assert inside.photo == JPEG
    elsewhere = person("dn: cn=Ana\ncn: Ana\njpegPhoto:< file:///etc/passwd\n")
    assert elsewhere.photo == b""
    assert "jpegPhoto: file:///etc/passwd" in elsewhere.foreign


def test_bytes_that_are_no_text_are_kept() -> None:
    assert "userCertificate binary: ff00ff" in person("dn: cn=Ana\ncn: Ana\nuserCertificate;binary:: /wD/\n").foreign


def test_lines_go_on_and_comments_do_too() -> None:
    profile = person("# about\n  nobody\ndn: cn=Ana\ncn: An\n a Lee\n# cn: Ben\ndescription: one\n  two\n")
    assert (profile.display, profile.note) == ("Ana Lee", "one two")


def test_a_line_that_is_no_attribute_is_kept_and_told() -> None:
    (entry,) = entries("dn: cn=Ana\ncn: Ana\nno attribute at all\nmail:: ***\n")
    assert isinstance(entry, Incoming)
    assert [remark.line for remark in entry.warnings] == [3, 4]
    assert "unread: no attribute at all" in entry.profile.foreign


@pytest.mark.parametrize("text", ["dn: cn=x\nobjectclass: person\n", "dn: cn=x\ndescription: y\n"])
def test_nobody_is_refused(text: str) -> None:
    (entry,) = entries(text)
    assert isinstance(entry, Rejected)
    assert entry.text == "cn=x"


def test_the_same_entry_is_the_same_person() -> None:
    text = "dn: cn=Ana\ncn: Ana\nmail: a@b.example\n"
    assert person(text).uid == person("version: 1\n\n" + text).uid
    assert person(text).uid != person(text.replace("a@b", "b@b")).uid


def test_an_endless_record_is_refused() -> None:
    (entry,) = entries("dn: cn=Ana\n" + "cn: Ana\n" * 30_000)
    assert isinstance(entry, Rejected)


def test_files_of_thunderbirds_own_tests(corpora: Path) -> None:
    folder = corpora / "comm-central" / "mailnews" / "import" / "test" / "unit" / "resources"
    profile = person((folder / "basic_ldif_addressbook.ldif").read_bytes())
    assert (profile.nickname, profile.birthday, profile.current.title) == ("Nickname", "1900-01-02", "Job Title")
    assert {point.label for point in profile.contact_points if point.kind is ContactKind.ADDRESS} == {"home", "work"}
    assert "mozillaCustom4: Custom Field 4" in profile.foreign


def test_an_entry_that_a_directory_is_told_to_add_is_somebodys() -> None:
    profile = person("dn: cn=Ana Lee\nchangetype: add\nobjectclass: person\ncn: Ana Lee\nsn: Lee\n")
    assert (profile.family, profile.foreign) == ("Lee", ("dn: cn=Ana Lee",))


@pytest.mark.parametrize(
    ("classes", "refusal"),
    [
        (("top", "group"), Refusal.LIST_OF_CONTACTS),
        (("top", "person", "organizationalPerson", "user", "computer"), Refusal.NO_PERSON),
        (("top", "container"), Refusal.NO_PERSON),
    ],
)
def test_lists_machines_and_folders_of_a_windows_directory(classes: tuple[str, ...], refusal: Refusal) -> None:
    told = "".join(f"objectClass: {name}\n" for name in classes)
    (entry,) = entries(f"dn: CN=Sales,DC=corp,DC=example\nchangetype: add\n{told}cn: Sales\nmail: sales@corp.example\n")
    assert isinstance(entry, Rejected)
    assert entry.reason is refusal
