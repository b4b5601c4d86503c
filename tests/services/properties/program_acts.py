"""What a user may do with the list, with files and with the program itself, one act a function. See ``lives``."""

from __future__ import annotations

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.vcard.outgoing import write_card
from otnet_desktop.services.exporting import VCARD_4
from otnet_desktop.services.import_plan import Choice, Fate
from tests.services.properties.lives import Act, Life
from tests.services.properties.writing_acts import any_reminder


def put_off(life: Life) -> None:
    life.workspace.reminders.snooze(any_reminder(life).key, life.ahead())


def put_away(life: Life) -> None:
    life.workspace.reminders.dismiss(any_reminder(life).key)


LIST: tuple[Act, ...] = (put_off, put_away)


def undo(life: Life) -> None:
    life.workspace.history.undo()


def redo(life: Life) -> None:
    life.workspace.history.redo()


HISTORY: tuple[Act, ...] = (undo, redo)


def look_for_notices(life: Life) -> None:
    life.workspace.noticing.look()
    life.workspace.noticing.next_look()


def pause(life: Life) -> None:
    life.workspace.noticing.pause() if life.whether() else life.workspace.noticing.resume()


def change_habits(life: Life) -> None:
    life.workspace.preferences.change(timing={"follow_up_bd": life.one(1, 5)}, discreet=life.whether())
    life.workspace.reminders.look_at_everyone()


def restart(life: Life) -> None:
    life.restart()


def look_after_data(life: Life) -> None:
    life.workspace.care.back_up_if_due()
    life.workspace.care.tidy()


PROGRAM: tuple[Act, ...] = (look_for_notices, restart, change_habits, pause, look_after_data)


def import_file(life: Life) -> None:
    """Cards of people known and unknown, with news; what is unclear is decided in any way."""
    path = life.folder / f"cards-{life.number()}.vcf"
    path.write_text("".join(card(life) for _ in range(life.one(1, 2, 4))), "utf-8", newline="")
    plan = life.workspace.importing.plan([path])
    for entry in plan.entries():
        if entry.fate is Fate.UNCLEAR:
            life.workspace.importing.resolve(entry, life.one(*Choice))
    life.workspace.importing.carry_out(plan, life.one((), ("alumni",)))


def card(life: Life) -> str:
    """Somebody new, somebody known with more about them, or only somebody of the same name."""
    known = life.workspace.store.people.everyone()
    person = life.workspace.people.get(life.one(*known)) if known and life.whether() else None
    ref = person.ref if person else ""
    note, phone = life.word(ref), f"+1 555 01{life.number():02}"
    if person is None:
        profile = Profile(life.word(private=False), life.word(private=False), note=note)
    elif life.whether():
        profile = Profile(person.profile.given, person.profile.family, note=note)
    else:
        profile = person.profile
    news = f"TEL:{phone}\r\nBDAY:19900318\r\nNOTE:{note}\r\n"
    if life.whether():  # what no field of ours can carry, and a line that is broken
        news += f"NOTE;LANGUAGE=en;ALTID=2:{life.word(ref)}\r\n{life.word(ref)}\r\n"
    return write_card(profile, include_private=life.whether()).replace("END:VCARD", f"{news}END:VCARD")


def export_and_import(life: Life) -> None:
    """One's own people, out and in again."""
    path = life.folder / f"mine-{life.number()}.vcf"
    life.workspace.exporting.write(VCARD_4, path, private=life.whether())
    life.workspace.importing.carry_out(life.workspace.importing.plan([path]))


FILES: tuple[Act, ...] = (import_file, export_and_import)
