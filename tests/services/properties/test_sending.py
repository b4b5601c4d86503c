"""Nothing is ever sent, or marked as sent, without the user's word, and nothing is reached over the network."""

from __future__ import annotations

import socket
import subprocess
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.messages import MessageState
from tests.services.properties.every_act import EVERY_ACT, live
from tests.services.properties.lives import FEW, Life, living
from tests.services.properties.people_acts import add_person
from tests.services.properties.program_acts import HISTORY
from tests.services.properties.writing_acts import SAYS_SENT, WRITING, begin_letter, hand_over

WAYS_OUT = ("connect", "connect_ex", "sendto", "sendmsg", "bind")


def sent(life: Life) -> set[tuple[object, ...]]:
    """Every message that counts as sent, and every fact that says so."""
    store = life.workspace.store
    messages = {
        (message.id, person)
        for person in store.people.everyone()
        for message in store.messages.of(person)
        if message.state is MessageState.SENT
    }
    facts = store.facts.everything()
    said = {(type(fact).__name__, fact.at, *_whom(fact)) for fact in facts if isinstance(fact, f.Sent | f.Thanked)}
    return messages | said


def _whom(fact: f.Sent | f.Thanked) -> tuple[str, ...]:
    return (fact.pid, fact.kind) if isinstance(fact, f.Sent) else (fact.mid, fact.how)


@FEW
@given(st.data())
def test_nothing_is_sent_without_the_users_word(data: st.DataObject) -> None:
    with living(data.draw) as life:
        add_person(life)
        said: set[tuple[object, ...]] = set()
        for _ in range(data.draw(st.integers(5, 20))):
            before = sent(life)
            act = life.does(hand_over, begin_letter, *WRITING * 3, *EVERY_ACT)
            if act in SAYS_SENT:
                said |= sent(life)
            # Deleting somebody takes their messages along; undo and redo bring back only what was said once.
            assert sent(life) <= (said if act in HISTORY else before | (said if act in SAYS_SENT else set())), act


@FEW
@given(st.data())
def test_what_was_handed_over_waits_for_the_users_word(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life, (begin_letter, *WRITING))
        waiting = [(m.id, m.state) for m in life.workspace.outreach.waiting_for_word()]
        life.restart()
        life.wake(days=data.draw(st.integers(0, 30)))
        life.workspace.noticing.look()
        assert [(m.id, m.state) for m in life.workspace.outreach.waiting_for_word()] == waiting
        assert sent(life) == set()


@FEW
@given(st.data())
def test_nothing_reaches_for_the_network(data: st.DataObject) -> None:
    tried: list[object] = []

    def refuse(*arguments: object, **_named: object) -> None:
        tried.append(arguments)
        raise OSError

    ways = [patch.object(socket.socket, way, refuse) for way in WAYS_OUT]
    ways += [patch.object(socket, "getaddrinfo", refuse), patch.object(subprocess, "Popen", refuse)]
    for way in ways:
        way.start()
    try:
        with living(data.draw) as life:
            live(life)
    finally:
        for way in ways:
            way.stop()
    assert tried == []
