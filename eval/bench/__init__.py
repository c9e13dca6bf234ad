"""How cost grows with the corpus, beside what people would use instead: ``python -m eval.bench``."""
