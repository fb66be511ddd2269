"""The licence that goes with the weights, made from `credits.toml`."""

import tomllib
from pathlib import Path
from typing import Any

HEAD = """The weights in this folder (reader.onnx, labeller.onnx, labels.json, tokenizer.json) are licensed under
Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0),
https://creativecommons.org/licenses/by-sa/4.0/legalcode

They derive from
"""


def sources() -> list[dict[str, Any]]:
    """What the weights are made of: name, what it gives, credit, licence, and of corpora their names."""
    with Path(__file__).with_name("credits.toml").open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["source"]
    return found


def licence() -> str:
    """The text of the licence, with the credits that the sources' licences ask for."""
    entries = (
        f"\n- {source['name']}: {source['gives']}\n  {source['credit']}\n  {source['licence']}\n"
        for source in sources()
    )
    return HEAD + "".join(entries)
