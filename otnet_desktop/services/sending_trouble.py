"""What went wrong between here and a mail server, in a sentence for the reader: every library error ends here."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from socket import gaierror

from otnet_desktop.domain.errors import MayBeSent, NotSent, PasswordRefused
from otnet_desktop.domain.mail_account import MailAccount
from otnet_desktop.domain.sentences import sentence

Saying = tuple[tuple[type[Exception], ...], str, str]
"""Which errors, what is wrong, what to do."""

BROKEN: Saying = (
    (smtplib.SMTPServerDisconnected, TimeoutError, ConnectionError),
    "The connection broke while the letter was handed in.",
    "Look into your sent mail before you send it again; it may have left.",
)
SAYINGS: tuple[Saying, ...] = (
    (
        (smtplib.SMTPAuthenticationError,),
        "{host} did not accept the name and password.",
        "Many providers want an “app password” made on their website instead of the usual one.",
    ),
    (
        (smtplib.SMTPRecipientsRefused,),
        "{host} refused the address {refused}.",
        "Check it on the person's card.",
    ),
    (
        (smtplib.SMTPSenderRefused,),
        "{host} does not let you write as {address}.",
        "Check your address in the settings.",
    ),
    (
        (smtplib.SMTPNotSupportedError, smtplib.SMTPHeloError),
        "{host} offers no encrypted connection on port {port}, so nothing was sent.",
        "Try port 465, or ask your provider.",
    ),
    (
        (ssl.SSLCertVerificationError,),
        "{host} could not prove that it is this server, so nothing was sent.",
        "Check the name of the server, and whether this network asks you to sign in first.",
    ),
    (
        (ssl.SSLError,),
        "No encrypted connection to {host} could be made on port {port}.",
        "Port 465 goes with “TLS”, port 587 with “STARTTLS”.",
    ),
    (
        (smtplib.SMTPResponseException,),
        "{host} did not take the letter (code {code}).",
        "Try again later.",
    ),
    (
        (gaierror,),
        "There is no server called {host}, or no network.",
        "Check the name in the settings.",
    ),
    (
        (Exception,),
        "{host} cannot be reached on port {port}.",
        "Check the network, then try again.",
    ),
)
"""The first that fits; subclasses before what they come from."""


def why_not(trouble: Exception, account: MailAccount, *, handed_in: bool) -> NotSent:
    """The sentence. After ``handed_in`` a broken connection leaves it open whether the letter left."""
    title, hint = next(said for said in sayings_for(trouble, handed_in=handed_in))
    refused = ", ".join(trouble.recipients) if isinstance(trouble, smtplib.SMTPRecipientsRefused) else ""
    code = trouble.smtp_code if isinstance(trouble, smtplib.SMTPResponseException) else ""
    return _kind_of(trouble, handed_in=handed_in)(
        sentence(title, host=account.host, port=account.port, address=account.address, refused=refused, code=code), hint
    )


def _kind_of(trouble: Exception, *, handed_in: bool) -> type[NotSent]:
    if isinstance(trouble, smtplib.SMTPAuthenticationError):
        return PasswordRefused
    return MayBeSent if handed_in and isinstance(trouble, BROKEN[0]) else NotSent


def sayings_for(trouble: Exception, *, handed_in: bool) -> Iterator[tuple[str, str]]:
    """What fits, the nearest first."""
    for kinds, title, hint in (*((BROKEN,) if handed_in else ()), *SAYINGS):
        if isinstance(trouble, kinds):
            yield title, hint
