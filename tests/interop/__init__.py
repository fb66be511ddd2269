"""What others' tools make of what claimgraph writes: read back, checked by its shapes, and asked its questions."""
