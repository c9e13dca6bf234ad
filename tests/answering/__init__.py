"""Tests of how hits become an answer."""
