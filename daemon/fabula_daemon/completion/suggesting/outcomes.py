"""What becomes of a suggestion that an editor shows: taken over, in part or whole, typed out, or not wanted.

An editor may say that a suggestion was accepted; most do not, and none says that one was taken in part or
dismissed. So what the author does to the text is looked at: a piece of the suggestion that comes in one edit
was taken over, letters that come one by one were typed. Where what was taken over stands is followed through
all later edits, so that what is left of it can be told some time later.

All of it is pure: whoever calls says what time it is, in seconds of any clock that does not go back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fabula_daemon.completion.join import alike
from fabula_daemon.completion.suggesting.spans import Edit, after


class Outcome(StrEnum):
    """What has become of a suggestion."""

    ACCEPTED = "accepted"  # its end came in one piece
    PARTIAL = "partial"  # a piece of it did
    TYPED = "typed"  # letter by letter
    DISMISSED = "dismissed"  # something else was written, or nothing


@dataclass(frozen=True, slots=True)
class Became:
    """A suggestion's fate is known: `characters` of it were taken over at once; None if that was not seen."""

    id: str
    outcome: Outcome
    characters: int | None


@dataclass(frozen=True, slots=True)
class Kept:
    """So many `characters` of what was taken over still stand `after_s` seconds later."""

    id: str
    after_s: float
    characters: int


News = Became | Kept
Place = tuple[object, str]  # a client, and the path of what it has open


@dataclass(slots=True)
class _Offer:
    """A suggestion that is shown: its `texts` at `offset`, behind which `written` stands by now; of both it
    does not matter which marks of quotation they have.
    """

    id: str
    offset: int
    texts: tuple[str, ...]
    written: str = ""
    taken: int = 0
    confirmed: bool = False

    def end(self) -> Became:
        """Return what has become of it, if nothing more comes."""
        outcome = Outcome.PARTIAL if self.taken else Outcome.DISMISSED
        return Became(self.id, Outcome.ACCEPTED if self.confirmed else outcome, self.taken)


@dataclass(slots=True)
class _Taken:
    """What was taken over of one suggestion: where it stands, and when it will be looked at."""

    id: str
    at: float
    spans: list[tuple[int, int]]
    place: Place | None  # None: it is not open any more
    due: list[float]


class Outcomes:
    """Follows what is offered to every client in every text. What is found out is returned as it is.

    What is left of what was taken over is told so many seconds later, `measured_after_s`.
    """

    def __init__(self, measured_after_s: Iterable[float]) -> None:
        self._measured_after_s = sorted(measured_after_s)
        self._offers: dict[Place, _Offer] = {}
        self._taken: list[_Taken] = []

    def offered(self, place: Place, suggestion: str, offset: int, texts: Sequence[str]) -> list[News]:
        """A suggestion is shown at `offset`: another than before, or (by its name) what is left of the same,
        or more of it.
        """
        offer = self._offers.get(place)
        if offer is not None and offer.id == suggestion and offset == offer.offset + len(offer.written):
            shown = tuple(offer.written + alike(text) for text in texts)
            offer.texts = (
                *shown,
                *(text for text in offer.texts if not any(s.startswith(text) for s in shown)),
            )
            return []
        self._offers[place] = _Offer(suggestion, offset, tuple(map(alike, texts)))
        return [offer.end()] if offer else []

    def accepted(self, suggestion: str) -> list[News]:
        """The editor says that a suggestion was accepted, before or after it tells of the edit."""
        for offer in self._offers.values():
            if offer.id == suggestion:
                offer.confirmed = True
                return []
        return [Became(suggestion, Outcome.ACCEPTED, None)]

    def edited(self, place: Place, edit: Edit, now: float) -> list[News]:
        """The text at a place has been edited."""
        offer, followed = self._offers.get(place), [taken for taken in self._taken if taken.place == place]
        if offer is None and not followed:
            return []
        edit = edit.narrowed()
        for taken in followed:
            taken.spans = after(edit, taken.spans)
        news = self._written(offer, edit, place, now) if offer and (edit.removed or edit.text) else None
        if news is None:
            return []
        del self._offers[place]
        return [news]

    def left(self, place: Place) -> list[News]:
        """A text has been closed: nobody will say what becomes of it."""
        for taken in self._taken:
            if taken.place == place:
                taken.place = None
        offer = self._offers.pop(place, None)
        return [offer.end()] if offer else []

    def due(self, now: float) -> list[News]:
        """Return what it is time to tell of what was taken over."""
        news: list[News] = []
        for taken in self._taken:
            while taken.due and now >= taken.at + taken.due[0]:
                news.append(Kept(taken.id, taken.due.pop(0), sum(end - start for start, end in taken.spans)))
        self._taken = [taken for taken in self._taken if taken.due]
        return news

    def next_due(self) -> float | None:
        """Return when something will be to tell, None if nothing will."""
        return min((taken.at + taken.due[0] for taken in self._taken), default=None)

    def _written(self, offer: _Offer, edit: Edit, place: Place, now: float) -> Became | None:
        """Take an edit into account; return what has become of the suggestion if that is known now."""
        begin = edit.start - offer.offset
        if begin < 0 or begin + len(edit.removed) > len(offer.written):
            return offer.end()  # she is elsewhere
        appended = begin == len(offer.written)
        offer.written = offer.written[:begin] + alike(edit.text) + offer.written[begin + len(edit.removed) :]
        matching = [text for text in offer.texts if _go_together(text, offer.written)]
        if not matching:
            return offer.end()
        ended = next((text for text in matching if offer.written.startswith(text)), None)
        piece = len(edit.text) - (len(offer.written) - len(ended) if ended else 0)
        at_once = appended and (offer.confirmed or _is_a_piece(edit.text, offer.written, matching))
        if at_once:
            self._take(offer, place, (edit.start, edit.start + piece), now)
        if ended is None:
            return None
        if at_once:
            return Became(offer.id, Outcome.ACCEPTED, offer.taken)
        return offer.end() if offer.taken or offer.confirmed else Became(offer.id, Outcome.TYPED, 0)

    def _take(self, offer: _Offer, place: Place, span: tuple[int, int], now: float) -> None:
        offer.taken += span[1] - span[0]
        for taken in self._taken:
            if taken.id == offer.id:
                taken.spans.append(span)
                taken.at = now
                return
        self._taken.append(_Taken(offer.id, now, [span], place, list(self._measured_after_s)))


def _go_together(text: str, written: str) -> bool:
    return text.startswith(written) or written.startswith(text)


def _is_a_piece(text: str, written: str, matching: Iterable[str]) -> bool:
    """Whether `text`, which now ends what is `written`, came at once: editors that wait a moment send some
    typed letters together, but hardly whole words from their beginning to their end.
    """
    if len(text) < 2 or not (" " in text.strip() or _is_border(written[: -len(text)], text)):
        return False
    return any(_is_border(written, suggestion[len(written) :]) for suggestion in matching)


def _is_border(before: str, behind: str) -> bool:
    return not (before[-1:].isalnum() and behind[:1].isalnum())
