"""The version of the index' format. Raise it when files written before can no longer be read; the user then builds again."""

from __future__ import annotations

FORMAT_VERSION = 9
