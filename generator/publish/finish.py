"""The last work on one page: its security policy, what search reads of it, and what it says about addresses.

The page is read once for all three.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.publish.csp import Scripts, with_policy
from generator.publish.links import page_facts, read_page
from generator.publish.reach import Finding, findings, packed, targets
from generator.publish.settings import SiteSettings
from generator.publish.sokunderlag import search_text
from generator.publish.verify import Reach


@dataclass(frozen=True)
class Finished:
    """A page as it is published, and what came of reading it.

    `search` is what search reads (empty for a page that is not searched). `faults` are told for the page alone;
    `findings` may be the same on many pages.
    """

    data: bytes
    reach: Reach
    search: bytes
    faults: tuple[Diagnostic, ...]
    findings: tuple[Finding, ...]


def finish(name: str, data: bytes, scripts: Scripts, settings: SiteSettings) -> Finished:
    """Finish the page `name` (its path in the site), given as UTF-8 HTML without a policy."""
    tree = read_page(data)
    with_tag, faults = with_policy(name, data, tree, scripts)
    facts = page_facts(tree)
    links = list(targets(name, facts, settings))
    reach = Reach(packed(facts.ids), packed({target for target, _ in links if target}))
    search = search_text(tree) or b""  # last: it takes the page apart
    return Finished(with_tag, reach, search, tuple(faults), tuple(findings(facts, links, settings)))
