"""Which facts are of one vote (`discourse`), which body took it and when (`voting`), what it was about (`drafts`)."""
