"""A real mail server on this machine, encrypted, that keeps what it is handed."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from threading import Thread
from typing import Any

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from otnet_desktop.domain.mail_account import MailAccount, Security

HOST = "localhost"
OLD = Security.STARTTLS
PASSWORD = "open sesame"
AUTHORITY = trustme.CA()


class Post:
    """What arrived. ``refused`` is an address nobody may write to, ``goodbye`` how it answers one (421: rudely)."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.to: list[str] = []
        self.refused = ""
        self.code = ""
        self.goodbye = "221 bye"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name and arguments
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.code == "drop":
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
            return "421 gone"
        if self.code:
            return f"{self.code} not today"
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        self.to += envelope.rcpt_tos
        return "250 taken"

    async def handle_QUIT(self, _server: SMTP, _session: Session, _envelope: Envelope) -> str:  # noqa: N802
        return self.goodbye


def authenticate(_server: SMTP, _session: Session, _envelope: Envelope, _way: str, told: Any) -> AuthResult:  # noqa: ANN401
    assert isinstance(told, LoginPassword)
    return AuthResult(success=told.password == PASSWORD.encode(), handled=False)


def certified() -> ssl.SSLContext:
    """The server's side, with a certificate of an authority of our own."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert(HOST).configure_cert(context)
    return context


def trusting() -> ssl.SSLContext:
    """Our side, which knows that authority."""
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context


@contextmanager
def serving(security: Security | None) -> Iterator[tuple[Post, MailAccount]]:
    """A server while the block runs; with ``None`` it offers no encryption."""
    post = Post()
    # Left to itself aiosmtpd takes only STARTTLS for encrypted, and offers to sign in nowhere else.
    settings: dict[str, Any] = {"authenticator": authenticate, "auth_require_tls": security is Security.STARTTLS}
    if security is Security.STARTTLS:
        settings |= {"tls_context": certified(), "require_starttls": True, "auth_required": True}
    tls = certified() if security is Security.TLS else None
    loop = asyncio.new_event_loop()

    async def listen() -> asyncio.Server:
        return await loop.create_server(lambda: SMTP(post, loop=loop, **settings), "127.0.0.1", 0, ssl=tls)

    async def close(server: asyncio.Server) -> None:
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    thread = Thread(target=loop.run_forever, name="mail server")
    thread.start()
    try:
        server = asyncio.run_coroutine_threadsafe(listen(), loop).result()
        yield post, MailAccount("jordan@school.example", HOST, server.sockets[0].getsockname()[1], security or OLD)
        asyncio.run_coroutine_threadsafe(close(server), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
