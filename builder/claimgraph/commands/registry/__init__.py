"""The work of `claimgraph registry`: a module for each command."""
