"""`kildesvar`: finds the commands, runs the one asked for, and turns every error into one sentence and an exit status.

Exit status: 0 done; 1 nothing done; 2 wrong usage; 3 done, but some documents could not be read (or a gate refused).
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

COMMANDS = ("build", "ask", "search", "serve", "show", "versions", "keys", "mcp", "settings")
"""Modules of `service.cli`, in the order `--help` lists them; each has `register(subparsers)`."""

ENTRY_POINTS = "kildesvar.commands"
"""Commands of packages that `service` may not import register under this entry point group."""

DONE, NOTHING_DONE, WRONG_USAGE, DONE_IN_PART = 0, 1, 2, 3
INTERRUPTED = 130  # 128 + SIGINT, what a shell expects

NEW_OBJECTS = 50_000
"""So many more things than before make Python look for garbage; at its own 700 that is a twelfth of the time `ask` takes."""


class SentenceParser(argparse.ArgumentParser):
    """An argument parser whose errors are one sentence that names the help to read."""

    def error(self, message: str) -> NoReturn:
        """End with status 2 and one sentence on standard error."""
        self.exit(WRONG_USAGE, f"{self.prog}: {message.rstrip('.')}. See: {self.prog} --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; give its exit status. Never lets a traceback reach the person at the terminal."""
    asked = sys.argv[1:] if argv is None else list(argv)
    gc.set_threshold(NEW_OBJECTS)
    try:
        arguments = parser(asked[0] if asked else None).parse_args(asked)
        run: Callable[[argparse.Namespace], int] = arguments.run
        status = run(arguments)
        sys.stdout.flush()
    except SystemExit as end:  # argparse has already said why
        return end.code if isinstance(end.code, int) else WRONG_USAGE
    except KeyboardInterrupt:
        return _say("Stopped.", INTERRUPTED)
    except BrokenPipeError:  # the reader of our output went away (`kildesvar ask … | head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOTHING_DONE
    except Exception as error:
        return _explain(error)
    return status


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """Give the parser with every command registered, or a known `command` alone: looking for the others takes its time."""
    top = SentenceParser(
        prog="kildesvar", description="Answers questions about minutes, agendas and agreements, with the source."
    )
    alone = command in COMMANDS
    if not alone:
        top.add_argument("--version", action="version", version=f"kildesvar {_version()}")
    subparsers = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        if not alone or name == command:
            importlib.import_module(f"service.cli.{name}").register(subparsers)
    for register in () if alone else _registered_elsewhere():
        register(subparsers)
    return top


def _registered_elsewhere() -> list[Callable[[object], None]]:
    """Give the `register` functions of the entry point group, by ascending name."""
    from importlib.metadata import entry_points

    found = sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    return [point.load() for point in found]


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("kildesvar")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "(not installed)"


def _explain(error: Exception) -> int:
    """Say in one sentence what went wrong; `KILDESVAR_DEBUG=1` raises it instead, for whoever mends it."""
    if os.environ.get("KILDESVAR_DEBUG") == "1":
        raise error
    from service.cli.sentences import sentence, status_of

    return _say(sentence(error), status_of(error))


def _say(text: str, status: int) -> int:
    print(text, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
