"""What only one kind of address book writes, and we have fields for."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.people import ContactKind, ContactPoint
from tests.exchange.vcard.cards import profile, there_and_back


@pytest.mark.parametrize(
    ("lines", "nickname", "said"),
    [
        (("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Beng\\, B;1;;;",), "Beng, B", ""),
        (("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2015-05-05;1;;",), "", ""),
        (("X-NICKNAME:明明",), "明明", ""),
        (("NICKNAME:Bea", "X-NICKNAME:Bea"), "Bea", ""),
        (("X-PHONETIC-LAST-NAME:Win", "X-PHONETIC-FIRST-NAME:Lin"), "", "Lin Win"),
        (("X-PHONETIC-FIRST-NAME:Lin", "X-OTNET-SAY-IT-LIKE:Lynn"), "", "Lynn"),
    ],
)
def test_it_is_said_and_the_line_is_kept(lines: tuple[str, ...], nickname: str, said: str) -> None:
    found = profile("FN:Bea", *lines)
    assert (found.nickname, found.say_it_like) == (nickname, said)
    assert set(found.foreign) == {line for line in lines if not line.startswith(("NICK", "X-OTNET"))}
    assert there_and_back(found) == found


@pytest.mark.parametrize(
    ("line", "point"),
    [
        ("X-SKYPE:bea.s", ContactPoint(ContactKind.CHAT, "bea.s", "Skype")),
        ("X-MS-IMADDRESS:bea@im.example", ContactPoint(ContactKind.CHAT, "bea@im.example")),
        ("X-AIM;TYPE=HOME;PREF=1:bea", ContactPoint(ContactKind.CHAT, "bea", "AIM", primary=True)),
        ("X-MS-TEL;VOICE;COMPANY:12345", ContactPoint(ContactKind.PHONE, "12345", "voice company")),
        (
            "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=4B=6C=C3=AD=6E=C3=AD=6B):12345",
            ContactPoint(ContactKind.PHONE, "12345", "klíník"),
        ),
    ],
)
def test_ways_that_one_program_has_a_name_of_its_own_for(line: str, point: ContactPoint) -> None:
    found = profile("FN:Bea", line)
    assert found.contact_points == (point,)
    assert there_and_back(found) == found
