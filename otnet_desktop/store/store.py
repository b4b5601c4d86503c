"""The data of one folder: everything the store can do, behind one name."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.store import search_index
from otnet_desktop.store.advice import AdviceRows
from otnet_desktop.store.backup import Backups
from otnet_desktop.store.check import Check
from otnet_desktop.store.cleared_words import ClearedWords
from otnet_desktop.store.compass import CompassRows
from otnet_desktop.store.database import Database
from otnet_desktop.store.facts import Facts
from otnet_desktop.store.folder_check import FolderCheck
from otnet_desktop.store.hours import HoursRows
from otnet_desktop.store.journal import Journal
from otnet_desktop.store.keys import Key
from otnet_desktop.store.known_by import KnownBy
from otnet_desktop.store.letters import LetterRows
from otnet_desktop.store.looking_back import LookingBack
from otnet_desktop.store.meeting_times import MeetingTimes
from otnet_desktop.store.meetings import Meetings
from otnet_desktop.store.merging import Merging
from otnet_desktop.store.messages import Messages
from otnet_desktop.store.not_same import NotSame
from otnet_desktop.store.notices import Notices
from otnet_desktop.store.opening import open_database
from otnet_desktop.store.organisations import Organisations
from otnet_desktop.store.outlooks import Outlooks
from otnet_desktop.store.own_questions import OwnQuestionRows
from otnet_desktop.store.own_words import OwnWords
from otnet_desktop.store.people import People
from otnet_desktop.store.places import PlaceRows
from otnet_desktop.store.preferences import PreferenceRows
from otnet_desktop.store.promises import Opportunities, Promises
from otnet_desktop.store.protection import Protection
from otnet_desktop.store.reflections import ReflectionRows
from otnet_desktop.store.research import ResearchRows
from otnet_desktop.store.restore import SIDE_FILES
from otnet_desktop.store.roster import Roster
from otnet_desktop.store.schedule import FreeTimes, OfferedTimes
from otnet_desktop.store.search import Search
from otnet_desktop.store.shape import Shape
from otnet_desktop.store.ticks import TickRows
from otnet_desktop.store.trash import Trash
from otnet_desktop.store.wiping import Wiping


class Store:
    """One open data folder. Each attribute keeps one kind of thing."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.organisations = Organisations(database)
        self.people = People(database, self.organisations)
        self.known_by = KnownBy(database)
        self.not_same = NotSame(database)
        self.merging = Merging(database)
        self.facts = Facts(database)
        self.meetings = Meetings(database)
        self.meeting_times = MeetingTimes(database)
        self.meeting_ticks = TickRows(database, "meeting_id")
        self.messages = Messages(database)
        self.trash = Trash(database, self.people, self.messages)
        self.wiping = Wiping(database)
        self.free_times = FreeTimes(database)
        self.offered_times = OfferedTimes(database)
        self.research = ResearchRows(database)
        self.places = PlaceRows(database, self.organisations)
        self.advice = AdviceRows(database)
        self.reflections = ReflectionRows(database)
        self.hours = HoursRows(database)
        self.compass = CompassRows(database)
        self.own_words = OwnWords(database)
        self.letters = LetterRows(database)
        self.own_questions = OwnQuestionRows(database)
        self.cleared_words = ClearedWords(database)
        self.looking_back = LookingBack(database)
        self.promises = Promises(database)
        self.opportunities = Opportunities(database)
        self.outlooks = Outlooks(database)
        self.roster = Roster(database)
        self.search = Search(database)
        self.journal = Journal(database, self.outlooks)
        self.preferences = PreferenceRows(database)
        self.notices = Notices(database)
        self.backups = Backups(database.path, database.key)
        self.protection = Protection(database, self.backups)
        self.check = Check(database, self.people, self.meetings, self.outlooks)
        self.shape = Shape(database)
        self.folder_check = FolderCheck(self.backups)

    @classmethod
    def open(cls, folder: Path, key: Key | None = None) -> Store:
        """Open or create the data in a folder. Raises DataUnavailable (see ``open_database``)."""
        return cls(open_database(folder, key))

    def expect_elsewhere(self, out: Path) -> None:
        """Raises BadInput where a file to be written would take the place of the data themselves."""
        data = self.database.path.resolve()
        if out.resolve() in {data.with_name(data.name + side) for side in ("", *SIDE_FILES)}:
            raise BadInput(
                sentence("{out} holds your data.", out=out), "They were left as they are. Choose another name."
            )

    def transaction(
        self, title: str = "", at: datetime | None = None, group: int | None = None
    ) -> AbstractContextManager[int | None]:
        """All or nothing, and with a title one undoable step (see ``Database.transaction``)."""
        return self.database.transaction(title, at, group)

    def tidy(self, now: datetime) -> None:
        """What may wait for an idle moment: old steps and notices go, the index is merged, the log folded back."""
        self.journal.prune(now)
        self.notices.prune(now)
        self.trash.sweep()
        search_index.merge(self.database)
        self.database.tidy()

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()
