"""Tests of the corpus room: files to articles."""
