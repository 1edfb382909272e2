"""One owner for each address, told before anything is written."""

import pytest

from generator.publish.addresses import address_faults, output_path
from generator.views.artifacts import Artifact, File, Page


@pytest.mark.parametrize(
    ("artifact", "path"),
    [
        (Page("index.md", ""), "index.html"),
        (Page("organ/ks/index.md", ""), "organ/ks/index.html"),
        (Page("organ/ks.md", ""), "organ/ks/index.html"),
        (File("data/v1/x.json", b""), "data/v1/x.json"),
    ],
)
def test_every_artifact_has_one_file(artifact: Artifact, path: str) -> None:
    """A page becomes a folder's index, a file stays where it is."""
    assert output_path(artifact) == path


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Page("organ/ks.md", ""), Page("organ/ks/index.md", "")),
        (Page("organ/ks.md", ""), Page("organ/ks.md", "x")),
        (Page("organ/KS.md", ""), Page("organ/ks.md", "")),
        (Page("organ/nämnd.md", ""), Page("organ/na\u0308mnd.md", "")),
        (Page("om/index.md", ""), File("om/index.html", b"")),
        (Page("strasse.md", ""), Page("straße.md", "")),
    ],
)
def test_two_owners_of_an_address_are_a_fault(one: Artifact, other: Artifact) -> None:
    """The same address, also in another case or Unicode form, has exactly one owner; the order does not matter."""
    found = address_faults([one, other])
    assert [fault.code for fault in found] == ["P402"]
    assert address_faults([other, one])[0].code == "P402"


def test_a_file_cannot_also_be_a_folder() -> None:
    """``a`` and ``a/b`` cannot both be written."""
    assert [fault.code for fault in address_faults([File("a", b""), File("a/b", b"")])] == ["P403"]


@pytest.mark.parametrize("artifact", [Page("../x.md", ""), File("/etc/x", b""), Page("x.html", ""), File("a\nb", b"")])
def test_an_unsafe_path_is_a_fault(artifact: Artifact) -> None:
    """A path out of the site, or a page that is not Markdown, is told with its path."""
    found = address_faults([artifact])
    assert [(fault.code, fault.position.path) for fault in found] == [("P401", artifact.path)]
