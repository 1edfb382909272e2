"""Arguments, with every word of the machinery in Swedish."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from generator.commands.answers import USAGE


class Parser(argparse.ArgumentParser):
    """A parser whose own words are Swedish too."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)  # type: ignore[arg-type]
        self._positionals.title = "att ange"
        self._optionals.title = "val"
        self.add_argument("-h", "--help", action="help", help="visar den här hjälpen")

    def format_usage(self) -> str:
        """How the command is written."""
        return super().format_usage().replace("usage: ", "så här: ", 1)

    def format_help(self) -> str:
        """The whole help."""
        return super().format_help().replace("usage: ", "så här: ", 1)

    def error(self, message: str) -> NoReturn:
        """End with what is wrong with the command line."""
        print(self.format_usage() + f"Fel i kommandot: {_swedish(message)}", file=sys.stderr)
        raise SystemExit(USAGE)


_ARGPARSE = (
    ("the following arguments are required:", "det här saknas:"),
    ("unrecognized arguments:", "det här är okänt:"),
    ("expected one argument", "ett värde saknas"),
    ("invalid choice:", "går inte att välja:"),
    ("choose from", "välj bland"),
    ("invalid int value:", "är inget helt tal:"),
    ("argument ", ""),
)


def _swedish(message: str) -> str:
    for english, swedish in _ARGPARSE:
        message = message.replace(english, swedish)
    return message
