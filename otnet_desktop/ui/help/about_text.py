"""What the program is: version, licence, libraries, and where the data are.

Public: ``about_text(folder)`` (Markdown) and ``facts()`` (versions alone, for a report).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, qVersion

from otnet_desktop import __version__

translate = QCoreApplication.translate

LIBRARIES = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("peewee", "peewee", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("jeepney", "jeepney", "MIT"),
    ("tzdata", "tzdata", "Apache-2.0; the zone data are in the public domain"),
)
"""Package, what people call it, licence."""


def facts() -> list[tuple[str, str]]:
    """Names and versions: the program, Python, Qt, the system, the libraries."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    told = [("OTnet Desktop", __version__), ("Python", platform.python_version()), ("Qt", qVersion())]
    told.append(("System", f"{platform.system()} {platform.machine()}"))
    for package, name, _licence in LIBRARIES:
        try:
            told.append((name, version(package)))
        except PackageNotFoundError:
            continue
    return told


def about_text(folder: str) -> str:
    """The page."""
    versions = dict(facts())
    used = [f"| {name} | {versions[name]} | {licence} |" for _, name, licence in LIBRARIES if name in versions]
    head = "| {name} | {version} | {licence} |".format(
        name=translate("About", "Library"), version=translate("About", "Version"), licence=translate("About", "Licence")
    )
    lines = [
        translate("About", "# About OTnet Desktop"),
        "",
        translate("About", "Version {version}, with Python {python} and Qt {qt} on {system}.").format(
            version=__version__, python=versions["Python"], qt=versions["Qt"], system=versions["System"]
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
