"""Ways to open what the window shows, as the user's own commands do where there is one, and to leave it again.

Public: functions that answer an ``Open`` or are one, ``close_all(real)`` and ``settle()``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from otnet_desktop.domain.errors import DataDamaged
from otnet_desktop.domain.facts import ThanksHow
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.recovery import Recovery
from otnet_desktop.services.thanks import Given
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.exchange.import_page import ImportPage
from otnet_desktop.ui.exchange.mapping_page import MappingPage
from otnet_desktop.ui.followups.again_question import AgainQuestion
from otnet_desktop.ui.journey.advice_forms import TriedForm
from otnet_desktop.ui.locking.passphrase_form import Aim, PassphraseForm
from otnet_desktop.ui.locking.recovery_form import RecoveryForm
from otnet_desktop.ui.outreach.password_form import PasswordForm
from otnet_desktop.ui.people.forget_form import ForgetForm
from otnet_desktop.ui.people.moved_form import MovedForm
from otnet_desktop.ui.people.tag_form import TagForm
from otnet_desktop.ui.person_place import PersonPlace
from otnet_desktop.ui.safe_mode_offer import SafeModeOffer
from otnet_desktop.ui.settings.check_form import CheckForm
from otnet_desktop.ui.trouble.recovery_page import RecoveryPage
from otnet_desktop.ui.trouble.trouble_form import TroubleForm
from otnet_desktop.ui.welcome.welcome_page import WelcomePage
from otnet_desktop.ui.widgets.day_field import AnyDayField
from tests.services.clocks import BOSTON
from tests.ui.real_window import RealWindow

PASSPHRASE = "heron violin kettle moss"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lee;Ana;;;\r\nFN:Ana Lee\r\nEMAIL:ana@mill.example\r\nEND:VCARD\r\n"
TABLE = "Kdnr;Wer;Wann;Was\n17;Ana Lee;3/4/1990;x\n18;Ben Ito;4/4/1990;y\n"
"""Nobody can know who is meant in it."""

Open = Callable[[RealWindow], None]


def by(act: Act) -> Open:
    return lambda real: real.life.actions[act].trigger()


def wanted(name: str, *given: object) -> Open:
    return lambda real: getattr(real.window.intents, name).emit(*given)


def about(name: str, *more: object) -> Open:
    return lambda real: getattr(real.window.intents, name).emit(real.window.person, *more)


def meeting(name: str) -> Open:
    return lambda real: getattr(real.window.intents, name).emit(_met(real))


def _met(real: RealWindow) -> int:
    return real.workspace.meetings.of(PersonId(real.window.person))[0].id


def form(kind: Callable[..., QDialog], *more: object) -> Open:
    """A form as a button somewhere in the window opens it."""
    return lambda real: kind(real.workspace, real.window.intents, *more, real.window).open()


def menu(kind: type[QMenu], first: Open | None = None) -> Open:
    """A menu of a button that is there, or of what is opened ``first``."""

    def opened(real: RealWindow) -> None:
        if first is not None:
            first(real)
            settle()
        real.window.findChildren(kind)[-1].popup(QPoint(20, 20))

    return opened


def thank(real: RealWindow) -> None:
    real.window.intents.thank_wanted.emit(real.window.person, _met(real))


def calendar(real: RealWindow) -> None:
    real.window.intents.meeting_wanted.emit(real.window.person)
    settle()
    next(field for field in real.window.findChildren(AnyDayField) if field.isVisible()).open_calendar()


def stand(page: QWidget, real: RealWindow) -> None:
    """A page that otherwise fills the window, in one of its own that goes when it is closed."""
    page.setParent(real.window, Qt.WindowType.Window)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page.show()


def welcome(real: RealWindow) -> None:
    page = WelcomePage(real.window.intents)
    page.attach(real.workspace)
    stand(page, real)


def recovery(real: RealWindow) -> None:
    moment = (real.workspace.clock.now(), BOSTON)
    stand(RecoveryPage(DataDamaged("Damaged."), Recovery(real.folder / "data"), real.tasks, lambda: moment), real)


def reading(real: RealWindow, name: str = "ana.vcf", text: str = CARD) -> None:
    file = real.folder / name
    if not file.exists():
        file.write_text(text)
    real.window.intents.import_wanted.emit([str(file)])


def reading_much(real: RealWindow) -> None:
    """So much that the page is still there when one looks."""
    reading(real, "many.vcf", CARD * 2_000)


def importing(real: RealWindow) -> None:
    reading(real)
    real.wait(lambda: isinstance(real.window.asides.shown, ImportPage))


def mapping(real: RealWindow) -> None:
    reading(real, "list.csv", TABLE)
    real.wait(lambda: isinstance(real.window.asides.shown, MappingPage))


def tried(real: RealWindow) -> None:
    ledger = real.workspace.advice.ledger()
    if not ledger:
        real.workspace.advice.receive(PersonId(real.window.person), "Rest before the fieldwork")
        ledger = real.workspace.advice.ledger()
    TriedForm(real.workspace, real.window.intents, ledger[0], real.window).open()


def forget(real: RealWindow) -> None:
    if not real.workspace.trash.all():
        real.workspace.people.remove(real.workspace.store.people.everyone()[-1])
    heads = [head.id for head in real.workspace.trash.all()]
    ForgetForm(real.workspace, real.window.intents, real.tasks, heads, real.window).open()


def again(real: RealWindow) -> None:
    given = Given(real.workspace.clock.now(), ThanksHow.EMAIL)
    person = PersonId(real.window.person)
    AgainQuestion(real.workspace, person, "m1", ThanksHow.EMAIL, given, real.window).open()


def code(real: RealWindow) -> None:
    if not real.workspace.locking.is_protected:
        real.workspace.locking.set_passphrase(PASSPHRASE)
    RecoveryForm(real.workspace, real.window.intents, real.window).open()


def safe(real: RealWindow) -> None:
    offer = SafeModeOffer()
    offer.setParent(real.window, offer.windowFlags())
    offer.open()


def another(real: RealWindow) -> None:
    """Through eight people and back to the first, with all panes about them."""
    for person in (*real.workspace.store.people.everyone()[1:8], real.workspace.store.people.everyone()[0]):
        real.window.show_person(person)
        settle()


def around(real: RealWindow) -> None:
    """Through all places."""
    for place in ("timeline", "compass", "journey", "people"):
        real.window.go_to(place)


def trouble(real: RealWindow) -> None:
    TroubleForm("KeyError", real.window).open()


def password(real: RealWindow) -> None:
    PasswordForm("ana@mill.example", "smtp.mill.example", can_keep=True, parent=real.window).open()


def tag(real: RealWindow) -> None:
    TagForm(["mentor"], 2, real.window).open()


def moved(real: RealWindow) -> None:
    person = real.workspace.people.get(PersonId(real.window.person))
    MovedForm(real.workspace, real.window.intents, person, real.window).open()


def checking(real: RealWindow) -> None:
    CheckForm(real.workspace, real.window.intents, real.tasks, real.window).open()


def passphrase(real: RealWindow) -> None:
    PassphraseForm(real.workspace, real.window.intents, real.tasks, Aim.SET, real.window).open()


def close_all(real: RealWindow) -> None:
    """Leave whatever was opened, and wait for its workers."""
    real.window.asides.leave()
    for place in real.window.findChildren(PersonPlace):
        place.leave()
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    for window in QApplication.topLevelWidgets():
        if window is not real.window and window.isVisible():
            window.close()
    while real.tasks.are_under_way():
        QCoreApplication.processEvents()
    settle()


def settle() -> None:
    """Let what is to happen soon happen, and what is to be deleted go."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
