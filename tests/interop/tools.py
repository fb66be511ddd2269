"""Others' tools as programs: a task and files in, one JSON answer for each file out; tests skip without them."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import jena

HERE = Path(__file__).parent
MODULES = Path(os.environ.get("CLAIMGRAPH_NODE_MODULES") or HERE / "node_modules")
GET_NODE = "npm ci --prefix tests/interop (Node 20 or later), or set CLAIMGRAPH_NODE_MODULES"


class Tool:
    """A program that answers a task about some files."""

    def __init__(self, *command: str) -> None:
        self.command = command

    def ask(self, task: str, *paths: Path) -> list[Any]:
        """The answers, one for each file; for tasks over one graph, one for each file behind it."""
        done = subprocess.run([*self.command, task, *map(str, paths)], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()[-2000:]
        return [json.loads(line) for line in done.stdout.splitlines()]


def node(scratch: Path) -> Tool:
    """`tools.mjs`, run where it finds its libraries. Skips the test where they are not installed."""
    if shutil.which("node") is None or not (MODULES / "n3").is_dir():
        pytest.skip(f"the JavaScript tools are not installed: {GET_NODE}")
    (scratch / "node_modules").symlink_to(MODULES.resolve())
    shutil.copy(HERE / "tools.mjs", scratch)
    return Tool("node", str(scratch / "tools.mjs"))


def java(scratch: Path) -> Tool:
    """`Jena.java` with Debian's Jena. Skips the test where it or a compiler for Java is not installed."""
    path = jena.class_path(scratch)
    subprocess.run(["javac", "-d", str(scratch), "-cp", path, str(HERE / "Jena.java")], check=True, capture_output=True)
    return Tool("java", "-XX:+UseSerialGC", "-cp", path, "Jena")
