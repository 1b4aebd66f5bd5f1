"""The settings of the service: one frozen object, read once from `KILDESVAR_*` variables and passed in, never global."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.errors import SettingsInvalid

PREFIX = "KILDESVAR_"

OTHER_VARIABLES = frozenset({"KILDESVAR_DEBUG"})
"""Variables that are read elsewhere (the command line's traceback switch)."""


class Settings(BaseSettings):
    """Everything that can be set. Each field is the variable `KILDESVAR_` + its name in capitals; lists and mappings are JSON."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    index: Path = Field(Path("kildesvar-index"), description="Folder of the index.")
    host: str = Field("127.0.0.1", description="Address to listen on. Beyond loopback only with keys or a trusted proxy.")
    port: int = Field(8080, ge=0, le=65535, description="TCP port to listen on; 0 takes a free one.")

    cors_origins: tuple[str, ...] = Field(
        (), description='Origins whose pages may embed the widget, such as ["https://intra.example"].'
    )

    keys_file: Path | None = Field(None, description="File of API keys (hashed), written by `kildesvar keys`.")
    proxy_addresses: tuple[str, ...] = Field((), description="Addresses of trusted proxies; only their headers are believed.")
    proxy_user_header: str = Field("", description="Header in which a trusted proxy names the signed-in user; empty: none.")
    proxy_roles_header: str = Field(
        "", description="Header in which a trusted proxy lists roles (reader, closed, admin), with commas."
    )
    local_roles: tuple[str, ...] = Field(
        ("reader", "admin"), description="Roles of callers on loopback while neither keys nor a proxy are set."
    )

    max_body_bytes: int = Field(
        256 * 1024, ge=4_096, le=16 * 1024 * 1024, description="Largest request body, in bytes (uploads aside)."
    )
    max_upload_bytes: int = Field(200 * 1024 * 1024, ge=1_024, le=2 * 1024**3, description="Largest uploaded file, in bytes.")
    requests_per_minute: int = Field(
        600, ge=1, le=1_000_000, description="Requests per minute and client before 429 with Retry-After."
    )
    burst_requests: int = Field(120, ge=1, le=1_000_000, description="Requests a client may send at once before the rate counts.")
    answer_threads: int = Field(8, ge=1, le=256, description="Threads that answer questions.")
    drain_seconds: float = Field(10.0, ge=0, le=600, description="Seconds that running requests get to end at shutdown.")
    swap_poll_seconds: float = Field(1.0, gt=0, le=600, description="Seconds between looks for a new generation.")

    sources: tuple[Path, ...] = Field(
        (), description="What a rebuild from the admin page reads besides uploads; default: what the live index was built from."
    )
    uploads: Path | None = Field(None, description="Folder of uploaded files; default: `uploads` inside the index folder.")
    model: str = Field("corpus", min_length=1, description="Embedding model: corpus, a name on the hub, or a folder.")
    reranker: str = Field(
        "", description="Cross-encoder that reads the first passages again: a name on the hub, or a folder; empty: none."
    )
    reranker_candidates: int = Field(20, ge=2, le=100, description="How many passages the cross-encoder reads.")
    reranker_seconds: float = Field(2.0, gt=0, le=60, description="Seconds it gets; passages it did not reach keep their places.")
    build_workers: int = Field(0, ge=0, le=256, description="Processes that read documents in a build; 0: one per core.")
    gate_questions: Path | None = Field(None, description="Question set a new index must pass before it goes live.")
    gate_min_accuracy: float = Field(0.90, ge=0, le=1, description="Share of the gate's questions that must be answered rightly.")

    mcp_key: SecretStr = Field(SecretStr(""), description="Key with which `kildesvar mcp` asks, where keys are set up.")

    min_confidence: float = Field(0.5, ge=0, le=1, description="Below this measured chance of being right an answer is refused.")
    answer_model_url: str = Field("", description="Base URL of an OpenAI-compatible server; empty: no language model.")
    answer_model_name: str = Field("", description="Name of the language model on that server.")
    answer_model_key: SecretStr = Field(SecretStr(""), description="Key for that server.")
    answer_model_timeout_seconds: float = Field(20.0, gt=0, le=600, description="Seconds before the language model is given up.")

    log_level: str = Field("INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="Least severe level that is logged.")
    log_json: bool = Field(True, description="Log one JSON object a line; off: plain lines.")

    @property
    def upload_folder(self) -> Path:
        """The folder that uploads go to."""
        return self.uploads or self.index / "uploads"

    @property
    def is_open(self) -> bool:
        """Whether neither keys nor a trusted proxy are set, so that only loopback may call."""
        return self.keys_file is None and not (self.proxy_addresses and self.proxy_user_header)


def load_settings(**given: Any) -> Settings:
    """Read the settings; `given` values (from the command line) win over the environment.

    Raises `SettingsInvalid` with one sentence that names the variable and its bound, and never a value, which may be a secret.
    """
    refuse_unknown(os.environ)
    try:
        return Settings(**given)
    except ValidationError as error:
        wrong = "; ".join(f"{_variable(part['loc'])}: {part['msg']}" for part in error.errors(include_input=False))
        raise SettingsInvalid(f"Wrong setting: {wrong}.") from None
    except Exception as error:  # a list or mapping that is not JSON
        raise SettingsInvalid(f"Wrong setting: {_without_value(error)}.") from None


def refuse_unknown(environment: Mapping[str, str]) -> None:
    """Raise `SettingsInvalid` when a `KILDESVAR_*` variable is not a setting: a misspelt bound must not be silently absent."""
    known = {PREFIX + name.upper() for name in Settings.model_fields} | OTHER_VARIABLES
    unknown = sorted(name for name in environment if name.upper().startswith(PREFIX) and name.upper() not in known)
    if unknown:
        raise SettingsInvalid(f"Unknown setting: {', '.join(unknown)}. The settings are listed by: kildesvar settings")


def _variable(location: tuple[int | str, ...]) -> str:
    return PREFIX + str(location[0]).upper() if location else "settings"


def _without_value(error: Exception) -> str:
    """Keep the field's name out of pydantic-settings' message and drop what follows, which may quote the value."""
    quoted = str(error).split('"')
    name = quoted[1] if len(quoted) > 1 else "a variable"
    return f'{PREFIX}{name.upper()} must be JSON, such as ["a", "b"]'
