"""Tests of ``eval/measures``."""
