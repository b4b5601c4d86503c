"""What the program is made of: its own version, and those of what it stands on."""

from __future__ import annotations

from otnet_desktop import __version__

LIBRARIES = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("peewee", "peewee", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("jeepney", "jeepney", "MIT"),
    ("tzdata", "tzdata", "Apache-2.0; the zone data are in the public domain"),
)
"""Package, what people call it, licence."""


def versions() -> dict[str, str]:
    """By name: the program, Python, the system, and the libraries that are installed."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    told = {
        "OTnet Desktop": __version__,
        "Python": platform.python_version(),
        "System": f"{platform.system()} {platform.machine()}",
    }
    for package, name, _licence in LIBRARIES:
        try:
            told[name] = version(package)
        except PackageNotFoundError:
            continue
    return told
