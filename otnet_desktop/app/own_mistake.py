"""A mistake of the program where no window can tell of it: in the log, and in a few lines on the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from otnet_desktop.app.report import report_of
from otnet_desktop.app.trouble_log import FILE_NAME, TroubleLog
from otnet_desktop.domain.errors import OtnetError


def tell(error: Exception, data_dir: str | None) -> None:
    """Say so on standard error, with a report to copy; also in the log of the data folder, if there is one."""
    from otnet_desktop.app.paths import data_folder

    folder = data_folder(data_dir)
    if folder.is_dir():
        log(error, folder)
    if sys.stderr is not None:
        print(
            "That was our mistake. Whatever was saved before is safe; what you asked for now may not have been done.",
            f"The report holds nothing about people; it is also in {FILE_NAME} in the data folder.",
            report_of(error),
            sep="\n",
            file=sys.stderr,
        )


def log(error: BaseException, folder: Path) -> None:
    """In the log, now; what the world did is no mistake of ours."""
    if isinstance(error, OtnetError):
        return
    from otnet_desktop.services.clock import SystemClock

    TroubleLog(folder).write(SystemClock().now(), report_of(error))
