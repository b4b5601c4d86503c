"""What the program is: version, licence, libraries, and where the data are.

Public: ``about_text(folder)``, Markdown.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, qVersion

from otnet_desktop import __version__
from otnet_desktop.services.versions import LIBRARIES, versions

translate = QCoreApplication.translate


def about_text(folder: str) -> str:
    """The page."""
    told = versions()
    used = [f"| {name} | {told[name]} | {licence} |" for _, name, licence in LIBRARIES if name in told]
    head = "| {name} | {version} | {licence} |".format(
        name=translate("About", "Library"), version=translate("About", "Version"), licence=translate("About", "Licence")
    )
    lines = [
        translate("About", "# About OTnet Desktop"),
        "",
        translate("About", "Version {version}, with Python {python} and Qt {qt} on {system}.").format(
            version=__version__, python=told["Python"], qt=qVersion(), system=told["System"]
        ),
        "",
        translate(
            "About",
            "A private contact organizer for occupational therapists who grow a network on purpose. It is free "
            "software under the MIT licence: use it, read it, change it, pass it on.",
        ),
        "",
        translate("About", "## It stands on"),
        "",
        head,
        "|---|---|---|",
        *used,
        "",
    ]
    if folder:
        lines += [
            translate("About", "## Your data"),
            "",
            translate("About", "Everything is in one folder on this computer:"),
            "",
            f"    {folder}",
            "",
        ]
    return "\n".join(lines)
