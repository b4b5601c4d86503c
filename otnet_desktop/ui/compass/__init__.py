"""The Compass place: areas by settings, and who introduced whom."""
