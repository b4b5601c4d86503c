"""The words of reminders, before names and days are filled in. Kind, short, and never a reproach.

Each text is a choice: the first whose fields are all known is used, so the last one needs as little as possible.
Every single template is translated before it is filled in; ``templates()`` lists them all for the translators.
"""

from __future__ import annotations

from collections.abc import Iterator

from otnet_desktop.domain.notice_templates import (
    AND_MORE,
    CATCH_UP,
    DIGEST,
    JUST,
    KIND_COUNTS,
    WITH_OTHERS,
    Choice,
    Counted,
    Template,
    Words,
)

MET = (
    Counted("days_since", "You met {days_since} day ago.", "You met {days_since} days ago."),
)  # fmt: skip
SINCE = "No reply since {sent_day}."

WORDS: dict[str, Words] = {
    "APOLOGY": Words(
        ("Apologise to {given}", "Write an apology"),
        ("You could not make it ({start_day}). Sooner is better, and short is enough.", "Sooner is better."),
        "Write apology", "A note is due",
    ),
    "THANK_YOU/meeting": Words(
        ("Thank {given}", "Write a thank-you"),
        ("You met {just}. A short note now is perfect.", *MET, "A short note is enough."),
        "Write thank-you", "A thank-you is due",
    ),
    "THANK_YOU/meeting+overdue": Words(
        ("Thank {given} – late, but welcome", "A late thank-you is welcome"),
        (
            Counted("days_since", "You met {days_since} day ago. It will still be read with pleasure.",
                    "You met {days_since} days ago. It will still be read with pleasure."),
            "It will still be read with pleasure.",
        ),
        "Write thank-you", "A thank-you is due",
    ),
    "THANK_YOU/both": Words(
        ("Thank {given} for both talks", "Write one thank-you for both talks"),
        ("One note covers both.",),
        "Write thank-you", "A thank-you is due",
    ),
    "THANK_YOU/encounter": Words(
        ("Say hello to {given}", "Say hello"),
        ("You met at {event}. Two lines are enough.", "You met {just}. Two lines are enough.", "Two lines are enough."),
        "Write note", "A note is due",
    ),
    "THANK_YOU/answer": Words(
        ("Thank {given} for the answer", "Thank for the answer"),
        (
            "They helped you by e-mail {just}.",
            Counted("days_since", "They helped you by e-mail {days_since} day ago.",
                    "They helped you by e-mail {days_since} days ago."),
            "They helped you by e-mail.",
        ),
        "Write thank-you", "A thank-you is due",
    ),
    "MEETING_SOON": Words(
        (
            Counted("minutes", "{who} in {minutes} minute", "{who} in {minutes} minutes"),
            "Meet {who} {start_day} at {start_time}", "A meeting is about to begin",
        ),
        ("By video, at {start_time}.",),
        "Open prep sheet", "Meeting soon",
    ),
    "MEETING_OUTCOME": Words(
        ("How did it go with {who}?", "How did it go?"),
        ("Say how it went; your thank-you starts from here.",),
        "It happened", "A meeting needs an outcome",
    ),
    "MEETING_PREP": Words(
        ("Prepare for {who}", "Prepare for the meeting"),
        ("You meet {start_day} at {start_time}.", "Your questions and notes are on one page."),
        "Open prep sheet", "Prepare for a meeting",
    ),
    "REPLY_NEEDED/scheduling": Words(
        ("{given} is waiting for your times", "Offer your times"),
        ("They wrote {just}.", "They wrote on {day}.", "They would like to meet."),
        "Offer times", "A reply is due",
    ),
    "REPLY_NEEDED/scheduling+proposed": Words(
        ("{given} proposed times", "Times were proposed"), ("Does one of them suit you?",),
        "Book the meeting", "A reply is due"),
    "REPLY_NEEDED/in_conversation": Words(
        ("Answer {given}", "An answer is due"),
        ("They wrote {just}.", "They wrote on {day}.", "They wrote to you."),
        "Reply", "A reply is due",
    ),
    "RESCHEDULE/cancelled_by_them": Words(
        ("Offer {given} a new time", "Offer a new time"),
        (
            "They could not make it ({start_day}). One friendly note, then let it rest.",
            "One friendly note, then let it rest.",
        ),
        "Offer times", "A reply is due",
    ),
    "RESCHEDULE/cancelled_by_them+again": Words(
        ("Leave the next step to {given}?", "Leave the next step to them?"),
        ("They could not make it again. Offer times once more, or leave the ball with them.",),
        "Leave it with them", "A reply is due",
    ),
    "RESCHEDULE/cancelled_by_me": Words(
        ("Offer {given} new times", "Offer new times"),
        ("You could not make it ({start_day}).", "You could not make it."),
        "Offer times", "A reply is due",
    ),
    "RESCHEDULE/no_show_them": Words(
        ("Missed each other?",),
        ("{given} could not make it. A kind line, no blame.", "A kind line, no blame."),
        "Write note", "A note is due",
    ),
    "PROMISE_DUE": Words(
        ("Keep your promise to {given}", "Keep your promise"),
        ("“{text}”, by {on_day}.", "You meant to do it by {on_day}.", "You promised something."),
        "Do it now", "A promise is due",
    ),
    "PROMISE_DUE+overdue": Words(
        ("Your promise to {given} is still open", "A promise is still open"),
        ("“{text}”. Later is better than never.", "Later is better than never."),
        "Do it now", "A promise is due",
    ),
    "OPPORTUNITY_DEADLINE": Words(
        (
            Counted("days_left", "{title}: {days_left} day left", "{title}: {days_left} days left"),
            "{title}: deadline {on_day}",
            Counted("days_left", "Deadline in {days_left} day", "Deadline in {days_left} days"), "A deadline is near",
        ),
        ("Deadline {on_day}.", "The deadline is near."),
        "Open", "A deadline is near",
    ),
    "FIX_ADDRESS/bounced": Words(
        ("Your e-mail to {given} came back", "An e-mail came back"),
        ("Check the address; nothing was delivered.",),
        "Fix address", "An address needs fixing",
    ),
    "FIX_ADDRESS/moved": Words(
        ("{given} changed jobs", "Somebody changed jobs"),
        ("The old address is gone.",),
        "Add address", "An address needs fixing",
    ),
    "DECLINE_ACK": Words(
        ("Thank {given} for the honest answer", "Thank for the honest answer"),
        ("If you like. One line keeps the door open.",),
        "Write note", "Optional note",
    ),
    "FOLLOW_UP/intro": Words(
        ("One gentle reminder to {given}?", "One gentle reminder?"),
        (f"{SINCE} This is the only reminder we suggest.", "This is the only reminder we suggest."),
        "Write reminder", "A follow-up is possible",
    ),
    "FOLLOW_UP/intro+last": Words(
        ("A last gentle reminder to {given}?", "A last gentle reminder?"),
        (f"{SINCE} This is the last reminder we suggest.", "This is the last reminder we suggest."),
        "Write reminder", "A follow-up is possible",
    ),
    "FOLLOW_UP/intro+more": Words(
        ("A gentle reminder to {given}?", "A gentle reminder?"),
        (SINCE, "There was no reply yet."),
        "Write reminder", "A follow-up is possible",
    ),
    "FOLLOW_UP/slots": Words(
        ("{given} has not picked a time", "No time is picked yet"),
        ("You sent times {sent_just}.", "You sent times on {sent_day}.", "You sent your times."),
        "Write reminder", "A follow-up is possible",
    ),
    "FOLLOW_UP/conversation": Words(
        ("No answer from {given} yet", "No answer yet"),
        ("You wrote {sent_just}.", "You wrote on {sent_day}.", "You wrote last."),
        "Write reminder", "A follow-up is possible",
    ),
    "ASK_AGAIN": Words(
        ("Write to {given} again, as they asked", "Write again, as they asked"),
        (
            "They asked {just} to hear from you later.", "On {day} they asked to hear from you later.",
            "They asked to hear from you later.",
        ),
        "Write again", "A follow-up is possible",
    ),
    "CLOSE_LOOP": Words(
        ("Tell {given} you met {referred}", "Tell {given} about the introduction", "Tell them about the introduction"),
        ("They made the introduction.",),
        "Write note", "A note is due",
    ),
    "TELL_NEWS": Words(
        ("Share the news with {given}", "Share the news"),
        ("They helped with {title}.", "They helped."),
        "Write note", "A note is due",
    ),
    "CONGRATULATE": Words(
        ("{given} has a new role", "Somebody has a new role"),
        ("A line of congratulations?",),
        "Write note", "Optional note",
    ),
    "STALE_DRAFT": Words(
        ("Your draft to {given} is still here", "Your draft is still here"),
        ("Written {just}.", "Written on {day}.", "It can wait, or go."),
        "Open draft", "A draft is waiting",
    ),
    "THEIR_PROMISE": Words(
        ("Ask {given} about their offer?", "Ask about their offer?"),
        ("They offered: “{text}”. One gentle reminder is fine.", "One gentle reminder is fine."),
        "Write note", "A follow-up is possible",
    ),
    "KEEP_IN_TOUCH": Words(
        ("Keep in touch with {given}", "Keep in touch"),
        (
            Counted("months_since", "Last contact {months_since} month ago. Share something useful; no favour needed.",
                    "Last contact {months_since} months ago. Share something useful; no favour needed."),
            Counted("days_since", "Last contact {days_since} day ago. Share something useful; no favour needed.",
                    "Last contact {days_since} days ago. Share something useful; no favour needed."),
            "Share something useful; no favour needed.",
        ),
        "Write note", "Keep in touch",
    ),
}  # fmt: skip
"""By kind, kind/variant, and what makes it different ("+overdue", "+again", "+more", "+proposed")."""

HOW_TO_MEET: dict[str, Choice] = {
    "virtual": ("By video, at {start_time}.",),
    "phone": ("By phone, at {start_time}.",),
    "in_person": ("In person, at {start_time}.",),
}


def templates() -> Iterator[str]:
    """Every text there is to translate, once."""
    every: dict[str, None] = {}
    for words in (*WORDS.values(), DIGEST, CATCH_UP):
        for template in (*words.title, *words.why, words.button, words.discreet):
            every.update(dict.fromkeys(_texts(template)))
    for choice in HOW_TO_MEET.values():
        every.update(dict.fromkeys(text for template in choice for text in _texts(template)))
    for counted in (*KIND_COUNTS.values(), AND_MORE, WITH_OTHERS):
        every.update(dict.fromkeys(_texts(counted)))
    yield from (*every, *JUST)


def _texts(template: Template) -> tuple[str, ...]:
    return (template,) if isinstance(template, str) else (template.one, template.many)
