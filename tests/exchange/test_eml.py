"""Drafts, read back by the standard library."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.exchange.eml import draft
from otnet_desktop.exchange.mailto import one_line

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)


def read(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


def test_the_golden_draft(golden: Path) -> None:
    wanted = read((golden / "thank_you_draft.eml").read_bytes())
    data = draft(
        [("Okafor, Renata", "renata.okafor@larchmontusd.example.org")],
        "Thank you - Béatrice said hello",
        "Dear Dr. Okafor,\n\nThank you for your time on Tuesday — it helped.\n\nWith thanks,\nJordan Avery\n",
    )
    found = read(data)
    assert found["X-Unsent"] == "1"
    assert found["To"] == wanted["To"]
    assert found["Subject"] == wanted["Subject"]
    assert found.get_content() == wanted.get_content()
    assert found["From"] is None
    assert found["Date"] is None
    assert b"\n" not in data.replace(b"\r\n", b"")


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=4).map("\n".join))
def test_nothing_becomes_a_header(name: str, subject: str, body: str) -> None:
    message = read(draft([(name, "a@b.example")], subject, body))
    assert set(message.keys()) <= {
        "X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"
    }  # fmt: skip
    assert [address.addr_spec for address in message["To"].addresses] == ["a@b.example"]
    assert " ".join(message["Subject"].split()) == " ".join(one_line(subject).split())
    assert message.get_content().replace("\r\n", "\n").rstrip("\n") == body.rstrip("\n")


def test_breaks_in_names_and_subjects_are_spaces() -> None:
    message = read(draft([("Ana\r\nBcc: x@y", "a@b.example")], "Hi\nBcc: x@y", "text"))
    assert message["Bcc"] is None
    assert message["Subject"] == "Hi Bcc: x@y"


@pytest.mark.parametrize("address", ["", "nobody", "a@b@c d", "a@b\nc"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(BadInput):
        draft([("x", address)], "s", "b")
