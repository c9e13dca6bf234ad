"""The chat page: session to safe HTML, in French and English, served by Gradio."""
