"""Who loads: user and password, or a token, from the environment or a file; they are never shown."""

import re
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import httpx2

from claimgraph.endpoints.addresses import is_loopback
from claimgraph.errors import InputError

PASSWORD, TOKEN = "CLAIMGRAPH_PASSWORD", "CLAIMGRAPH_TOKEN"  # where they are found
_USER = re.compile(r'[^\x00-\x1f\x7f":\\]+')
_SECRET = re.compile(r"[^\x00-\x1f\x7f]+")
_HEADER_SAFE = re.compile(r"[!-~]+")


class Scheme(StrEnum):
    """The schemes of HTTP authentication."""

    AUTO = "auto"
    BASIC = "basic"
    DIGEST = "digest"
    BEARER = "bearer"


@dataclass(frozen=True)
class Credentials:
    """What is known of the user. `plain_http`: what could be read on the way is sent over plain http all the same."""

    scheme: Scheme = Scheme.AUTO
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    plain_http: bool = False

    @property
    def given(self) -> bool:
        """Whether there is anything to send."""
        return bool(self.user or self.token)

    def hide(self, text: str) -> str:
        """The text without the password and the token."""
        for secret in filter(None, (self.password, self.token)):
            text = text.replace(secret, "***")
        return text


def gather(
    environment: Mapping[str, str],
    *,
    scheme: Scheme = Scheme.AUTO,
    user: str | None = None,
    password_file: Path | None = None,
    token_file: Path | None = None,
    plain_http: bool = False,
) -> Credentials:
    """The credentials: a file goes before the environment. Raises InputError where something is missing or unusable."""
    token = _secret(token_file, environment, TOKEN) if user is None and scheme in (Scheme.AUTO, Scheme.BEARER) else None
    if scheme is Scheme.BEARER and user is not None:
        raise InputError("--auth bearer takes a token and no --user: leave --user out")
    if scheme is Scheme.BEARER and token is None:
        raise InputError(f"--auth bearer wants a token: put it into {TOKEN} or into a file, and give --token-file")
    if user is None and (password_file or scheme in (Scheme.BASIC, Scheme.DIGEST)):
        raise InputError("a password is of no use without its user: give --user too")
    if user is not None and token_file is not None:
        raise InputError("--user and --token-file are two ways to say who loads: give one of them")
    password = _secret(password_file, environment, PASSWORD) if user is not None else None
    if user is not None and password is None:
        raise InputError(f"--user wants a password: put it into {PASSWORD} or into a file, and give --password-file")
    if user is not None and not _USER.fullmatch(user):
        raise InputError(
            f"--user {user!r} cannot be sent: use no colon, quotation mark, backslash or control character"
        )
    if token is not None and not _HEADER_SAFE.fullmatch(token):
        raise InputError("the token has characters that no header can hold: check it for blanks and line ends")
    return Credentials(scheme, user, password, token, plain_http)


def _secret(path: Path | None, environment: Mapping[str, str], name: str) -> str | None:
    if path is None:
        told, where = environment.get(name), name
    else:
        try:
            told, where = path.read_text(encoding="utf-8").rstrip("\r\n"), str(path)
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or 'no UTF-8'}") from None
        if not told:
            raise InputError(f"{path}: is empty: put the password or the token into it")
    if told and not _SECRET.fullmatch(told):
        raise InputError(
            f"{where}: has more than one line or a control character: give the password or the token alone"
        )
    return told or None


class Answering(httpx2.Auth):
    """Answers what a server asks for; nothing is sent before it asks, unless the user has chosen the scheme."""

    def __init__(self, credentials: Credentials) -> None:
        """Nothing is chosen yet, unless by the user."""
        self._credentials = credentials
        self._chosen: httpx2.Auth | None = None
        self._scheme = credentials.scheme

    def auth_flow(self, request: httpx2.Request) -> Generator[httpx2.Request, httpx2.Response, None]:
        """As httpx2 wants it. Raises InputError where a secret would go over plain http for all to read."""
        if self._chosen is None and self._scheme is Scheme.AUTO:
            response = yield request
            if response.status_code != httpx2.codes.UNAUTHORIZED:
                return
            self._scheme = self._asked_for(response)
            if self._scheme is Scheme.AUTO:
                return
        self._refuse_to_shout(request.url)
        if self._chosen is None:
            self._chosen = self._made()
        yield from self._chosen.auth_flow(request)

    def _asked_for(self, response: httpx2.Response) -> Scheme:
        """The best of the schemes that the server offers and the credentials fit; AUTO: none."""
        offered = {told.split(" ")[0].lower() for told in response.headers.get_list("www-authenticate")}
        usable = (Scheme.DIGEST, Scheme.BASIC) if self._credentials.user else (Scheme.BEARER,)
        return next((scheme for scheme in usable if scheme in offered), Scheme.AUTO)

    def _made(self) -> httpx2.Auth:
        user, password = (self._credentials.user or "").encode(), (self._credentials.password or "").encode()
        if self._scheme is Scheme.BEARER:
            return httpx2.FunctionAuth(self._bearing)
        return httpx2.BasicAuth(user, password) if self._scheme is Scheme.BASIC else httpx2.DigestAuth(user, password)

    def _bearing(self, request: httpx2.Request) -> httpx2.Request:
        request.headers["Authorization"] = f"Bearer {self._credentials.token}"
        return request

    def _refuse_to_shout(self, url: httpx2.URL) -> None:
        safe = self._scheme is Scheme.DIGEST or url.scheme == "https" or is_loopback(url.host)
        if not safe and not self._credentials.plain_http:
            what = "the token" if self._scheme is Scheme.BEARER else "the password"
            wants = "use https, or give --plain-http if the network is your own"
            raise InputError(f"{what} would go to {url.host} over plain http for anyone on the way to read: {wants}")
