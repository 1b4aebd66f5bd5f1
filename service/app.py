"""The application: `create_app(settings)` puts settings, the live index, middleware and routes together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from service.feedback import FeedbackStore
from service.jobs import Jobs
from service.keys import read_keys
from service.live import LiveIndex, Opener, Watcher
from service.metrics import Metrics
from service.middleware.body import BodyLimit
from service.middleware.headers import SecurityHeaders
from service.middleware.observe import Observe
from service.middleware.rate import RateLimit
from service.openapi import describe
from service.opening import opener_of
from service.problems import add_handlers
from service.routes import ask, documents, feedback, health, meetings, municipalities, pages, search, status, suggestions, web
from service.routes.admin import evaluations, jobs, review, uploads, versions
from service.running import Running
from service.settings import Settings

ROUTES = (ask, search, documents, pages, meetings, municipalities, feedback, suggestions, status, health)
ADMIN_ROUTES = (uploads, jobs, versions, review, evaluations)


def create_app(settings: Settings, opener: Opener | None = None) -> FastAPI:
    """Give the application for these settings; `opener` opens the index (a fake, in tests).

    Raises `SettingsInvalid` when the file of keys cannot be read.
    """
    running = _running(settings, opener or opener_of(settings))
    app = FastAPI(
        title="Kildesvar",
        version=_version(),
        docs_url=None,  # its pages would load scripts from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.running = running
    for route in (*ROUTES, *ADMIN_ROUTES, web):
        app.include_router(route.router)
    add_handlers(app)
    describe(app)
    _add_middleware(app, running)
    return app


def _running(settings: Settings, opener: Opener) -> Running:
    live = LiveIndex(settings.index, opener)
    watcher = Watcher(live, settings.swap_poll_seconds)
    return Running(
        settings=settings,
        keys=read_keys(settings.keys_file) if settings.keys_file else (),
        live=live,
        watcher=watcher,
        metrics=Metrics(),
        feedback=FeedbackStore(settings.index),
        jobs=Jobs(on_end=watcher.wake),
        answering=CapacityLimiter(settings.answer_threads),
    )


def _add_middleware(app: FastAPI, running: Running) -> None:
    """Add what every request passes; the last one added is the outermost."""
    settings = running.settings
    app.add_middleware(BodyLimit, settings=settings)
    app.add_middleware(RateLimit, settings=settings)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST"],
            allow_headers=["authorization", "content-type"],
            allow_credentials="*" not in settings.cors_origins,
            max_age=3600,
        )
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Observe, metrics=running.metrics)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Open the index, watch for new generations, and let go of everything at the end."""
    running: Running = app.state.running
    await anyio.to_thread.run_sync(running.live.refresh)
    running.watcher.start()
    try:
        yield
    finally:
        await running.jobs.stop()
        await anyio.to_thread.run_sync(running.watcher.stop)
        running.live.close()


def _version() -> str:
    try:
        return version("kildesvar")
    except PackageNotFoundError:
        return "0"
