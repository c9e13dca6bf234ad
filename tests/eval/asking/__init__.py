"""Tests of ``eval/asking``."""
