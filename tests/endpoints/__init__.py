"""Loading into real servers."""
