"""A build that is disturbed from outside, as it happens to people: the program in processes of its own.

What is disturbed is a build over an earlier one with every page changed. Whatever comes: the published site is the old
one, no process is left, what is said is Swedish, and the next build is as good as one from nothing.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hela.conftest import run
from tests.hela.test_byggen_i_foljd import Project
from tests.publish.conftest import tree

pytestmark = pytest.mark.langsam
DAY = "2025-12-20"
ENGLISH = ("Traceback", "Error", "No such", "space", "denied", "Broken", "Resource")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small archive with a site; each test leaves it whole."""
    made = Project(tmp_path_factory.mktemp("storningar"))
    assert made.build("build/site")[0] == 0
    return made


@pytest.fixture(autouse=True)
def changed(project: Project) -> Iterator[None]:
    """Every page is to be made anew; afterwards a build makes good whatever a test has left."""
    before = tree(project.site)
    template = project.root / "site_overrides" / "main.html"
    template.write_text(template.read_text(encoding="utf-8") + f"{{# {time.time()} #}}", encoding="utf-8")
    yield
    assert tree(project.site) == before
    status, said = project.build("build/site")
    assert (status, "Traceback" in said) == (0, False), said
    assert tree(project.site) == before  # the change shows on no page
    assert project.build("build/site")[1].count("\n") == 1


class Running:
    """A build at work, in a group of its own as a shell would start it."""

    def __init__(self, project: Project) -> None:
        command = [sys.executable, "-m", "generator", "build", "--arbetare", "2", "--datum", DAY]
        self.process = subprocess.Popen(
            command,
            cwd=project.root,
            env={**os.environ, "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def until(self, stage: str) -> None:
        """Wait until a stage has ended, and the next one has begun."""
        assert self.process.stdout
        assert any(stage in line for line in self.process.stdout)
        time.sleep(0.3)

    def workers(self) -> list[int]:
        """The processes that share the work."""
        found = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False)
        return [int(one) for one in found.stdout.split()]

    def ended(self) -> str:
        """What it says until all that it began has ended: whoever is left would hold its output open."""
        return self.process.communicate(timeout=10)[0]


def killed(build: Running) -> None:
    """As a machine without memory does."""
    os.kill(build.process.pid, signal.SIGKILL)


def interrupted(build: Running) -> None:
    """Ctrl-C goes to the whole group."""
    os.killpg(build.process.pid, signal.SIGINT)


def ended_by_a_server(build: Running) -> None:
    """What ends a job tells each of its processes."""
    os.killpg(build.process.pid, signal.SIGTERM)


def ended_alone(build: Running) -> None:
    """Or the first of them alone."""
    os.kill(build.process.pid, signal.SIGTERM)


@pytest.mark.parametrize(
    ("disturb", "stage"),
    [
        (killed, "Lägger fram temat"),
        (killed, "Lägger till filer"),
        (interrupted, "Ser efter vad som har ändrats"),
        (interrupted, "Lägger fram temat"),
        (ended_by_a_server, "Granskar posterna"),
        (ended_by_a_server, "Lägger fram temat"),
        (ended_alone, "Lägger till filer"),
    ],
)
def test_a_build_that_is_ended(project: Project, disturb: Callable[[Running], None], stage: str) -> None:
    """In whichever stage: it says so where it still can, and its place is free at once."""
    build = Running(project)
    build.until(stage)
    disturb(build)
    said = build.ended()
    status, words = (-signal.SIGKILL, "") if disturb is killed else (130, "Avbrutet. Webbplatsen är hel.\n")
    assert (build.process.returncode, said.endswith(words)) == (status, True), said
    assert not any(word in said for word in ENGLISH), said
    left = (project.site.with_name("site.arbete") / "site").exists()
    said = project.build("build/site")[1]
    assert ("städade efter ett bygge som avbröts" in said) == left, said


def test_a_worker_that_is_killed(project: Project) -> None:
    """It is told, with what to do; another build may be asked for at once."""
    build = Running(project)
    build.until("Lägger fram temat")
    os.kill(build.workers()[0], signal.SIGKILL)
    said = build.ended()
    assert build.process.returncode == 1
    assert "fel P496: en av processerna som delade på arbetet försvann (den avslutades utifrån" in said
    assert "stäng andra program och försök igen" in said
    assert not any(word in said for word in ENGLISH), said


@pytest.mark.parametrize(
    ("how", "status", "words"),
    [
        ("| head -n 1", 1, "Ser efter vad som har ändrats"),
        (">/dev/full", 1, "Fel: disken är full; gör plats på disken och försök igen\n"),
    ],
)
def test_output_that_nobody_takes(project: Project, how: str, status: int, words: str) -> None:
    """The build ends, without a word more than is to be said."""
    line = f"set -o pipefail; {sys.executable} -m generator build --arbetare 2 --datum {DAY} {how}"
    done = subprocess.run(["bash", "-c", line], cwd=project.root, capture_output=True, text=True, check=False)
    assert (done.returncode, words in done.stdout + done.stderr) == (status, True), done.stderr
    assert not any(word in done.stderr for word in ENGLISH), done.stderr


def test_files_that_may_not_grow(project: Project) -> None:
    """A disk or a system that refuses more bytes, here to every file of the build."""
    line = f"ulimit -f 20; {sys.executable} -m generator build --arbetare 2 --datum {DAY}"
    done = subprocess.run(["bash", "-c", line], cwd=project.root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "fel P492: det gick inte att läsa eller skriva: filen blev större än den får vara här" in done.stdout
    assert not any(word in done.stdout + done.stderr for word in ENGLISH)


def test_a_check_and_another_site_during_a_build(project: Project) -> None:
    """They share the memory of read records, and only builds of the same site wait for each other."""
    build = Running(project)
    build.until("Granskar posterna")
    refused = run(project.root, "build", datum=DAY)
    assert (refused.returncode, "P491: ett annat bygge av samma webbplats pågår" in refused.stdout) == (1, True)
    assert run(project.root, "check", datum=DAY).returncode == 0
    assert run(project.root, "build", "--out", "annan/site", datum=DAY).returncode == 0
    build.ended()
    assert build.process.returncode == 0
    assert tree(project.root / "annan" / "site") == tree(project.site)
    shutil.rmtree(project.root / "annan")
    (project.root / "site_overrides" / "main.html").touch()


def test_records_that_are_remembered_are_damaged(project: Project) -> None:
    """A folder where the file should be, or half a file: it is told, once, and all is read again."""
    kept: Path = next((project.root / "build" / "postcache").rglob("poster.pack"))
    for harm in ("half", "a folder"):
        os.truncate(kept, 5000)
        if harm == "a folder":
            kept.unlink()
            kept.mkdir()
        said = run(project.root, "check", datum=DAY).stdout
        assert "läste om allt, eftersom minnet av tidigare läsningar var skadat" in said
        assert "minne" not in run(project.root, "check", datum=DAY).stdout.splitlines()[-1]
