"""Tests of ``answering/conversation``."""
