"""How the page is served: look, limits and headers, as the options of Gradio's ``launch``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr
from starlette.middleware import Middleware

from assistant.web.security import SecurityHeaders

_HERE = Path(__file__).parent
QUEUE = {"max_size": 32}  # questions that wait; more are refused rather than piled up
_SANS = ("system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")
_MONO = ("ui-monospace", "Menlo", "Consolas", "monospace")


def launch_options() -> dict[str, Any]:
    """Return the keyword arguments for ``Blocks.launch``: address and port stay Gradio's own, from the environment."""
    script = (_HERE / "page.js").read_text(encoding="utf-8")
    return {
        "theme": gr.themes.Base(font=_SANS, font_mono=_MONO),
        "css_paths": [_HERE / "style.css"],
        "head": f'<meta name="color-scheme" content="light dark"><script>{script}</script>',
        "app_kwargs": {"middleware": [Middleware(SecurityHeaders)]},
        "share": False,
        "ssr_mode": False,
        "show_error": False,
        "enable_monitoring": False,
        "run_history": False,
        "footer_links": [],
        "max_file_size": "10kb",  # nothing is uploaded, but Gradio keeps the way open
        "state_session_capacity": 500,  # Gradio keeps 10,000 sessions, which grows without end
    }
