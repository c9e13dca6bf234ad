"""Tests of the chat page: pure rendering, handlers, headers, and the page in a browser."""
