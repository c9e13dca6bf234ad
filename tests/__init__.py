"""Tests, laid out as the package is: ``tests/<room>/test_*.py`` holds what ``assistant/<room>/`` promises."""
