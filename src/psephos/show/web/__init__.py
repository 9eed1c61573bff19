"""The local page and its HTTP API: everything psephos answers, at an address of your own machine."""
