"""The tests of psephos; a package so that test modules can share code by `from tests... import`."""
