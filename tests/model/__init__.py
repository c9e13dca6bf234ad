"""Tests of the files the package ships as its model."""
