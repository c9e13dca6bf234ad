"""Tests of ``answering/overview``."""
