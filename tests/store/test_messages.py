"""Messages: drafts, what became of them, what came in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.messages import Channel, Draft, MessageId, MessageState, Reply
from otnet_desktop.store.store import Store
from tests.factories import NOW, add_meeting, add_person

LATER = NOW + timedelta(hours=2)


def test_a_draft_is_saved_again_and_again_as_one(store: Store) -> None:
    ann = add_person(store)
    meeting = add_meeting(store, ann)
    draft = Draft(ann, f.OutKind.THANKS, "Thank you", "Dear", Channel.LINKEDIN, "THANKS:m:ann", meeting)
    number = store.messages.save_draft(Draft(ann, f.OutKind.INTRO), NOW)
    assert store.messages.save_draft(draft, LATER, number) == number
    (message,) = store.messages.drafts()
    assert (message.id, message.person, message.state, message.channel) == (
        number,
        ann,
        MessageState.DRAFT,
        Channel.LINKEDIN,
    )
    assert (message.kind, message.subject, message.body) == ("thanks", "Thank you", "Dear")
    assert (message.at, message.reminder, message.meeting) == (NOW, "THANKS:m:ann", meeting)
    assert message.is_mine


def test_a_draft_that_is_gone_is_saved_as_a_new_one(store: Store) -> None:
    ann = add_person(store)
    number = store.messages.save_draft(Draft(ann, f.OutKind.INTRO), NOW)
    store.messages.drop(number)
    again = store.messages.save_draft(Draft(ann, f.OutKind.INTRO), NOW, MessageId(number + 7))
    assert [message.id for message in store.messages.of(ann)] == [again]


def test_when_it_was_sent_is_told_by_its_fact(store: Store) -> None:
    ann = add_person(store)
    number = store.messages.save_draft(Draft(ann, f.OutKind.ASK), NOW)
    store.messages.mark(number, MessageState.HANDED_OVER)
    assert [message.id for message in store.messages.handed_over()] == [number]
    store.messages.mark(number, MessageState.SENT)
    store.facts.record(f.Sent(pid="", kind=f.OutKind.ASK, needs_reply=True, at=LATER), ann, message=number)
    message = store.messages.get(number)
    assert (message.state, message.at, message.needs_reply) == (MessageState.SENT, LATER, True)
    assert store.messages.drafts() == store.messages.handed_over() == []


def test_what_came_in_stands_between_what_went_out(store: Store) -> None:
    ann = add_person(store)
    first = store.messages.save_draft(Draft(ann, f.OutKind.INTRO), NOW)
    last = store.messages.save_draft(Draft(ann, f.OutKind.REPLY), NOW + timedelta(days=1))
    reply = store.messages.receive(Reply(ann, f.InKind.QUESTION, "Which school?"), LATER)
    assert [message.id for message in store.messages.of(ann)] == [first, reply, last]
    message = store.messages.get(reply)
    assert (message.kind, message.body, message.is_mine) == ("question", "Which school?", False)


def test_a_message_that_is_gone_is_said(store: Store) -> None:
    with pytest.raises(NotFound):
        store.messages.get(MessageId(7))
