"""Replays a network told as facts through the same services that the window uses."""

from __future__ import annotations

from dataclasses import dataclass

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import BadInput, NotAllowed, OtnetError
from otnet_desktop.domain.meetings import MeetingId, MeetingPlan
from otnet_desktop.domain.messages import Draft, Reply
from otnet_desktop.domain.network import Network
from otnet_desktop.domain.network_hours import hours_told
from otnet_desktop.domain.network_people import (
    me_told,
    notes_told,
    organisation_told,
    profile_told,
    purpose_told,
    research_told,
)
from otnet_desktop.domain.people import Affiliation, PersonId
from otnet_desktop.domain.research import KeyPoint, Purpose
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.organisations import Organisation

WORDLESS = "Noted without words"
"""A key point of a file that tells only that one was noted."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """How much came in."""

    people: int
    facts: int


def replay(workspace: Workspace, network: Network) -> Replayed:
    """Fill an empty data folder. Raises BadInput when there is somebody already, or for a fact that cannot be."""
    if workspace.store.people.is_anybody_here():
        raise BadInput(
            "There are people here already.", "A sample goes into an empty folder: name one with --data-dir."
        )
    telling = Telling(workspace, network)
    try:
        with workspace.steps.together("Fill with a sample"):
            telling.all()
    except OtnetError:
        workspace.preferences.reload()  # they are as they were, too
        raise
    return Replayed(len(network.people), len(network.facts))


class Telling:
    """Remembers who is who while facts are told in their order."""

    def __init__(self, workspace: Workspace, network: Network) -> None:
        self._workspace = workspace
        self._network = network
        self._people: dict[str, PersonId] = {}
        self._meetings: dict[str, MeetingId] = {}

    def all(self) -> None:
        """Everything, in its order."""
        self.habits()
        self.places()
        self.everyone()
        for fact in self._network.facts:
            if not isinstance(fact, f.PersonAdded):
                self.tell(fact)
        self.notes()

    def habits(self) -> None:
        """The file's settings become the user's, and so does who tells it, and when they are free."""
        told = me_told(self._network.me, self._network.organisations)
        self._workspace.preferences.change(timing=dict(self._network.settings), me=told)
        weekly = hours_told(self._network.me)
        if weekly:
            self._workspace.availability.paint(weekly)

    def places(self) -> None:
        """The organisations come first: people work at them."""
        for told in self._network.organisations.values():
            self._workspace.store.organisations.add(Organisation(**organisation_told(told)))

    def everyone(self) -> None:
        """People come before what happened: others may have spoken of them before they were added."""
        for fact in self._network.facts:
            if isinstance(fact, f.PersonAdded):
                profile = profile_told(self._network.people[fact.pid], self._network.organisations)
                self._people[fact.pid] = self._workspace.people.add(profile, ref=fact.pid, at=fact.at).id

    def notes(self) -> None:
        """What the file tells about meetings beyond facts: takeaways and advice."""
        for ref, told in self._network.people.items():
            notes, advice = notes_told(told)
            meetings = self._workspace.meetings.of(self._people[ref]) if told.get("meeting_notes") else []
            if meetings:
                self._workspace.meetings.keep(meetings[-1].id, notes)
                for piece in advice:
                    self._workspace.advice.receive(self._people[ref], piece, meetings[-1].id)

    def tell(self, fact: f.Fact) -> None:
        """Do again what a fact tells."""
        w = self._workspace
        match fact:
            case f.PurposeSet(pid=pid, kind=kind, gate=gate):
                listed, statement = purpose_told(self._network.people[pid])
                purpose = Purpose(kind or listed or "setting_info", statement, gate=gate)
                w.research.save_purpose(self._people[pid], purpose, fact.at)
            case f.KeyPointNoted(pid=pid):
                self._note_key_points(pid, fact)
            case f.DraftSaved(pid=pid):
                w.outreach.save_draft(Draft(self._people[pid], f.OutKind.INTRO), at=fact.at)
            case f.Sent(pid=pid, kind=kind, needs_reply=needs_reply):
                w.outreach.log_sent(Draft(self._people[pid], kind), needs_reply=needs_reply, at=fact.at)
            case f.Received(pid=pid, kind=received, ask_again_on=ask, return_on=back):
                reply = Reply(self._people[pid], received, ask_again_on=ask, return_on=back)
                w.outreach.log_reply(reply, fact.at)
            case f.Withdrawn(pid=pid):
                w.outreach.withdraw(self._people[pid], fact.at)
            case f.Snoozed():
                w.reminders.act("Later", fact)
            case f.Dismissed():
                w.reminders.act("Skip", fact)
            case _:
                self._tell_about_people(fact)

    def _tell_about_people(self, fact: f.Fact) -> None:
        w = self._workspace
        match fact:
            case f.ChannelChecked(pid=pid, ok=ok):
                w.people.channel(self._people[pid], ok=ok, at=fact.at)
            case f.StatusSet(pid=pid, status=status, on=on):
                w.people.set_status(self._people[pid], status, on=on, at=fact.at)
            case f.JobMoved(pid=pid, address_lost=lost, organisation=to):
                place = organisation_told(self._network.organisations.get(to, {}))["name"] or to
                new = Affiliation(organisation=place) if to else None
                w.people.moved(self._people[pid], new, address_lost=lost, at=fact.at)
            case f.CadenceSet(pid=pid, days=days):
                w.people.keep_in_touch(self._people[pid], days, fact.at)
            case f.Referred(by=by, to=to):
                w.people.referred(self._people[by], self._people[to], fact.at)
            case f.PromiseMade(cid=cid, pid=pid, by=side, text=text, due_on=due_on):
                w.promises.make(self._people[pid], side, text, due_on, ref=cid, at=fact.at)
            case f.PromiseKept(cid=cid):
                w.promises.keep(cid, fact.at)
            case f.OpportunityNoted(oid=oid, state=state, pid=pid, title=title, deadline=deadline, helpers=helpers):
                w.promises.note_opportunity(
                    title,
                    state,
                    person=self._people.get(pid),
                    deadline=deadline,
                    helpers=self._ids(helpers),
                    ref=oid,
                    at=fact.at,
                )
            case _:
                self._tell_about_meetings(fact)

    def _tell_about_meetings(self, fact: f.Fact) -> None:
        w = self._workspace
        match fact:
            case f.MeetingAgreed(mid=mid, pids=pids, start=start, end=end, format=form):
                plan = MeetingPlan(self._ids(pids), start, end, form)
                self._meetings[mid] = w.meetings.agreed(plan, ref=mid, at=fact.at).id
            case f.Encountered(mid=mid, pids=pids, event=event):
                self._meet(mid, pids, event, fact)
            case f.Joined(mid=mid, pid=pid):
                w.meetings.join(self._meeting(mid), self._people[pid], fact.at)
            case f.MeetingMoved(mid=mid, start=start, end=end):
                w.meetings.move(self._meeting(mid), start, end, fact.at)
            case f.MeetingCancelled(mid=mid, by=by):
                w.meetings.cancel(self._meeting(mid), by, fact.at)
            case f.OutcomeRecorded(mid=mid, outcome=outcome, absent=absent):
                w.meetings.turned_out(self._meeting(mid), outcome, self._ids(absent), fact.at)
            case _:
                self._tell_about_thanks(fact)

    def _tell_about_thanks(self, fact: f.Fact) -> None:
        match fact:
            case f.Thanked(mid=mid, pids=pids, how=how, forced=forced):
                self._thank(mid, pids, how, fact, again=forced)
            case f.ThanksSkipped(mid=mid, pid=pid, reason=reason):
                self._workspace.thanks.skip(self._people[pid], mid, reason, fact.at)
            case _:
                message = f"no use case tells {type(fact).__name__}"
                raise TypeError(message)

    def _meet(self, mid: str, pids: tuple[str, ...], event: str, fact: f.Fact) -> None:
        """The first who tells of an encounter begins it; others join."""
        meetings, people = self._workspace.meetings, self._ids(pids)
        if mid not in self._meetings:
            self._meetings[mid] = meetings.met_by_chance(people, event=event, ref=mid, at=fact.at).id
            return
        for person in people:
            meetings.join(self._meetings[mid], person, fact.at)

    def _note_key_points(self, pid: str, fact: f.KeyPointNoted) -> None:
        """The points the file lists come with the first such fact; later ones tell only that there was one more."""
        person = self._people[pid]
        known = self._workspace.research.of(person).key_points
        points = () if known else research_told(self._network.people[pid])
        self._workspace.research.save_key_points(person, (*known, *(points or (KeyPoint(WORDLESS),))), fact.at)

    def _thank(self, mid: str, pids: tuple[str, ...], how: f.ThanksHow, fact: f.Fact, *, again: bool) -> None:
        """One by one, so that somebody who was thanked before does not keep the others from their thanks."""
        for person in self._ids(pids):
            try:
                self._workspace.thanks.thank([person], mid, how, again=again, at=fact.at)
            except NotAllowed:
                continue  # a second thank-you for one meeting is refused, in a file as in the window

    def _ids(self, refs: tuple[str, ...]) -> tuple[PersonId, ...]:
        return tuple(self._people[ref] for ref in refs)

    def _meeting(self, mid: str) -> MeetingId:
        if mid not in self._meetings:
            raise BadInput(f'Nothing tells of the meeting "{mid}" before this.', "Correct the file and try again.")
        return self._meetings[mid]
