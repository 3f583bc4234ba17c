"""Whatever has a name in the story: characters and all that has a sheet, chapters, scenes."""

import asyncio
from collections.abc import Callable, Iterable, Iterator

from lsprotocol import types

from fabula_daemon.outlines import Place
from fabula_daemon.story.answers.lookup import rank
from fabula_daemon.story.world.canon import Entity
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.document import Document
from fabula_lsp.features import feature

MOST = 300


@feature(types.WORKSPACE_SYMBOL)
async def workspace_symbols(
    client: Client, params: types.WorkspaceSymbolParams
) -> list[types.WorkspaceSymbol]:
    """Return what a query finds, best first; an empty one finds everything, up to a limit."""
    desk = client.services.desk
    found = await asyncio.to_thread(search, params.query, desk.canon.entities, desk.outlines.read)
    return [
        _of_place(client, what) if isinstance(what, Place) else _of_entity(client, what, name)
        for what, name in found[:MOST]
    ]


def search(
    query: str, entities: Iterable[Entity], read_places: Callable[[], Iterable[Place]]
) -> list[tuple[Entity | Place, str]]:
    """Return what has a name that answers the query, and that name, best first."""
    found: list[tuple[int, Entity | Place, str]] = []
    for entity in entities:
        found += _best_name(query, entity)
    for place in read_places():
        if (how_well := rank(query, place.name)) is not None:
            found.append((how_well, place, place.name))
    return [(what, name) for _, what, name in sorted(found, key=lambda one: one[0])]


def _best_name(query: str, entity: Entity) -> Iterator[tuple[int, Entity, str]]:
    """Yield how well an entity answers a query, if at all, and by which of its names.

    That is the name of its sheet if the query finds that; or else an alias, under which it must stand then,
    for editors drop what they cannot find again in the name that they are told.
    """
    ranks = {name: rank(query, name) for name in (entity.name, *entity.aliases)} if entity.path else {}
    known = [(how_well, name) for name, how_well in ranks.items() if how_well is not None]
    if known:
        best, name = min(known, key=lambda one: one[0])
        yield best, entity, name if ranks[entity.name] is None else entity.name


def _of_entity(client: Client, entity: Entity, name: str) -> types.WorkspaceSymbol:
    path, sheet = entity.path or "", entity.sheet
    document = Document(client.uri(path), 0, client.services.desk.world.texts.get(path, ""), client.encoding)
    listed = sheet is not None and sheet.kind == "roster"
    start, end = sheet.places.get("names" if listed else "name", (0, 0)) if sheet else (0, 0)
    at = document.text.find(entity.name, start, end)
    span = (at, at + len(entity.name)) if at >= 0 else (start, end)
    return types.WorkspaceSymbol(
        types.Location(document.uri, convert.to_range(document, *span)),
        name,
        convert.symbol_kind(entity.kind),
        container_name=entity.kind if name == entity.name else f"{entity.kind}: {entity.name}",
    )


def _of_place(client: Client, place: Place) -> types.WorkspaceSymbol:
    at = types.Position(place.line, 0)
    words = f"{place.words:,} word{'' if place.words == 1 else 's'}"
    return types.WorkspaceSymbol(
        types.Location(client.uri(place.path), types.Range(at, at)),
        place.name,
        convert.symbol_kind(place.kind),
        container_name=words if place.kind == "chapter" else f"{place.chapter}, {words}",
    )
