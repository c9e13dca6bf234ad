"""Tests of ``eval/datasets``."""
