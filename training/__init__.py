"""Training of the language model from annotated corpora."""
