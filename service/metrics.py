"""What the service measures of itself, in Prometheus' text format. Label values come from closed lists, never from callers."""

from __future__ import annotations

from http import HTTPMethod

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
METHODS = frozenset(HTTPMethod)


class Metrics:
    """The metrics of one application: its own registry, so that several may live in one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)
        self._requests = Counter(
            "kildesvar_requests", "Requests by route and status.", ("method", "route", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "kildesvar_request_seconds", "Seconds a request took.", ("route",), buckets=SECONDS, registry=self.registry
        )
        self._answers = Counter("kildesvar_answers", "Answers by kind; a refusal is one.", ("kind",), registry=self.registry)
        self._answer_seconds = Histogram(
            "kildesvar_answer_seconds", "Seconds an answer took.", buckets=SECONDS, registry=self.registry
        )
        self._feedback = Counter("kildesvar_feedback", "Verdicts of users.", ("verdict",), registry=self.registry)
        self._documents = Gauge("kildesvar_documents", "Open documents of the live generation.", registry=self.registry)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count and time a request."""
        self._requests.labels(method if method in METHODS else "other", route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def answer(self, kind: str, seconds: float) -> None:
        """Count and time an answer."""
        self._answers.labels(kind).inc()
        self._answer_seconds.observe(seconds)

    def feedback(self, verdict: str) -> None:
        """Count a verdict."""
        self._feedback.labels(verdict).inc()

    def generation(self, *, documents: int) -> None:
        """Note the size of the live generation; closed documents are not counted, as nobody is asked for a key here."""
        self._documents.set(documents)

    def page(self) -> bytes:
        """Give all of it as Prometheus reads it."""
        return generate_latest(self.registry)
