"""Why the program cannot start, in words, whatever it was."""

from __future__ import annotations

from otnet_desktop.domain.errors import MachineLacks, OtnetError


def in_words(error: Exception) -> OtnetError:
    """The world's trouble as it is; a part that is missing, or a mistake of ours, with what to do."""
    if isinstance(error, OtnetError):
        return error
    told: OtnetError
    if isinstance(error, ImportError):
        told = MachineLacks(
            f"A part of the program is missing ({error.name or error}).",
            "Start it again; if that does not help, install it again. What you have written is safe.",
        )
    else:
        told = OtnetError(
            "The program could not start. That was our mistake.",
            "What you have written is safe. `--safe-mode` starts it without your own settings. What went wrong stands "
            "in trouble.log in the data folder.",
        )
    told.__cause__ = error
    return told
