"""Cases one can browse: a folder each, with what goes in and what comes out; `pytest --accept` writes the latter."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write what the cases in tests/cases give now; then review the diff",
    )


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether differences are to be written down instead of failing."""
    return bool(request.config.getoption("--accept"))
