"""What is opened and closed again and again: each page, form, menu and window of its own there is.

Public: ``OPENED``, by the class that is shown (after a colon: in another way). ``tests/house/test_openings.py`` looks
whether any is missing.
"""

from __future__ import annotations

from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.compass.words_form import WordsForm
from otnet_desktop.ui.followups.fresh_start_form import FreshStartForm
from otnet_desktop.ui.journey.advice_forms import AdviceForm
from otnet_desktop.ui.journey.hours_form import HoursForm
from otnet_desktop.ui.journey.opportunity_form import OpportunityForm
from otnet_desktop.ui.meetings.calendar_menu import CalendarMenu
from otnet_desktop.ui.outreach.field_menu import FieldMenu
from otnet_desktop.ui.people.answer_menu import AnswerMenu
from otnet_desktop.ui.people.cadence_menu import CadenceMenu
from otnet_desktop.ui.people.more_menu import MoreMenu
from tests.campaigns import ways_to_open as ways
from tests.campaigns.ways_to_open import Open, about, by, form, meeting, menu, wanted

OPENED: dict[str, Open] = {
    "AdviceForm": form(AdviceForm, None),
    "AgainQuestion": ways.again,
    "AnswerMenu": menu(AnswerMenu),
    "CadenceMenu": menu(CadenceMenu),
    "CalendarMenu": menu(CalendarMenu, meeting("open_meeting_wanted")),
    "CalendarPopup": ways.calendar,
    "CaptureForm": by(Act.ADD_SEVERAL),
    "ChangesPage": about("changes_wanted"),
    "CheckForm": ways.checking,
    "CompanionPage": meeting("companion_wanted"),
    "CompassPage: all places": ways.around,
    "Composer": about("compose_wanted", "", ""),
    "DraftsPage": by(Act.DRAFTS),
    "DueList": wanted("due_list_wanted"),
    "ExportForm": by(Act.EXPORT),
    "FieldMenu": menu(FieldMenu, by(Act.LETTERS)),
    "ForgetForm": ways.forget,
    "FreshStartForm": form(FreshStartForm),
    "HelpPage": wanted("help_wanted", "privacy-and-data"),
    "HelpPage: about": by(Act.ABOUT),
    "HoursForm": form(HoursForm, None),
    "ImportPage": ways.importing,
    "JumpPalette": by(Act.JUMP),
    "LettersPage": by(Act.LETTERS),
    "LogForm": about("log_wanted"),
    "MappingPage": ways.mapping,
    "MeetingForm": about("meeting_wanted"),
    "MeetingSheet": meeting("open_meeting_wanted"),
    "MergePage": wanted("merge_wanted", [1, 2]),
    "MergeWithForm": wanted("merge_wanted", [1]),
    "MoreMenu": menu(MoreMenu),
    "MovedForm": ways.moved,
    "OpportunityForm": form(OpportunityForm, None),
    "OriginalsPage": about("originals_wanted"),
    "PassphraseForm": ways.passphrase,
    "PasswordForm": ways.password,
    "PersonForm": by(Act.ADD_PERSON),
    "PersonForm: edit": about("edit_person_wanted"),
    "PersonPlace: another": ways.another,
    "PrepSheet": meeting("prep_wanted"),
    "PromiseForm": about("promise_wanted"),
    "QFileDialog": wanted("import_wanted", []),
    "QMenu: thanks": ways.thank,
    "ReadingPage": ways.reading_much,
    "RecoveryPage": ways.recovery,
    "RestorePage": wanted("restore_wanted", ""),
    "SafeModeOffer": ways.safe,
    "SchedulerPage": about("times_wanted"),
    "SettingsPage": by(Act.SETTINGS),
    "TagForm": ways.tag,
    "TrashPage": by(Act.TRASH),
    "TriedForm": ways.tried,
    "TroubleForm": ways.trouble,
    "TwicePage": by(Act.TWICE),
    "WelcomePage": ways.welcome,
    "WordsForm": form(WordsForm),
    "RecoveryForm": ways.code,  # sets a passphrase
}
