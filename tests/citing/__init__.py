"""Tests of :mod:`assistant.citing`."""
