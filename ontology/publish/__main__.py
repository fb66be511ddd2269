"""`python -m ontology.publish`: write the files. With `--check`, only tell which are not what they should be."""

import sys

from ontology.publish import FOLDER, TURTLE, made


def main(arguments: list[str]) -> int:
    """Gives the exit code: 1 where `--check` finds a file that is missing or stale, 2 for a wrong call."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write("usage: python -m ontology.publish [--check]\n")
        return 2
    files = {FOLDER / name: content for name, content in made(TURTLE.read_bytes()).items()}
    stale = [path for path, content in files.items() if not path.is_file() or path.read_bytes() != content]
    if arguments:
        for path in stale:
            sys.stderr.write(f"{path.relative_to(FOLDER.parent)} is not what claimgraph.ttl gives: write it again\n")
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(files[path])
        sys.stdout.write(f"{path.relative_to(FOLDER.parent)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
