"""A Python that makes "environments" of copies of itself, and whose pip installs nothing but metadata.

It keeps what it is asked in the file `asked` of the folder that FABULA_SCRIPTED_PYTHON names. Files there
change what it does: `offline` and `no-torch` let pip fail,
`cuda` lets it install something of CUDA, `broken` is an import that fails, and `finds` holds what vLLM finds
to run on.
"""

import json
import os
import shutil
import sys
from pathlib import Path

FOLDER = Path(os.environ.get("FABULA_SCRIPTED_PYTHON", "."))
ENVIRONMENT = Path(sys.argv[0]).parents[1]


def there(name: str) -> bool:
    return (FOLDER / name).exists()


def install(requirement: str) -> None:
    name, _, version = requirement.partition("==")
    info = ENVIRONMENT / "lib/python3.11/site-packages" / f"{name.replace('-', '_')}-{version or 1}.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: {version or 1}\n")


def pip(arguments: list[str]) -> None:
    if "install" not in arguments:
        return
    if there("offline"):
        sys.exit("Network is unreachable")
    if there("no-torch"):
        sys.exit("No matching distribution found for torch")
    install(next(argument for argument in arguments if "==" in argument))
    if there("cuda"):
        install("nvidia-cublas==13.0")


def main(arguments: list[str]) -> None:
    with (FOLDER / "asked").open("a") as asked:
        asked.write(" ".join(arguments).replace("\n", " ") + "\n")
    match arguments:
        case ["-m", "venv", folder]:
            Path(folder, "bin").mkdir()
            shutil.copy(sys.argv[0], Path(folder, "bin/python"))
        case ["-m", "pip", *rest]:
            pip(rest)
        case ["-c", _]:
            if there("broken"):
                sys.exit("ImportError: torchvision")
            found = (FOLDER / "finds").read_text() if there("finds") else "cpu"
            sys.stdout.write(f"INFO: a word before\n{json.dumps(['0.32.0', found])}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
