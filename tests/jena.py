"""Apache Jena, as Debian packages it."""

import shutil
import zipfile
from pathlib import Path

import pytest

JAVA = Path("/usr/share/java")
GET = "apt-get install -y --no-install-recommends libapache-jena-java default-jdk-headless"
PARTS: tuple[str, ...] = ("arq", "base", "cmds", "core", "dboe-base", "dboe-index", "dboe-storage", "dboe-trans-data")
PARTS += ("dboe-transaction", "iri", "rdfconnection", "shacl", "shex", "tdb", "tdb2")
# By name: two bridges of the logging library that lie there too call each other without end.
OTHERS: tuple[str, ...] = ("commons-cli", "commons-codec", "commons-compress", "commons-csv", "commons-io")
OTHERS += ("commons-lang3", "dexx.collection", "gson", "guava", "httpclient", "httpclient-cache", "httpcore")
OTHERS += ("jackson-annotations", "jackson-core", "jackson-databind", "jakarta.json-api", "jcl-over-slf4j")
OTHERS += ("jsonld-java", "protobuf", "slf4j-api", "slf4j-nop", "thrift", "titanium-json-ld")


def class_path(scratch: Path) -> str:
    """What Java needs to run Jena, with a folder of the caller's first. Skips the test where it is not installed."""
    jars = [JAVA / f"{name}.jar" for name in (*(f"jena-{part}" for part in PARTS), *OTHERS)]
    if shutil.which("javac") is None or not all(jar.exists() for jar in jars):
        pytest.skip(f"Apache Jena is not installed: {GET}")
    _mend(JAVA / "jena-core.jar", scratch)
    return ":".join(map(str, (scratch, *jars)))


def _mend(core: Path, scratch: Path) -> None:
    """Debian moved Jena's copy of Xerces to another package, and left the messages that it loads in the old one."""
    within = "org/apache/jena/ext/"
    with zipfile.ZipFile(core) as jar:
        for name in jar.namelist():
            if name.startswith(f"{within}xerces/") and name.endswith(".properties"):
                target = scratch / name.removeprefix(within)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
