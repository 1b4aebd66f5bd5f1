"""The rate limit: a token bucket per client."""

from __future__ import annotations

from fastapi.testclient import TestClient

from service.app import create_app
from service.middleware.rate import MOST_CLIENTS, Buckets
from service.settings import Settings


class Clock:
    """A clock that is set by hand, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        """Give the time."""
        return self.now


def test_a_client_may_send_a_burst_and_then_one_request_for_each_token_that_drips() -> None:
    """60 a minute is one a second; after the burst of 2 the third must wait one second."""
    clock = Clock()
    buckets = Buckets(per_minute=60, burst=2, clock=clock)
    assert [buckets.take("a"), buckets.take("a"), buckets.take("a")] == [0, 0, 1]
    clock.now = 1.0
    assert buckets.take("a") == 0


def test_a_slow_rate_says_how_long_to_wait() -> None:
    """Six a minute: the next token drips after 60 / 6 = 10 seconds."""
    buckets = Buckets(per_minute=6, burst=1, clock=Clock())
    assert [buckets.take("a"), buckets.take("a")] == [0, 10]


def test_one_client_does_not_take_from_another() -> None:
    """Each has a bucket of his own."""
    buckets = Buckets(per_minute=1, burst=1, clock=Clock())
    assert [buckets.take("a"), buckets.take("b")] == [0, 0]


def test_memory_stays_bounded_however_many_clients_come() -> None:
    """The one that called longest ago is forgotten."""
    buckets = Buckets(per_minute=1, burst=1, clock=Clock())
    for number in range(MOST_CLIENTS + 10):
        buckets.take(str(number))
    assert len(buckets._buckets) == MOST_CLIENTS


def test_the_service_answers_429_with_retry_after(settings: Settings) -> None:
    """Problem details like every other error; pages and health are not counted."""
    app = create_app(settings.model_copy(update={"requests_per_minute": 60, "burst_requests": 1}))
    with TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000)) as client:
        assert client.get("/api/session").status_code == 200
        refused = client.get("/api/session")
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
        assert refused.headers["content-type"] == "application/problem+json"
        assert client.get("/healthz").status_code == 200
