"""The one place that decides who a caller is and what the caller may see.

Nothing set → only callers on loopback, with `local_roles`. A file of keys → a key in `Authorization: Bearer`, or in the
cookie that `POST /api/session` sets. A trusted proxy → the user and roles it names in its headers, believed only from
its own address. Everything that lists, counts, answers or renders takes its `Filters.access` from `Caller.access`.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ingest.records import Access
from service.errors import NotAllowed, NotSignedIn
from service.keys import KeyRecord, find_key
from service.settings import Settings

COOKIE = "kildesvar_key"
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


class Role(StrEnum):
    """What a caller may do: ask and read (`reader`), see closed items too (`closed`), build and administer (`admin`)."""

    READER = "reader"
    CLOSED = "closed"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks. `name` is for the log of administration only; `roles` decide."""

    name: str
    roles: frozenset[Role]

    @property
    def access(self) -> frozenset[Access]:
        """What the caller may see: closed records only with the role `closed`, which being an administrator does not include."""
        return frozenset({Access.OPEN, Access.CLOSED}) if Role.CLOSED in self.roles else frozenset({Access.OPEN})

    def require(self, role: Role) -> None:
        """Raise `NotAllowed` unless the caller has the role."""
        if role not in self.roles:
            raise NotAllowed(f"This needs the role {role.value}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a request says of its caller: the peer's address, the `Host` it asked for, and its headers in lower case."""

    address: str
    host: str
    headers: Mapping[str, str]
    cookies: Mapping[str, str]


def caller_of(claim: Claim, settings: Settings, keys: tuple[KeyRecord, ...]) -> Caller:
    """Turn a claim into a caller. Raises `NotSignedIn`, or `NotAllowed` for a caller from elsewhere when nothing is set."""
    if settings.is_open:
        return _local_caller(claim, settings)
    if claim.address in settings.proxy_addresses and claim.headers.get(settings.proxy_user_header.lower()):
        return _proxied_caller(claim, settings)
    key = key_of(claim)
    record = find_key(key, keys) if key else None
    if record is None:
        raise NotSignedIn("Sign in with a valid key (Authorization: Bearer …), or through the proxy.")
    return Caller(name=record.name, roles=roles_of(record.roles))


def key_of(claim: Claim) -> str:
    """Give the key in the `Authorization` header, else in the cookie, else an empty string."""
    scheme, _, value = claim.headers.get("authorization", "").partition(" ")
    return value.strip() if scheme.lower() == "bearer" else claim.cookies.get(COOKIE, "")


def roles_of(names: tuple[str, ...]) -> frozenset[Role]:
    """Give the roles that are known among names; a caller with any role may also read."""
    known = {role.value: role for role in Role}
    roles = {known[name.strip().lower()] for name in names if name.strip().lower() in known}
    return frozenset(roles | {Role.READER}) if roles else frozenset()


def _local_caller(claim: Claim, settings: Settings) -> Caller:
    """Let loopback in, unless the request was passed on by a proxy or asks for a foreign host name (DNS rebinding)."""
    passed_on = {"x-forwarded-for", "forwarded", "x-real-ip"} & set(claim.headers)
    if not _is_loopback(claim.address) or passed_on or _host_name(claim.host) not in LOCAL_NAMES:
        raise NotAllowed("No access is set up, so only this machine itself may ask. Set KILDESVAR_KEYS_FILE or a trusted proxy.")
    return Caller(name="local", roles=roles_of(settings.local_roles))


def _proxied_caller(claim: Claim, settings: Settings) -> Caller:
    named = claim.headers.get(settings.proxy_roles_header.lower(), "") if settings.proxy_roles_header else ""
    roles = roles_of(tuple(named.split(","))) or frozenset({Role.READER})
    return Caller(name=claim.headers[settings.proxy_user_header.lower()], roles=roles)


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _host_name(host: str) -> str:
    """Give the name in a `Host` header without its port."""
    return host if host.endswith("]") else host.rpartition(":")[0] or host
