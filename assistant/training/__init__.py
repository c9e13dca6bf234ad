"""How the shipped model was made: data, tokenizers, contrastive training, word lists, evaluation.

``python -m assistant.training`` makes everything in ``assistant/model/`` again from the public data
described in ``assistant/model/README.md``. Nothing in the package imports this folder.
"""
