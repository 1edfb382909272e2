"""How many examples Hypothesis tries: as many as a test asks for when all is run, a share of them in a quick run."""

from hypothesis import settings

HELA = "hela"
SNABB = "snabb"
GRUND = 100  # what Hypothesis tries of its own accord, and a whole run does too
SNABBA = 20  # the same in a quick run; where each run tries others, many runs try many


def profiles(fixed: bool) -> None:
    """Make both ready, the whole one in use. No example has a deadline; fixed ones are the same in every run."""
    settings.register_profile(HELA, deadline=None, max_examples=GRUND, derandomize=fixed)
    settings.register_profile(SNABB, parent=settings.get_profile(HELA), max_examples=SNABBA)
    settings.load_profile(HELA)


def antal_exempel(antal: int) -> settings:
    """For a test that needs another number than the usual: `antal` in a whole run, at least one in a quick one."""
    return settings(max_examples=max(1, antal * settings().max_examples // GRUND))
