"""What every test runs under: nothing calls home, examples repeat, and a browser is found or insisted on."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import settings

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

# No deadline: a busy machine is no defect. Derandomised: the same commit passes or fails everywhere.
settings.register_profile("project", deadline=None, derandomize=True, database=None)
settings.load_profile("project")

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a Chromium; without one the test is skipped, or fails where one is insisted on."""
    for name in _BROWSERS:
        path = shutil.which(name)
        if path is not None:
            return path
    message = f"no browser found as {', '.join(_BROWSERS)}: apt-get install chromium"
    if os.environ.get("ASSISTANT_REQUIRE_BROWSER") == "1":
        pytest.fail(message)
    pytest.skip(message)
