"""What was said: one vote, a meeting of rival drafts, and whole tables of roll calls."""
