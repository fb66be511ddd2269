"""The records of many articles: which pairs are worth comparing, and what was found before."""
