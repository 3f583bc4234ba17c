"""Another name for somebody or something, through the manuscript and the world."""

import asyncio
from dataclasses import replace

from lsprotocol import types

from fabula_daemon.errors import Overtaken, Refused
from fabula_daemon.story.answers import renaming
from fabula_daemon.story.answers.renaming import Change
from fabula_daemon.story.fixes import Edit, Fix
from fabula_daemon.story.people.candidates import calm
from fabula_daemon.story.world.canon import Canon, Entity
from fabula_lsp import convert
from fabula_lsp.client import Client
from fabula_lsp.features import feature
from fabula_lsp.pointing import Pointed, pointed


@feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
async def prepare_rename(
    client: Client, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Return the name under the cursor that can be replaced by another; None where there is none."""
    found = await pointed(client, params.text_document.uri, params.position)
    if found is None or not found.naming.bearers:
        return None
    text = found.naming.text
    start, end = renaming.asked(_bearer(found), text)
    first = found.naming.start
    span = convert.to_range(found.opened.document, first + start, first + end)
    asked = " ".join(text[start:end].split())
    return types.PrepareRenamePlaceholder(span, calm(asked) if asked.isupper() else asked)


@feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions())
async def rename(client: Client, params: types.RenameParams) -> types.WorkspaceEdit:
    """Return the edits that give another name to what is named under the cursor."""
    found = await pointed(client, params.text_document.uri, params.position)
    if found is None or not found.naming.bearers:
        raise Refused("Nothing that a sheet names is here. Put the cursor on a name that a sheet has.")
    change = renaming.understood(_bearer(found), found.naming.text, params.new_name)
    _refuse(renaming.refusal(change, found.canon))
    fix, texts = await _planned(client, change, found.canon)
    edit = await asyncio.to_thread(convert.workspace_edit, client, fix)
    for opened in client.opened.values():
        if opened.document.text != texts.get(opened.path, opened.document.text):
            raise Overtaken
    return edit


def _bearer(found: Pointed) -> Entity:
    """Return whose name it is. Raises Refused if several bear it."""
    if found.naming.entity is None:
        bearers = " or ".join(entity.name for entity in found.naming.bearers)
        raise Refused(f"“{found.naming.text}” may mean {bearers}. Rename where only one of them is meant.")
    return found.naming.entity


async def _planned(client: Client, change: Change, canon: Canon) -> tuple[Fix, dict[str, str]]:
    """Return what is to be edited, and the texts in which that counts, by path. Raises Refused."""
    desk = client.services.desk
    edits: list[Edit] = []
    texts: dict[str, str] = {}
    used: set[str] = set()
    async for sight in desk.appearances.everywhere(change.entity):
        texts[sight.path] = sight.text
        if client.document(sight.path).text != sight.text:
            raise Refused(f"{sight.path} has changes in another window. Save them there first.")
        is_chapter = desk.kind(sight.path) == "chapter"
        for naming, found in renaming.edits(
            change, sight.path, sight.text, sight.namings, is_chapter=is_chapter
        ):
            if naming.entity is not None:
                used.add(change.applied(naming.text))
                where = "in the manuscript" if is_chapter else "in the world"
                group = f"{change.old} → {change.new}, {where}"
            elif client.abilities.annotates:
                group = f"May mean somebody else than {change.old}"
            else:
                continue
            edits += (replace(edit, group=group) for edit in found)
    _refuse(renaming.refusal(change, canon, used))
    return Fix(f"Rename {change.old} to {change.new}", tuple(edits), moves=_moves(client, change)), texts


def _moves(client: Client, change: Change) -> tuple[tuple[str, str], ...]:
    """Return where the sheet's file moves. Raises Refused if another is there."""
    old, new = change.entity.path, renaming.new_path(change)
    if old is None or new is None:
        return ()
    if new.casefold() != old.casefold() and client.services.desk.text(new) is not None:
        raise Refused(f"There is a file {new} already. Give that another name first.")
    return ((old, new),)


def _refuse(reason: str | None) -> None:
    if reason:
        raise Refused(reason)
