"""The composition root: command line, start-up, folders, resources, heartbeat."""
