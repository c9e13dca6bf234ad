"""Tests of ``eval/reporting``."""
