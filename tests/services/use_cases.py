"""Every use case that writes, once, in a small world that lets each of them change something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.advice import AdviceId
from otnet_desktop.domain.availability import FreeDay, FreeTime, Span
from otnet_desktop.domain.compass import Cell, Mark
from otnet_desktop.domain.fresh_start import FreshStart
from otnet_desktop.domain.hours import Hours, HoursKind
from otnet_desktop.domain.meetings import Meeting, MeetingNotes, MeetingPlan
from otnet_desktop.domain.messages import Draft, MessageId, Reply
from otnet_desktop.domain.own_letters import OwnLetter
from otnet_desktop.domain.people import Affiliation, PersonId, Profile, Status
from otnet_desktop.domain.promises import Opportunity
from otnet_desktop.domain.reflections import Reflection
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.domain.research import KeyPoint, Purpose, PurposeState
from otnet_desktop.services.vocabulary import OwnList
from otnet_desktop.services.workspace import Workspace
from tests.factories import profile, school_ot

PLACE = "Larchmont USD"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Fay Imported\r\nN:Imported;Fay;;;\r\nEND:VCARD\r\n"


@dataclass(slots=True)
class World:
    """What there is to act on. ``workspace`` is another one after each restart."""

    workspace: Workspace
    folder: Path
    ann: PersonId
    bo: PersonId
    cy: PersonId
    past: Meeting
    ahead: Meeting
    advice: AdviceId
    followed: AdviceId
    draft: MessageId
    handed: MessageId
    letter: OwnLetter
    now: datetime


def a_world(workspace: Workspace, folder: Path) -> World:
    """Ann with everything, Bo and Cy with little; a meeting three days ago and one in a week."""
    w, now = workspace, workspace.clock.now()
    ann, bo, cy = (w.people.add(who).id for who in (school_ot(), profile("Bo Ek"), profile("Cy Day")))
    dee = w.people.add(profile("Dee Gone")).id
    w.care.back_up(folder / "dee.db")
    w.people.remove(dee)
    start = now - timedelta(days=3)
    past = w.meetings.held(MeetingPlan((ann,), start, start + timedelta(hours=1), title="Talk"))
    ahead = w.meetings.book(MeetingPlan((ann, bo), now + timedelta(days=7), now + timedelta(days=7, hours=1)))
    w.research.save_purpose(ann, Purpose("fieldwork", gate=f.Gate.OPEN))
    w.research.add_key_point(ann, KeyPoint("Runs a club"))
    w.research.save_notes(ann, "Kind")
    w.research.tick(ann, "site", True)
    w.checklists.tick_with(ann, "zones", True)
    w.promises.make(ann, f.Side.ME, "A book", now.date(), ref="c1")
    w.promises.make(bo, f.Side.THEM, "A name", now.date(), ref="c2")
    w.opportunities.write(Opportunity(0, "", "Award", ann))
    w.advice.receive(ann, "Join a group", past.id)
    w.places.save_notes(PLACE, "Quiet")
    w.questions.add("opening", "One?")
    w.questions.add("opening", "Two?")
    w.vocabulary.add(OwnList.SETTINGS, "Care farm")
    w.hours.save(Hours(now.date(), 60, HoursKind.READING, "A paper"))
    w.compass.mark(Cell("Mental Health", "school"), Mark.CURIOUS)
    w.availability.add_day(FreeDay(now.date() + timedelta(days=9)))
    w.offers.offer(bo, [Span(now + timedelta(days=8), now + timedelta(days=8, minutes=30))])
    letter = w.letters.add(OwnLetter("", "Mine", body="Dear {given}"))
    handed = w.outreach.save_draft(Draft(cy, f.OutKind.INTRO, "Hello", "Dear Cy"))
    w.outreach.hand_over(handed)
    draft = w.outreach.save_draft(Draft(bo, f.OutKind.INTRO, "Hello", "Dear Bo"))
    (advice,) = w.advice.of(ann)
    w.advice.receive(bo, "Rest more", ahead.id)
    (followed,) = w.advice.of(bo)
    w.advice.tried(followed.id)
    w.advice.told(followed.id)
    w.availability.paint([FreeTime(day, 540, 1020) for day in range(7)])
    (folder / "cards.vcf").write_text(CARD, "utf-8", newline="")
    return World(workspace, folder, ann, bo, cy, past, ahead, advice.id, followed.id, draft, handed, letter, now)


UseCase = Callable[[Workspace, World], object]


def edited(w: Workspace, person: PersonId, **changes: object) -> Profile:
    return replace(w.people.get(person).profile, **changes)  # type: ignore[arg-type]


def purpose(w: Workspace, x: World) -> Purpose:
    return next(known for known in w.research.of(x.ann).purposes if known.id)


def key_of(w: Workspace, *kinds: Kind) -> str:
    return next(r.key for r in (*w.reminders.due(), *w.reminders.upcoming()) if not kinds or r.kind in kinds)


def all_put_off(w: Workspace, x: World) -> FreshStart:
    first, *others = w.reminders.due()
    return FreshStart(later=tuple((reminder, x.now + timedelta(days=2)) for reminder in others), let_go=(first,))


def later(x: World, days: int) -> tuple[datetime, datetime]:
    return x.now + timedelta(days=days), x.now + timedelta(days=days, hours=1)


USE_CASES: dict[str, UseCase] = {
    "advice.receive": lambda w, x: w.advice.receive(x.ann, "Read more", x.past.id),
    "advice.remove": lambda w, x: w.advice.remove(x.advice),
    "advice.reword": lambda w, x: w.advice.reword(x.advice, "Join two groups"),
    "advice.told": lambda w, x: w.advice.told(x.advice),
    "advice.tried": lambda w, x: w.advice.tried(x.advice),
    "advice.untold": lambda w, x: w.advice.untold(x.followed),
    "advice.untried": lambda w, x: w.advice.untried(x.followed),
    "availability.add_day": lambda w, x: w.availability.add_day(FreeDay(x.now.date() + timedelta(days=5))),
    "availability.drop_day": lambda w, x: w.availability.drop_day(w.availability.hours().days[0]),
    "availability.paint": lambda w, x: w.availability.paint([FreeTime(1, 540, 600)]),
    "bringing_back.bring": lambda w, x: w.bringing_back.bring(
        x.folder / "dee.db", [person.id for person in w.bringing_back.look_into(x.folder / "dee.db").people]
    ),
    "capturing.keep": lambda w, x: w.capturing.keep(w.capturing.plan("Gus New, OT\nHal New"), event="Fair", met=True),
    "checklists.tick": lambda w, x: w.checklists.tick(x.ahead, "link", True),
    "checklists.tick_with": lambda w, x: w.checklists.tick_with(x.ann, "zones", False),
    "compass.mark": lambda w, x: w.compass.mark(Cell("Mental Health", "school"), Mark.RULED_OUT),
    "composing.save": lambda w, x: w.composing.save(Draft(x.bo, f.OutKind.INTRO, "Anew", "Dear"), x.draft),
    "composing.save_late": lambda w, x: w.composing.save_late(Draft(x.bo, f.OutKind.INTRO, "Late", "Dear"), x.draft),
    "composing.sent": lambda w, x: w.composing.sent(x.draft),
    "duplicates.not_the_same": lambda w, x: w.duplicates.not_the_same([x.ann, x.bo]),
    "fresh_start.begin": lambda w, x: w.fresh_start.begin(all_put_off(w, x)),
    "hours.remove": lambda w, x: w.hours.remove(w.hours.log()[0]),
    "hours.save": lambda w, x: w.hours.save(Hours(x.now.date(), 30, HoursKind.COURSE)),
    "importing.carry_out": lambda w, x: w.importing.carry_out(w.importing.plan([x.folder / "cards.vcf"])),
    "letters.add": lambda w, x: w.letters.add(OwnLetter("", "Another", body="Hi")),
    "letters.remove": lambda w, x: w.letters.remove(x.letter.ref),
    "letters.save": lambda w, x: w.letters.save(replace(x.letter, body="Hello {given}")),
    "meetings.agreed": lambda w, x: w.meetings.agreed(MeetingPlan((x.cy,), *later(x, 9))),
    "meetings.book": lambda w, x: w.meetings.book(MeetingPlan((x.cy,), *later(x, 9))),
    "meetings.cancel": lambda w, x: w.meetings.cancel(x.ahead.id, f.Side.ME),
    "meetings.counts_as_mentoring": lambda w, x: w.meetings.counts_as_mentoring(x.past.id, True),
    "meetings.edit": lambda w, x: w.meetings.edit(x.ahead.id, replace(x.ahead.plan, place="Café")),
    "meetings.held": lambda w, x: w.meetings.held(MeetingPlan((x.cy,), *later(x, -2))),
    "meetings.join": lambda w, x: w.meetings.join(x.ahead.id, x.cy),
    "meetings.keep": lambda w, x: w.meetings.keep(x.past.id, MeetingNotes("We laughed")),
    "meetings.met_by_chance": lambda w, x: w.meetings.met_by_chance([x.bo], event="Fair"),
    "meetings.move": lambda w, x: w.meetings.move(x.ahead.id, *later(x, 10)),
    "meetings.turned_out": lambda w, x: w.meetings.turned_out(x.past.id, f.MeetingOutcome.NO_SHOW_ME, at=x.now),
    "meetings.went": lambda w, x: w.meetings.went(x.past.id, f.MeetingOutcome.NO_SHOW_THEM),
    "merging.join": lambda w, x: w.merging.join([x.ann, x.bo, x.cy]),
    "merging.merge": lambda w, x: w.merging.merge(w.merging.pair(x.bo, x.cy)),
    "offers.accept": lambda w, x: w.offers.accept(w.offers.of(x.bo)[0]),
    "offers.answered": lambda w, x: w.offers.answered(Reply(x.cy, f.InKind.YES)),
    "offers.offer": lambda w, x: w.offers.offer(x.cy, [Span(*later(x, 12))]),
    "offers.ready": lambda w, x: w.offers.ready(x.cy, timedelta(minutes=30)),
    "opportunities.remove": lambda w, x: w.opportunities.remove(w.opportunities.all()[0].ref),
    "opportunities.write": lambda w, x: w.opportunities.write(replace(w.opportunities.all()[0], title="Prize")),
    "outreach.changed_my_mind": lambda w, x: w.outreach.changed_my_mind(x.draft),
    "outreach.hand_over": lambda w, x: w.outreach.hand_over(x.draft),
    "outreach.log_reply": lambda w, x: w.outreach.log_reply(Reply(x.cy, f.InKind.NO)),
    "outreach.log_sent": lambda w, x: w.outreach.log_sent(Draft(x.bo, f.OutKind.NUDGE)),
    "outreach.not_yet": lambda w, x: w.outreach.not_yet(x.handed),
    "outreach.save_draft": lambda w, x: w.outreach.save_draft(Draft(x.cy, f.OutKind.THANKS, "Thanks")),
    "outreach.sent": lambda w, x: w.outreach.sent(x.handed, needs_reply=True),
    "outreach.withdraw": lambda w, x: w.outreach.withdraw(x.cy),
    "people.add": lambda w, x: w.people.add(profile("Eve New")),
    "people.channel": lambda w, x: w.people.channel(x.ann, ok=False),
    "people.keep_in_touch": lambda w, x: w.people.keep_in_touch(x.ann, 30),
    "people.moved": lambda w, x: w.people.moved(x.ann, Affiliation("Elsewhere"), address_lost=True),
    "people.referred": lambda w, x: w.people.referred(x.ann, x.cy),
    "people.remove": lambda w, x: w.people.remove(x.ann),
    "people.save": lambda w, x: w.people.save(x.ann, edited(w, x.ann, nickname="Ren", note="More", photo=b"")),
    "people.set_status": lambda w, x: w.people.set_status(x.bo, Status.DO_NOT_CONTACT),
    "places.choose_gate": lambda w, x: w.places.choose_gate(PLACE, x.ann),
    "places.rename": lambda w, x: w.places.rename(PLACE, "Larchmont Schools"),
    "places.save_key_points": lambda w, x: w.places.save_key_points(PLACE, (KeyPoint("Has a garden"),)),
    "places.save_notes": lambda w, x: w.places.save_notes(PLACE, "Quiet rooms"),
    "places.save_person": lambda w, x: w.places.save_person(
        x.ann, edited(w, x.ann, affiliations=(Affiliation("Larchmont"),)), {PLACE: "Larchmont"}
    ),
    "places.still_right": lambda w, x: w.places.still_right(PLACE),
    "privacy.acknowledge": lambda w, x: w.privacy.acknowledge(w.privacy.look_at("My client J.D., DOB 3/4/2012")),
    "promises.keep": lambda w, x: w.promises.keep("c1"),
    "promises.keep_each": lambda w, x: w.promises.keep_each(["c1", "c2"]),
    "promises.make": lambda w, x: w.promises.make(x.bo, f.Side.ME, "A pen"),
    "promises.make_with_each": lambda w, x: w.promises.make_with_each([x.ann, x.bo], f.Side.ME, "A list"),
    "promises.note_opportunity": lambda w, x: w.promises.note_opportunity("Post", f.OpportunityState.OPEN, person=x.bo),
    "questions.add": lambda w, x: w.questions.add("opening", "Three?"),
    "questions.move": lambda w, x: w.questions.move("opening", "Two?", 0),
    "questions.remove": lambda w, x: w.questions.remove("opening", "One?"),
    "reflections.save": lambda w, x: w.reflections.save(Reflection(x.past.id, "The calm")),
    "reminders.act": lambda w, x: w.reminders.act("Skip", f.Dismissed(key=key_of(w), at=x.now)),
    "reminders.dismiss": lambda w, x: w.reminders.dismiss(key_of(w)),
    "reminders.done": lambda w, x: w.reminders.done(key_of(w, Kind.THANK_YOU)),
    "reminders.snooze": lambda w, x: w.reminders.snooze(key_of(w), x.now + timedelta(days=2)),
    "research.add_key_point": lambda w, x: w.research.add_key_point(x.ann, KeyPoint("Sings")),
    "research.add_purpose": lambda w, x: w.research.add_purpose(x.ann, "mentoring"),
    "research.answer_gate": lambda w, x: w.research.answer_gate(x.ann, purpose(w, x), f.Gate.ASKED),
    "research.begin_again": lambda w, x: w.research.begin_again(x.ann, purpose(w, x)),
    "research.close_purpose": lambda w, x: w.research.close_purpose(x.ann, purpose(w, x), PurposeState.MET),
    "research.only_for_information": lambda w, x: w.research.only_for_information(x.ann, purpose(w, x)),
    "research.save_key_points": lambda w, x: w.research.save_key_points(x.ann, ()),
    "research.save_notes": lambda w, x: w.research.save_notes(x.ann, "Kinder"),
    "research.save_purpose": lambda w, x: w.research.save_purpose(x.bo, Purpose("mentoring")),
    "research.say_what": lambda w, x: w.research.say_what(x.ann, "How she began"),
    "research.say_why": lambda w, x: w.research.say_why(x.bo, "mentoring"),
    "research.still_right": lambda w, x: w.research.still_right(x.ann),
    "research.tick": lambda w, x: w.research.tick(x.ann, "site", False),
    "several.remove": lambda w, x: w.several.remove([x.ann, x.bo]),
    "several.set_status": lambda w, x: w.several.set_status([x.ann, x.bo], Status.ARCHIVED),
    "several.tag": lambda w, x: w.several.tag([x.ann, x.bo], "new"),
    "several.untag": lambda w, x: w.several.untag([x.ann], "alumni"),
    "thanks.skip": lambda w, x: w.thanks.skip(x.ann, x.past.ref),
    "thanks.thank": lambda w, x: w.thanks.thank([x.ann], x.past.ref, f.ThanksHow.CARD),
    "trash.restore": lambda w, x: w.trash.restore([trashed.id for trashed in w.trash.all()]),
    "vocabulary.add": lambda w, x: w.vocabulary.add(OwnList.AREAS, "Surf therapy"),
    "vocabulary.remove": lambda w, x: w.vocabulary.remove(OwnList.SETTINGS, "Care farm"),
}
"""By the service's name in the workspace and the method."""
