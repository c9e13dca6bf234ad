"""Tests of how the shipped model is made, on tiny data written here."""
