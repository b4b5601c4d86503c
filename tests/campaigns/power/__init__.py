"""Simulated power cuts: what a process did to the disk is recorded, and states the disk may be in are rebuilt.

``recorder`` runs any function in a process of its own, ``disk`` is the disk it ran on, ``cuts`` cuts its power.
"""
