"""Which letter fits: by the reminder it answers, else by how far one has come, else by the purpose.

Public: ``letter_for``, ``kind_of(letter)`` (what is recorded when it was sent) and ``GROUPS`` (letters as one chooses
them). Letters are named by their ids in ``resources/letters``; "" is a blank sheet.
"""

from __future__ import annotations

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.reminders import Ball, Kind, Reminder, Stage

GATEKEEPER = "intro.fieldwork_gatekeeper"
"""The note to one's own coordinator, about somebody one may not ask directly."""

GROUP = "thank_you.group"
"""One letter to everybody who was there."""

NOTES = "notes"
"""What was talked about, to somebody of a group who could not be there."""

TO_A_GROUP = (GROUP, "thank_you.meeting", "thank_you.late")
"""Letters that several of a group may get together."""

BY_PURPOSE = {
    "setting_info": "intro.setting_info",
    "skill_advice": "intro.skill_advice",
    "shadowing": "intro.shadowing",
    "fieldwork_placement": "intro.fieldwork_placement",
    "capstone_site": "intro.capstone_site",
    "mentorship": "intro.mentorship",
    "job_lead": "intro.job_lead",
    "research_collaboration": "intro.research_collaboration",
    "keep_in_touch": "keep_in_touch",
}
"""The first letter of each purpose; to a site only once the school's coordinator has cleared it."""

BY_REMINDER = {
    "APOLOGY": "apology",
    "THANK_YOU": "thank_you.meeting",
    "THANK_YOU/both": "thank_you.both",
    "THANK_YOU/encounter": "intro.encounter",
    "THANK_YOU/answer": "thank_you.answer",
    "REPLY_NEEDED/scheduling": "offer_times",
    "RESCHEDULE": "reschedule_them",
    "RESCHEDULE/cancelled_by_me": "reschedule_me",
    "RESCHEDULE/no_show_them": "no_show_them",
    "PROMISE_DUE": "promise_delivered",
    "DECLINE_ACK": "decline_ack",
    "FOLLOW_UP": "nudge",
    "ASK_AGAIN": "ask_again",
    "CLOSE_LOOP": "close_loop",
    "TELL_NEWS": "tell_news",
    "CONGRATULATE": "congratulate",
    "THEIR_PROMISE": "their_promise",
    "KEEP_IN_TOUCH": "keep_in_touch",
}

BY_STAGE = {
    Stage.AWAITING_REPLY: "nudge",
    Stage.NUDGED: "nudge",
    Stage.SCHEDULING: "offer_times",
    Stage.SCHEDULED: "confirm",
    Stage.RESCHEDULING: "reschedule_them",
    Stage.MET: "thank_you.meeting",
    Stage.THANKED: "keep_in_touch",
    Stage.IN_TOUCH: "keep_in_touch",
    Stage.KIT_PAUSED: "keep_in_touch",
    Stage.LATER: "later_ack",
    Stage.DECLINED: "decline_ack",
}

KINDS = {
    GATEKEEPER: OutKind.OTHER,
    "intro.encounter": OutKind.THANKS,
    "nudge": OutKind.NUDGE,
    "offer_times": OutKind.SLOTS,
    "confirm": OutKind.CONFIRM,
    "reschedule_them": OutKind.SLOTS,
    "reschedule_me": OutKind.SLOTS,
    "no_show_them": OutKind.SLOTS,
    "apology": OutKind.APOLOGY,
    "decline_ack": OutKind.DECLINE_ACK,
    "later_ack": OutKind.REPLY,
    "ask_again": OutKind.ASK,
    "promise_delivered": OutKind.UPDATE,
    "their_promise": OutKind.UPDATE,
    "close_loop": OutKind.CLOSE_LOOP,
    "keep_in_touch": OutKind.KEEP_IN_TOUCH,
    "tell_news": OutKind.NEWS,
    "congratulate": OutKind.CONGRATULATE,
}
"""Besides first letters (``INTRO``) and thank-yous (``THANKS``), which go by the beginning of their ids."""

ON_A_BLANK_SHEET = {
    **dict.fromkeys((Stage.IDEA, Stage.PREPARING, Stage.READY, Stage.ADDRESS_PROBLEM), OutKind.INTRO),
    **dict.fromkeys((Stage.QUIET, Stage.WITHDRAWN), OutKind.ASK),
    Stage.IN_CONVERSATION: OutKind.REPLY,
}
"""Anywhere else one's own words are just a message."""

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "First letter",
        (
            "intro.setting_info",
            "intro.skill_advice",
            "intro.shadowing",
            GATEKEEPER,
            "intro.fieldwork_placement",
            "intro.capstone_site",
            "intro.mentorship",
            "intro.job_lead",
            "intro.research_collaboration",
            "intro.encounter",
        ),
    ),
    ("Going on", ("nudge", "later_ack", "ask_again", "decline_ack")),
    ("Meeting", ("offer_times", "confirm", "reschedule_them", "reschedule_me", "no_show_them", "apology", NOTES)),
    ("Thank-you", tuple(f"thank_you.{name}" for name in ("meeting", "late", "both", "answer", "group"))),
    (
        "Keeping in touch",
        ("keep_in_touch", "promise_delivered", "their_promise", "close_loop", "tell_news", "congratulate"),
    ),
)
"""Every letter once."""

TITLES = {
    "": "A blank sheet",
    "intro.setting_info": "Learn about a setting",
    "intro.skill_advice": "Advice on a skill",
    "intro.shadowing": "Shadow or observe",
    GATEKEEPER: "Ask my coordinator",
    "intro.fieldwork_placement": "Ask about a placement",
    "intro.capstone_site": "Capstone site",
    "intro.mentorship": "Mentorship",
    "intro.job_lead": "Learning about roles",
    "intro.research_collaboration": "Research",
    "intro.encounter": "Good to meet you",
    "nudge": "One gentle reminder",
    "later_ack": "Thank you, I will ask again",
    "ask_again": "Writing again, as they asked",
    "decline_ack": "Thank you for an honest no",
    "offer_times": "Offer times",
    "confirm": "Confirm the meeting",
    "reschedule_them": "They could not make it: new times",
    "reschedule_me": "I could not make it: new times",
    "no_show_them": "We missed each other",
    "apology": "Apology",
    NOTES: "Notes for somebody who was absent",
    "thank_you.meeting": "Thank you for the meeting",
    "thank_you.late": "A late thank-you",
    "thank_you.both": "Thank you for two meetings",
    "thank_you.answer": "Thank you for the answer",
    "thank_you.group": "Thank you, to a group",
    "keep_in_touch": "A short update",
    "promise_delivered": "As promised",
    "their_promise": "A gentle word about their offer",
    "close_loop": "I met the person you suggested",
    "tell_news": "Good news",
    "congratulate": "Congratulations",
}
"""What each letter is called."""


def letter_for(
    reminder: Reminder | None, stage: Stage, ball: Ball, purpose: str = "", *, asks_first: bool = False
) -> str:
    """The letter to begin with. ``asks_first``: the school's coordinator has to be asked before the first letter."""
    if reminder is not None:
        if reminder.kind is Kind.STALE_DRAFT:
            return BY_PURPOSE.get(purpose, "")
        return _answering(reminder)
    if stage is Stage.SCHEDULING and ball is not Ball.ME:
        return "nudge" if ball is Ball.THEM else ""
    if stage in BY_STAGE:
        return BY_STAGE[stage]
    if stage is Stage.IN_CONVERSATION:
        return ""
    return GATEKEEPER if asks_first else BY_PURPOSE.get(purpose, "")


def kind_of(letter: str, stage: Stage = Stage.IDEA) -> OutKind:
    """What is recorded when that letter was sent. What a blank sheet is depends on how far one has come."""
    if not letter:
        return ON_A_BLANK_SHEET.get(stage, OutKind.OTHER)
    if letter in KINDS:
        return KINDS[letter]
    if letter.startswith("thank_you."):
        return OutKind.THANKS
    return OutKind.INTRO if letter.startswith("intro.") else OutKind.OTHER


def _answering(reminder: Reminder) -> str:
    if reminder.kind is Kind.THANK_YOU and reminder.variant == "meeting" and reminder.overdue:
        return "thank_you.late"
    plain = str(reminder.kind)
    return BY_REMINDER.get(f"{plain}/{reminder.variant}", BY_REMINDER.get(plain, ""))
