"""The conversation by message: who asked, who answered, whose turn it is.

An approach begins with a request, allows so many nudges, and ends with a meeting, an answer, a no or silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import NamedTuple

from otnet_desktop.domain.facts import InKind, OutKind, Received, Sent
from otnet_desktop.domain.reminders import Ball

OPENS_A_CONVERSATION = frozenset({OutKind.REPLY, OutKind.CONFIRM, OutKind.APOLOGY, OutKind.OTHER})
"""Messages that can wait for an answer without being a request; notes and courtesies never do."""


class State(Enum):
    """How the conversation stands. What time alone does to it (resting) is worked out when one looks."""

    NONE = auto()
    AWAITING = auto()
    SCHEDULING = auto()
    CONVERSATION = auto()
    RESCHEDULING = auto()
    LATER = auto()
    DECLINED = auto()
    WITHDRAWN = auto()
    RESTING = auto()
    ADDRESS_PROBLEM = auto()


TALKING = frozenset({State.AWAITING, State.SCHEDULING, State.CONVERSATION})


class Standing(NamedTuple):
    """What an absent guest goes back to."""

    state: State
    nudges: int


@dataclass(slots=True)
class Exchange:
    """The state of the conversation, moved on by each fact in order of time.

    ``asked_at`` is my last message while I wait, ``owed_at`` theirs while they wait; ``they_proposed`` times in it.
    ``Ball.NONE`` while talking means that nothing is owed by anybody.
    """

    state: State = State.NONE
    ball: Ball = Ball.NONE
    approach: int = 0
    nudges: int = 0
    waiting_for: str = ""
    asked_at: datetime | None = None
    owed_at: datetime | None = None
    they_proposed: bool = False
    away_until: date | None = None
    ask_again_on: date | None = None
    put_off_at: datetime | None = None
    said_no_at: datetime | None = None
    bounced_at: datetime | None = None
    broken_off_at: datetime | None = None
    broken_off_why: str = ""
    was_planned_for: datetime | None = None
    moved_on_at: datetime | None = None

    @property
    def is_waiting(self) -> bool:
        """They have my question and have not answered."""
        return self.ball is Ball.THEM and self.state in TALKING

    # -- what I wrote ------------------------------------------------------------------------------------------

    def wrote(self, sent: Sent, *, gone_stale: bool) -> None:
        """I sent something. ``gone_stale``: so long after my last message that a request is a fresh start."""
        self.said_no_at, self.moved_on_at = None, sent.at
        match sent.kind:
            case OutKind.NUDGE if self.is_waiting:
                self.nudges += 1
                self.asked_at = sent.at
            case OutKind.NUDGE if self.state is not State.LATER:
                self._wrote_something_else(sent)
            case OutKind.INTRO | OutKind.ASK | OutKind.NUDGE:
                self._ask(sent.at, State.AWAITING, "intro", gone_stale=gone_stale)
            case OutKind.SLOTS:
                self._ask(sent.at, State.SCHEDULING, "slots", gone_stale=gone_stale)
            case _:
                self._wrote_something_else(sent)

    def _ask(self, at: datetime, state: State, waiting_for: str, *, gone_stale: bool) -> None:
        if self.is_waiting and not gone_stale:
            self.nudges += 1  # asking again before they answered is a nudge by another name
        else:
            self.nudges = 0
            goes_on = self.state in TALKING or self.state is State.RESCHEDULING
            if state is State.AWAITING or self.is_waiting or not goes_on:
                self.approach += 1
        self._wait(at, state, waiting_for)

    def _wrote_something_else(self, sent: Sent) -> None:
        expects_answer = sent.needs_reply and sent.kind in OPENS_A_CONVERSATION
        if self.is_waiting:
            self.asked_at = sent.at
        elif self.state is State.RESCHEDULING:
            self._wait(sent.at, State.SCHEDULING if expects_answer else self.state, "conversation")
        elif self.state in TALKING:
            if expects_answer:
                self.nudges = 0
                self._wait(sent.at, self.state, "conversation")
            else:
                self.ball, self.asked_at = Ball.NONE, sent.at
        elif self.state in (State.NONE, State.ADDRESS_PROBLEM):
            self.state, self.ball = State.NONE, Ball.NONE
            if expects_answer:
                self.nudges = 0
                self.approach += 1
                self._wait(sent.at, State.CONVERSATION, "conversation")

    def _wait(self, at: datetime, state: State, waiting_for: str) -> None:
        self.state, self.ball = state, Ball.THEM
        self.asked_at, self.waiting_for = at, waiting_for

    # -- what they wrote ---------------------------------------------------------------------------------------

    def heard(self, received: Received, *, met: bool) -> None:
        """They answered, or their mail system did."""
        match received.kind:
            case InKind.OUT_OF_OFFICE:
                self.away_until = received.return_on or self.away_until
                return
            case InKind.DO_NOT_CONTACT:
                return
            case InKind.BOUNCE:
                self.state, self.ball, self.bounced_at = State.ADDRESS_PROBLEM, Ball.ME, received.at
                return
        self.nudges = 0
        self.said_no_at, self.moved_on_at = None, received.at
        match received.kind:
            case InKind.YES | InKind.SLOTS | InKind.ANOTHER_TIME:
                self._owe(received.at, State.SCHEDULING)
                self.they_proposed = received.kind is InKind.SLOTS
            case InKind.QUESTION:
                self._owe(received.at, State.CONVERSATION)
            case InKind.ANSWER:
                self.state, self.ball = State.NONE, Ball.NONE
            case InKind.NO:
                self.state, self.ball = State.NONE if met else State.DECLINED, Ball.NONE
                self.said_no_at = received.at
            case InKind.LATER:
                self.state, self.ball = State.LATER, Ball.NONE
                self.put_off_at, self.ask_again_on = received.at, received.ask_again_on
            case InKind.NOTE if self.is_waiting:
                self.state, self.ball = State.CONVERSATION, Ball.NONE

    def _owe(self, at: datetime, state: State) -> None:
        self.state, self.ball, self.owed_at = state, Ball.ME, at

    # -- what happened besides ---------------------------------------------------------------------------------

    def met_or_agreed(self) -> None:
        """A meeting was booked, or we met: the messages before it have done their work."""
        self.state, self.ball, self.nudges, self.said_no_at = State.NONE, Ball.NONE, 0, None

    def broke_off(self, at: datetime, why: str, planned: datetime) -> None:
        """A meeting ``planned`` for then fell through; it is on me to write."""
        self.state, self.ball = State.RESCHEDULING, Ball.ME
        self.broken_off_at, self.broken_off_why, self.was_planned_for = at, why, planned

    def rests(self) -> None:
        """Nothing more is to be done about it."""
        self.state, self.ball = State.RESTING, Ball.NONE

    def withdrawn(self) -> None:
        """I let it go."""
        self.state, self.ball, self.said_no_at = State.WITHDRAWN, Ball.NONE, None

    def address_works(self) -> None:
        """Nothing was delivered, so there is nothing to wait for; but one can write again."""
        if self.state is State.ADDRESS_PROBLEM:
            self.state, self.ball = State.NONE, Ball.NONE

    @property
    def standing(self) -> Standing:
        """How it stands, to go back to if the meeting being booked turns out not to have been theirs."""
        return Standing(self.state, self.nudges)

    def goes_back_to(self, before: Standing) -> None:
        """They were absent from the meeting that followed: the state of then, with nothing owed."""
        self.state, self.nudges, self.ball = before.state, before.nudges, Ball.NONE

    def has_moved_on_since(self, instant: datetime) -> bool:
        """Whether one of us wrote after that."""
        return self.moved_on_at is not None and self.moved_on_at > instant
