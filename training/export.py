"""The trained network as the files that the reader loads."""
