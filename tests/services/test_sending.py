"""Letters handed in to a real server: encrypted or not at all, and every failure in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from icalendar import Calendar

from otnet_desktop.domain.errors import BadInput, MayBeSent, NotAllowed, NotSent, PasswordRefused
from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.mail_account import MailAccount, Security, check_account, suggested
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Draft, MessageId, MessageState
from otnet_desktop.domain.people import ContactKind, ContactPoint, PersonId, Status
from otnet_desktop.domain.preferences import Me
from otnet_desktop.services.passwords import Passwords
from otnet_desktop.services.sending import Outgoing, SendingService
from otnet_desktop.services.workspace import Workspace
from tests.factories import add_person, profile
from tests.services.mail_server import PASSWORD, serving, trusting

pytestmark = pytest.mark.loopback

TO = (("Renata Núñez", "renata@larchmont.example"),)


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add_person(workspace.store, "Renata Núñez", "renata")


@pytest.fixture
def draft(workspace: Workspace, renata: PersonId) -> MessageId:
    return workspace.outreach.save_draft(
        Draft(renata, OutKind.ASK, "Sensory paths – a question", "Dear Renata,\n\nHi.\n")
    )


def sending(workspace: Workspace, account: MailAccount) -> SendingService:
    workspace.preferences.change(mail=account, me=Me(name="Jordan Avery"))
    return SendingService(
        workspace.store, workspace.clock, workspace.preferences, workspace.outreach, Passwords(), trusting
    )


@pytest.mark.parametrize("security", list(Security))
def test_a_letter_arrives_as_it_was_written(workspace: Workspace, draft: MessageId, security: Security) -> None:
    with serving(security) as (post, account):
        service = sending(workspace, account)
        service.try_out(account, PASSWORD)
        service.deliver(service.prepare(draft, TO), PASSWORD)
    (mail,) = post.mails
    assert post.to == ["renata@larchmont.example"]
    assert mail["Subject"] == "Sensory paths – a question"
    assert mail["From"] == "Jordan Avery <jordan@school.example>"
    assert mail["To"] == "Renata Núñez <renata@larchmont.example>"
    assert mail["Message-ID"].endswith("@school.example>")
    assert mail["Date"].datetime == workspace.clock.now().replace(microsecond=0)
    assert mail.get_content() == "Dear Renata,\r\n\r\nHi.\r\n"
    assert "X-Unsent" not in mail
    assert workspace.store.messages.get(draft).state is MessageState.DRAFT


def test_a_letter_that_confirms_a_time_carries_the_invitation(workspace: Workspace) -> None:
    points = (ContactPoint(ContactKind.EMAIL, "renata@larchmont.example"),)
    renata = add_person(workspace.store, profile("Renata Núñez", contact_points=points))
    start = workspace.clock.now() + timedelta(days=7)
    workspace.meetings.book(MeetingPlan((renata,), start, start + timedelta(minutes=20)))
    message = workspace.outreach.save_draft(Draft(renata, OutKind.CONFIRM, "See you on Wednesday", "Dear Renata\n"))
    with serving(Security.TLS) as (post, account):
        service = sending(workspace, account)
        attached = workspace.invitations.for_letter(workspace.outreach.get(message), account.address)
        service.deliver(service.prepare(message, TO, attached), PASSWORD)
    (mail,) = post.mails
    words = mail.get_body(("plain",))
    assert words is not None
    assert words.get_content() == "Dear Renata\r\n"
    (part,) = mail.iter_attachments()
    assert (part.get_content_type(), part["Content-Type"].params["method"]) == ("text/calendar", "REQUEST")
    (event,) = Calendar.from_ical(part.get_content()).walk("VEVENT")
    assert event.decoded("DTSTART") == start
    assert str(event["ORGANIZER"]) == "mailto:jordan@school.example", "where answers reach who sent it"
    assert str(event["ATTENDEE"]) == "mailto:renata@larchmont.example"


def refusal(service: SendingService, letter: Outgoing, password: str = PASSWORD) -> str:
    with pytest.raises(NotSent) as told:
        service.deliver(letter, password)
    assert told.value.hint
    return told.value.title


def test_nothing_goes_unencrypted(workspace: Workspace, draft: MessageId) -> None:
    with serving(None) as (post, account):
        service = sending(workspace, account)
        assert "no encrypted connection" in refusal(service, service.prepare(draft, TO))
        assert post.mails == []
        other = replace(account, security=Security.TLS)
        service = sending(workspace, other)
        assert "No encrypted connection" in refusal(service, service.prepare(draft, TO))
        assert post.mails == []


@pytest.mark.parametrize("security", list(Security))
def test_a_server_nobody_vouches_for_gets_nothing(workspace: Workspace, draft: MessageId, security: Security) -> None:
    with serving(security) as (post, account):
        sending(workspace, account)
        strict = workspace.sending
        assert "could not prove" in refusal(strict, strict.prepare(draft, TO))
        assert post.mails == []


def test_what_the_server_says_no_to(workspace: Workspace, draft: MessageId) -> None:
    with serving(Security.TLS) as (post, account):
        service = sending(workspace, account)
        letter = service.prepare(draft, TO)
        assert "did not accept the name and password" in refusal(service, letter, "wrong")
        post.refused = "renata@larchmont.example"
        assert "refused the address renata@larchmont.example" in refusal(service, letter)
        post.refused, post.code = "", "552"
        assert "did not take the letter (code 552)" in refusal(service, letter)
        post.code = "drop"
        assert "broke while the letter was handed in" in refusal(service, letter)


def test_what_the_failure_leaves_open(workspace: Workspace, draft: MessageId) -> None:
    """Another password, another try, or a look into one's sent mail."""
    with serving(Security.TLS) as (post, account):
        service = sending(workspace, account)
        letter = service.prepare(draft, TO)
        with pytest.raises(PasswordRefused):
            service.deliver(letter, "wrong")
        post.code = "drop"
        with pytest.raises(MayBeSent):
            service.deliver(letter, PASSWORD)
        post.code = "451"
        with pytest.raises(NotSent) as refused:
            service.deliver(letter, PASSWORD)
        assert type(refused.value) is NotSent
        assert post.mails == []


def test_a_rude_goodbye_makes_nothing_unsent(workspace: Workspace, draft: MessageId) -> None:
    with serving(Security.TLS) as (post, account):
        service = sending(workspace, account)
        post.goodbye = "421 go away"
        service.deliver(service.prepare(draft, TO), PASSWORD)
        assert len(post.mails) == 1


def test_nobody_there(workspace: Workspace, draft: MessageId) -> None:
    with serving(Security.TLS) as (_post, account):
        service = sending(workspace, account)
    assert "cannot be reached" in refusal(service, service.prepare(draft, TO))
    service = sending(workspace, replace(account, host="nowhere.invalid"))
    assert "no server called nowhere.invalid" in refusal(service, service.prepare(draft, TO))


def test_the_hard_rules_hold_here_too(workspace: Workspace, renata: PersonId, draft: MessageId) -> None:
    service = sending(workspace, MailAccount("me@a.example", "smtp.a.example"))
    with pytest.raises(BadInput, match="no e-mail address"):
        service.prepare(draft, ())
    workspace.people.set_status(renata, Status.DO_NOT_CONTACT)
    with pytest.raises(NotAllowed):
        service.prepare(draft, TO)


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("ada@gmail.com", "smtp.gmail.com", 465),
        ("ada@Outlook.com", "smtp-mail.outlook.com", 587),
        ("ada@larchmont.example", "smtp.larchmont.example", 465),
        ("ada", "", 465),
    ],
)
def test_a_server_is_suggested(address: str, host: str, port: int) -> None:
    assert (suggested(address).host, suggested(address).port) == (host, port)


@pytest.mark.parametrize(
    "account", [MailAccount("a@b.c", ""), MailAccount("a@b.c", "a b"), MailAccount("a@b.c", "h", 0)]
)
def test_an_account_that_cannot_be(account: MailAccount) -> None:
    with pytest.raises(BadInput):
        check_account(account)


def test_an_account_is_kept_with_the_preferences(workspace: Workspace) -> None:
    account = MailAccount("a@b.example", "smtp.b.example", 587, Security.STARTTLS, "ada")
    workspace.preferences.change(mail=account)
    workspace.preferences.reload()
    assert workspace.preferences.current.mail == account
