"""The ontology, and what is made from it: `python -m ontology.publish`."""
