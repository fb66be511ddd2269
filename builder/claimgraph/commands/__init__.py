"""What the commands do: building, checking, asking, explaining, and what a terminal shows of it."""
