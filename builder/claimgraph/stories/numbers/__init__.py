"""Which figures cannot both be right."""
