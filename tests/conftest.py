"""What the machine can do, told to the tests; and no test left out in silence.

A test that needs something special says so with a marker and is left out where that is missing. With
--inga-utelamnade (``make test KRAV_ALLT=1``) a left-out test is a failed test instead, so that a green run means
that everything ran. Only the source documents may still be missing: they are not part of the project.
"""

import os
import shutil
import signal
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.exempel import profiles

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_BROWSERS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
LANGUAGE_SERVER = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def _browser() -> Path | None:
    """The browser that ARKIV_WEBBLASARE names, else the first one installed."""
    named = os.environ.get("ARKIV_WEBBLASARE")
    found = [shutil.which(name) for name in ([named] if named else BROWSERS)]
    on_path = [Path(path) for path in found if path]
    return next(iter(on_path + [path for path in MAC_BROWSERS if path.exists()]), None)


def _source_documents() -> Path | None:
    """The folder that ARKIV_FROKALLOR names."""
    named = os.environ.get("ARKIV_FROKALLOR")
    return Path(named) if named else None


def _missing() -> dict[str, str]:
    """Marker -> why tests with it cannot run on this machine."""
    reasons = {}
    if _browser() is None:
        reasons["webblasare"] = "no Chromium or Chrome is installed (ARKIV_WEBBLASARE can name one)"
    if _source_documents() is None:
        reasons["frokallor"] = "ARKIV_FROKALLOR does not name the folder of source documents"
    if shutil.which("node") is None or not LANGUAGE_SERVER.exists():
        reasons["sprakserver"] = "yaml-language-server is not installed (npm ci)"
    if not AXE.exists():
        reasons["axe"] = "axe-core is not installed (npm ci)"
    return reasons


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the options: one forbids left-out tests, one accepts changed answers."""
    parser.addoption("--inga-utelamnade", action="store_true", help="a test that is left out is a failed test")
    parser.addoption("--godkann", action="store_true", help="write the expected answers of tests/cases/ anew")


def pytest_configure(config: pytest.Config) -> None:
    """Checks the environment; examples are the same each time when all must run.

    A run in the background of a shell is deaf to Ctrl-C, and so would be every program that a test starts, and ends so.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    documents = _source_documents()
    if documents is not None and not documents.is_dir():
        raise pytest.UsageError(f"ARKIV_FROKALLOR is not a folder: {documents}")
    profiles(fixed=config.getoption("--inga-utelamnade"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leaves out the tests whose needs are not met, and says why."""
    reasons = _missing()
    for item in items:
        for marker, reason in reasons.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def _may_be_left_out(item: pytest.Item) -> bool:
    return item.get_closest_marker("frokallor") is not None and _source_documents() is None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Makes a left-out test a failed one, where that was asked for."""
    report = yield
    left_out = report.skipped and not hasattr(report, "wasxfail")
    if left_out and item.config.getoption("--inga-utelamnade") and not _may_be_left_out(item):
        report.outcome = "failed"
        report.longrepr = f"left out, although everything must run: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Makes a left-out test file a failed one, where that was asked for."""
    report = yield
    if report.skipped and collector.config.getoption("--inga-utelamnade"):
        report.outcome = "failed"
        report.longrepr = f"left out, although everything must run: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def webblasare() -> Path:
    """The browser's program file; for tests marked webblasare."""
    browser = _browser()
    assert browser is not None
    return browser


@pytest.fixture(scope="session")
def krom(webblasare: Path) -> Iterator[Browser]:
    """One running browser for all tests of a process: Playwright's plain interface cannot be started twice."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=webblasare, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def frokallor() -> Path:
    """The folder of source documents; for tests marked frokallor."""
    documents = _source_documents()
    assert documents is not None
    return documents


@pytest.fixture(scope="session")
def sprakserver() -> list[str]:
    """The command that starts the YAML language server; for tests marked sprakserver."""
    return ["node", str(LANGUAGE_SERVER), "--stdio"]
