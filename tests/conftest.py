"""Fixtures and settings for all tests."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.house.project import ROOT

# No deadline anywhere: the tests assert what is true, not how many seconds it takes.
settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

DATA_VARIABLE = "PSEPHOS_DATA"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real tables that the project does not carry; a test that needs it skips where it is absent."""
    named = os.environ.get(DATA_VARIABLE)
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if folder.is_dir():
        return folder
    if named:
        pytest.fail(f"{DATA_VARIABLE} names {named!r}, which is no folder; correct it, or unset it to skip")
    pytest.skip(f"needs the tables of ../shared/data, which the project does not carry; or set {DATA_VARIABLE}")
