"""The way in: survey export → cells → checked answers → one commit in the Delta table."""
