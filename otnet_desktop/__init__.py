"""OTnet Desktop: a private contact organizer for occupational therapists."""

__version__ = "0.1.0"
