"""Which claims say the same, report one act of speaking, or dispute each other."""
