"""What each step is called where one reads it: in Undo, in messages, in what changed about somebody.

Public: ``said_step(title)`` for a step as the services name it, ``step_titles()``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def said_step(title: str) -> str:
    """A step in the reader's language; one of a newer version as it is written."""
    return step_titles().get(title, title)


def step_titles() -> dict[str, str]:
    """Every step there is, by the services' own name for it."""
    return {
        "Add a word": translate("Steps", "Add a word of your own"),
        "Add letter": translate("Steps", "Add a letter of your own"),
        "Add person": translate("Steps", "Add person"),
        "Add to meeting": translate("Steps", "Add to meeting"),
        "Archive people": translate("Steps", "Archive people"),
        "Archive person": translate("Steps", "Archive person"),
        "Back to draft": translate("Steps", "Back to draft"),
        "Book meeting": translate("Steps", "Book meeting"),
        "Cancel meeting": translate("Steps", "Cancel meeting"),
        "Change a day": translate("Steps", "Change a free day"),
        "Changed jobs": translate("Steps", "Changed jobs"),
        "Check address": translate("Steps", "Check address"),
        "Count as mentoring": translate("Steps", "Count as mentoring"),
        "Delete letter": translate("Steps", "Delete a letter of your own"),
        "Delete people": translate("Steps", "Delete people"),
        "Delete person": translate("Steps", "Delete person"),
        "Do not contact": translate("Steps", "Do not contact"),
        "Do not count as mentoring": translate("Steps", "Do not count as mentoring"),
        "Drop draft": translate("Steps", "Delete draft"),
        "Edit advice": translate("Steps", "Edit advice"),
        "Edit draft": translate("Steps", "Edit draft"),
        "Edit key points": translate("Steps", "Edit key points"),
        "Edit letter": translate("Steps", "Edit a letter of your own"),
        "Edit meeting": translate("Steps", "Edit meeting"),
        "Edit meeting notes": translate("Steps", "Edit meeting notes"),
        "Edit notes": translate("Steps", "Edit notes"),
        "Edit opportunity": translate("Steps", "Edit opportunity"),
        "Edit person": translate("Steps", "Edit person"),
        "Edit purpose": translate("Steps", "Edit purpose"),
        "Edit reflection": translate("Steps", "Edit reflection"),
        "Fill with a sample": translate("Steps", "Fill with a sample"),
        "Fresh start": translate("Steps", "Fresh start"),
        "Hand over": translate("Steps", "Hand over a letter"),
        "Import": translate("Steps", "Import"),
        "Introduction": translate("Steps", "Note an introduction"),
        "Join places": translate("Steps", "Join places"),
        "Keep a question": translate("Steps", "Keep a question of your own"),
        "Keep in touch": translate("Steps", "Keep in touch"),
        "Keep promise": translate("Steps", "Keep promise"),
        "Keep words as they are": translate("Steps", "Keep words as they are"),
        "Later": translate("Steps", "Put a reminder off"),
        "Let it go": translate("Steps", "Let it go"),
        "Log": translate("Steps", "Log what you sent"),
        "Log answer": translate("Steps", "Log answer"),
        "Log encounter": translate("Steps", "Log encounter"),
        "Log hours": translate("Steps", "Log hours"),
        "Look again": translate("Steps", "Still right"),
        "Mark as curious": translate("Steps", "Mark as curious"),
        "Merge people": translate("Steps", "Merge people"),
        "Move a question": translate("Steps", "Move a question"),
        "Move meeting": translate("Steps", "Move meeting"),
        "Not the same person": translate("Steps", "Not the same person"),
        "Not told yet": translate("Steps", "Not told yet"),
        "Not tried yet": translate("Steps", "Not tried yet"),
        "Note advice": translate("Steps", "Note advice"),
        "Note meeting": translate("Steps", "Note meeting"),
        "Note opportunity": translate("Steps", "Note opportunity"),
        "Note promise": translate("Steps", "Note promise"),
        "Offer times": translate("Steps", "Offer times"),
        "Paint free times": translate("Steps", "Paint free times"),
        "Quick capture": translate("Steps", "Add several people"),
        "Record a death": translate("Steps", "Record a death"),
        "Rename place": translate("Steps", "Rename place"),
        "Reopen people": translate("Steps", "Reopen people"),
        "Reopen person": translate("Steps", "Reopen person"),
        "Restore people": translate("Steps", "Restore people"),
        "Restore person": translate("Steps", "Restore person"),
        "Rule out": translate("Steps", "Rule out"),
        "Say how it went": translate("Steps", "Say how it went"),
        "Sent": translate("Steps", "Say that it was sent"),
        "Skip": translate("Steps", "Skip a reminder"),
        "Skip thanks": translate("Steps", "Skip thanks"),
        "Tag people": translate("Steps", "Tag people"),
        "Take a mark off": translate("Steps", "Take a mark off"),
        "Take a tag off": translate("Steps", "Take a tag off"),
        "Take away a tick": translate("Steps", "Take away a tick"),
        "Take out a question": translate("Steps", "Take out a question"),
        "Take out a word": translate("Steps", "Take out a word"),
        "Take out advice": translate("Steps", "Take out advice"),
        "Take out hours": translate("Steps", "Take out hours"),
        "Take out opportunity": translate("Steps", "Take out opportunity"),
        "Take up purpose": translate("Steps", "Take up purpose"),
        "Thank": translate("Steps", "Say thank you"),
        "Tick": translate("Steps", "Tick"),
        "Told them": translate("Steps", "Told them"),
        "Tried advice": translate("Steps", "Tried advice"),
        "Whom to ask first": translate("Steps", "Whom to ask first"),
    }
