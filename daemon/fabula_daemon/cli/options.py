"""The options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

StoryOption = Annotated[
    Path, typer.Option("--story", help="The story's folder, or any folder inside it.", show_default="here")
]


class ListFormat(StrEnum):
    """What a command that lists things can print."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[ListFormat, typer.Option("--format", help="How to print it.")]

PlaceArgument = Annotated[
    str, typer.Argument(metavar="FILE:LINE:COLUMN", help="Where the cursor is, from 1:1.")
]
