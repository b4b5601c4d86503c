"""Lines that say the same."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.kept_lines import same_line


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PHOTO:https://a.example/1.jpg", "PHOTO;VALUE=uri:https://a.example/1.jpg"),
        ("PHOTO;VALUE=URL;TYPE=PNG:https://a.example/1", "PHOTO;TYPE=png;VALUE=uri:https://a.example/1"),
        ("LANG;PREF=1:fr", "LANG;TYPE=pref:fr"),
        ("GEO;TYPE=work:geo:46.77,-71.28", "GEO;TYPE=work:46.77;-71.28"),
        ("BDAY;ALTID=1:20160801", "BDAY;ALTID=1:2016-08-01"),
        ("TZ:-0500", "TZ;VALUE=text:-0500"),
        ("TEL;type=HOME;type=VOICE:1", "TEL;TYPE=voice,home:1"),
        ("tel;HOME:1", "TEL;TYPE=home:1"),
        ("SOCIALPROFILE;SERVICE-TYPE=LinkedIn:x", "X-SOCIALPROFILE;TYPE=linkedin;SERVICE-TYPE=LinkedIn:x"),
        ("PHOTO:https://a.example/1.jpg", "also.PHOTO;VALUE=uri:https://a.example/1.jpg"),
        ("also-item1.NICKNAME:A", "item1.NICKNAME:A"),
        ("item1.TEL;VALUE=uri:tel:+1;ext=5", "item1.TEL:+1\\;ext=5"),
        ("BDAY:--0000", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-00-00"),
        ("FBURL:a \x0c", "FBURL:a"),
        ("Spouse: Robin", " Spouse: Robin"),
    ],
)
def test_said_in_two_ways(one: str, other: str) -> None:
    assert same_line(one) == same_line(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LANG;PREF=1:fr", "LANG;PREF=2:fr"),
        ("LANG:fr", "LANG;PREF=1:fr"),
        ("TEL;TYPE=home:1", "TEL;TYPE=work:1"),
        ("item1.X-ABDATE:2001-01-01", "item2.X-ABDATE:2001-01-01"),
        ("X-FOO:bar", "X-FOO:Bar"),
        ('X-FOO;LABEL="a;TYPE=b":1', "X-FOO;LABEL=a;TYPE=b:1"),
        ("X-DAY:2001-01-01", "X-DAY:20010101"),
        ("no line at all", "no other line"),
    ],
)
def test_two_things_said(one: str, other: str) -> None:
    assert same_line(one) != same_line(other)
