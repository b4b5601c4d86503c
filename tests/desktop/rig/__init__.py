"""A throw-away Linux desktop: window manager, panel with a tray, notification daemon and screen-reader bus, no screen.

Each desktop has its own X display (Xvfb), its own session bus and its own home, runtime, config, data and cache
folders; nothing of the caller's session is touched. A supervisor process holds it and ends everything it started, by
process id, when whoever asked for it is gone.

    kind.py        which desktop: tray, notifications, window manager, size ...
    needs.py       the programs it is made of, and their Debian packages
    supervisor.py  the process that starts and ends one
    session.py     ``Desktop``: using it - click, type, look, listen
    __main__.py    the same by hand: ``python3 -m tests.desktop.rig --help``
"""
