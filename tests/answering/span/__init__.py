"""Tests of ``answering/span``."""
