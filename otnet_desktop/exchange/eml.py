"""A letter as a mail (RFC 5322): an unsent draft (.eml) that mail programs open, or whole, ready to be handed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.exchange.mailto import checked_address, one_line, with_crlf

if TYPE_CHECKING:
    from email.message import EmailMessage

_LONGEST_LINE = 998
"""Octets a line may have in 8bit (RFC 5322); longer ones are encoded."""

Recipients = Iterable[tuple[str, str]]
"""Name and address of each."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A calendar file that goes with a letter; ``method`` is what it asks a calendar to do (RFC 6047)."""

    name: str
    text: str
    method: str


def draft(recipients: Recipients, subject: str, body: str, attached: Attachment | None = None) -> bytes:
    """A draft without From and Date, which the mail program adds; those that know ``X-Unsent`` open it to be sent.

    Raises BadInput for an address that cannot be one.
    """
    message = _message(recipients, subject, body)
    message["X-Unsent"] = "1"
    _attach(message, attached)
    return message.as_bytes()


def letter(
    sender: tuple[str, str],
    recipients: Recipients,
    subject: str,
    body: str,
    at: datetime,
    number: str,
    attached: Attachment | None = None,
) -> EmailMessage:
    """A mail from ``sender``, dated ``at``, with ``number`` as the local part of its Message-ID.

    Raises BadInput for an address that cannot be one.
    """
    from email.utils import format_datetime

    message = _message(recipients, subject, body)
    message["From"] = _addresses([sender])
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{number}@{checked_address(sender[1]).rpartition('@')[2]}>"
    _attach(message, attached)
    return message


def _attach(message: EmailMessage, attached: Attachment | None) -> None:
    if attached is not None:
        parameters = {"method": attached.method, "component": "VEVENT"}
        message.add_attachment(attached.text, subtype="calendar", filename=attached.name, params=parameters)


def _message(recipients: Recipients, subject: str, body: str) -> EmailMessage:
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP.clone(cte_type="8bit"))
    message["To"] = _addresses(recipients)
    message["Subject"] = one_line(subject)
    text = with_crlf(body).replace("\r\n", "\n")
    longest = max((len(line.encode()) for line in text.split("\n")), default=0)
    message.set_content(text, charset="utf-8", cte="8bit" if longest <= _LONGEST_LINE else "quoted-printable")
    return message


def _addresses(people: Recipients) -> list[object]:
    from email.errors import MessageError
    from email.headerregistry import Address

    try:
        return [Address(one_line(name), addr_spec=checked_address(address)) for name, address in people]
    except (ValueError, IndexError, MessageError) as trouble:
        raise BadInput("An e-mail address cannot be used.", "Correct it on the person's card, then write again.") from (
            trouble
        )
