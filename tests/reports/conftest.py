"""Reports are tried inside the application that the rest of the tests use."""

import pytest


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """One Qt application for all tests: a text-only one made first would leave none for windows."""
