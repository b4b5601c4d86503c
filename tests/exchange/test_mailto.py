"""Mail links: whatever is in a letter comes back equal, and nothing becomes a header."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.exchange.mailto import LONGEST, fits, mailto, one_line, with_crlf

HOSTILE = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\r\n?&%#+=;/,@\"<>'")), max_size=80
)
LOCALS = st.text("abc.!#$%&'*+/=?^_`{|}~-é\"()<>[];:\\", min_size=1, max_size=20)
DOMAINS = st.sampled_from(["example.org", "b.example", "exämple.de", "[127.0.0.1]"])
ADDRESSES = st.builds("{}@{}".format, LOCALS, DOMAINS)


@given(st.lists(ADDRESSES, min_size=1, max_size=3), HOSTILE, HOSTILE)
def test_everything_comes_back_and_nothing_else(addresses: list[str], subject: str, body: str) -> None:
    link = mailto(addresses, subject, body)
    assert link.isascii()
    assert not any(letter in link for letter in ' "<>\r\n')
    parts = urlsplit(link)
    assert (parts.scheme, parts.netloc, parts.fragment) == ("mailto", "", "")
    assert [unquote(address) for address in parts.path.split(",")] == addresses
    headers = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query), keep_blank_values=True))
    wanted = {"subject": one_line(subject), "body": with_crlf(body)}
    assert headers == {name: wanted[name] for name, given in (("subject", subject), ("body", body)) if given}
    assert parts.query.count("&") == max(0, len(headers) - 1)


def test_the_golden_link(golden: Path) -> None:
    link = (golden / "mailto.txt").read_text(encoding="utf-8").strip()
    query = dict(parse_qsl(urlsplit(link).query))
    assert mailto(["renata.okafor+ot@larchmontusd.example.org"], query["subject"], query["body"]) == link


def test_a_plus_in_an_address_survives_forms() -> None:
    assert mailto(["a+ot@example.org"]) == "mailto:a%2Bot@example.org"


def test_a_subject_is_one_line() -> None:
    assert mailto(["a@b"], "Hello\r\nBcc: evil@example.org") == "mailto:a@b?subject=Hello%20Bcc%3A%20evil%40example.org"


@pytest.mark.parametrize("address", ["", "nobody", "@b", "a@", "a b@c", "a@b\r\nBcc: x@y", "a@b,c@d", "a@b\x00"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(BadInput):
        mailto([address])


def test_long_letters_go_another_way() -> None:
    assert fits(mailto(["a@b"], "x", "y" * 1000))
    assert not fits(mailto(["a@b"], "x", "é" * 300))
    assert LONGEST == 1600
