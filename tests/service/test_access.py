"""Who a caller is and what he may see: one place decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.records import Access
from service.access import Caller, Claim, Role, caller_of, roles_of
from service.errors import NotAllowed, NotSignedIn
from service.keys import new_key
from service.settings import Settings

OPEN = Settings(index=Path("unused"))
KEYED = Settings(index=Path("unused"), keys_file=Path("keys.json"))
PROXIED = Settings(index=Path("unused"), proxy_addresses=("10.0.0.5",), proxy_user_header="X-User", proxy_roles_header="X-Roles")


def claim(address: str = "127.0.0.1", host: str = "localhost:8080", **headers: str) -> Claim:
    """A request as the decision sees it."""
    return Claim(
        address=address, host=host, headers={name.replace("_", "-"): value for name, value in headers.items()}, cookies={}
    )


def test_without_any_setting_a_caller_on_this_machine_may_read_and_administer_but_not_see_closed_items() -> None:
    """The two commands of the README work at once, and closed items stay closed until somebody says otherwise."""
    caller = caller_of(claim(), OPEN, ())
    assert caller.roles == {Role.READER, Role.ADMIN}
    assert caller.access == {Access.OPEN}


@pytest.mark.parametrize(
    "foreign",
    [
        claim(address="192.168.1.20"),
        claim(address="not an address"),
        claim(host="evil.example"),
        claim(x_forwarded_for="203.0.113.9"),
        claim(forwarded="for=203.0.113.9"),
    ],
    ids=["another machine", "no address", "a rebound host name", "passed on by a proxy", "passed on, as RFC 7239 says it"],
)
def test_without_any_setting_nobody_else_is_let_in(foreign: Claim) -> None:
    """A proxy on the same machine would otherwise let everybody in as loopback."""
    with pytest.raises(NotAllowed):
        caller_of(foreign, OPEN, ())


def test_a_key_gives_its_roles_and_a_wrong_key_none() -> None:
    """A key is found by its hash."""
    key, record = new_key("kontoret", ("closed",))
    caller = caller_of(claim(address="203.0.113.7", authorization=f"Bearer {key}"), KEYED, (record,))
    assert (caller.name, caller.roles) == ("kontoret", {Role.READER, Role.CLOSED})
    for wrong in (claim(), claim(authorization="Bearer ksv_guess"), claim(authorization=f"Basic {key}")):
        with pytest.raises(NotSignedIn):
            caller_of(wrong, KEYED, (record,))


def test_a_key_in_the_cookie_counts_as_much_as_one_in_the_header() -> None:
    """Page images and links cannot carry a header."""
    key, record = new_key("kontoret", ("reader",))
    with_cookie = Claim(address="203.0.113.7", host="kilde.example", headers={}, cookies={"kildesvar_key": key})
    assert caller_of(with_cookie, KEYED, (record,)).name == "kontoret"


def test_the_proxy_headers_are_believed_from_its_own_address_only() -> None:
    """Anybody can send a header."""
    believed = caller_of(claim(address="10.0.0.5", x_user="gerda", x_roles="closed, admin, director"), PROXIED, ())
    assert believed.roles == {Role.READER, Role.CLOSED, Role.ADMIN}
    with pytest.raises(NotSignedIn):
        caller_of(claim(address="10.0.0.6", x_user="gerda", x_roles="closed"), PROXIED, ())


def test_a_user_without_any_role_header_may_read() -> None:
    """Signing in is enough to read."""
    assert caller_of(claim(address="10.0.0.5", x_user="poul"), PROXIED, ()).roles == {Role.READER}


def test_an_administrator_sees_closed_items_only_with_the_role_for_them() -> None:
    """Building the index is not a reason to read closed items."""
    assert Caller(name="a", roles=frozenset({Role.ADMIN})).access == {Access.OPEN}
    assert Caller(name="b", roles=frozenset({Role.CLOSED})).access == {Access.OPEN, Access.CLOSED}


def test_unknown_roles_are_no_roles() -> None:
    """A misspelt role must not become one."""
    assert roles_of(("Administrator", "")) == frozenset()
