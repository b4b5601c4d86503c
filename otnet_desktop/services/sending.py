"""Sends a letter by the user's own mail account, if they want that: encrypted always, and never by itself.

Handing in has three parts, since the middle one waits for the net and is done in a worker: ``prepare`` (asks the hard
rules), ``deliver`` (touches no data), and ``ComposingService.sent``, for the click on Send is the user's word.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.mail_account import MailAccount, Security, check_account
from otnet_desktop.domain.messages import MessageId
from otnet_desktop.exchange.eml import Attachment, letter
from otnet_desktop.services.clock import Clock
from otnet_desktop.services.outreach import OutreachService
from otnet_desktop.services.passwords import Passwords
from otnet_desktop.services.preferences import PreferencesService
from otnet_desktop.services.refs import new_ref
from otnet_desktop.services.sending_trouble import why_not
from otnet_desktop.store.store import Store

PATIENCE = 30
"""Seconds a server may take for each answer."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter ready to be handed in: nothing of it changes any more."""

    message: MessageId
    account: MailAccount
    mail: EmailMessage


class SendingService:
    """``trusted`` makes the TLS context: the system's certificates, unless a test brings its own."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        preferences: PreferencesService,
        outreach: OutreachService,
        passwords: Passwords,
        trusted: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    ) -> None:
        self._store = store
        self._clock = clock
        self._preferences = preferences
        self._outreach = outreach
        self.passwords = passwords
        self._trusted = trusted

    @property
    def account(self) -> MailAccount:
        """The account in the settings; empty unless the user set one up."""
        return self._preferences.current.mail

    def prepare(
        self, message: MessageId, to: Sequence[tuple[str, str]], attached: Attachment | None = None
    ) -> Outgoing:
        """The letter as it will go, to people given as (name, address). Raises NotAllowed and BadInput."""
        kept = self._store.messages.get(message)
        self._outreach.may_send(kept.person)
        account = self.account
        check_account(account)
        if not to:
            raise BadInput("There is no e-mail address to send this to.", "Add one to the person, then send.")
        now = self._clock.now().astimezone(self._preferences.timing().zone)
        me = (self._preferences.current.me.name, account.address)
        mail = letter(me, to, kept.subject, kept.body, now, new_ref("letter"), attached)
        return Outgoing(message, account, mail)

    def deliver(self, outgoing: Outgoing, password: str) -> None:
        """Hand it in. Raises NotSent with what to do; nothing is sent over a connection that is not encrypted.

        Once the server has taken it, nothing that goes wrong with the goodbye makes it not sent.
        """
        account = outgoing.account
        handed_in = taken = False
        try:
            with self._connected(account) as server:
                server.login(account.login, password)
                handed_in = True
                server.send_message(outgoing.mail)
                taken = True
        except (OSError, smtplib.SMTPException) as trouble:
            if taken:
                return
            raise why_not(trouble, account, handed_in=handed_in) from trouble

    def try_out(self, account: MailAccount, password: str) -> None:
        """Connect and sign in, and send nothing. Raises BadInput and NotSent."""
        check_account(account)
        try:
            with self._connected(account) as server:
                server.login(account.login, password)
        except (OSError, smtplib.SMTPException) as trouble:
            raise why_not(trouble, account, handed_in=False) from trouble

    def _connected(self, account: MailAccount) -> smtplib.SMTP:
        if account.security is Security.TLS:
            return smtplib.SMTP_SSL(account.host, account.port, timeout=PATIENCE, context=self._trusted())
        server = smtplib.SMTP(account.host, account.port, timeout=PATIENCE)
        try:
            server.starttls(context=self._trusted())
        except BaseException:
            server.close()
            raise
        return server


def whose(account: MailAccount) -> str:
    """By what the password of an account is asked for."""
    return f"{account.login} at {account.host}"
