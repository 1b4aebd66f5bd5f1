"""Takes the port before anything is loaded, so that a port in use is one clear sentence."""

from __future__ import annotations

import errno
import socket

from service.errors import SettingsInvalid

BACKLOG = 1024


def listen(host: str, port: int) -> socket.socket:
    """Give a listening socket. Raises `SettingsInvalid` when the port is taken or the address is not ours."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        raise SettingsInvalid(f"{host}: not an address to listen on. Try 127.0.0.1.") from None
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listening.close()
        why = "is in use already" if getattr(error, "errno", None) == errno.EADDRINUSE else "cannot be listened on"
        raise SettingsInvalid(f"{host}:{port} {why}. Choose another with --port.") from None
    return listening
