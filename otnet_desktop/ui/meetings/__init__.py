"""Meetings: booking, one meeting with everything noted about it, and how it went."""
