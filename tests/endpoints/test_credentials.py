"""Who loads is made known as the server asks, and no secret is ever shown: against a server that checks it."""

import shutil
import ssl
import subprocess
from base64 import b64encode
from collections.abc import Callable
from hashlib import md5
from pathlib import Path
from urllib.request import parse_http_list, parse_keqv_list

import pytest

from claimgraph.endpoints import Scheme, gather
from news import article, written
from servers import Answer, Asked, Peer, Server, forwarding

SECRET = "s3cret-Wort: ü"
TOKEN = "tok.en-123"
BASIC = "Basic " + b64encode(f"mona:{SECRET}".encode()).decode()
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def news(tmp_path: Path, base: str) -> Path:
    return written(tmp_path / "a.nq", article(base, "aa1", ["x"]))


def digest_is_right(asked: Asked, header: str) -> bool:
    """RFC 7616, for one user."""
    if not header.startswith("Digest "):
        return False
    told = parse_keqv_list(parse_http_list(header.removeprefix("Digest ")))

    def hashed(*parts: str) -> str:
        return md5(":".join(parts).encode()).hexdigest()

    user, way = hashed("mona", "the store", SECRET), hashed(asked.method, asked.path)
    wanted = hashed(user, "n0nce", told["nc"], told["cnonce"], "auth", way)
    return (told["username"], told["uri"], told["response"]) == ("mona", asked.path, wanted)


def guarded(server: Server, scheme: str) -> Callable[[Asked], Answer]:
    """In front of a server, a guard that asks for one scheme."""
    within = forwarding(server.url)
    challenge = {
        "digest": 'Digest realm="the store", nonce="n0nce", qop="auth", algorithm=MD5',
        "basic": 'Basic realm="the store"',
        "bearer": 'Bearer realm="the store"',
    }[scheme]

    def behave(asked: Asked) -> Answer:
        header = asked.headers.get("authorization", "")
        right = {"basic": BASIC, "bearer": f"Bearer {TOKEN}"}.get(scheme)
        if header == right if right else digest_is_right(asked, header):
            return within(asked)
        return Answer(401, {"WWW-Authenticate": challenge}, f"not with {header} {SECRET}".encode())

    return behave


@pytest.mark.parametrize("chosen", [True, False])
@pytest.mark.parametrize("scheme", ["digest", "basic", "bearer"])
def test_the_server_gets_what_it_asks_for(
    scheme: str, chosen: bool, oxigraph: Server, news: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMGRAPH_PASSWORD", SECRET)
    monkeypatch.setenv("CLAIMGRAPH_TOKEN", TOKEN)
    who = [] if scheme == "bearer" else ["--user", "mona"]
    with Peer(guarded(oxigraph, scheme)) as peer:
        code, out, err = run("load", news, "--to", peer.url, *who, *(["--auth", scheme] if chosen else []), "--verify")
    assert (code, out) == (0, "")
    assert "2 graphs read back and equal" in err
    sent = [asked.headers.get("authorization", "") for asked in peer.asked]
    assert all(header.lower().startswith(scheme) for header in sent[2:])
    assert bool(sent[0]) is (chosen and scheme != "digest")  # nothing before it is asked for


def test_secrets_come_from_files_too(oxigraph: Server, news: Path, tmp_path: Path, run: Run) -> None:
    password, token = tmp_path / "password", tmp_path / "token"
    password.write_text(f"{SECRET}\n", encoding="utf-8")
    token.write_text(f"{TOKEN}\n")
    with Peer(guarded(oxigraph, "digest")) as peer:
        assert run("load", news, "--to", peer.url, "--user", "mona", "--password-file", password)[0] == 0
    with Peer(guarded(oxigraph, "bearer")) as peer:
        assert run("load", news, "--to", peer.url, "--token-file", token)[0] == 0


@pytest.mark.parametrize("scheme", ["digest", "basic"])
def test_a_wrong_password_is_told_of_and_not_shown(
    scheme: str, oxigraph: Server, news: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMGRAPH_PASSWORD", "n0t-the-w0rd")
    with Peer(guarded(oxigraph, scheme)) as peer:
        code, out, err = run("load", news, "--to", peer.url, "--user", "mona")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "401 Unauthorized" in err
    assert "check the user, the password or the token, and --auth" in err
    assert "n0t-the-w0rd" not in err


def test_what_a_server_repeats_of_a_secret_is_not_shown(
    oxigraph: Server, news: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMGRAPH_TOKEN", "an0ther")
    with Peer(guarded(oxigraph, "bearer")) as peer:
        code, _, err = run("load", news, "--to", peer.url, "--auth", "bearer")
    assert code == 2
    assert "(not with Bearer *** " in err


def test_without_credentials_it_says_what_is_missing(oxigraph: Server, news: Path, run: Run) -> None:
    with Peer(guarded(oxigraph, "digest")) as peer:
        code, _, err = run("load", news, "--to", peer.url)
    assert code == 2
    assert "give a user who may write there: --user, with the password in CLAIMGRAPH_PASSWORD, or a token" in err


@pytest.mark.parametrize("scheme", ["basic", "bearer"])
def test_nothing_readable_goes_over_plain_http_to_another_machine(
    scheme: str, news: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMGRAPH_PASSWORD", SECRET)
    monkeypatch.setenv("CLAIMGRAPH_TOKEN", TOKEN)
    who = [] if scheme == "bearer" else ["--user", "mona"]
    code, _, err = run("load", news, "--store", "http://store.invalid/", "--auth", scheme, *who)
    assert code == 2
    assert "over plain http for anyone on the way to read: use https, or give --plain-http" in err


@pytest.mark.parametrize(
    "url", ["http://mona:hush@localhost/", "http://hush@localhost/", "http://mona:hush@[::1", "//a:hush@b"]
)
def test_a_password_in_the_address_is_refused_and_not_shown(url: str, news: Path, run: Run) -> None:
    code, _, err = run("load", news, "--to", url)
    assert code == 2
    assert "has a user or a password in it: leave it out" in err
    assert "hush" not in err


@pytest.mark.parametrize(
    ("arguments", "environment", "says"),
    [
        (["--user", "mona"], {}, "--user wants a password: put it into CLAIMGRAPH_PASSWORD"),
        (["--auth", "bearer"], {}, "--auth bearer wants a token: put it into CLAIMGRAPH_TOKEN"),
        (["--auth", "basic"], {"CLAIMGRAPH_PASSWORD": "hush"}, "give --user too"),
        (["--auth", "bearer", "--user", "mona"], {"CLAIMGRAPH_TOKEN": "hush"}, "leave --user out"),
        (["--user", "mona", "--token-file", "t"], {"CLAIMGRAPH_PASSWORD": "hush"}, "give one of them"),
        (["--user", "mona"], {"CLAIMGRAPH_PASSWORD": "hush\r\nX-Evil: 1"}, "has more than one line"),
        (["--user", 'mo"na'], {"CLAIMGRAPH_PASSWORD": "hush"}, "cannot be sent"),
        (["--auth", "bearer"], {"CLAIMGRAPH_TOKEN": "hush hush"}, "no header can hold"),
        (["--user", "mona", "--password-file", "missing"], {}, "missing: cannot be read: No such file"),
    ],
)
def test_what_is_missing_or_unusable_is_refused_and_not_shown(
    arguments: list[str],
    environment: dict[str, str],
    says: str,
    news: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    code, out, err = run("load", news, "--to", "http://127.0.0.1:1", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err
    assert "hush" not in err


def test_credentials_show_nothing_of_themselves() -> None:
    told = gather({"CLAIMGRAPH_PASSWORD": SECRET}, user="mona", scheme=Scheme.BASIC)
    assert SECRET not in f"{told!r} {told}"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl, to make a certificate")
def test_only_trusted_certificates_are_taken(oxigraph: Server, news: Path, tmp_path: Path, run: Run) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with Peer(forwarding(oxigraph.url), context=context) as peer:
        code, _, err = run("load", news, "--to", peer.url)
        assert (code, peer.asked) == (2, [])
        assert "its certificate is not trusted: give the authority's with --ca-file" in err
        assert run("load", news, "--to", peer.url, "--ca-file", certificate)[0] == 0
