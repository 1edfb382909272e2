"""An editor with the YAML language server: it completes from schema/, and sees no fault where the archive sees none."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = {"yaml": {"validate": True, "schemaStore": {"enable": False}, "customTags": [], "format": {"enable": False}}}

pytestmark = [pytest.mark.langsam, pytest.mark.sprakserver]


class Editor:
    """The little of an editor that the language server needs: it opens files and reads what the server says."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self.stdin, self.stdout = stdin, stdout
        self.asked = 0

    def send(self, method: str, params: Any, **more: Any) -> None:
        """One message to the server."""
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.stdin.flush()

    def read(self) -> dict[str, Any]:
        """The next message of the server; its questions about settings are answered on the way."""
        length = 0
        while (line := self.stdout.readline()) != b"\r\n":
            assert line, "the language server ended"
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message = cast("dict[str, Any]", json.loads(self.stdout.read(length)))
        if message.get("method") == "workspace/configuration":
            answer = [SETTINGS.get(str(item.get("section"))) for item in message["params"]["items"]]
            self._answer(message["id"], answer)
        elif "method" in message and "id" in message:
            self._answer(message["id"], None)
        return message

    def _answer(self, number: Any, result: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", "id": number, "result": result}).encode()
        self.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.stdin.flush()

    def ask(self, method: str, params: Any) -> Any:
        """A question and its answer."""
        self.asked += 1
        self.send(method, params, id=self.asked)
        while True:
            message = self.read()
            if message.get("id") == self.asked and "method" not in message:
                return message["result"]

    def open(self, path: Path, text: str) -> str:
        """Open a file as if it held the text; its address."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": document})
        return uri

    def faults(self, texts: dict[Path, str]) -> dict[Path, list[tuple[int, str]]]:
        """What the server holds against some files, opened together: line from 1 and message; sound ones left out."""
        waited = {self.open(path, text): path for path, text in texts.items()}
        found = {}
        while waited:
            message = self.read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] in waited:
                told = [(one["range"]["start"]["line"] + 1, one["message"]) for one in message["params"]["diagnostics"]]
                found[waited.pop(message["params"]["uri"])] = told
        return {path: told for path, told in sorted(found.items()) if told}


@contextmanager
def running(command: list[str]) -> Iterator[Editor]:
    """An editor with its server."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        editor = Editor(server.stdin, server.stdout)
        about = {"processId": None, "rootUri": ROOT.as_uri(), "capabilities": {"workspace": {"configuration": True}}}
        editor.ask("initialize", about)
        editor.send("initialized", {})
        editor.send("workspace/didChangeConfiguration", {"settings": SETTINGS})
        try:
            yield editor
        finally:
            server.kill()


@pytest.fixture(scope="module")
def editor(sprakserver: list[str]) -> Iterator[Editor]:
    """An editor that has started."""
    with running(sprakserver) as started:
        yield started


@pytest.mark.parametrize("folder", ["content", "tests/model/behov"])
def test_sound_records_are_without_fault(editor: Editor, folder: str) -> None:
    """The real records, and those with every form that the model can express, follow their schema in an editor too."""
    records = {path: path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.yml")}
    assert len(records) > 50
    assert editor.faults(records) == {}


def test_a_misspelt_key_is_seen(editor: Editor) -> None:
    """The schema is in force: what the archive's reader refuses, the editor marks on its line."""
    path = ROOT / "content" / "personer" / "prov.yml"
    text = "# yaml-language-server: $schema=../../schema/person.json\nnamn: 63\nlasarklas: gast\n"
    assert [line for line, _ in editor.faults({path: text})[path]] == [2, 3]


def test_keys_are_completed_and_explained_in_swedish(editor: Editor) -> None:
    """At an empty line the editor offers the keys that may stand there, with the glossary's words."""
    path = ROOT / "content" / "personer" / "prov.yml"
    text = "# yaml-language-server: $schema=../../schema/person.json\nnamn: Alva Ek\n\n"
    uri = editor.open(path, text)
    where = {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 0}}
    offered = editor.ask("textDocument/completion", where)["items"]
    assert {"lasarklass", "varianter", "huvudman"} <= {item["label"] for item in offered}
    where["position"] = {"line": 1, "character": 1}
    assert "Namn" in str(editor.ask("textDocument/hover", where)["contents"])
