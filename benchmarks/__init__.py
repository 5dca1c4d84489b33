"""Speed, size and memory, measured beside what a reader could have had instead."""
