"""Homework: key points, notes in Markdown, and where to look somebody up."""
