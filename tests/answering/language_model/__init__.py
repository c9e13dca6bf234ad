"""Tests of ``answering/language_model``."""
