"""When one is free, and times to offer."""
