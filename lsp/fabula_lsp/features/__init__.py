"""What an editor can ask of a story: one file a feature.

A feature is a function of a Client and the protocol's parameters, registered by the decorator. It decodes,
calls and encodes, nothing else, and never waits for anything but `services`. A command is a function of a
Client and the command's arguments, as the client sends them.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from fabula_lsp.client import Abilities

Handler = TypeVar("Handler", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Feature:
    """A method of the protocol and who handles it; `when` says for which editors."""

    method: str
    handler: Callable[..., Any]
    options: Any
    when: Callable[[Abilities], bool]


_registry: list[Feature] = []  # filled when the modules of this package are imported
_commands: dict[str, Callable[..., Any]] = {}


def feature(
    method: str, options: Any = None, *, when: Callable[[Abilities], bool] = lambda _: True
) -> Callable[[Handler], Handler]:
    """Register the function below as the handler of `method`."""

    def register(handler: Handler) -> Handler:
        _registry.append(Feature(method, handler, options, when))
        return handler

    return register


def command(name: str) -> Callable[[Handler], Handler]:
    """Register the function below as what is done at the command `name`, with whatever arguments come."""

    def register(handler: Handler) -> Handler:
        _commands[name] = handler
        return handler

    return register


def every() -> Sequence[Feature]:
    """Return all features."""
    _import_all()
    return tuple(_registry)


def commands() -> Mapping[str, Callable[..., Any]]:
    """Return what is done at each command."""
    _import_all()
    return dict(_commands)


def _import_all() -> None:
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        importlib.import_module(module.name)
