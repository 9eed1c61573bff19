"""The version of psephos, named in every output."""

VERSION = "0.1.0"
