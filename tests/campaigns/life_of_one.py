"""Everything a program like this may come to know of one person, by every way in which it does.

Public: ``CANARY`` (a name nobody has), ``live(workspace, folder) -> PersonId``.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.hours import Hours, HoursKind
from otnet_desktop.domain.meetings import MeetingNotes, MeetingPlan, Question
from otnet_desktop.domain.messages import Draft, Reply
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.reflections import Reflection
from otnet_desktop.domain.research import KeyPoint, Purpose
from otnet_desktop.services.workspace import Workspace
from tests.services.acquaintances import somebody
from tests.services.clocks import SettableClock

CANARY = "Zyxwvu"
PHOTO = f"\x89PNG {CANARY}".encode("latin-1")
CARD = f"""BEGIN:VCARD
VERSION:3.0
FN:{CANARY} Adams
N:Adams;{CANARY};;;
NICKNAME:{CANARY}
EMAIL:{CANARY}@a.example
ORG:{CANARY} Practice
TITLE:{CANARY}
NOTE:{CANARY} came from a file
CATEGORIES:{CANARY}
X-THING:{CANARY}
PHOTO;ENCODING=b;TYPE=PNG:{b64encode(PHOTO).decode()}
END:VCARD
BEGIN:VCARD
{CANARY}
END:VCARD
"""


def live(workspace: Workspace, folder: Path) -> PersonId:
    """From the card of a stranger to somebody one has met, was thanked, was merged, was taken back and done again."""
    clock = workspace.clock
    assert isinstance(clock, SettableClock)
    person, other = _come_in(workspace, folder / f"{CANARY}.vcf"), somebody(workspace, "Bo")
    _be_known(workspace, person)
    _be_written_to(workspace, person)
    _meet(workspace, person, clock)
    workspace.people.referred(other.id, person)
    twin = workspace.people.add(replace(workspace.people.get(person).profile, note=f"{CANARY} twice", uid=""))
    workspace.research.save_notes(twin.id, f"{CANARY}, the other one")
    person = workspace.merging.merge(workspace.merging.pair(person, twin.id))
    workspace.duplicates.not_the_same([person, other.id])
    workspace.noticing.look()
    clock.advance(days=1)
    workspace.noticing.look()
    for _ in range(4):
        workspace.history.undo()
    for _ in range(4):
        workspace.history.redo()
    return person


def _come_in(workspace: Workspace, file: Path) -> PersonId:
    file.write_text(CARD, "utf-8")
    plan = workspace.importing.plan([file])
    (person,) = workspace.importing.carry_out(plan).newcomers
    file.unlink()
    return person


def _be_known(workspace: Workspace, person: PersonId) -> None:
    workspace.research.save_notes(person, f"About {CANARY}")
    for length in range(1, 40):  # pages split, and their halves are copied
        workspace.research.save_notes(person, f"More about {CANARY} " * length * 7)
    workspace.research.save_key_points(
        person, (KeyPoint(f"{CANARY} runs a club", CANARY, f"https://{CANARY}.example"),)
    )
    workspace.research.save_purpose(person, Purpose("learn", f"How {CANARY} began"))
    workspace.promises.note_opportunity("A post", f.OpportunityState.OPEN, person=person)  # which outlives them
    workspace.hours.save(Hours(workspace.clock.now().date(), 60, HoursKind.MENTORING, "A talk", person))  # mine
    workspace.advice.receive(person, f"{CANARY} says: join a group")
    workspace.promises.make(person, f.Side.ME, f"Send {CANARY} the guide", workspace.clock.now().date())


def _be_written_to(workspace: Workspace, person: PersonId) -> None:
    workspace.outreach.log_sent(Draft(person, f.OutKind.INTRO, f"Hello {CANARY}", f"Dear {CANARY}"), needs_reply=True)
    workspace.outreach.log_reply(Reply(person, f.InKind.YES, f"Gladly, {CANARY}"))
    workspace.outreach.save_draft(Draft(person, f.OutKind.REPLY, f"Re {CANARY}", f"Dear {CANARY}, again"))


def _meet(workspace: Workspace, person: PersonId, clock: SettableClock) -> None:
    start = clock.now() - timedelta(hours=3)
    plan = MeetingPlan((person,), start, start + timedelta(minutes=30), title=f"{CANARY}'s talk", place=CANARY)
    held = workspace.meetings.held(replace(plan, link=f"https://{CANARY}.example/room"))
    questions = (Question(f"Why, {CANARY}?", answer=f"So, {CANARY}"),)
    workspace.meetings.keep(held.id, MeetingNotes(f"{CANARY} said", takeaways=(CANARY,), questions=questions))
    workspace.reflections.save(Reflection(held.id, f"I liked {CANARY}", CANARY, CANARY))
    workspace.thanks.thank([person], held.ref, f.ThanksHow.CARD)
    ahead = clock.now() + timedelta(days=3)
    workspace.meetings.book(replace(plan, start=ahead, end=ahead + timedelta(minutes=30)))
