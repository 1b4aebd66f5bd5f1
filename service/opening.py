"""Opens the live generation with its assistant."""

from __future__ import annotations

import threading

from index.opened import OpenIndex, open_index
from service.live import Asks, Opener
from service.settings import Settings


def opener_of(settings: Settings) -> Opener:
    """Give what opens the generation that is live when it is called."""

    def opened() -> tuple[OpenIndex, Asks]:
        from service.assistant import Assistant

        index = open_index(settings.index)
        assistant = Assistant(index, settings)
        threading.Thread(target=assistant.warm, name="warm", daemon=True).start()
        return index, assistant

    return opened
