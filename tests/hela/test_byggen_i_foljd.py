"""A build over an earlier one is byte for byte a build from nothing, whatever has been changed in between.

What is changed is drawn at random, from all that a site is made of: records, theme, settings, packages, the day, and
what the earlier build left behind. After each change the project is built over what was there, and once more into an
empty folder; every file of both sites is compared.
"""

import os
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.bench.make_archive import make
from tests.hela.conftest import PARTS, ROOT, run
from tests.publish.conftest import tree

pytestmark = pytest.mark.langsam

MEETINGS = 4
PLACES = st.sampled_from(["Rådhuset", "Biblioteket", "Folkets hus"])
WHICH = st.integers(min_value=0, max_value=MEETINGS - 1)
MADE = re.compile(r"(\d+) sid(?:a|or), varav (\d+) gjordes")


class Project:
    """A copy of the program with a small invented archive, and ways to build it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "projekt"
        for part in PARTS:
            if part != "content":
                shutil.copytree(ROOT / part, self.root / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "mkdocs.yml", self.root)
        self._with_small_shares()
        self.content = self.root / "content"
        make(self.content, MEETINGS)
        self._without_idle_persons()
        self.day = "2025-12-20"

    def _with_small_shares(self) -> None:
        """Let the search index be put together of several shares, as that of a large archive is."""
        path = self.root / "generator/publish/search.py"
        text = path.read_text(encoding="utf-8")
        small, replaced = re.subn(r"(?m)^((?:LARGE_)?SHARE) = [\d_]+$", r"\1 = 4", text)
        assert replaced == 2
        path.write_text(small, encoding="utf-8")

    def _without_idle_persons(self) -> None:
        """Persons whom no meeting names would only make the builds slow; their seats go with them."""
        told = "".join(path.read_text(encoding="utf-8") for path in self.meetings())
        idle = set()
        for path in sorted((self.content / "personer").glob("*.yml")):
            name = re.search(r"(?m)^namn: (.+)$", path.read_text(encoding="utf-8"))
            if name and name[1] not in told:
                path.unlink()
                idle.add(path.stem)
        for path in (self.content / "organ").glob("*.yml"):
            seats = re.sub(
                r"(?m)^  - person: (\S+)\n(?:    .*\n)*",
                lambda seat: "" if seat[1] in idle else seat[0],
                path.read_text(encoding="utf-8"),
            )
            path.write_text(re.sub(r"(?m)^\w+:\n(?=\w|\Z)", "", seats), encoding="utf-8")

    def meetings(self) -> list[Path]:
        """The records of meetings."""
        return sorted((self.content / "sammantraden").rglob("*.yml"))

    def build(self, out: str) -> tuple[int, str]:
        """Build as a user does; status and what was said."""
        done = run(self.root, "build", "--out", out, "--arbetare", "2", datum=self.day)
        return done.returncode, done.stdout + done.stderr

    @property
    def site(self) -> Path:
        """The site that is built over and over."""
        return self.root / "build" / "site"


class BuildsInSequence(RuleBasedStateMachine):
    """Random changes, a build after each."""

    @initialize()
    def first(self) -> None:
        """The archive as it was made, built from nothing."""
        self.folder = Path(tempfile.mkdtemp(prefix="byggen-"))
        self.project = Project(self.folder)
        said = self.same_as_from_nothing()
        assert self.project.site.is_dir(), said

    def teardown(self) -> None:
        """Nothing is left."""
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    def same_as_from_nothing(self) -> str:
        """Build both ways and compare; what the build over the earlier one said."""
        before = tree(self.project.site) if self.project.site.exists() else {}
        status, said = self.project.build("build/site")
        shutil.rmtree(self.project.root / "ny", ignore_errors=True)
        clean, why = self.project.build("ny/site")
        assert (status, clean) in {(0, 0), (1, 1)}, said + why
        assert tree(self.project.site) == (before if clean else tree(self.project.root / "ny" / "site"))
        return said

    def changed(self, path: Path, old: str, new: str) -> None:
        """Change a text file; an archive that is then at fault is put back, once both builds have said so."""
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")
        if self.same_as_from_nothing().find("Bygget stannade") >= 0:
            path.write_text(text, encoding="utf-8")

    @rule(which=WHICH, place=PLACES)
    def a_meeting_is_changed(self, which: int, place: str) -> None:
        """One word of one record."""
        found = self.project.meetings()
        self.changed(found[which % len(found)], r"(?m)^plats: .*$", f"plats: {place}")

    @rule(which=WHICH)
    def a_meeting_is_taken_away(self, which: int) -> None:
        """A record is removed; where others refer to it, that is a fault in both builds, and it comes back."""
        found = self.project.meetings()
        path = found[which % len(found)]
        text = path.read_text(encoding="utf-8")
        path.unlink()
        if self.same_as_from_nothing().find("Bygget stannade") >= 0:
            path.write_text(text, encoding="utf-8")

    @rule(which=WHICH)
    def a_person_gets_another_name(self, which: int) -> None:
        """The name stands on many pages."""
        found = sorted((self.project.content / "personer").glob("*.yml"))
        self.changed(found[which % len(found)], r"(?m)^namn: (\S+).*$", r"namn: \1 Nylund")

    @rule(part=st.sampled_from(["assets/stil.css", "assets/huvud.js", "partials/footer.html", "main.html"]))
    def the_theme_is_changed(self, part: str) -> None:
        """A style sheet, a script, a template."""
        path = self.project.root / "site_overrides" / part
        sign = {"css": "/* {} */", "js": "// {}"}.get(path.suffix[1:], "{{# {} #}}<!-- {} -->")
        count = path.read_text(encoding="utf-8").count("ändrad")
        self.changed(path, r"\Z", "\n" + sign.replace("{}", f"ändrad {count}") + "\n")

    @rule(old_new=st.sampled_from([("Länk hit", "Hit"), ("Ordlista: ", "Ord: "), ("language: sv", "language: nb")]))
    def the_settings_are_changed(self, old_new: tuple[str, str]) -> None:
        """mkdocs.yml, there and back again."""
        path = self.project.root / "mkdocs.yml"
        old, new = old_new if old_new[0] in path.read_text(encoding="utf-8") else old_new[::-1]
        self.changed(path, re.escape(old), new)

    @rule(which=st.sampled_from(["generator/views/templates/_punkt.md.jinja", "generator/publish/tabeller.py"]))
    def the_program_is_changed(self, which: str) -> None:
        """Any file of it: here a template and a module, at their end."""
        path = self.project.root / which
        self.changed(path, r"\Z", "\n{# ny #}" if path.suffix == ".jinja" else "\n# ny\n")

    @rule(version=st.integers(min_value=1, max_value=3))
    def a_package_has_another_version(self, version: int) -> None:
        """Every page is then made anew, since nobody can say what the package does."""
        about = self.project.root / "prov.dist-info" / "METADATA"
        about.parent.mkdir(exist_ok=True)
        before = about.read_text() if about.exists() else ""
        about.write_text(f"Metadata-Version: 2.1\nName: prov\nVersion: {version}\n")
        said = MADE.search(self.same_as_from_nothing())
        assert before == about.read_text() or (said and said[1] == said[2])

    @rule(day=st.sampled_from(["2025-12-20", "2025-12-21", "2026-02-01"]))
    def another_day_comes(self, day: str) -> None:
        """Days pass, also into a new year."""
        self.project.day = day
        self.same_as_from_nothing()

    @rule(which=st.integers(min_value=0, max_value=10_000), cut=st.booleans())
    def the_published_site_is_damaged(self, which: int, cut: bool) -> None:
        """A file is changed, or gone."""
        files = sorted(path for path in self.project.site.rglob("*") if path.is_file() and path.name[0] != ".")
        path = files[which % len(files)]
        path.unlink()
        if cut:
            path.write_bytes(b"skadad")
        self.same_as_from_nothing()

    @rule(which=st.sampled_from(["minne.db", "docs", "soktexter"]), cut=st.booleans())
    def what_the_build_keeps_is_damaged(self, which: str, cut: bool) -> None:
        """A memory, a folder: another file in its place, or gone."""
        path = self.project.site.with_name("site.arbete") / which
        files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
        for one in files[: 3 if cut else None]:
            data = one.read_bytes()
            one.unlink()
            if cut:
                one.write_bytes(data[: len(data) // 2])
        self.same_as_from_nothing()

    @rule()
    def a_fresh_checkout(self) -> None:
        """All files get new times, as when CI checks out the project and restores what the last run kept."""
        for path in self.project.root.rglob("*"):
            if path.is_file():
                os.utime(path, (1_000_000_000, 1_000_000_000))
        self.same_as_from_nothing()


TestBuildsInSequence = BuildsInSequence.TestCase
TestBuildsInSequence.settings = settings(max_examples=3, stateful_step_count=7, deadline=None)
