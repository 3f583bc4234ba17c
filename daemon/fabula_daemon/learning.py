"""What is learned from the author's use of suggestions: heard of here, made sense of, and recorded.

The suggester tells of every answer, editors of what they show and of what the author does then. All of it
happens in the event loop; records.db is written in a thread.
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields

from fabula_daemon.completion.suggesting.outcomes import Became, News, Outcomes
from fabula_daemon.completion.suggesting.spans import Edit
from fabula_daemon.completion.suggesting.suggest import SUPERSEDED, Suggestion
from fabula_daemon.completion.why import PROXIED, Why
from fabula_daemon.records.records import Records
from fabula_daemon.records.suggestions import KEPT_AFTER, Row

_OF_WHY = {column.name for column in fields(Row)} & {one.name for one in fields(Why)}


class Learning:
    """Connects suggestions, what becomes of them, and the records. `clock` does not go back; `date` is in
    seconds since 1970.
    """

    def __init__(
        self,
        records: Records,
        *,
        clock: Callable[[], float] = time.monotonic,
        date: Callable[[], float] = time.time,
    ) -> None:
        self._records, self._clock, self._date = records, clock, date
        self._outcomes = Outcomes(KEPT_AFTER)
        self._timer: asyncio.TimerHandle | None = None

    def told(self, suggestion: str, why: Why, texts: Sequence[str]) -> None:
        """An answer has been given, to an editor or a program, or what was written for one is not wanted any
        more. Only what an editor is given has a row.

        Where no model was asked there is nothing to learn.
        """
        if not why.model:
            return
        row = Row(
            id=suggestion,
            at=self._date(),
            text=texts[0] if texts else None,
            strangers=tuple((rejected.name, str(rejected.stranger)) for rejected in why.rejected),
            **{name: getattr(why, name) for name in _OF_WHY},
        )
        if why.reason in (SUPERSEDED, PROXIED):
            self._records.abandoned(row)
        else:
            self._records.add(row)

    def shown(self, client: object, path: str, offset: int, suggestions: Sequence[Suggestion]) -> None:
        """A client has been given suggestions, all of one answer."""
        if suggestions:
            suggestion, texts = suggestions[0].id, [one.text for one in suggestions]
            self._records.offered(suggestion)
            self._record(self._outcomes.offered((client, path), suggestion, offset, texts))

    def accepted(self, suggestion: str) -> None:
        """A client says that a suggestion was accepted."""
        self._record(self._outcomes.accepted(suggestion))

    def edited(self, client: object, path: str, edit: Edit) -> None:
        """A client's text has been edited."""
        self._record(self._outcomes.edited((client, path), edit, self._clock()))

    def left(self, client: object, paths: Iterable[str]) -> None:
        """A client has closed these."""
        for path in paths:
            self._record(self._outcomes.left((client, path)))

    def look(self) -> None:
        """Record what is left of what was taken over, where it is time to; look again when it will be."""
        self._record(self._outcomes.due(self._clock()))

    def stop(self) -> None:
        """Do not look any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _record(self, news: Iterable[News]) -> None:
        for one in news:
            if isinstance(one, Became):
                self._records.became(one.id, one.outcome, one.characters)
            else:
                self._records.kept(one.id, one.after_s, one.characters)
        self.stop()
        due = self._outcomes.next_due()
        if due is not None:
            wait = max(0.0, due - self._clock())
            self._timer = asyncio.get_running_loop().call_later(wait, self.look)
