"""The chat page over the index in ``ASSISTANT_INDEX``, or ``index/``: what ``make chat`` and a Space run."""

from __future__ import annotations

import importlib.util
import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

# Read when Gradio is imported, so set before: the page calls nobody.
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

from assistant.answering.language_model.endpoint import endpoint_from
from assistant.assistant import Assistant
from assistant.errors import AssistantError
from assistant.settings import DEFAULTS
from assistant.types import Answer
from assistant.web.examples import answered_examples
from assistant.web.launch import QUEUE, launch_options
from assistant.web.layout import build_page, build_unavailable_page

if TYPE_CHECKING:
    import gradio as gr


def page(index_dir: Path) -> gr.Blocks:
    """Return the chat page over an index, or the page that says calmly why there is none and what to run."""
    try:
        assistant = Assistant.load(index_dir, model=endpoint_from(os.environ))
    except AssistantError as error:
        elsewhere = "" if index_dir == DEFAULTS.index_dir else f" --index {shlex.quote(str(index_dir))}"
        return build_unavailable_page(f"python -m assistant index{elsewhere}", str(error))

    def ask_alone(question: str) -> Answer:
        return next(assistant.ask_stream(question))  # no language model is asked while the page is made

    examples = answered_examples(ask_alone)
    return build_page(assistant.ask, assistant.index.articles, examples, stream=assistant.ask_stream)


def satisfy_zerogpu(blocks: gr.Blocks) -> None:
    """Bind a GPU function that nothing calls: ZeroGPU Spaces stop an app without one, and this app needs no GPU."""
    if importlib.util.find_spec("spaces") is None:
        return
    import gradio as gr
    import spaces

    with blocks:
        gr.State().change(spaces.GPU(lambda: None), api_visibility="private")


def main() -> None:
    """Serve the page."""
    blocks = page(Path(os.environ.get("ASSISTANT_INDEX") or DEFAULTS.index_dir))
    satisfy_zerogpu(blocks)
    blocks.queue(**QUEUE).launch(**launch_options())


if __name__ == "__main__":
    main()
