"""What somebody wants to do, said by the pane where they said it and heard by whoever does it.

Panes never call one another: a row emits ``compose_wanted``, and the window opens the composer.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Intents(QObject):
    """One object for the whole window. Ids are integers, 0 for none; keys are reminder keys, "" for none."""

    person_wanted = Signal(int)
    """Show somebody."""
    person_clicked = Signal(int)
    """Somebody was clicked in the list, whoever was chosen before: what covers them goes."""
    add_person_wanted = Signal()
    capture_wanted = Signal()
    """Add several people, one on each line."""
    add_named_wanted = Signal(str)
    """Add somebody whose name was typed already."""
    edit_person_wanted = Signal(int)
    log_wanted = Signal(int)
    """Log a mail, call, answer or chance meeting with somebody (0: choose whom)."""
    answer_wanted = Signal(int, str)
    """Log an answer that named a day: person, kind of answer."""
    compose_wanted = Signal(int, str, str)
    """Write to somebody: person, reminder key, letter id ("" lets the app choose)."""
    letters_wanted = Signal(str)
    """Show the letters: one of one's own by its ref, or ("") all."""
    drafts_wanted = Signal()
    """Show every letter that waits."""
    draft_wanted = Signal(int)
    """Go on with what was written and not sent: a message."""
    send_wanted = Signal(int, str)
    """Send a draft by the user's own mail account: message, address."""
    word_wanted = Signal()
    """Ask whether what was handed over was sent."""
    thank_wanted = Signal(int, int)
    """Say how thanks were given: person, meeting."""
    thank_all_wanted = Signal(int)
    """Write one letter of thanks to everybody who was there: meeting."""
    meeting_wanted = Signal(int)
    """Book a meeting with somebody (0: choose whom)."""
    open_meeting_wanted = Signal(int)
    """Show a meeting: times, notes, outcome."""
    prep_wanted = Signal(int)
    """Show what to know before a meeting, on one page."""
    companion_wanted = Signal(int)
    """Go through a meeting: the question now, the time, notes."""
    move_meeting_wanted = Signal(int)
    """Agree on another time, or change place and link, of a meeting."""
    times_wanted = Signal(int)
    """Offer times to somebody, and paint when one is free (0: only that)."""
    promise_wanted = Signal(int)
    """Note a promise made to or by somebody (0: choose whom)."""
    cadence_wanted = Signal()
    """Ask how often to keep in touch with whoever is shown."""
    follow_up_wanted = Signal(str)
    """Do what a reminder asks for, wherever that is done: its key."""
    entry_reached = Signal(int)
    """On the place of everyone's timeline, one stands on an entry about this person (0: about nobody, or several)."""
    return_wanted = Signal(QWidget)
    """Back to a control on whatever page it is, from something that was opened there."""
    going_on_wanted = Signal()
    """What had the focus is settled and gone: go on where one works, with whoever is shown."""
    journey_wanted = Signal(str)
    """Show a part of the Journey place: "advice", "opportunities" ..."""
    due_list_wanted = Signal()
    """Show everything that is due."""
    restore_wanted = Signal(str)
    """Show the backups and what is in them: a file to look into, or ("") the newest backup."""
    check_wanted = Signal()
    """Look whether everything is whole, and mend what can be."""
    recovery_wanted = Signal()
    """The data are damaged: let go of them, and bring a backup back."""
    trash_wanted = Signal()
    """Show whom one deleted."""
    changes_wanted = Signal(int)
    """Show what changed about somebody, when and from where."""
    originals_wanted = Signal(int)
    """Show whom somebody was made one of, as they were."""
    twice_wanted = Signal()
    """Show who is perhaps here twice."""
    merge_wanted = Signal(list)
    """Show people side by side, to make one of them or tell them apart (one alone: choose who else)."""
    came_in = Signal(object)
    """These people were just added or imported: their ids, as they are (a list for Qt is copied there and back)."""
    import_wanted = Signal(list)
    """Preview files for import (paths; empty: choose)."""
    lift_wanted = Signal(str)
    """Lift key points about whoever is shown out of a text file: its path."""
    export_wanted = Signal()
    sample_wanted = Signal()
    """Open the sample network, beside the user's own data."""
    backup_wanted = Signal()
    settings_wanted = Signal()
    rewriting = Signal(bool)
    """The data are written anew, and nothing may touch them meanwhile; False when that is over."""
    lock_wanted = Signal()
    """Show no names until somebody says the passphrase."""
    normal_start_wanted = Signal()
    """Leave safe mode: end, and start again as usual."""
    quit_wanted = Signal()
    """End the program, tray and all."""
    help_wanted = Signal(str)
    """Open a help page by its name."""
    said = Signal(str)
    """Tell something quietly (already translated)."""
    undoable = Signal(str)
    """Tell something with an Undo button (already translated)."""
    deleted = Signal(str)
    """Tell that people went to the trash, with an Undo button and the way there (already translated)."""
    failed = Signal(Exception)
    """Something could not be done: an OtnetError is worded for the user, anything else is ours."""
