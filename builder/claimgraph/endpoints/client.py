"""Requests to an endpoint: what may pass is tried again, and what may not is told in one line."""

import html
import re
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx2

from claimgraph.endpoints.addresses import shown
from claimgraph.endpoints.credentials import Answering, Credentials
from claimgraph.errors import ClaimgraphError, InputError

LONGEST_WAIT = 60.0  # seconds
_PASSING = {408, 429, 502, 503, 504}
_OF_ONE_GRAPH = {400, 409, 413, 422, 500, 507}
_DROPPED = (httpx2.TimeoutException, httpx2.NetworkError, httpx2.RemoteProtocolError)
_TOLD = 64_000  # bytes of a refusal that are read
_QUOTED = 200  # characters of it that are shown
_ADVICE = {
    401: "give a user who may write there: --user, with the password in CLAIMGRAPH_PASSWORD, or a token",
    403: "give a user who may write there: --user, with the password in CLAIMGRAPH_PASSWORD, or a token",
    404: "there is no such service: correct the address, or give --store or --update",
    405: "it does not take such requests: try the other --protocol, or correct the address",
    406: "it cannot answer in a form that is asked for: try the other --protocol",
    413: "a request is too large for it: lower --batch",
    415: "it does not read what is sent: try the other --protocol",
    501: "it cannot do that: try the other --protocol",
}


class EndpointError(ClaimgraphError):
    """An endpoint refuses, cannot be reached, or answers what cannot be understood.

    `one_graph`: it may well take the other graphs.
    """

    def __init__(self, message: str, *, one_graph: bool = False) -> None:
        """The message is one line."""
        super().__init__(message)
        self.one_graph = one_graph


@dataclass(frozen=True)
class Reply:
    """What came back."""

    url: str
    status: int
    kind: str  # the media type, without parameters
    headers: httpx2.Headers
    body: bytes

    @property
    def fine(self) -> bool:
        """Whether the server did what it was asked."""
        return 200 <= self.status < 300


class Client:
    """Speaks to the servers that the user has named; redirects are not followed."""

    def __init__(
        self,
        credentials: Credentials | None = None,
        *,
        timeout: float = 120,
        retries: int = 4,
        ca_file: Path | None = None,
        say: Callable[[str], None] = lambda _: None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """`timeout`: seconds without a byte; `retries`: how often what may pass is tried again; `say` is told of each;
        `pause` waits some seconds. Raises InputError for a `ca_file` that holds no certificates.
        """
        self._credentials = credentials or Credentials()
        self._retries, self._say, self._pause = retries, say, pause
        context = _trusted(ca_file) if ca_file else True
        here = ("127.0.0.1", "[::1]", "localhost")
        self._http = httpx2.Client(
            auth=Answering(self._credentials) if self._credentials.given else None,
            timeout=httpx2.Timeout(timeout, connect=min(timeout, 10.0)),
            verify=context,
            mounts={f"all://{host}": None for host in here},  # no proxy could find this machine
            headers={"User-Agent": "claimgraph"},
        )

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the connections."""
        self._http.close()

    def send(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        body: bytes | None = None,
        kind: str | None = None,
        accept: str = "*/*",
        only_headers: bool = False,
    ) -> Reply:
        """The server's answer, whatever its status. `kind`: the body's media type; `only_headers`: what it gives is not
        read, for it may be much.

        The request must be one that changes nothing further when it is made twice. Raises EndpointError where the
        server cannot be reached or stays unable to answer.
        """
        full = httpx2.URL(url).copy_merge_params(params or {})
        headers = {"Accept": accept} | ({"Content-Type": kind} if kind else {})
        for attempt in range(self._retries + 1):
            wait = None
            try:
                reply = self._once(self._http.build_request(method, full, content=body, headers=headers), only_headers)
            except httpx2.HTTPError as error:
                problem = _problem(error)
                if not _may_pass(error):
                    raise EndpointError(f"{shown(url)}: {problem}") from None
            except (httpx2.InvalidURL, ValueError, NotImplementedError):  # of a digest challenge, too
                raise EndpointError(f"{shown(url)}: what it asks for cannot be understood: try --auth basic") from None
            else:
                if reply.status not in _PASSING:
                    return reply
                problem, wait = f"answers {_status(reply.status)}", _asked_to_wait(reply)
            self._wait(url, problem, attempt, wait)
        raise AssertionError  # the last attempt has returned or raised

    def demand(self, reply: Reply, what: str) -> Reply:
        """The reply, if the server did what it was asked. Raises EndpointError: `what`, what the server says, and what
        to do.
        """
        if reply.fine:
            return reply
        place = f"{what}: {shown(reply.url)} answers {_status(reply.status)}"
        if 300 <= reply.status < 400:
            to = shown(reply.headers.get("location", "elsewhere")).rpartition("@")[2]
            raise EndpointError(f"{place} and points to {to}: give that address if you trust it")
        said = self._credentials.hide(_said(reply))
        advice = _ADVICE.get(reply.status, "see the server's log")
        if reply.status == 500 and "permission" in said.lower():  # Virtuoso's way to say 403
            advice = _ADVICE[403]
        elif reply.status == 401 and self._credentials.given:
            advice = "check the user, the password or the token, and --auth"
        one_graph = reply.status in _OF_ONE_GRAPH and advice != _ADVICE[403]
        raise EndpointError(f"{place}{f' ({said})' if said else ''}: {advice}", one_graph=one_graph)

    def _once(self, request: httpx2.Request, only_headers: bool) -> Reply:
        response = self._http.send(request, stream=True)
        try:
            if not response.is_success:
                body = _up_to(response, _TOLD)
            elif only_headers:
                body = b""
            else:
                body = response.read()
        finally:
            response.close()
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Reply(str(request.url), response.status_code, kind, response.headers, body)

    def _wait(self, url: str, problem: str, attempt: int, asked: float | None) -> None:
        """Wait before another attempt: 1, 2, 4 … seconds, or as long as the server asks for."""
        place = f"{shown(url)}: {problem}"
        if attempt >= self._retries:
            times = f", {attempt + 1} times" if attempt else ""
            raise EndpointError(f"{place}{times}: look after the server and start again")
        if asked is not None and asked > LONGEST_WAIT:
            raise EndpointError(f"{place} and asks to wait {asked:.0f} s: start again then")
        seconds = min(2.0**attempt, LONGEST_WAIT) if asked is None else asked
        self._say(f"{place}: trying again in {seconds:g} s ({attempt + 1} of {self._retries})")
        self._pause(seconds)


def _trusted(path: Path) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=path)
    except (OSError, ssl.SSLError) as error:
        reason = "it holds no certificate in PEM" if isinstance(error, ssl.SSLError) else error.strerror
        raise InputError(f"--ca-file {path}: cannot be used: {reason}") from None


def _up_to(response: httpx2.Response, size: int) -> bytes:
    body = b""
    for part in response.iter_bytes():
        body += part
        if len(body) >= size:
            break
    return body[:size]


def _may_pass(error: httpx2.HTTPError) -> bool:
    return isinstance(error, _DROPPED) and not _about_certificates(error)


def _about_certificates(error: httpx2.HTTPError) -> bool:
    return "CERTIFICATE_VERIFY_FAILED" in str(error) or "certificate verify failed" in str(error)


def _problem(error: httpx2.HTTPError) -> str:
    """In words that hold nothing of the request, which may have a secret in it."""
    if _about_certificates(error):
        return "its certificate is not trusted: give the authority's with --ca-file"
    if isinstance(error, httpx2.ConnectTimeout):
        return "no connection within the time"
    if isinstance(error, httpx2.TimeoutException):
        return "no answer within --timeout"
    if isinstance(error, httpx2.ConnectError):
        return f"no connection ({_reason(error)})"
    if isinstance(error, (httpx2.NetworkError, httpx2.RemoteProtocolError)):
        return "the connection broke"
    return f"the request fails ({type(error).__name__})"


def _reason(error: httpx2.HTTPError) -> str:
    return re.sub(r"^\[[^\]]*\] ", "", str(error))[:_QUOTED] or "no reason given"


def _status(status: int) -> str:
    return f"{status} {httpx2.codes.get_reason_phrase(status)}".strip()


def _asked_to_wait(reply: Reply) -> float | None:
    """The seconds of Retry-After, which a date gives by the server's own clock."""
    told = reply.headers.get("retry-after", "")
    if told.isdecimal():
        return float(told)
    try:
        until, now = parsedate_to_datetime(told), parsedate_to_datetime(reply.headers.get("date", ""))
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError):
        return None


def _said(reply: Reply) -> str:
    """The first words of a refusal."""
    text = reply.body.decode("utf-8", errors="replace")
    if "html" in reply.kind:
        text = html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?is)<(title|style|script)\b.*?</\1>", " ", text)))
    else:
        text = next((line for line in text.splitlines() if line.strip()), "")
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
