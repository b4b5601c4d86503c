"""The password of the mail account: where the system keeps passwords, or only as long as the program runs.

It is never written to a file of ours, logged, backed up or exported.
"""

from __future__ import annotations

import logging

LOG = logging.getLogger(__name__)

SERVICE = "OTnet Desktop"
"""What the entry is called in the system's keyring."""


class Passwords:
    """Asked by who signs in where ("me@example.org at smtp.example.org")."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    def can_keep(self) -> bool:
        """Whether the system has a keyring; without one a password is forgotten when the program ends."""
        import keyring
        from keyring.backends import fail, null

        try:
            return not isinstance(keyring.get_keyring(), (fail.Keyring, null.Keyring))
        except Exception:  # a backend may fail in any way of its own
            LOG.exception("the keyring does not answer")
            return False

    def get(self, whose: str) -> str:
        """The password; "" if none is known."""
        if whose in self._held:
            return self._held[whose]
        import keyring
        from keyring.errors import KeyringError

        try:
            return keyring.get_password(SERVICE, whose) or ""
        except KeyringError:
            return ""
        except Exception:  # a backend may fail in any way of its own
            LOG.warning("the keyring gives no password", exc_info=True)
            return ""

    def hold(self, whose: str, password: str) -> None:
        """Remember it until the program ends."""
        self._held[whose] = password

    def keep(self, whose: str, password: str) -> bool:
        """Hand it to the system's keyring; where that does not take it, it is only held, and the answer is False."""
        self.hold(whose, password)
        return self.hand_over(whose, password)

    def hand_over(self, whose: str, password: str) -> bool:
        """Let the system's keyring have it, and nobody else; whether it took it."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, whose, password)
        except KeyringError:
            return False
        except Exception:  # as above
            LOG.warning("the keyring keeps no password", exc_info=True)
            return False
        return True

    def forget(self, whose: str) -> bool:
        """Take it out of memory and keyring; whether it is gone, as far as the keyring tells."""
        import keyring
        from keyring.errors import KeyringError, NoKeyringError

        self._held.pop(whose, None)
        try:
            if keyring.get_password(SERVICE, whose) is not None:
                keyring.delete_password(SERVICE, whose)
        except NoKeyringError:
            return True  # nothing can be in it
        except KeyringError:
            return False
        except Exception:  # as above
            LOG.warning("the keyring does not forget", exc_info=True)
            return False
        return True
