"""People in and out of files, and what is said about it."""
