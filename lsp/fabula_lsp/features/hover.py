"""The card of whoever or whatever is named under the cursor, as of the chapter that it is in."""

from functools import partial

from lsprotocol import types

from fabula_daemon.story.answers import card
from fabula_daemon.story.answers.card import Seen
from fabula_daemon.story.text.excerpt import excerpt
from fabula_daemon.story.text.lines import LineIndex
from fabula_daemon.story.world.canon import Entity
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.features import feature
from fabula_lsp.pointing import Pointed, pointed

_LONGEST_QUOTE = 120


@feature(types.TEXT_DOCUMENT_HOVER, types.HoverOptions())
async def hover(client: Client, params: types.HoverParams) -> types.Hover | None:
    """Show what is known of the name under the cursor."""
    found = await pointed(client, params.text_document.uri, params.position)
    if found is None or not found.naming.bearers:
        return None
    naming, cite = found.naming, partial(convert.citation, client)
    if naming.entity is None:
        text = card.choice(naming.owners, naming.text, cite)
    else:
        chapter = client.services.desk.chapter_number(found.opened.path)
        shown = card.card(naming.entity, found.canon, chapter, client.services.desk.world.texts)
        seen = await _seen(client, found, naming.entity)
        text = card.markdown(shown, cite, chapter=chapter, seen=seen)
    return convert.hover(client, text, found.span)


async def _seen(client: Client, found: Pointed, entity: Entity) -> Seen | None:
    """Return where an entity was named last before the cursor."""
    path = found.opened.path
    last = await client.services.desk.appearances.last(entity, path, found.naming.start)
    if last is None:
        return None
    sight, naming = last
    line = LineIndex(sight.text)
    number = line.position(naming.start)[0]
    start, end = line.starts[number], line.starts[number + 1] if number + 1 < len(line.starts) else None
    return Seen(sight.path, number + 1, excerpt(sight.text[start:end], naming.text, _LONGEST_QUOTE))
