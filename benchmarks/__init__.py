"""Benchmarks: the parts beside others of their kind. Nothing here is installed."""
