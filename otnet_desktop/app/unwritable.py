"""What nobody can take: a full disk, a closed pipe.

Public: ``drop_unwritable()``.
"""

from __future__ import annotations

import os
import sys


def drop_unwritable() -> None:
    """At the end: what our output has no room for is dropped, or Python tries once more and its own status is 120."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None or stream.closed:
            continue
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
