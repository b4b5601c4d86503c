"""What may be typed on the command line (see CONTRIBUTING, "The command line"). Status 2 for what may not."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from otnet_desktop import __version__

EPILOGUE = """\
commands:
  (none) [FILE...]   open the window; files open the import preview
  import FILE...     bring people in from vCard, tables (CSV), LDIF, folders and ZIP
  export             write everyone or some people to a file
  people [QUERY]     list or search people
  show ID            everything known about a person
  due                what needs doing
  agenda             which notifications will be shown when
  sample             fill an empty data folder with the sample network
  duplicates         likely duplicates with the evidence
  backup, backups, restore   verified backups
  check              integrity of the data
  protect            set, change or remove the passphrase
  tour               play the main job and leave pictures

`otnet-desktop COMMAND --help` tells the options of a command.
"""


def window_parser() -> argparse.ArgumentParser:
    """Without a command: the window."""
    parser = argparse.ArgumentParser(
        prog="otnet-desktop",
        description="OTnet Desktop: a private contact organizer for occupational therapists.",
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"OTnet Desktop {__version__}")
    parser.add_argument("--hidden", action="store_true", help="start in the tray")
    parser.add_argument(
        "--safe-mode", action="store_true", help="as it comes: own settings left aside, no tray, no watched files"
    )
    parser.add_argument("--sample", action="store_true", help="open the sample network, in a file of its own")
    parser.add_argument("files", nargs="*", metavar="FILE", help="files to preview for import")
    add_common(parser)
    return parser


def command_parser(command: str) -> argparse.ArgumentParser:
    """The parser of one command."""
    describe, add = COMMANDS[command]
    parser = argparse.ArgumentParser(prog=f"otnet-desktop {command}", description=describe, allow_abbrev=False)
    add(parser)
    add_common(parser)
    return parser


def filled(text: str) -> str:
    """Refuse an empty value: a script whose variable is empty must not reach other data than it means."""
    if not text.strip():
        message = "it is empty"
        raise argparse.ArgumentTypeError(message)
    return text


def add_common(parser: argparse.ArgumentParser) -> None:
    """What every command takes."""
    parser.add_argument(
        "--data-dir", type=filled, metavar="DIR", help="where the data are (else OTNET_DATA_DIR, else your own)"
    )
    parser.add_argument("--json", action="store_true", help="answer for machines")
    parser.add_argument("--now", type=filled, metavar="ISO", help="pretend it is this local time")


def parse(arguments: Sequence[str]) -> tuple[str, argparse.Namespace]:
    """The command ("" for the window) and what it was given. Common options may stand before the command."""
    arguments = list(arguments)
    common, rest = leading_options(arguments)
    if not rest and all(word.strip() and word[-1] != "=" for word in common):
        return "", everyday_start(common)
    if rest and rest[0] in COMMANDS:
        return rest[0], command_parser(rest[0]).parse_args([*common, *rest[1:]])
    return "", window_parser().parse_args(arguments)


def leading_options(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Split off the common options that stand before anything else."""
    taken = 0
    while taken < len(arguments):
        name = arguments[taken].partition("=")[0]
        if arguments[taken] == "--json" or (name in ("--data-dir", "--now") and "=" in arguments[taken]):
            taken += 1
        elif name in ("--data-dir", "--now") and taken + 1 < len(arguments) and arguments[taken + 1][:1] != "-":
            taken += 2
        else:
            break
    return arguments[:taken], arguments[taken:]


def everyday_start(common: list[str]) -> argparse.Namespace:
    """What the window's parser makes of common options alone, without the 2 ms it takes to build one."""
    given = argparse.Namespace(
        hidden=False, safe_mode=False, sample=False, files=[], data_dir=None, json=False, now=None
    )
    words = iter(common)
    for word in words:
        name, equals, value = word.partition("=")
        told = True if name == "--json" else value if equals else next(words)
        setattr(given, name.removeprefix("--").replace("-", "_"), told)
    return given


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=filled, nargs="+", metavar="FILE")
    parser.add_argument(
        "--format", type=filled, metavar="F", help="take the files for this format instead of looking inside"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would happen and change nothing")
    parser.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=FIELD", help="say what a column of a table is"
    )
    parser.add_argument("--dates", choices=("dmy", "mdy", "ymd"), default="", help="the order of dates in tables")


def _export(parser: argparse.ArgumentParser) -> None:
    formats = ("vcard3", "vcard4", "google-csv", "csv", "ics", "archive")
    parser.add_argument("--format", required=True, choices=formats)
    parser.add_argument("--out", type=filled, required=True, metavar="FILE")
    parser.add_argument("--private", action="store_true", help="with your private notes")
    parser.add_argument("--person", action="append", default=[], metavar="ID", help="only this person (repeatable)")


def _people(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words to look for, in any order")


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("person", type=filled, metavar="ID", help="the id or ref of a person")


def _due(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", type=filled, metavar="ISO", help="as of this local time")
    parser.add_argument("--upcoming", action="store_true", help="also what is due later")


def _agenda(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="start", type=filled, required=True, metavar="ISO")
    parser.add_argument("--to", dest="end", type=filled, required=True, metavar="ISO")


def _sample(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from", dest="file", type=filled, metavar="FILE", help="a network told as facts (else the sample network)"
    )
    parser.add_argument("--today", type=filled, metavar="DATE", help="the day that offsets in the file count from")


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=filled, metavar="FILE", help="where to (else the folder of backups)")


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=filled, metavar="FILE")


def _protect(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--remove", action="store_true", help="let the data be read without a passphrase again")
    what.add_argument("--recovery-code", action="store_true", help="tell the code that opens them as well")
    parser.add_argument("--newest-backup-only", action="store_true", help="remove the older backups")


def _tour(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=filled, required=True, metavar="DIR", help="where the pictures go")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="make anew what can be derived; nothing else is touched")


def _nothing(_parser: argparse.ArgumentParser) -> None:
    pass


COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "import": ("Bring people in; the same file again changes nothing.", _import),
    "export": ("Write everyone, or some people, to a file.", _export),
    "people": ("List or search people, best first.", _people),
    "show": ("Everything known about a person.", _show),
    "due": ("What needs doing, in order.", _due),
    "agenda": ("Which notifications will be shown, if nothing is done meanwhile.", _agenda),
    "sample": ("Fill an empty data folder with the sample network.", _sample),
    "duplicates": ("Groups of likely duplicates, with the evidence in words.", _nothing),
    "backup": ("Make a verified backup.", _backup),
    "backups": ("List the backups.", _nothing),
    "restore": ("Bring back a backup; what is there now is backed up first.", _restore),
    "check": ("Look whether database, search, derived data and backups are whole.", _check),
    "protect": ("Protect the data and their backups by a passphrase, or by another one.", _protect),
    "tour": ("Play the main job on the sample network through the real windows.", _tour),
}
