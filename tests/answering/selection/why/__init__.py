"""Tests of ``answering/selection``."""
