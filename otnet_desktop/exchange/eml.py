"""A letter as an unsent draft (.eml): mail programs that know ``X-Unsent`` open it ready to be sent."""

from __future__ import annotations

from collections.abc import Iterable

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.exchange.mailto import checked_address, one_line, with_crlf

_LONGEST_LINE = 998
"""Octets a line may have in 8bit (RFC 5322); longer ones are encoded."""


def draft(recipients: Iterable[tuple[str, str]], subject: str, body: str) -> bytes:
    """The draft for recipients given as (name, address); no From and no Date, which the mail program adds.

    Raises BadInput for an address that cannot be one.
    """
    from email.errors import MessageError
    from email.headerregistry import Address
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP.clone(cte_type="8bit"))
    message["X-Unsent"] = "1"
    try:
        message["To"] = [Address(one_line(name), addr_spec=checked_address(address)) for name, address in recipients]
    except (ValueError, IndexError, MessageError) as trouble:
        raise BadInput("An e-mail address cannot be used.", "Correct it on the person's card, then write again.") from (
            trouble
        )
    message["Subject"] = one_line(subject)
    text = with_crlf(body).replace("\r\n", "\n")
    longest = max((len(line.encode()) for line in text.split("\n")), default=0)
    message.set_content(text, charset="utf-8", cte="8bit" if longest <= _LONGEST_LINE else "quoted-printable")
    return message.as_bytes()
