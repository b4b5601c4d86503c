"""The user's own mail account, for those who want letters to leave from here. Always encrypted, never by default."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence

HIGHEST_PORT = 65_535


class Security(StrEnum):
    """How the connection is encrypted: from its first byte (RFC 8314) or after STARTTLS (RFC 3207); else not at all."""

    TLS = "tls"
    STARTTLS = "starttls"


PORTS = {Security.TLS: 465, Security.STARTTLS: 587}


@dataclass(frozen=True, slots=True)
class MailAccount:
    """Where letters are handed in. ``user`` is who signs in there ("" for the address itself)."""

    address: str = ""
    host: str = ""
    port: int = PORTS[Security.TLS]
    security: Security = Security.TLS
    user: str = ""

    @property
    def is_there(self) -> bool:
        """Whether enough is known to try."""
        return bool(self.address and self.host)

    @property
    def login(self) -> str:
        """Who signs in."""
        return self.user or self.address


NO_ACCOUNT = MailAccount()

KNOWN = {
    "gmail.com": ("smtp.gmail.com", Security.TLS),
    "googlemail.com": ("smtp.gmail.com", Security.TLS),
    "outlook.com": ("smtp-mail.outlook.com", Security.STARTTLS),
    "hotmail.com": ("smtp-mail.outlook.com", Security.STARTTLS),
    "live.com": ("smtp-mail.outlook.com", Security.STARTTLS),
    "icloud.com": ("smtp.mail.me.com", Security.STARTTLS),
    "me.com": ("smtp.mail.me.com", Security.STARTTLS),
    "yahoo.com": ("smtp.mail.yahoo.com", Security.TLS),
    "fastmail.com": ("smtp.fastmail.com", Security.TLS),
    "gmx.de": ("mail.gmx.net", Security.TLS),
    "gmx.net": ("mail.gmx.net", Security.TLS),
    "web.de": ("smtp.web.de", Security.STARTTLS),
}
"""Servers as the help pages of these providers name them; a suggestion to be corrected."""


def suggested(address: str) -> MailAccount:
    """An account to begin with: the provider's server where it is known, else the usual name for one."""
    domain = address.rpartition("@")[2].strip().lower()
    if "@" not in address or not domain:
        return MailAccount(address.strip())
    host, security = KNOWN.get(domain, (f"smtp.{domain}", Security.TLS))
    return MailAccount(address.strip(), host, PORTS[security], security)


def check_account(account: MailAccount) -> None:
    """Raises BadInput for a server or port that cannot be."""
    if not account.host.strip() or any(c.isspace() for c in account.host) or "/" in account.host:
        raise BadInput(
            sentence("“{host}” is not the name of a server.", host=account.host[:80]), "It looks like smtp.example.org."
        )
    if not 1 <= account.port <= HIGHEST_PORT:
        raise BadInput(sentence("There is no port {port}.", port=account.port), "The usual ones are 465 and 587.")
