"""Tests of passages, encoders, search structures and the saved index."""
