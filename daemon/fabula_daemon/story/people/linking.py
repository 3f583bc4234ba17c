"""Who is meant by a name that several bear: whoever of them the paragraph or the scene spoke of last."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fabula_daemon.story.passages import Focus
from fabula_daemon.story.people.mentions import Mention
from fabula_daemon.story.world.canon import Entity


def link(mentions: Sequence[Mention], focus: Focus) -> tuple[Mention, ...]:
    """Return one paragraph's mentions, each ambiguous one with its entity if it can be told who is meant.

    Who was named earlier in the paragraph comes before whom the scene has named (`focus.recent`). What cannot
    be decided stays ambiguous.
    """
    linked: list[Mention] = []
    named: list[Entity] = []
    for mention in mentions:
        if mention.owners:
            entity = _first_of(mention.owners, (*reversed(named), *focus.recent))
            if entity is not None:
                mention = replace(mention, entity=entity, owners=())
        if mention.entity is not None:
            named.append(mention.entity)
        linked.append(mention)
    return tuple(linked)


def _first_of(owners: tuple[Entity, ...], spoken_of: Iterable[Entity]) -> Entity | None:
    return next((entity for entity in spoken_of if entity in owners), None)
