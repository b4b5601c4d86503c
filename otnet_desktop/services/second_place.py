"""A second place for backups: chosen, caught up with, and told whether it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from otnet_desktop.domain.drives import DriveKind
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.services.preferences import PreferencesService
from otnet_desktop.services.refs import new_ref
from otnet_desktop.services.steps import Steps
from otnet_desktop.store.drive import is_one_drive, risky_drive
from otnet_desktop.store.rows import optional_seconds

if TYPE_CHECKING:
    from otnet_desktop.store.second_place import SecondPlace

FOLDER = "OTnet backups"
TOLD = "second_place_told"
PURGE = "second_place_purge"


@dataclass(frozen=True, slots=True)
class Caught:
    """``is_there``: the place could be reached. ``is_news``: it cannot, and nobody was told so yet."""

    is_there: bool = True
    is_news: bool = False


@dataclass(frozen=True, slots=True)
class SecondStanding:
    """The folder somebody chose, whether it is there, and when the newest backup in it was made.

    ``is_same_drive``: it would be lost together with the data. ``is_readable``: it is copied to a cloud, and the
    backups have no passphrase.
    """

    place: Path
    is_there: bool
    newest: datetime | None
    is_same_drive: bool = False
    is_readable: bool = False


class SecondPlaceService:
    """Where backups go besides."""

    def __init__(self, steps: Steps, preferences: PreferencesService) -> None:
        self._steps = steps
        self._store = steps.store
        self._preferences = preferences

    def choose(self, place: Path) -> None:
        """Write backups there as well from now on, in a folder of its own. Raises BadInput, NotSaved."""
        data = self._store.database.path.parent.resolve()
        if not place.is_dir():
            raise BadInput(sentence("{place} is no folder.", place=place), "Choose a folder on another drive.")
        if data == place.resolve() or data in place.resolve().parents:
            raise BadInput(
                sentence("{place} lies among your data.", place=place),
                "Whatever happens to them would happen to it. Choose another place.",
            )
        before = self._chosen()
        is_the_same = before is not None and before.is_there() and before.folder.parent.resolve() == place.resolve()
        folder = before.folder if before and is_the_same else place / f"{FOLDER} {new_ref('b').removeprefix('b-')[:4]}"
        self._opened(folder).catch_up(self._steps.clock.now())
        self._preferences.change(second_place=str(folder))
        self._remember(TOLD, None)
        self._remember(PURGE, None)

    def stop(self) -> None:
        """Only the first place from now on; what was written to the other stays there."""
        self._preferences.change(second_place="")

    def standing(self) -> SecondStanding | None:
        """How it stands; none where none was chosen. For a worker."""
        second = self._chosen()
        if second is None:
            return None
        place = second.folder.parent
        if not second.is_there():
            return SecondStanding(place, is_there=False, newest=None)
        newest = next((backup.at for backup in second.backups.all() if backup.note), None)
        drive = risky_drive(place)
        in_cloud = drive is not None and drive.kind is DriveKind.CLOUD
        return SecondStanding(
            place,
            is_there=True,
            newest=newest,
            is_same_drive=not in_cloud and is_one_drive(place, self._store.database.path.parent),
            is_readable=in_cloud and self._store.database.key is None,
        )

    def catch_up(self, is_wanted: Callable[[], bool] | None = None) -> Caught:
        """Copy there what is missing, where one was chosen. For a worker. Raises NotSaved.

        As soon as ``is_wanted`` says no, it stops; the next time goes on.
        """
        second = self._chosen()
        if second is None:
            return Caught()
        if not second.is_there():
            is_news = self._store.preferences.get(TOLD) != str(second.folder)
            self._remember(TOLD, str(second.folder))
            return Caught(is_there=False, is_news=is_news)
        from otnet_desktop.store.second_place import Unwanted, always

        purges = self._store.preferences.get(PURGE) is not None
        try:
            second.catch_up(self._steps.clock.now(), purges=purges, is_wanted=is_wanted or always)
        except Unwanted:
            return Caught()
        self._remember(TOLD, None)
        self._remember(PURGE, None)
        return Caught()

    def purge(self) -> None:
        """Whatever is there and not in the first place is to go, at once or when it is there again. For a worker."""
        if self._chosen() is not None:
            self._remember(PURGE, optional_seconds(self._steps.clock.now()))
            self.catch_up()

    def _chosen(self) -> SecondPlace | None:
        folder = self._preferences.current.second_place
        return self._opened(Path(folder)) if folder else None

    def _opened(self, folder: Path) -> SecondPlace:
        from otnet_desktop.store.second_place import SecondPlace

        return SecondPlace(self._store.backups, folder)

    def _remember(self, key: str, value: object) -> None:
        """Keep something for later starts; nothing is written where it is kept already."""
        if self._store.preferences.get(key) == value:
            return
        with self._store.transaction():
            self._store.preferences.set(key, value)
