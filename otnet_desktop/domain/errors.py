"""What can go wrong in the world, said so that a reader knows what to do next.

    OtnetError                 a title and a hint, both shown as they are
    ├── BadInput               something typed or a file given cannot be used (status 1 or 2 on the command line)
    ├── NotAllowed             a hard rule says no (for example: do not contact)
    ├── NotFound               nobody and nothing with that id
    ├── DataUnavailable        the data could not be opened: newer, damaged, locked, foreign (status 4)
    │   ├── DataDamaged        the file is no whole database any more: a backup may be brought back
    │   ├── PassphraseNeeded   they are protected, and nobody said the passphrase
    │   └── WrongPassphrase    what was said does not open them
    ├── NotSaved               a change could not be written: disk full, read only (nothing changed)
    ├── StillWriting           another thread of this program writes for long (an import): nothing changed, try later
    ├── NotSent                a letter was not taken by the mail server; it waits as a draft
    │   ├── PasswordRefused    another password may help
    │   └── MayBeSent          the connection broke too late to know
    └── MachineLacks           a display, a library, a mail program (status 3)

Our own mistakes are ordinary Python exceptions and end in the trouble report instead.
"""

from otnet_desktop.domain.sentences import Sentence, sentence


class OtnetError(Exception):
    """Something the user can understand: ``title`` says what is wrong, ``hint`` what to do."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint

    @property
    def told(self) -> Sentence:
        """Both, to be said in the reader's language."""
        title, hint = (text if isinstance(text, Sentence) else sentence(text) for text in (self.title, self.hint))
        return sentence("{title} {hint}", title=title, hint=hint) if hint else title

    def __str__(self) -> str:
        return str(self.told)


class BadInput(OtnetError):
    """Something typed, or a file given, cannot be used as it is."""


class NotAllowed(OtnetError):
    """A hard rule of kindness says no; the hint offers another way where there is one."""


class NotFound(OtnetError):
    """Nobody and nothing has that id (any more)."""


class DataUnavailable(OtnetError):
    """The data could not be opened; the file was left as it is."""


class DataDamaged(DataUnavailable):
    """The data file is damaged; a good backup may be brought back."""


class PassphraseNeeded(DataUnavailable):
    """The data are protected by a passphrase, which nobody said."""


class WrongPassphrase(DataUnavailable):
    """The passphrase or recovery code that was said is another one."""


class NotSaved(OtnetError):
    """A change could not be written; the data are as they were before."""


class StillWriting(OtnetError):
    """Nothing was changed, as something long is being written; it can be tried again when that is finished."""


class NotSent(OtnetError):
    """A letter was not taken by the mail server."""


class PasswordRefused(NotSent):
    """The mail server did not accept the password, so nothing was sent."""


class MayBeSent(NotSent):
    """Nobody knows whether the mail server took it: only who looks into their sent mail can say."""


class MachineLacks(OtnetError):
    """The machine lacks something the program needs, named in the title."""
