"""Everything that computes: from survey export to score, figure and file."""
