"""What may pass is tried again, what may not is told in a line: against a server that does on demand what others do."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimgraph.endpoints import Client, EndpointError
from claimgraph.endpoints.client import Reply
from servers import Answer, Asked, Behaviour, Peer, free_port

DATE = "Sun, 22 Nov 2026 05:00:00 GMT"


def in_turn(*answers: Answer) -> Behaviour:
    """Gives the answers one by one, the last for ever."""
    waiting: Iterator[Answer] = iter(answers)
    last = answers[-1]
    return lambda asked: next(waiting, last)


class Waits:
    """Keeps how long it was to wait, and what was said."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.said: list[str] = []

    def client(self, retries: int = 4, timeout: float = 20) -> Client:
        return Client(retries=retries, timeout=timeout, say=self.said.append, pause=self.seconds.append)


@pytest.fixture
def waits() -> Waits:
    return Waits()


def put(client: Client, url: str) -> Reply:
    with client:
        reply = client.send(
            "PUT", url, params={"graph": "urn:g"}, body=b"<urn:a> <urn:b> <urn:c> .\n", kind="text/turtle"
        )
        return client.demand(reply, "graph <urn:g>")


@pytest.mark.parametrize("status", [408, 429, 502, 503, 504])
def test_what_may_pass_is_tried_again_with_the_same_body(status: int, waits: Waits) -> None:
    with Peer(in_turn(Answer(status), Answer(status), Answer(status), Answer())) as peer:
        assert put(waits.client(), f"{peer.url}/store").status == 204
    assert waits.seconds == [1, 2, 4]
    assert len({(asked.path, asked.body) for asked in peer.asked}) == 1
    assert waits.said[0].endswith("trying again in 1 s (1 of 4)")


@pytest.mark.parametrize("broken", [Answer(0), Answer(200, body=b"half", cut=True)])
def test_a_broken_connection_is_made_anew(broken: Answer, waits: Waits) -> None:
    with Peer(in_turn(broken, Answer())) as peer:
        assert put(waits.client(), peer.url).status == 204
    assert "the connection broke" in waits.said[0]


def test_a_server_that_stays_away_is_told_of(waits: Waits) -> None:
    with pytest.raises(EndpointError, match=r"no connection \(.*refused\), 3 times: look after the server"):
        put(waits.client(retries=2), f"http://127.0.0.1:{free_port()}/store")
    assert waits.seconds == [1, 2]


def test_an_answer_that_does_not_come_is_not_waited_for_for_ever(waits: Waits) -> None:
    done: list[Asked] = []

    def hang(asked: Asked) -> Answer:
        done.append(asked)
        while len(done) < 2:  # until the client has come again
            pass
        return Answer()

    with Peer(hang) as peer:
        assert put(waits.client(timeout=0.2), peer.url).status == 204
    assert "no answer within --timeout" in waits.said[0]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "Sun, 22 Nov 2026 05:00:09 GMT", "Date": DATE}, 9),
        ({"Retry-After": "Sun, 22 Nov 2026 04:00:00 GMT", "Date": DATE}, 0),
        ({"Retry-After": "soon", "Date": DATE}, 1),
    ],
)
def test_the_server_may_say_how_long_to_wait(headers: dict[str, str], seconds: float, waits: Waits) -> None:
    with Peer(in_turn(Answer(503, headers), Answer())) as peer:
        put(waits.client(), peer.url)
    assert waits.seconds == [seconds]


def test_nobody_waits_for_an_hour(waits: Waits) -> None:
    with Peer(in_turn(Answer(503, {"Retry-After": "3600"}))) as peer, pytest.raises(EndpointError, match="wait 3600 s"):
        put(waits.client(), peer.url)
    assert waits.seconds == []


@pytest.mark.parametrize(
    ("status", "advice", "one_graph"),
    [
        (400, "see the server's log", True),
        (403, "give a user who may write there", False),
        (404, "correct the address, or give --store or --update", False),
        (405, "try the other --protocol", False),
        (413, "lower --batch", True),
        (415, "try the other --protocol", False),
        (500, "see the server's log", True),
        (501, "try the other --protocol", False),
    ],
)
def test_what_may_not_pass_is_told_at_once(status: int, advice: str, one_graph: bool, waits: Waits) -> None:
    page = (
        b"<html><head><title>Sorry</title></head><body><h1>No &amp; no</h1>\n<p>" + b"x" * 5000 + b"</p></body></html>"
    )
    refusing = Peer(in_turn(Answer(status, {"Content-Type": "text/html"}, page)))
    with refusing as peer, pytest.raises(EndpointError, match=advice) as told:
        put(waits.client(), f"{peer.url}/store")
    assert len(peer.asked) == 1
    assert str(told.value).startswith(f"graph <urn:g>: {peer.url}/store answers {status} ")
    assert "(No & no xxx" in str(told.value)
    assert len(str(told.value)) < 500
    assert told.value.one_graph is one_graph


def test_a_redirect_is_not_followed(waits: Waits) -> None:
    with Peer(in_turn(Answer())) as other:
        to = f"{other.url.replace('://', '://me:hush@')}/x?key=hush"
        pointing = Peer(in_turn(Answer(307, {"Location": to})))
        with pointing as peer, pytest.raises(EndpointError, match="give that address if you trust it") as told:
            put(waits.client(), peer.url)
    assert other.asked == []
    assert "hush" not in str(told.value)


def test_a_key_in_the_address_is_sent_and_not_shown(waits: Waits) -> None:
    with Peer(in_turn(Answer(400))) as peer, pytest.raises(EndpointError) as told:
        put(waits.client(), f"{peer.url}/store?key=hush")
    assert peer.asked[0].path == "/store?key=hush&graph=urn%3Ag"
    assert "hush" not in str(told.value)


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_of_certificates_must_hold_some(
    content: str | None, tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    graph, path = tmp_path / "a.nq", tmp_path / "ca.pem"
    graph.write_text("<urn:a> <urn:b> <urn:c> <urn:g> .")
    if content:
        path.write_text(content)
    code, _, err = run("load", graph, "--to", "https://127.0.0.1:1", "--ca-file", path)
    assert code == 2
    assert f"--ca-file {path}: cannot be used: " in err
