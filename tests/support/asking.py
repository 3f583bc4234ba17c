"""An author at a suggester: what she is shown when she has typed so far."""

import asyncio
import itertools

from fabula_daemon.completion.suggesting.suggest import Request, Suggester
from fabula_daemon.config import CompletionSettings

CHAPTER = "manuscript/01.md"
SHEET = "world/sarah.md"
TEXT = "# One\n\nSarah Chen took the lamp. “It’s dark,” said Yusuf. She went "


async def at_once(seconds):
    """Sleep, for a test."""


def suggester(
    desk,
    engine,
    *,
    copying=None,
    ahead_after=None,
    linger=0.0,
    stalled=60.0,
    sleep=at_once,
    tick=0.001,
    **settings,
):
    ticks, numbers = itertools.count(), itertools.count()
    return Suggester(
        desk,
        engine,
        CompletionSettings(**settings),
        copying=copying,
        clock=lambda: next(ticks) * tick,
        sleep=sleep,
        ids=lambda: f"s{next(numbers)}",
        ahead_after=ahead_after,
        linger=linger,
        stalled=stalled,
    )


async def asked(suggester, author, desk, text=TEXT, path=CHAPTER, *, explicit=False):
    """Return the texts shown when `text` has been typed, the cursor being at its end or at a |."""
    before, _, after = text.partition("|")
    desk.change(author, path, before + after)
    request = Request(author, path, len(before), explicit=explicit)
    return [s.text for s in await suggester.suggest(request)]


async def begun(suggester, author, desk, engine, *, pieces):
    """Return an answer that is being waited for, of which the engine has written so many pieces."""
    engine.pace = asyncio.Semaphore(pieces)
    answer = asyncio.ensure_future(asked(suggester, author, desk))
    await until(lambda: engine.prompts and engine.waiting == pieces)
    return answer


def write_on(engine):
    for _ in range(200):
        engine.pace.release()


async def until(condition):
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0)
