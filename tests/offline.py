"""What lets pip install claimgraph from this checkout into a fresh environment without a network."""

import os
import sysconfig
from pathlib import Path


def environment(**more: str | Path) -> dict[str, str]:
    """The variables: dependencies and the build's backend are those of the running environment."""
    site = sysconfig.get_path("purelib")
    scripts = sysconfig.get_path("scripts")
    known = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PIP_", "PYTHON", "VIRTUAL_ENV"))}
    pip = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_CONFIG_FILE": os.devnull}
    pip |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    path = {"PATH": f"{scripts}:{os.environ['PATH']}", "PYTHONPATH": site}
    return {**known, **pip, **path, **{name: str(value) for name, value in more.items()}}
