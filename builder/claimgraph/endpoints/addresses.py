"""Addresses of an endpoint's services: what may be one, and how one is shown."""

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from claimgraph.errors import InputError

_URL = re.compile(r"""https?://[^\s"<>\\^`{|}\x00-\x1f\x7f]+""", re.IGNORECASE)


class Protocol(StrEnum):
    """How graphs are written."""

    AUTO = "auto"
    GSP = "gsp"
    UPDATE = "update"


@dataclass(frozen=True)
class Addresses:
    """Where an endpoint's services are: its Graph Store, SPARQL Update, SPARQL Query; None: there is none, or it is not
    known.
    """

    store: str | None = None
    update: str | None = None
    query: str | None = None

    @property
    def protocol(self) -> Protocol:
        """How graphs are written there: by Graph Store Protocol where there is a choice."""
        return Protocol.GSP if self.store else Protocol.UPDATE

    @property
    def target(self) -> str:
        """Where graphs are written to."""
        return self.store or self.update or ""


def check(option: str, url: str) -> str:
    """The address. Raises InputError unless it is http(s), names a host, and has neither user nor password in it."""
    try:
        parts = urlsplit(url)
        secret = "@" in parts.netloc
        usable = bool(_URL.fullmatch(url) and parts.hostname and parts.port != 0 and not parts.fragment)
    except ValueError:  # a port that is no number, a bracket left open
        usable, secret = False, "@" in url
    if secret:  # not shown: it may be a password
        wants = "leave it out of the address, and give --user, with the password in CLAIMGRAPH_PASSWORD"
        raise InputError(f"{option}: the address has a user or a password in it: {wants}")
    if not usable:
        raise InputError(f"{option} {url!r} is no address: give one such as http://localhost:7878/store")
    return url


def shown(url: str) -> str:
    """The address without its query, which may hold a key."""
    return url.partition("?")[0]


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, so that nobody listens on the way."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.rstrip(".").lower() == "localhost"
