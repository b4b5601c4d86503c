"""What changed about somebody, in words.

Public: ``said_deed(change)``, ``said_change(change, zone)``, ``said_source(source)``, ``what_words()``.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.history import Change, Deed, Detail, Origin, Source
from otnet_desktop.ui.dates import reading_locale, said_day, said_time
from otnet_desktop.ui.step_titles import said_step
from otnet_desktop.ui.theme.literal import isolated, one_line

translate = QCoreApplication.translate

ARROW = "→"
MIRRORED_ARROW = "←"


def said_deed(change: Change) -> str:
    """What was done: a step, or that it was taken back or done again."""
    step = said_step(change.title)
    match change.deed:
        case Deed.UNDO:
            return translate("Changes", "Undone: {step}").format(step=step)
        case Deed.REDO:
            return translate("Changes", "Done again: {step}").format(step=step)
    return translate("Changes", "{step} (undone since)").format(step=step) if change.is_undone else step


def said_change(change: Change, zone: tzinfo) -> list[str]:
    """A line for each thing that is otherwise now; none where the title says it all."""
    return [line for detail in change.details if (line := said_detail(detail, zone))]


def said_detail(detail: Detail, zone: tzinfo) -> str:
    """The field and both states: "Role: OT → School OT"; what came or went is said alone."""
    what = what_words().get(detail.what, detail.what)
    before, after = (said_state(detail.what, state, zone) for state in (detail.before, detail.after))
    if detail.what == "merge_log":
        text = (
            translate("Changes", "Made one with {name}") if after else translate("Changes", "No longer one with {name}")
        )
        return text.format(name=after or before)
    match bool(before), bool(after):
        case True, True:
            arrow = MIRRORED_ARROW if reading_locale().textDirection().name == "RightToLeft" else ARROW
            return f"{what}: {before} {arrow} {after}"
        case False, True:
            return translate("Changes", "{what}: added {text}").format(what=what, text=after)
        case True, False:
            return translate("Changes", "{what}: removed {text}").format(what=what, text=before)
    return what


def said_state(what: str, state: str, zone: tzinfo) -> str:
    """One state of a field, as a reader writes it."""
    if what == "start_at" and state:
        at = datetime.fromtimestamp(int(state), UTC)
        day = at.astimezone(zone).date()
        return f"{said_day(day, day.replace(year=day.year - 1))} {said_time(at, zone)}"
    told = state_words().get((what, state), state)
    return isolated(one_line(told)) if told else ""


def said_source(source: Source) -> str:
    """From where: "in the window", "imported from phone.vcf", "from the command line"."""
    match source.origin:
        case Origin.FILES:
            files = ", ".join(isolated(one_line(name)) for name in source.files)
            return translate("Changes", "imported from {files}").format(files=files)
        case Origin.COMMAND_LINE:
            return translate("Changes", "from the command line")
    return translate("Changes", "in the window")


def what_words() -> dict[str, str]:
    """What each field is called."""
    return {
        "given": translate("Changes", "First name"),
        "middle": translate("Changes", "Middle name"),
        "family": translate("Changes", "Last name"),
        "display": translate("Changes", "Name as shown"),
        "prefix": translate("Changes", "Title"),
        "suffix": translate("Changes", "Suffix"),
        "nickname": translate("Changes", "Called"),
        "say_it_like": translate("Changes", "Say it like"),
        "pronouns": translate("Changes", "Pronouns"),
        "credentials": translate("Changes", "Credentials"),
        "role": translate("Changes", "Role"),
        "practice_areas": translate("Changes", "Practice areas"),
        "languages": translate("Changes", "Languages"),
        "zone": translate("Changes", "Time zone"),
        "birthday": translate("Changes", "Birthday"),
        "how_met": translate("Changes", "How you met"),
        "met_via": translate("Changes", "Met through"),
        "event": translate("Changes", "Event"),
        "tags": translate("Changes", "Tags"),
        "status": translate("Changes", "Status"),
        "email": translate("Changes", "E-mail"),
        "phone": translate("Changes", "Phone"),
        "linkedin": translate("Changes", "LinkedIn"),
        "website": translate("Changes", "Website"),
        "address": translate("Changes", "Address"),
        "chat": translate("Changes", "Chat"),
        "affiliation": translate("Changes", "Workplace"),
        "note": translate("Changes", "Notes"),
        "photo": translate("Changes", "Photo"),
        "key_point": translate("Changes", "Key point"),
        "purpose": translate("Changes", "Purpose"),
        "message": translate("Changes", "Letter"),
        "promise": translate("Changes", "Promise"),
        "opportunity": translate("Changes", "Opportunity"),
        "advice": translate("Changes", "Advice"),
        "hours": translate("Changes", "Hours"),
        "tick": translate("Changes", "Checklist"),
        "attendee": translate("Changes", "Meeting"),
        "title": translate("Changes", "Meeting"),
        "place": translate("Changes", "Place"),
        "link": translate("Changes", "Link"),
        "format": translate("Changes", "How you meet"),
        "state": translate("Changes", "Meeting is"),
        "start_at": translate("Changes", "Time"),
        "notes": translate("Changes", "Meeting notes"),
    }


def state_words() -> dict[tuple[str, str], str]:
    """Codes as words."""
    return {
        ("status", "active"): translate("Changes", "open"),
        ("status", "archived"): translate("Changes", "archived"),
        ("status", "do_not_contact"): translate("Changes", "do not contact"),
        ("status", "deceased"): translate("Changes", "has died"),
        ("format", "virtual"): translate("Changes", "online"),
        ("format", "in_person"): translate("Changes", "in person"),
        ("format", "phone"): translate("Changes", "by phone"),
        ("state", "planned"): translate("Changes", "planned"),
        ("state", "held"): translate("Changes", "held"),
        ("state", "cancelled_by_me"): translate("Changes", "called off by you"),
        ("state", "cancelled_by_them"): translate("Changes", "called off by them"),
        ("state", "no_show_me"): translate("Changes", "missed by you"),
        ("state", "no_show_them"): translate("Changes", "missed by them"),
    }
