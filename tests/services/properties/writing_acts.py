"""What a user may write, hear and say was sent, one act a function. See ``lives``."""

from __future__ import annotations

from datetime import timedelta

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.messages import Channel, Draft, MessageId, Reply
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reminders import Reminder
from tests.services.properties.lives import Act, Life, listed
from tests.services.properties.meeting_acts import any_meeting, promise

# -- writing ---------------------------------------------------------------------------------------------------


def draft_to(life: Life, person: PersonId) -> Draft:
    """Any message, perhaps the answer to something in the list."""
    of_them = [r for r in life.workspace.people.outlook(person).reminders if life.whether()]
    channel, reminder = life.one(*Channel), of_them[0].key if of_them else ""
    return Draft(person, life.one(*f.OutKind), life.word(person), life.word(person), channel, reminder)


def write_draft(life: Life) -> MessageId:
    return life.workspace.composing.save(draft_to(life, life.person()), None).message


def begin_letter(life: Life) -> None:
    begun = life.workspace.composing.begin(life.person(), any_reminder(life).key if life.whether() else "")
    life.workspace.composing.save(begun.draft, begun.message)


def hand_over(life: Life) -> None:
    life.workspace.outreach.hand_over(draft_of(life))


def not_yet(life: Life) -> None:
    life.workspace.outreach.not_yet(draft_of(life))


def change_mind(life: Life) -> None:
    life.workspace.outreach.changed_my_mind(draft_of(life))


def hear(life: Life) -> None:
    """An answer of any kind."""
    person = life.person()
    reply = Reply(person, life.one(*f.InKind), life.word(person), ask_again_on=life.day(), return_on=life.day())
    life.workspace.outreach.log_reply(reply)


def let_go(life: Life) -> None:
    life.workspace.outreach.withdraw(life.person())


def draft_of(life: Life) -> MessageId:
    """A message that waits for the word, or a new one."""
    waiting = life.workspace.outreach.draft_for(life.person())
    return waiting.id if waiting else write_draft(life)


def any_reminder(life: Life) -> Reminder:
    """Anything in the list, what is due first; if there is nothing, a promise was made just now."""
    if not listed(life.workspace):
        promise(life)
    return life.reminder()


WRITING: tuple[Act, ...] = (write_draft, begin_letter, hand_over, not_yet, change_mind, hear, let_go)


def say_sent(life: Life) -> None:
    life.workspace.composing.sent(draft_of(life))


def log_sent(life: Life) -> None:
    person = life.person()
    at = life.clock.now() - life.one(timedelta(0), timedelta(days=1))
    life.workspace.outreach.log_sent(draft_to(life, person), needs_reply=life.whether(), at=at)


def thank(life: Life) -> None:
    meeting = any_meeting(life)
    life.workspace.thanks.thank(meeting.plan.people, meeting.ref, life.one(*f.ThanksHow), again=life.whether())


def do_what_is_asked(life: Life) -> None:
    life.workspace.reminders.done(any_reminder(life).key)


SAYS_SENT: tuple[Act, ...] = (say_sent, log_sent, thank, do_what_is_asked)
