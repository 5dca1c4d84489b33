"""The stage of a presentation: one view at a time on a hall's screen, and the speaker's window."""
