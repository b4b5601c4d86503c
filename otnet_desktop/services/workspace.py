"""One open data folder: the store, the services on it, and the announcer they share."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from otnet_desktop.domain.history import WINDOW, Source
from otnet_desktop.services.advice import AdviceService
from otnet_desktop.services.announcer import Announcer
from otnet_desktop.services.availability import AvailabilityService
from otnet_desktop.services.calendars import CalendarsService
from otnet_desktop.services.capturing import CapturingService
from otnet_desktop.services.care import CareService
from otnet_desktop.services.checklists import ChecklistsService
from otnet_desktop.services.clock import Clock
from otnet_desktop.services.compass import CompassService
from otnet_desktop.services.composing import ComposingService
from otnet_desktop.services.drafts import DraftsService
from otnet_desktop.services.duplicates import DuplicatesService
from otnet_desktop.services.energy import EnergyService
from otnet_desktop.services.exporting import ExportService
from otnet_desktop.services.feed import FeedService
from otnet_desktop.services.fresh_start import FreshStartService
from otnet_desktop.services.history import HistoryService
from otnet_desktop.services.hours import HoursService
from otnet_desktop.services.importing import ImportService
from otnet_desktop.services.introductions import IntroductionsService
from otnet_desktop.services.invitations import InvitationService
from otnet_desktop.services.letter_knowledge import LetterKnowledge
from otnet_desktop.services.letters import LettersService
from otnet_desktop.services.material import Material
from otnet_desktop.services.meetings import MeetingsService
from otnet_desktop.services.noticing import NoticingService
from otnet_desktop.services.offers import OffersService
from otnet_desktop.services.opportunities import OpportunitiesService
from otnet_desktop.services.outreach import OutreachService
from otnet_desktop.services.people import PeopleService
from otnet_desktop.services.places import PlacesService
from otnet_desktop.services.preferences import PreferencesService
from otnet_desktop.services.preparing import PreparingService
from otnet_desktop.services.privacy import PrivacyService
from otnet_desktop.services.promises import PromisesService
from otnet_desktop.services.questions import QuestionsService
from otnet_desktop.services.reasons import ReasonsService
from otnet_desktop.services.reflections import ReflectionsService
from otnet_desktop.services.reminders import RemindersService
from otnet_desktop.services.research import ResearchService
from otnet_desktop.services.review import ReviewService
from otnet_desktop.services.roster import RosterService
from otnet_desktop.services.scheduling import SchedulingService
from otnet_desktop.services.soundness import Soundness
from otnet_desktop.services.steps import Steps
from otnet_desktop.services.story import StoryService
from otnet_desktop.services.synonyms import SynonymsService
from otnet_desktop.services.thanks import ThanksService
from otnet_desktop.services.trash import TrashService
from otnet_desktop.services.vocabulary import VocabularyService
from otnet_desktop.store.store import Store

if TYPE_CHECKING:
    from otnet_desktop.services.bringing_back import BringingBack
    from otnet_desktop.services.locking import LockingService
    from otnet_desktop.services.merging import MergingService
    from otnet_desktop.services.second_place import SecondPlaceService
    from otnet_desktop.services.sending import SendingService
    from otnet_desktop.services.several import SeveralService
    from otnet_desktop.store.keys import Key


class Workspace:
    """Everything a window or a command needs of one data folder."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        machine_zone: Callable[[], ZoneInfo],
        material: Material | None = None,
        source: Source = WINDOW,
        *,
        safe: bool = False,
    ) -> None:
        self.store = store
        self.clock = clock
        self.material = material or Material()
        self.announcer = Announcer()
        self.preferences = PreferencesService(store, self.announcer, machine_zone, safe=safe)
        self.steps = Steps(store, clock, self.announcer, self.preferences.timing, source)
        self.people = PeopleService(self.steps)
        self.trash = TrashService(self.steps)
        self.research = ResearchService(self.steps)
        self.places = PlacesService(self.steps, self.people)
        self.outreach = OutreachService(self.steps)
        self.meetings = MeetingsService(self.steps)
        self.capturing = CapturingService(self.steps, self.people, self.research, self.meetings)
        self.scheduling = SchedulingService(clock, self.preferences)
        self.availability = AvailabilityService(self.steps)
        self.calendars = CalendarsService(self.steps, self.preferences, self.availability)
        self.offers = OffersService(self.steps, self.people, self.availability, self.meetings, self.outreach)
        self.thanks = ThanksService(self.steps)
        self.promises = PromisesService(self.steps)
        self.preparing = PreparingService(self.people, self.research, self.outreach, self.meetings, self.promises)
        self.privacy = PrivacyService(self.steps)
        self.questions = QuestionsService(self.steps, self.material)
        self.checklists = ChecklistsService(self.steps, self.material)
        self.reasons = ReasonsService(self.steps)
        self.opportunities = OpportunitiesService(self.steps)
        self.advice = AdviceService(self.steps)
        self.reflections = ReflectionsService(self.steps)
        self.hours = HoursService(self.steps)
        self.vocabulary = VocabularyService(self.steps, self.material)
        self.compass = CompassService(self.steps, self.vocabulary)
        self.introductions = IntroductionsService(store)
        self.review = ReviewService(self.steps, self.reflections)
        self.story = StoryService(store)
        synonyms = SynonymsService(store, self.material)
        self.roster = RosterService(store, synonyms.readings)
        self.history = HistoryService(self.steps)
        self.duplicates = DuplicatesService(self.steps)
        self.importing = ImportService(self.steps, self.calendars)
        self.care = CareService(self.steps, self.preferences)
        self.letters = LettersService(self.steps, synonyms.readings)
        known = LetterKnowledge(
            self.steps, self.material, self.preferences, self.people, self.outreach, self.meetings, self.promises
        )
        self.composing = ComposingService(
            self.steps, self.material, self.people, self.outreach, self.meetings, self.promises, known
        )
        self.drafts = DraftsService(store, self.outreach, self.composing)
        self.reminders = RemindersService(
            self.steps, self.people, self.outreach, self.meetings, self.thanks, self.promises
        )
        self.energy = EnergyService(self.steps, self.preferences, self.people, self.reminders)
        self.fresh_start = FreshStartService(self.steps, self.reminders)
        self.invitations = InvitationService(self.steps, self.scheduling, self.people, self.outreach, self.preferences)
        self.feed = FeedService(self.steps, self.calendars, self.scheduling, self.reminders)
        self.exporting = ExportService(store, clock, self.feed)
        self.noticing = NoticingService(self.steps, self.reminders, self.preferences)

    @cached_property
    def several(self) -> SeveralService:
        """Made when several people are chosen."""
        from otnet_desktop.services.several import SeveralService

        return SeveralService(self.steps, self.people)

    @cached_property
    def sending(self) -> SendingService:
        """Made when first wanted: what speaks to mail servers takes as long to load as a window."""
        from otnet_desktop.services.passwords import Passwords
        from otnet_desktop.services.sending import SendingService

        return SendingService(self.store, self.clock, self.preferences, self.outreach, Passwords())

    @cached_property
    def locking(self) -> LockingService:
        """Made when the window may have to hide names, or somebody looks at the passphrase."""
        from otnet_desktop.services.locking import LockingService
        from otnet_desktop.services.passwords import Passwords

        return LockingService(self.store, Passwords())

    @cached_property
    def merging(self) -> MergingService:
        """Made when two people are looked at side by side."""
        from otnet_desktop.services.merging import MergingService

        return MergingService(self.steps)

    @cached_property
    def bringing_back(self) -> BringingBack:
        """Made when somebody looks into a backup."""
        from otnet_desktop.services.bringing_back import BringingBack

        return BringingBack(self.steps)

    @property
    def soundness(self) -> Soundness:
        """Whether the data file is whole."""
        return self.care.soundness

    @cached_property
    def second_place(self) -> SecondPlaceService:
        """Made when backups are looked after."""
        from otnet_desktop.services.second_place import SecondPlaceService

        return SecondPlaceService(self.steps, self.preferences)

    def is_writing(self) -> bool:
        """Whether a worker writes just now: what can wait a moment should."""
        return self.store.database.is_written_elsewhere()

    def close(self) -> None:
        """Let go of the data."""
        self.store.close()


def open_workspace(
    folder: Path,
    clock: Clock,
    machine_zone: Callable[[], ZoneInfo],
    material: Material | None = None,
    source: Source = WINDOW,
    key: Key | None = None,
    *,
    safe: bool = False,
) -> Workspace:
    """Open the data in a folder; ``source`` is from where they are changed, ``key`` opens protected ones (``locking``).

    ``safe`` leaves settings aside that may keep the program from starting. Raises DataUnavailable.
    """
    return Workspace(Store.open(folder, key), clock, machine_zone, material, source, safe=safe)
