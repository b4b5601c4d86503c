"""Speed and memory: each measures its own limit in the same run and prints ratios. They never fail a run."""
