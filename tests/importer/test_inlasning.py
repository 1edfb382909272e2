"""From documents to drafts to records, by the commands that a registrar runs."""

from __future__ import annotations

import io
import re
import shutil
import sys
from pathlib import Path

import pytest

from generator.cli import main

MINI = Path(__file__).parents[1] / "archive" / "mini" / "content"
PROTOKOLL = """\
Skogsnämnden
PROTOKOLL
Sammanträdesdatum
2025-03-12

Plats och tid: Granrummet, Ekeby kommunhus, kl. 13.00-15.20

Beslutande
Alma Grankvist (S), ordförande, Ekeby
Bo Talldal (M), Ekeby
Cilla Björkman (C), Granvik, ersätter Dan Lönnqvist (KD)

Övriga närvarande
Eva Alm, skogschef
Frida Hassel, nämndsekreterare

Utses att justera: Bo Talldal

§ 11 Fastställande av dagordning

Beslut
Dagordningen fastställs.

§ 12 Plan för stigar
SKN 2025/14

Sammanfattning
Eva Alm redogör för förslaget till plan för stigar i kommunens skogar. Planen gäller åren 2025 till 2028 och
omfattar fyra områden.

Förslag till beslut
Skogsnämnden antar planen för stigar.

Beslut
Skogsnämnden antar planen för stigar.

§ 13 Nästa sammanträde
Nästa sammanträde äger rum den 9 april 2025 kl. 13.00.
"""
APRIL = """\
Skogsnämnden
PROTOKOLL
Sammanträdesdatum
2025-04-09

Plats och tid: Granrummet, Ekeby kommunhus, kl. 13.00-14.00

Beslutande
Alma Grankvist (S), ordförande, Ekeby
Bo Talldal (M), Ekeby

§ 14 Anmälningsärenden

Beslut
Anmälningarna läggs till handlingarna.
"""
BEVIS = """\
BEVIS OM JUSTERING

Justeringen har tillkännagivits på kommunens anslagstavla.

Organ: Skogsnämnden
Sammanträdesdatum: 2025-03-12
Paragrafer: §§ 11-13
Datum då anslaget sätts upp: 2025-03-19
Datum då anslaget tas ned: 2025-04-10
Förvaringsplats för protokollet: Kommunkansliet
Underskrift: Frida Hassel
"""
MOTE = "sammantraden/skogsnamnden/2025-03-12.yml"
NASTA = "sammantraden/skogsnamnden/2025-04-09.yml"
PERSONER = {"alma-grankvist", "bo-talldal", "cilla-bjorkman", "dan-lonnqvist", "eva-alm", "frida-hassel"}


@pytest.fixture
def ut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder that is not there yet, on a day of its own."""
    monkeypatch.setenv("ARKIV_DATUM", "2025-05-01")
    return tmp_path / "ut"


def run(*arguments: object) -> int:
    """The exit status of a command line."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stop:
        return int(stop.code or 0)


def document(folder: Path, text: str | bytes, name: str = "protokoll.txt") -> Path:
    """A file to read."""
    path = folder.parent / "handlingar" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def files(folder: Path) -> dict[str, str]:
    """All texts below a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.yml"))}


def out(capsys: pytest.CaptureFixture[str]) -> str:
    """What has been printed since last time."""
    return capsys.readouterr().out


def test_a_document_becomes_drafts_that_pass_the_check(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty place gets drafts of all that the document speaks of; the check finds no fault and counts them apart."""
    assert run("import", "--ut", ut, document(ut, PROTOKOLL)) == 0
    told = out(capsys)
    assert "protokoll.txt rad 1–38: Protokoll, Skogsnämnden, 2025-03-12" in told
    assert "3 punkter, 5 personer i listorna; 100,0 % av texten" in told
    made = files(ut)
    assert {path.partition("/")[0] for path in made} == {"utkast"}
    assert {Path(path).stem for path in made if "/personer/" in path} == PERSONER
    assert {f"utkast/{MOTE}", f"utkast/{NASTA}", "utkast/arkiv.yml", "utkast/organ/skogsnamnden.yml"} <= set(made)
    assert "utkast/arenden/skn-2025-14.yml" in made
    assert all("\ngranskad: nej\n" in text for text in made.values())
    assert "status: planerat\ntid: kl. 13.00\nkand_genom:\n  - skogsnamnden/2025-03-12#p13" in made[f"utkast/{NASTA}"]
    assert run("check", "--content", ut) == 0
    assert f"Granskning: 0 poster, {len(made)} utkast; 0 fel, " in out(capsys)


def test_nothing_is_published_before_review(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build of drafts alone says that the settings wait for review, and writes nothing."""
    assert run("import", "--ut", ut, document(ut, PROTOKOLL)) == 0
    assert run("build", "--content", ut, "--out", ut.parent / "site") == 1
    assert "finns bara som utkast" in out(capsys)
    assert not (ut.parent / "site").exists()


@pytest.mark.langsam
def test_a_built_site_has_no_word_of_a_draft(ut: Path) -> None:
    """Drafts beside published records: the site is built, and no name or word of theirs is anywhere in it."""
    shutil.copytree(MINI, ut)
    assert run("import", "--ut", ut, document(ut, PROTOKOLL.replace("Skogsnämnden", "Stignämnden"))) == 0
    site = ut.parent / "site"
    assert run("build", "--content", ut, "--out", site) == 0
    written = [path for path in site.rglob("*") if path.is_file()]
    assert len(written) > 20
    for path in written:
        data = path.read_bytes()
        assert b"Grankvist" not in data, path
        assert "Stignämnden".encode() not in data, path


@pytest.mark.langsam
def test_review_of_all_makes_an_archive_that_builds(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All drafts accepted: they lie in their places without marks, the check has no fault, and the site is built."""
    assert run("import", "--ut", ut, document(ut, PROTOKOLL)) == 0
    many = len(files(ut))
    assert run("granska", "--ut", ut, "--alla") == 0
    assert f"{many} poster granskade och på plats; inga utkast kvar" in out(capsys)
    made = files(ut)
    assert not (ut / "utkast").exists()
    assert all("\ngranskad: ja\n" in text for text in made.values())
    assert not [path for path, text in made.items() if re.search("GRANSKA|UTKAST|Täckning|Summa", text)]
    assert "$schema=../../../schema/sammantrade.json" in made[MOTE]
    assert run("check", "--content", ut) == 0
    assert run("build", "--content", ut, "--out", ut.parent / "site") == 0
    page = (ut.parent / "site" / "moten" / "skogsnamnden" / "2025-03-12" / "index.html").read_text("utf-8")
    assert "Skogsnämnden antar planen för stigar." in page


def test_the_same_again_changes_nothing(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run of the same document finds all drafts as they are."""
    path = document(ut, PROTOKOLL)
    run("import", "--ut", ut, path)
    before = files(ut)
    assert run("import", "--ut", ut, path) == 0
    assert files(ut) == before
    assert f"{len(before)} är som förut" in out(capsys)


def test_a_corrected_document_replaces_untouched_drafts(ut: Path) -> None:
    """What nobody has touched is written anew, and who is no longer named has no draft left."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    corrected = PROTOKOLL.replace("Frida Hassel", "Gerd Hassel")
    assert run("import", "--ut", ut, document(ut, corrected)) == 0
    assert "Gerd Hassel" in files(ut)[f"utkast/{MOTE}"]
    people = {path.stem for path in (ut / "utkast" / "personer").iterdir()}
    assert people == PERSONER - {"frida-hassel"} | {"gerd-hassel"}


def test_an_edited_draft_is_kept_and_the_difference_shown(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever has worked in a draft finds it as it was, with the difference on the screen; ERSATT overrides."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    draft = ut / "utkast" / MOTE
    draft.write_text(draft.read_text("utf-8").replace("Granrummet", "Stora Granrummet"), "utf-8")
    edited = draft.read_text("utf-8")
    path = document(ut, PROTOKOLL.replace("omfattar fyra områden", "omfattar fem områden"))
    out(capsys)
    assert run("import", "--ut", ut, path) == 1
    told = out(capsys)
    assert draft.read_text("utf-8") == edited
    assert "är orörd: någon har redan arbetat med den" in told
    assert "fem områden" in told
    assert "-plats: Stora Granrummet" in told
    assert run("import", "--ut", ut, path, "--ersatt") == 0
    assert "fem områden" in draft.read_text("utf-8")


def test_a_reviewed_record_is_never_overwritten(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same document read again over reviewed records: nothing is written, not even with ERSATT."""
    path = document(ut, PROTOKOLL)
    run("import", "--ut", ut, path)
    run("granska", "--ut", ut, "--alla")
    before = files(ut)
    out(capsys)
    assert run("import", "--ut", ut, path) == 0
    assert files(ut) == before
    changed = document(ut, PROTOKOLL.replace("fyra områden", "fem områden"))
    assert run("import", "--ut", ut, changed, "--ersatt") == 1
    assert files(ut) == before
    assert "fem områden" in out(capsys)


def test_a_document_is_added_to_the_meeting_that_is_there(ut: Path) -> None:
    """The planned meeting gets its protokoll; the registrar's comment and words stay, and it must be reviewed again."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    run("granska", "--ut", ut, "--alla")
    record = ut / NASTA
    record.write_text(record.read_text("utf-8").replace("status:", "# Bokat i kalendern.\nstatus:"), "utf-8")
    assert run("import", "--ut", ut, document(ut, APRIL, "april.txt")) == 0
    draft = files(ut)[f"utkast/{NASTA}"]
    assert "# Bokat i kalendern.\nstatus: hallet\n" in draft
    assert "granskad: nej" in draft
    assert "plats: Granrummet, Ekeby kommunhus" in draft
    assert "kand_genom:\n  - skogsnamnden/2025-03-12#p13\n" in draft
    assert "    punkter:\n      - nr: § 14\n" in draft
    assert run("check", "--content", ut) == 0
    assert run("granska", "--ut", ut, "--alla") == 0
    assert "# Bokat i kalendern.\nstatus: hallet\n" in files(ut)[NASTA]
    assert run("check", "--content", ut) == 0


def test_two_documents_of_one_meeting_in_two_runs(ut: Path) -> None:
    """A kallelse read first and the protokoll later are one meeting, whether or not the first has been reviewed."""
    kallelse = "Skogsnämnden\nKALLELSE\nDatum: 2025-03-12\nTid: kl. 13.00\nPlats: Granrummet\n\nLedamöter\n"
    kallelse += "Alma Grankvist (S), ordförande, Ekeby\nBo Talldal (M), Ekeby\n\n1 Dagordning\n\n2 Plan för stigar\n\n"
    kallelse += "Förslag till beslut\nSkogsnämnden antar planen för stigar.\n"
    run("import", "--ut", ut, document(ut, kallelse, "kallelse.txt"))
    assert "\nstatus: kallat\n" in files(ut)[f"utkast/{MOTE}"]
    assert run("import", "--ut", ut, document(ut, PROTOKOLL)) == 0
    draft = files(ut)[f"utkast/{MOTE}"]
    assert "\nstatus: hallet\n" in draft
    assert re.findall(r"^  - slag: (\w+)$", draft, re.M) == ["kallelse", "protokoll"]
    assert draft.count("# UTKAST ur") == 2
    assert run("check", "--content", ut) == 0


def test_a_draft_of_a_changed_record_waits(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record that was changed after its draft was made is not overwritten by the draft."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    run("granska", "--ut", ut, "--alla")
    run("import", "--ut", ut, document(ut, APRIL, "april.txt"))
    record = ut / NASTA
    record.write_text(record.read_text("utf-8") + "anmarkning: Flyttat.\n", "utf-8")
    changed = record.read_text("utf-8")
    out(capsys)
    assert run("granska", "--ut", ut, "--alla") == 1
    assert "posten har ändrats sedan utkastet skrevs" in out(capsys)
    assert record.read_text("utf-8") == changed


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("tom.txt", b"", "I003"),
        ("bild.png", b"\x89PNG\r\n\x1a\n" + bytes(200), "I008"),
        ("english.txt", b"The meeting of the council was held in the town hall and it is said that this is all. " * 5,
         "I101"),
        ("recept.txt", "Ta mjöl och smör och rör om det i en skål. Grädda sedan kakan i ugnen till den är klar.\n" * 5,
         "I102"),
    ],
)  # fmt: skip
def test_what_can_not_be_read_writes_nothing(
    name: str, data: bytes | str, code: str, ut: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One bad file among several: it is told with its cure, status 1, and none of the others is written."""
    good, bad = document(ut, PROTOKOLL), document(ut, data, name)
    assert run("import", "--ut", ut, good, bad) == 1
    told = out(capsys)
    assert f"fel {code}: " in told
    assert name in told
    assert "Inget är skrivet." in told
    assert not ut.exists()


def test_a_folder_of_documents(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All documents of a folder are read, what is none is told, and two of one name are refused."""
    document(ut, PROTOKOLL)
    document(ut, "a,b", "tabell.csv")
    folder = document(ut, APRIL, "april.txt").parent
    assert run("import", "--ut", ut, folder) == 0
    assert "tabell.csv: förbigås" in out(capsys)
    assert "slag: protokoll" in files(ut)[f"utkast/{NASTA}"]
    (folder / "mer").mkdir()
    shutil.copy(folder / "april.txt", folder / "mer")
    assert run("import", "--ut", ut, folder) == 1
    assert "flera av filerna heter april.txt" in out(capsys)


def test_several_files_in_one_argument(ut: Path) -> None:
    """FIL= of make is one argument, also for several files, and for one with a space in its name."""
    one, other = document(ut, PROTOKOLL, "mars 2025.txt"), document(ut, APRIL, "april.txt")
    assert run("import", "--ut", ut, one) == 0
    assert run("import", "--ut", ut, f"'{one}' {other}") == 0
    assert "slag: protokoll" in files(ut)[f"utkast/{NASTA}"]


def test_what_is_private_is_masked_and_listed_first(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A personnummer is nowhere in the drafts; the import and the review list where it was."""
    text = PROTOKOLL.replace("omfattar fyra områden.", "omfattar fyra områden. Sökande är 19121212-1212.")
    run("import", "--ut", ut, document(ut, text))
    line = next(n for n, words in enumerate(text.split("\n"), 1) if "1212" in words)
    assert f"Maskerat rad {line}: personnummer" in out(capsys)
    assert "1212-1212" not in "".join(files(ut).values())
    assert "[personnummer borttaget]" in files(ut)[f"utkast/{MOTE}"]
    run("granska", "--ut", ut)
    told = out(capsys)
    assert told.index(f"Maskerat rad {line}") < told.index("arkiv.yml")


def test_without_a_terminal_the_places_are_listed(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody can answer, each doubtful place is told with its line, the printed line and the choices."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    out(capsys)
    assert run("granska", "--ut", ut) == 0
    told = out(capsys)
    place = ut / "utkast" / "personer" / "eva-alm.yml"
    lines = place.read_text("utf-8").split("\n")
    number = lines.index("lasarklass: tjansteperson") + 1
    assert f"{place}:{number}: lasarklass: tjansteperson" in told
    assert "> rad 14: Eva Alm, skogschef" in told
    assert "  rad 15: Frida Hassel, nämndsekreterare" in told
    assert "1 = tjansteperson" in told
    assert "kör make granska" in told.replace("\n", " ")


class Terminal(io.StringIO):
    """Lines that somebody types."""

    def isatty(self) -> bool:
        """A terminal, as far as the program can tell."""
        return True


def typed(monkeypatch: pytest.MonkeyPatch, answers: str) -> None:
    """Answers from a terminal."""
    monkeypatch.setattr(sys, "stdin", Terminal(answers))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def test_place_by_place_in_a_terminal(
    ut: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """j keeps a value, a number chooses another, h leaves it; the answers are in the file at once, a stops."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    for path in (ut / "utkast").rglob("*.yml"):
        if path.stem != "eva-alm":
            run_accept(path)
    run("granska", "--ut", ut)
    typed(monkeypatch, "2\nj\n")
    assert run("granska", "--ut", ut) == 0
    assert "lasarklass: gast\n" in (ut / "personer" / "eva-alm.yml").read_text("utf-8")
    assert (ut / MOTE).exists()
    assert not (ut / "utkast").exists()
    assert "GRANSKA" not in (ut / "personer" / "eva-alm.yml").read_text("utf-8")
    assert out(capsys)


def run_accept(path: Path) -> None:
    """A draft that somebody has gone through in an editor."""
    text = "\n".join(line for line in path.read_text("utf-8").split("\n") if "# GRANSKA" not in line)
    path.write_text(text.replace("granskad: nej", "granskad: ja"), "utf-8")


def test_records_without_marks_are_shown_and_may_be_said_right_at_once(
    ut: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person in whom nothing is doubtful is shown; o says that all such persons are right, and asks of the rest."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    for path in (ut / "utkast").rglob("*.yml"):
        if path.parent.name != "personer":
            run_accept(path)
    out(capsys)
    typed(monkeypatch, "o\nj\nj\nj\nj\n")
    run("granska", "--ut", ut)
    told = out(capsys)
    assert "  namn: Alma Grankvist\n" in told
    assert told.count("Är posten granskad?") == 3
    assert {path.stem for path in (ut / "personer").iterdir()} == PERSONER


def test_what_waits_for_another_draft_says_so(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The draft with the fault comes first, with the line as it stands in the draft; what needs it waits for it."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    draft = ut / "utkast" / MOTE
    draft.write_text(draft.read_text("utf-8").replace("- Bo Talldal (M), Ekeby", "- Bo Talldahl (M), Ekeby"), "utf-8")
    line = draft.read_text("utf-8").split("\n").index("        - Bo Talldahl (M), Ekeby") + 1
    out(capsys)
    assert run("granska", "--ut", ut, "--alla") == 1
    waiting = [row for row in out(capsys).split("\n") if "kvar som utkast" in row]
    assert f"{MOTE}: kvar som utkast; R204 rad {line}: " in waiting[0]
    assert len(waiting) > 1
    assert all(f"väntar på {MOTE}; R2" in row for row in waiting[1:])


def test_a_skipped_place_keeps_the_draft(ut: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was skipped is still marked, and the draft stays; a stop keeps the answers so far."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    settings = ut / "utkast" / "arkiv.yml"
    marks = settings.read_text("utf-8").count("# GRANSKA")
    typed(monkeypatch, "j\nh\na\n")
    assert run("granska", "--ut", ut) == 0
    assert settings.read_text("utf-8").count("# GRANSKA") == marks - 1
    assert sorted(path.name for path in ut.iterdir()) == ["utkast"]


def test_a_meeting_waits_for_its_persons(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reviewed meeting whose persons are drafts waits, and says for what; with them it goes."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    run_accept(ut / "utkast" / MOTE)
    out(capsys)
    assert run("granska", "--ut", ut) == 1
    assert "kvar som utkast; R2" in out(capsys)
    assert (ut / "utkast" / MOTE).exists()
    assert not (ut / MOTE).exists()


def test_a_draft_with_a_fault_stays(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft that somebody has broken is not moved, and the fault is told; the others are."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    broken = ut / "utkast" / "personer" / "eva-alm.yml"
    broken.write_text(broken.read_text("utf-8").replace("lasarklass:", "lasarklas:"), "utf-8")
    assert run("granska", "--ut", ut, "--alla") == 1
    assert "R1" in out(capsys)
    assert broken.exists()
    assert (ut / "organ" / "skogsnamnden.yml").exists()
    assert run("check", "--content", ut) == 1


def test_a_document_that_reads_badly_says_so_at_once(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A protokoll without items, and lines that are not in the draft, are told of in the run's own words."""
    text = PROTOKOLL.partition("§ 11")[0] + "Om stigarna sade Alma Grankvist att de ska vara kvar länge än.\n"
    run("import", "--ut", ut, document(ut, text))
    told = out(capsys)
    assert "Obs! Ingen paragraf är läst." in told
    assert "inget att granska särskilt" not in told


def test_an_archive_of_its_own_is_asked_about_without_a_file(ut: Path) -> None:
    """The settings are in no document: their marks name none, and staff are out of the register until somebody says."""
    run("import", "--ut", ut, document(ut, PROTOKOLL, "a.txt"), document(ut, APRIL, "b.txt"))
    base = files(ut)["utkast/arkiv.yml"]
    assert "# GRANSKA: Vad ska arkivet heta?" in base
    assert "tjanstepersoner_i_register: nej" in base


def test_a_bevis_alone_is_an_anslag_of_its_own(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A notice without its protokoll becomes a record of its own; where the meeting is there, a document of it."""
    assert run("import", "--ut", ut, document(ut, BEVIS)) == 0
    assert "Anslag, Skogsnämnden, 2025-03-12" in out(capsys)
    draft = files(ut)["utkast/anslag/skogsnamnden/2025-03-12.yml"]
    assert "uppsatt: 2025-03-19\nnedtaget: 2025-04-10\n" in draft
    assert "granskad: nej\n" in draft
    assert not list((ut / "utkast").glob("sammantraden/*/*"))
    assert run("granska", "--ut", ut, "--alla") == 0
    assert run("build", "--content", ut, "--out", ut.parent / "site") == 0
    other = ut.parent / "annat"
    run("import", "--ut", other, document(ut, PROTOKOLL), document(ut, BEVIS, "bevis.txt"))
    assert not (other / "utkast" / "anslag").exists()
    assert "uppsatt: 2025-03-19" in files(other)[f"utkast/{MOTE}"]


def test_an_import_names_the_record_that_can_not_be_read(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken record or draft stops the import, which says which file it is and what is wrong with it."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    broken = ut / "utkast" / "personer" / "eva-alm.yml"
    broken.write_text("namn: [Eva\n", "utf-8")
    out(capsys)
    assert run("import", "--ut", ut, document(ut, APRIL, "april.txt")) == 1
    told = out(capsys)
    assert re.search(r"eva-alm\.yml:\d+:\d+: fel R0", told)


def test_review_of_all_tells_the_faults_that_were_there(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Faults of the archive are faults though the drafts are right: they are told, and no build is proposed."""
    shutil.copytree(MINI, ut)
    record = next((ut / "personer").iterdir())
    record.write_text(record.read_text("utf-8") + "okant: ja\n", "utf-8")
    (ut / "utkast" / "huvudman").mkdir(parents=True)
    (ut / "utkast" / "huvudman" / "granvik.yml").write_text("granskad: nej\nnamn: Granvik\nslag: kommun\n", "utf-8")
    out(capsys)
    assert run("granska", "--ut", ut, "--alla") == 1
    told = out(capsys)
    assert "'okant'" in told
    assert "Arkivet har fel" in told
    assert "make build" not in told


def test_nothing_to_review(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without drafts is no fault."""
    shutil.copytree(MINI, ut)
    assert run("granska", "--ut", ut) == 0
    assert "inga utkast att granska" in out(capsys)


def test_a_name_that_two_persons_come_to_share(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another person of the same name: the old rows say whom they mean, so that the check has no fault."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    run("granska", "--ut", ut, "--alla")
    other = APRIL.replace("Skogsnämnden", "Stignämnden").replace("Bo Talldal (M), Ekeby", "Bo Talldal (V), Granvik")
    assert run("import", "--ut", ut, document(ut, other, "stig.txt")) == 0
    made = files(ut)
    assert "inte_samma_som:\n" in made["utkast/personer/bo-talldal-2.yml"]
    assert "person: bo-talldal-2" in made["utkast/sammantraden/stignamnden/2025-04-09.yml"]
    assert "- {rad: 'Bo Talldal (M), Ekeby', person: bo-talldal}" in made[f"utkast/{MOTE}"]
    assert run("check", "--content", ut) == 0
    assert run("granska", "--ut", ut, "--alla") == 0
    assert run("check", "--content", ut) == 0
    assert "; 0 fel, " in out(capsys)


@pytest.mark.parametrize("published", [False, True])
def test_two_spellings_are_made_one_person(ut: Path, published: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is almost another's is asked of; the answer makes it a variant, and the draft goes."""
    near = APRIL.replace("Bo Talldal", "Bo Tallldal")
    if published:
        run("import", "--ut", ut, document(ut, PROTOKOLL))
        run("granska", "--ut", ut, "--alla")
        run("import", "--ut", ut, document(ut, near, "april.txt"))
        draft = ut / "utkast" / "personer" / "bo-tallldal.yml"
    else:
        run("import", "--ut", ut, document(ut, PROTOKOLL), document(ut, near, "april.txt"))
        draft = ut / "utkast" / "personer" / "bo-tallldal.yml"
    assert "Kan vara: samma person som bo-talldal" in draft.read_text("utf-8")
    for path in (ut / "utkast").rglob("*.yml"):
        if path != draft:
            run_accept(path)
    typed(monkeypatch, "1\nj\n")
    assert run("granska", "--ut", ut) == 0
    record = (ut / "personer" / "bo-talldal.yml").read_text("utf-8")
    assert "varianter:\n  - namn: Bo Tallldal\n    skal: Snarlikt namn i april.txt" in record
    assert not (ut / "utkast").exists()
    assert not (ut / "personer" / "bo-tallldal.yml").exists()
    assert run("check", "--content", ut) == 0


def test_a_document_without_a_place_is_put_where_somebody_puts_it(ut: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A paragraf with no day waits apart; moved by hand it keeps its place when read again, and can be reviewed."""
    text = "§ 22 Mål för skogen\n\nBeslut\nSamrådet för skog ställer sig bakom målen.\n\nParagrafen är justerad\n"
    path = document(ut, text, "paragraf.txt")
    assert run("import", "--ut", ut, path) == 0
    apart = ut / "utkast" / "oplacerade" / "paragraf-1.yml"
    assert run("check", "--content", ut) == 0
    assert "upplysning R138" in out(capsys)
    assert run("granska", "--ut", ut, "--alla") == 1
    assert "organ eller dag är inte bestämd" in out(capsys)
    home = ut / "utkast" / "sammantraden" / "samradet-for-skog" / "2024-04-19.yml"
    home.parent.mkdir(parents=True)
    apart.rename(home)
    run("import", "--ut", ut, path)
    assert home.exists()
    assert not apart.exists()
    assert run("granska", "--ut", ut, "--alla") == 0
    assert (ut / "sammantraden" / "samradet-for-skog" / "2024-04-19.yml").exists()


def test_what_happened_is_no_part_of_a_kallelse(ut: Path) -> None:
    """A document that calls itself a kallelse and has beslut keeps their words, with a mark, and passes the check."""
    text = PROTOKOLL.replace("PROTOKOLL", "KALLELSE")
    assert run("import", "--ut", ut, document(ut, text)) == 0
    draft = files(ut)[f"utkast/{MOTE}"]
    assert "slag: kallelse" in draft
    assert "- rubrik: Beslut\n            text: Dagordningen fastställs.\n" in draft
    assert "En kallelse har inget under Beslut." in draft
    assert run("check", "--content", ut) == 0


def test_two_versions_of_one_protokoll(ut: Path) -> None:
    """Two documents with the same numbers: every item has an address, and the second is marked as perhaps a version."""
    assert run("import", "--ut", ut, document(ut, PROTOKOLL), document(ut, PROTOKOLL + "\n", "rattat.txt")) == 0
    draft = files(ut)[f"utkast/{MOTE}"]
    assert draft.count("nr: § 12") == 2
    assert "ankare: p12-2" in draft
    assert "Är handlingen en rättad version" in draft
    assert run("check", "--content", ut) == 0


def test_a_later_version_is_added_with_addresses_of_its_own(ut: Path) -> None:
    """The same when the first is reviewed already."""
    run("import", "--ut", ut, document(ut, PROTOKOLL))
    run("granska", "--ut", ut, "--alla")
    assert run("import", "--ut", ut, document(ut, PROTOKOLL + "\n", "rattat.txt")) == 0
    assert "ankare: p12-2" in files(ut)[f"utkast/{MOTE}"]
    assert run("check", "--content", ut) == 0
    assert run("granska", "--ut", ut, "--alla") == 0
    assert run("check", "--content", ut) == 0
