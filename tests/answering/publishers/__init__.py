"""Tests of ``answering/publishers``."""
