"""Text from before Unicode, of which nobody says how it was written."""

from __future__ import annotations

import io

import pytest

from otnet_desktop.exchange.older_encodings import decoded, older_encoding
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.report import Incoming

NAMES = {
    "cp1252": ("Jörg Müller", "Hélène Lefèvre, Zoé", "Muñoz, José", "João Conceição", "Søren Åse", "Þórður Ægisson",
               "“Weiß” – D’Arcy’s café"),
    "cp1250": ("Łucja Świątek", "Dvořák", "Jiří Němec Čapek", "Erdős Pál", "Kamińska", "Zdeňka Růžičková", "Đorđević"),
    "iso8859_2": ("Łucja Świątek", "Šárka Žáková Ťok"),
    "cp1254": ("Ayşe Yıldız", "İbrahim Öztürk", "Doğan Şahin"),
    "cp1257": ("Ģirts Bērziņš", "Šarūnas Žemaitis"),
    "cp1251": ("Иванова Мария", "Анна", "Больница номер 5", "Юлія Їжакевич"),
    "koi8_r": ("Иванова Мария", "Сергей"),
    "cp1253": ("Γιώργος Παπαδόπουλος", "Ελένη"),
    "cp1255": ("בית חולים", "שלום לוי"),
    "cp1256": ("محمد علي", "مستشفى القاهرة"),
    "cp932": ("山田花子", "東京病院", "渡辺 さくら"),
    "cp949": ("김민지", "서울대학교병원"),
    "gb18030": ("王小明 北京康复医院", "李娜 中国"),
    "euc_jp": ("山田 はなこ",),
    "big5": ("王小明 台北榮總", "陳怡君 物理治療"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "name"), [(encoding, name) for encoding, names in NAMES.items() for name in names]
)
def test_a_card_is_read_as_it_was_written(encoding: str, name: str) -> None:
    card = f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:1234567\nEND:VCARD\n".encode(encoding)
    (person,) = (entry for entry in read_people(io.BytesIO(card)) if isinstance(entry, Incoming))
    assert person.profile.full_name == name.replace("\\,", ",")


def test_one_hole_is_no_other_encoding() -> None:
    assert older_encoding("Jörg".encode("cp1252") + b"\n\x81\n") == "cp1252"
    assert decoded(b"\x81", "cp1252") == "\x81"
    assert "\ufffd" in decoded(b"\x81 ", "cp932")
