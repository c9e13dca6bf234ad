"""Tests of ``answering/figures``."""
