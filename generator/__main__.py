"""``python -m generator``."""

import gc
import os
import sys

from generator.cli import main

# An archive of decades is millions of objects that live as long as the command: to look through them again and again
# for circles takes a third of the time. What workers make anew is looked through (generator/workers.py).
gc.disable()
status = main()
sys.stdout.flush()
sys.stderr.flush()
os._exit(status)  # taking the archive apart again, object by object, takes a second that nobody has any use for
