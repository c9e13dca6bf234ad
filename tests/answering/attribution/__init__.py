"""Tests of ``answering/attribution``."""
