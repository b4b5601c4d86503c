"""Where the program begins: a command for the terminal, or the window."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from otnet_desktop.app.arguments import parse
from otnet_desktop.domain.errors import BadInput, DataUnavailable, MachineLacks, NotFound, NotSaved, OtnetError

DONE, REFUSED, WRONG_USAGE, MACHINE_LACKS, DATA_UNAVAILABLE = range(5)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit status comes back (see CONTRIBUTING, "The command line")."""
    try:
        return _carry_out(*parse(sys.argv[1:] if arguments is None else arguments))
    except OSError:  # of parsing, the only one left here: nobody can be told how to ask
        return WRONG_USAGE
    finally:
        from otnet_desktop.app.unwritable import drop_unwritable

        drop_unwritable()


def _carry_out(command: str, given: Namespace) -> int:
    try:
        if command:
            from otnet_desktop.app.commands.run import run_command

            return run_command(command, given)
        from otnet_desktop.app.start import start

        return start(given)
    except OtnetError as error:
        from otnet_desktop.app.one_line import complain

        complain(str(error))
        return status_of(error)
    except BrokenPipeError:  # the reader of our output left, as `head` does
        return DONE
    except KeyboardInterrupt:
        return REFUSED
    except Exception as error:  # noqa: BLE001 - our own mistake: told and logged, without a word about people
        from otnet_desktop.app.own_mistake import tell

        tell(error, given.data_dir)
        return REFUSED


def status_of(error: OtnetError) -> int:
    """The exit status for what went wrong."""
    match error:
        case MachineLacks():
            return MACHINE_LACKS
        case DataUnavailable() | NotSaved():
            return DATA_UNAVAILABLE
        case BadInput() | NotFound():
            return WRONG_USAGE
        case _:
            return REFUSED
