"""``python3 -m otnet_desktop``: from a checkout or installed, see that everything needed is there, then start."""

from __future__ import annotations

import sys

from otnet_desktop.bootstrap.enter import enter

enter("run", ("PySide6", "peewee", "platformdirs"))

from otnet_desktop.app.main import main

sys.exit(main())
